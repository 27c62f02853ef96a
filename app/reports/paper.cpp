// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <cmath>

namespace app::paper {

namespace {

// A name of a thousand letters or a megabyte by mistake: no page shows more of it than this.
constexpr qsizetype longest = 8000;

QString cleaned(const QString& text)
{
    QString clean = text.left(longest);
    clean.replace(QLatin1Char('\n'), QChar::LineSeparator);
    return clean;
}

/// Lays out wrapped lines and calls `line(QTextLine, isLast)` for each.
template<typename Line> void layOut(QTextLayout& layout, Qt::Alignment align, double width, int most, Line line)
{
    QTextOption option(align);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (int number = 1;; ++number) {
        QTextLine one = layout.createLine();
        if (!one.isValid()) break;
        one.setLineWidth(width);
        line(one, most > 0 && number == most);
        if (most > 0 && number == most) break;
    }
    layout.endLayout();
}

} // namespace

Sheet Sheet::a4()
{
    return {QSizeF(210 * mm, 297 * mm), 17 * mm, 20 * mm, 28 * mm, 13.4 * mm, 88 * mm, 56 * mm, 118 * mm, false};
}

Sheet Sheet::slide()
{
    return {QSizeF(7.2 * perInch, 4.05 * perInch), 10 * mm, 14 * mm, 18 * mm, 8 * mm, 62 * mm, 44 * mm, 66 * mm, true};
}

Style Style::of(const widgets::Theme& theme, const Sheet& sheet)
{
    Style style;
    style.sheet = sheet;
    style.theme = theme;
    style.text = theme.text;
    style.muted = theme.muted;
    style.line = theme.line;
    style.strong = theme.text;
    style.wash = theme.ground;
    return style;
}

QFont font(const Style& style, double points, QFont::Weight weight)
{
    QFont made;
    if (!style.theme.families.isEmpty()) made.setFamilies(style.theme.families);
    made.setPixelSize(std::max(1, static_cast<int>(std::lround(points * pt))));
    made.setWeight(weight);
    made.setHintingPreference(QFont::PreferNoHinting);
    // Next to nothing, but then no letters melt into one: "office" is found where it stands.
    made.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return made;
}

double widthOf(const QString& text, const QFont& font)
{
    return QFontMetricsF(font).horizontalAdvance(cleaned(text));
}

double lineOf(const QFont& font)
{
    return std::ceil(font.pixelSize() * 1.36); // the same for every script, so that lines stay on their grid
}

double heightOf(const QString& text, const QFont& font, double width, int lines)
{
    if (text.isEmpty()) return 0;
    QTextLayout layout(cleaned(text), font);
    int count = 0;
    layOut(layout, Qt::AlignLeft, width, lines, [&count](QTextLine&, bool) { ++count; });
    return count * lineOf(font);
}

double set(QPainter& painter, const QRectF& box, const QString& text, const Setting& setting)
{
    if (text.isEmpty()) return 0;
    const QString clean = cleaned(text);
    QTextLayout layout(clean, setting.font);
    const double step = lineOf(setting.font);
    const QFontMetricsF metrics(setting.font);
    const double lift = (step - metrics.ascent() - metrics.descent()) / 2;
    painter.setPen(setting.colour);
    double y = box.top();
    QString cut;
    double cutAt = 0;
    std::vector<std::pair<int, double>> kept;
    layOut(layout, setting.align, box.width(), setting.lines, [&](QTextLine& line, bool last) {
        const int end = line.textStart() + line.textLength();
        if (last && end < clean.size()) {
            cut = metrics.elidedText(clean.mid(line.textStart()), Qt::ElideRight, box.width());
            cutAt = y;
        } else {
            kept.emplace_back(line.lineNumber(), y);
        }
        y += step;
    });
    for (const auto& [number, top] : kept) {
        const QTextLine line = layout.lineAt(number);
        line.draw(&painter, QPointF(box.left(), top + lift + metrics.ascent() - line.ascent()) - QPointF(0, line.position().y()));
    }
    if (!cut.isEmpty()) {
        QTextLayout shortened(cut, setting.font);
        layOut(shortened, setting.align, box.width() + 1, 1, [](QTextLine&, bool) {});
        const QTextLine line = shortened.lineAt(0);
        line.draw(&painter, QPointF(box.left(), cutAt + lift + metrics.ascent() - line.ascent()) - QPointF(0, line.position().y()));
    }
    return y - box.top();
}

} // namespace app::paper
