// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/text.h"

#include <QPaintEngine>
#include <QPainter>
#include <QRawFont>
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

std::vector<TextRun::Letter> TextRun::letters() const
{
    std::vector<Letter> letters;
    for (const QGlyphRun& run : m_glyphs) {
        const QList<quint32> indexes = run.glyphIndexes();
        const QList<QPointF> positions = run.positions();
        const QList<QPointF> advances = run.rawFont().advancesForGlyphIndexes(indexes);
        for (qsizetype i = 0; i < indexes.size(); ++i) {
            const double width = advances[i].x();
            QGlyphRun one = run;
            one.setGlyphIndexes({indexes[i]});
            if (width <= 0 && !letters.empty()) { // a mark upon the letter before
                const double off = positions[i].x() - positions[i - 1].x();
                one.setPositions(
                    {QPointF(off - letters.back().width / 2, positions[i].y() - m_size.height() / 2)});
                letters.back().glyphs.append(one);
                continue;
            }
            one.setPositions({QPointF(-width / 2, positions[i].y() - m_size.height() / 2)});
            letters.push_back({{one}, width});
        }
    }
    return letters;
}

QPainterPath TextRun::outline() const
{
    QPainterPath path;
    for (const QGlyphRun& run : m_glyphs) {
        const QRawFont font = run.rawFont();
        const QList<quint32> indexes = run.glyphIndexes();
        const QList<QPointF> positions = run.positions();
        for (qsizetype i = 0; i < indexes.size(); ++i)
            path.addPath(font.pathForGlyph(indexes[i]).translated(positions[i]));
    }
    return path;
}

void TextRun::draw(QPainter& painter, QPointF topLeft, const QColor& colour) const
{
    painter.setPen(colour);
    for (const QGlyphRun& run : m_glyphs)
        painter.drawGlyphRun(topLeft, run);
}

void TextRun::draw(QPainter& painter, QPointF topLeft, const QColor& colour, const QColor& halo) const
{
    const QPaintEngine* engine = painter.paintEngine();
    if (engine && engine->type() != QPaintEngine::Raster) { // On paper the text must stand there once, to be searched and copied.
        painter.strokePath(outline().translated(topLeft), QPen(halo, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        draw(painter, topLeft, colour);
        return;
    }
    // Copies of the text round about are many times cheaper than stroking its outlines.
    constexpr double far = 1.4, near = 1.0;
    for (const QPointF& off :
         {QPointF(-far, 0), QPointF(far, 0), QPointF(0, -far), QPointF(0, far), QPointF(-near, -near),
          QPointF(near, -near), QPointF(-near, near), QPointF(near, near)})
        draw(painter, topLeft + off, halo);
    draw(painter, topLeft, colour);
}

} // namespace map
