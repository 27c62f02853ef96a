// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QFrame>
#include <QHash>

class QAction;
class QMenu;
class QToolButton;
class QBoxLayout;

namespace widgets {

/// A column of small buttons at the edge of the map, or a row where there is no room for one; one button a group of tools. A button with several actions opens a menu.
class ToolStrip : public QFrame {
    Q_OBJECT
public:
    explicit ToolStrip(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// One action: the button is it. More: a menu of them, the button named by setName.
    void addButton(const QString& id, const QString& icon, const QList<QAction*>& actions);
    void setName(const QString& id, const QString& name);
    void setDirection(Qt::Orientation direction);
    /// What it needs of the height as a column.
    int columnHeight() const;
    /// Shown as pressed: the group whose tool is on; empty: none.
    void setActive(const QString& id);
    QToolButton* button(const QString& id) const { return m_buttons.value(id); }

private:
    QBoxLayout* m_line;
    QHash<QString, QToolButton*> m_buttons;
    QHash<QString, QString> m_icons;
};

} // namespace widgets
