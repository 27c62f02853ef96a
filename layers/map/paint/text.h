// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/look.h"

#include <QFont>
#include <QGlyphRun>
#include <QPainterPath>
#include <vector>

class QPainter;

namespace map {

/// The map's font at a size, in pixels.
QFont mapFont(const Ink& ink, float pixels, QFont::Weight weight = QFont::Normal);

/// One line of text laid out once, to be painted several times. Not shared between threads.
class TextRun {
public:
    TextRun(const QString& text, const QFont& font);
    QSizeF size() const { return m_size; }
    void draw(QPainter& painter, QPointF topLeft, const QColor& colour) const;
    /// With a rim of `halo` about it, so that it can be read on any ground.
    void draw(QPainter& painter, QPointF topLeft, const QColor& colour, const QColor& halo) const;

    /// The same text in pieces that may be turned one by one: a glyph with what stands upon it.
    struct Letter {
        QList<QGlyphRun> glyphs; ///< The middle of the letter, half-way up, is the origin.
        double width = 0;
    };
    std::vector<Letter> letters() const;

private:
    QPainterPath outline() const;

    QList<QGlyphRun> m_glyphs;
    QSizeF m_size;
};

} // namespace map
