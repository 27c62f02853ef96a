// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sources/add_source_dialog.h"
#include "layers/feeds/catalogue/portal.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace app {

/// Looks through a catalogue of open data: a portal, what is searched for, the datasets it has with their
/// files. A file that is picked goes on as a source.
class CatalogueDialog : public QDialog {
    Q_OBJECT
public:
    CatalogueDialog(const QString& resources, const widgets::Theme& theme, const QString& language,
                    QWidget* parent = nullptr);

Q_SIGNALS:
    void picked(const app::AddSourceDialog::Known& known);

private:
    void search();
    void take(const feeds::FetchResponse& response);
    void fill();
    void pick();
    void tell(const QString& what);
    feeds::Portal portal() const;

    std::vector<feeds::Portal> m_portals;
    city::SystemClock m_clock;
    feeds::LiveTransport m_transport;
    QFuture<feeds::FetchResponse> m_answer;
    feeds::Portal m_asked;
    QString m_words;
    std::vector<feeds::CatalogueDataset> m_datasets;
    int m_question = 0; ///< Answers to earlier questions are dropped.
    QComboBox *m_address, *m_kind;
    QLineEdit* m_search;
    QTreeWidget* m_list;
    QLabel *m_about, *m_trouble;
    QPushButton *m_look, *m_use;
};

} // namespace app
