// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/feed_tables.h"
#include "widgets/panels/feed_strip.h"

#include <QScrollArea>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace widgets {
class RankedTable;
}

namespace app {

/// One feed: its day, what is wrong with it, its papers, its fields, the records refused and its last payloads. Texts
/// of publishers are shown as plain text only. GUI thread.
class FeedDetail : public QWidget {
    Q_OBJECT
public:
    explicit FeedDetail(QWidget* parent = nullptr);

    void setTheme(const widgets::Theme& theme);
    /// `payloads` is the folder of kept payloads. An unknown feed shows a hint to choose one.
    void show(const FeedsInput& in, const QString& feed, const QString& payloads);
    QString feed() const { return m_feed; }

Q_SIGNALS:
    void againAsked(const QString& feed);
    void copyAsked(const QString& feed);
    void siteAsked(const QString& feed);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void showLines(const FeedsInput& in, const city::FeedState& state);
    void listPayloads(const FeedsInput& in, const QString& folder);
    void showPayload(int row);
    void choose(int part);

    widgets::Theme m_theme;
    QString m_feed;
    std::vector<feeds::KeptPayload> m_kept;
    QLabel* m_title;
    QLabel* m_state;
    QWidget* m_body;
    widgets::FeedStrip* m_strip;
    QPushButton* m_again;
    QPushButton* m_copy;
    QPushButton* m_site;
    std::vector<QPushButton*> m_parts; ///< What is shown below: wrong, about, fields, refused, payloads.
    QStackedWidget* m_stack;
    widgets::RankedTable* m_findings;
    QScrollArea* m_about;
    std::vector<QPair<QString, QString>> m_lines; ///< As shown in `m_about`.
    widgets::RankedTable* m_fields;
    widgets::RankedTable* m_refusals;
    QListWidget* m_payloads;
    QPlainTextEdit* m_bytes;
};

} // namespace app
