// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "widgets/panels/cards.h"

#include <QHash>
#include <QMenu>
#include <QObject>
#include <functional>

class QAction;
class QWidget;

namespace app {

/// Everything a person can ask of the window, by one id each: in the menu, by its keys, in the search box. Knows the words
/// and keys; what is done is given to `on`. GUI thread.
class WindowActions : public QObject {
    Q_OBJECT
public:
    /// The keys work anywhere in `window`.
    explicit WindowActions(QWidget* window);

    void on(const QString& id, std::function<void()> act);
    void ask(const QString& id);
    void setEnabled(const QString& id, bool enabled);
    /// Makes it an action that is on or off.
    void setChecked(const QString& id, bool checked);
    /// Null: there is none of this id.
    QAction* action(const QString& id) const { return m_actions.value(id); }

    QMenu* menu() { return &m_menu; }
    /// Words in the language of the moment; dashboards are named as the pack names them.
    void retranslate(const Pack* pack, const QString& language);
    /// All of them for the search box.
    std::vector<widgets::SearchEntry> searchable() const;
    /// "Ctrl+K  Search" and so on, one a line.
    QString keys() const;

private:
    void add(const char* id, const char* text, const QList<QKeySequence>& keys = {});
    QMenu* group(const char* title);

    QWidget* m_window;
    QMenu m_menu;
    QList<std::pair<QMenu*, const char*>> m_groups;
    QList<std::pair<QString, const char*>> m_texts;
    QHash<QString, QAction*> m_actions;
    QHash<QString, std::function<void()>> m_acts;
};

} // namespace app
