// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/tool_strip.h"

#include "widgets/theme/dress.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace widgets {

ToolStrip::ToolStrip(QWidget* parent) : QFrame(parent), m_line(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    setObjectName(QStringLiteral("toolStrip"));
    m_line->setContentsMargins(2, 2, 2, 2);
    m_line->setSpacing(0);
}

void ToolStrip::setTheme(const Theme& theme)
{
    setStyleSheet(QStringLiteral("#toolStrip { background: %1; border: 1px solid %2; border-radius: %3px; }")
                      .arg(theme.surface.name(), theme.line.name())
                      .arg(theme.corner));
    for (auto button = m_buttons.begin(); button != m_buttons.end(); ++button)
        (*button)->setIcon(icon(theme, m_icons.value(button.key())));
    adjustSize();
}

void ToolStrip::addButton(const QString& id, const QString& iconName, const QList<QAction*>& actions)
{
    auto* button = new QToolButton(this);
    button->setIconSize({18, 18});
    button->setCheckable(true);
    m_line->addWidget(button);
    m_buttons.insert(id, button);
    m_icons.insert(id, iconName);
    // What is on is said by setActive alone, whatever a click does to a button that can be checked.
    if (actions.size() == 1) {
        connect(button, &QToolButton::clicked, this, [button, action = actions.front()](bool checked) {
            button->setChecked(!checked);
            action->trigger();
        });
        return;
    }
    auto* menu = new QMenu(button);
    for (QAction* action : actions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
}

void ToolStrip::setName(const QString& id, const QString& name)
{
    if (QToolButton* button = m_buttons.value(id)) {
        button->setToolTip(name);
        button->setAccessibleName(name);
    }
}

void ToolStrip::setDirection(Qt::Orientation direction)
{
    m_line->setDirection(direction == Qt::Vertical ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    adjustSize();
}

int ToolStrip::columnHeight() const
{
    int height = 4;
    for (const QToolButton* button : m_buttons)
        height += button->sizeHint().height();
    return height;
}

void ToolStrip::setActive(const QString& id)
{
    for (auto button = m_buttons.begin(); button != m_buttons.end(); ++button)
        (*button)->setChecked(button.key() == id);
}

} // namespace widgets
