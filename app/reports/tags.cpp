// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/tag_signs.h"
#include "app/reports/tags.h"

#include <QPaintEngine>
#include <QPainter>

namespace app::paper {

namespace {

void sign(QPainter& painter, int kind, int piece)
{
    if (painter.paintEngine()->type() != QPaintEngine::Pdf) return;
    painter.fillRect(QRectF(signOrigin - kind * signStep, signOrigin - piece * signStep, signSide, signSide), Qt::black);
}

} // namespace

Tagged::Tagged(QPainter& painter, Tag tag, int piece) : m_painter(painter), m_tag(tag)
{
    if (m_tag != Tag::None) sign(m_painter, static_cast<int>(m_tag), piece);
}

Tagged::~Tagged()
{
    if (m_tag != Tag::None) sign(m_painter, 0, static_cast<int>(m_tag));
}

} // namespace app::paper
