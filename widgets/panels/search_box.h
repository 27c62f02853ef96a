// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/cards.h"
#include "widgets/theme/theme.h"

#include <QLineEdit>
#include <vector>

class QAction;
class QCompleter;
class QStandardItemModel;

namespace widgets {

class SearchDelegate;

/// One box for places, stations, layers, commands and coordinates. Ctrl+K goes to it from anywhere in its
/// window.
class SearchBox : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchBox(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setEntries(const std::vector<SearchEntry>& entries);

Q_SIGNALS:
    void focusPicked(const city::Focus& focus);
    void positionPicked(city::LonLat position);
    void commandPicked(const QString& command);
    /// Return was pressed on a text that is none of the entries: coordinates, perhaps.
    void submitted(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void choose(const SearchEntry& entry);
    void submit();

    std::vector<SearchEntry> m_entries;
    QStandardItemModel* m_model;
    QCompleter* m_completer;
    SearchDelegate* m_delegate;
    QAction* m_glass;
    bool m_chosen = false;
};

} // namespace widgets
