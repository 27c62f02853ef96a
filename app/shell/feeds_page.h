// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/feed_detail.h"

#include <QTimer>

class QComboBox;
class QLineEdit;
class QSplitter;

namespace app {

/// The truth about every feed of the city: a table, the worst first, and the page of the one that is chosen. Stands
/// where the map stands. Brought up to date once a second at most, and only while it is seen. GUI thread.
class FeedsPage : public QWidget {
    Q_OBJECT
public:
    explicit FeedsPage(QWidget* parent = nullptr);

    void setTheme(const widgets::Theme& theme);
    /// What it shows from now on; `payloads` is the folder of kept payloads.
    void setInput(FeedsInput in, const QString& payloads);
    void showFeed(const QString& id);
    /// At once, not within the second.
    void refresh();
    /// Lets go of the chosen feed; false when there was none.
    bool stepOut();
    const FeedDetail& detail() const { return *m_detail; }
    QString summary() const;

Q_SIGNALS:
    void againAsked(const QString& feed); ///< Empty: all of them.
    void closeAsked();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void retranslate();
    void update();
    void copyList();
    void copyFeed(const QString& feed);
    void openSite(const QString& feed);

    FeedsInput m_in;
    QString m_payloads;
    QLabel* m_title;
    QLabel* m_summary;
    QLineEdit* m_filter;
    QComboBox* m_which;
    QPushButton* m_again;
    QPushButton* m_copy;
    QPushButton* m_close;
    QSplitter* m_splitter;
    widgets::RankedTable* m_table;
    FeedDetail* m_detail;
    QTimer m_soon;
};

} // namespace app
