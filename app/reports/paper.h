// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QFont>
#include <QRectF>
#include <QSizeF>

class QPainter;

/// The page: its units, its type and its colours. Everything is laid out in units of 1/576 inch, an eighth of a point, so
/// that text is measured the same for paper, picture and screen.
namespace app::paper {

constexpr double perInch = 576;
constexpr double pt = perInch / 72;
constexpr double mm = perInch / 25.4;

/// Type of the page, in points.
constexpr double giant = 24, value = 17, heading = 11.5, lead = 12.5, body = 8.6, small = 7.2, tiny = 6;

/// The page itself: its size, its margins, and how tall a map may be on it.
struct Sheet {
    QSizeF size;
    double side, top, foot; ///< The foot holds the evidence.
    double head;            ///< Where the running head of later pages stands.
    double map, leastMap, mostMap;
    bool slides = false;

    static Sheet a4();
    static Sheet slide(); ///< 16 to 9; type is as large on it as on A4, and twice that on a wall.
    double width() const { return size.width() - 2 * side; }
};

/// A theme as ink on white.
struct Style {
    widgets::Theme theme; ///< The light one.
    QColor text, muted, line, strong;
    QColor wash; ///< Behind what stands together.
    Sheet sheet = Sheet::a4();

    static Style of(const widgets::Theme& theme, const Sheet& sheet = Sheet::a4());
};

QFont font(const Style& style, double points, QFont::Weight weight = QFont::Normal);

/// Width of one line.
double widthOf(const QString& text, const QFont& font);
/// Height of one line of a font.
double lineOf(const QFont& font);
/// Height of text wrapped to a width; at most `lines` of them, 0: as many as it takes.
double heightOf(const QString& text, const QFont& font, double width, int lines = 0);

struct Setting {
    QFont font;
    QColor colour;
    Qt::Alignment align = Qt::AlignLeft; ///< Horizontal; text begins at the top.
    int lines = 1;                       ///< At most; the last one ends in an ellipsis where more was said. 0: no limit.
};
/// Wrapped to the width of `box`; right-to-left text runs right to left. Answers the height it took.
double set(QPainter& painter, const QRectF& box, const QString& text, const Setting& setting);

} // namespace app::paper
