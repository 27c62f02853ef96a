// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/text.h"

#include <QPainter>
#include <QTextLayout>
#include <cmath>

namespace map {

QFont mapFont(const Ink& ink, float pixels, QFont::Weight weight)
{
    QFont font;
    if (!ink.fontFamily.isEmpty()) font.setFamilies({ink.fontFamily, QStringLiteral("Noto Sans CJK TC")});
    font.setPixelSize(std::max(6, static_cast<int>(std::lround(pixels))));
    font.setWeight(weight);
    return font;
}

TextRun::TextRun(const QString& text, const QFont& font)
{
    QString oneLine = text;
    oneLine.replace(QLatin1Char('\n'), QLatin1Char(' '));
    QTextLayout layout(oneLine, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid()) {
        line.setLineWidth(1e6);
        m_size = {line.naturalTextWidth(), line.height()};
    }
    layout.endLayout();
    m_glyphs = layout.glyphRuns();
}

void TextRun::draw(QPainter& painter, QPointF topLeft, const QColor& colour) const
{
    painter.setPen(colour);
    for (const QGlyphRun& run : m_glyphs)
        painter.drawGlyphRun(topLeft, run);
}

void TextRun::draw(QPainter& painter, QPointF topLeft, const QColor& colour, const QColor& halo) const
{
    // Copies of the text round about are many times cheaper than stroking its outlines.
    constexpr double far = 1.4, near = 1.0;
    for (const QPointF& off :
         {QPointF(-far, 0), QPointF(far, 0), QPointF(0, -far), QPointF(0, far), QPointF(-near, -near),
          QPointF(near, -near), QPointF(-near, near), QPointF(near, near)})
        draw(painter, topLeft + off, halo);
    draw(painter, topLeft, colour);
}

} // namespace map
