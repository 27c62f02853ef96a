// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/colour_row.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace app {

namespace {

constexpr int colours = 8, side = 22;

}

ColourRow::ColourRow(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(4);
    for (int i = 0; i < colours; ++i) {
        auto* button = new QToolButton(this);
        button->setCheckable(true);
        button->setFixedSize(side, side);
        row->addWidget(button);
        m_buttons.push_back(button);
        connect(button, &QToolButton::clicked, this, [this, i] {
            setCurrent(i);
            Q_EMIT picked(i);
        });
    }
    row->addStretch(1);
    setCurrent(0);
}

void ColourRow::setTheme(const widgets::Theme& theme)
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setStyleSheet(QStringLiteral("QToolButton { background: %1; border: 2px solid %2; border-radius: 4px; } QToolButton:checked { border-color: %3; } QToolButton:focus { border-color: %4; }")
                                        .arg(theme.seriesColour(i).name(), theme.surface.name(), theme.text.name(), theme.accent.name()));
        m_buttons[i]->setToolTip(tr("Colour %1").arg(i + 1));
        m_buttons[i]->setAccessibleName(m_buttons[i]->toolTip());
    }
}

void ColourRow::setCurrent(int colour)
{
    m_current = colour;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(static_cast<int>(i) == colour);
}

} // namespace app
