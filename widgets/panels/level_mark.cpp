// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/level_mark.h"

#include "widgets/theme/symbols.h"

#include <QPainter>

namespace widgets {

LevelMark::LevelMark(const Theme& theme, const QColor& colour, map::Shape shape, QWidget* parent)
    : QWidget(parent), m_colour(colour), m_edge(mixed(theme.raised, theme.text, 0.5)), m_shape(shape)
{
    setFixedSize(14, 14);
}

void LevelMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintShape(painter, rect(), m_shape, m_colour, m_edge);
}

} // namespace widgets
