// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/format.h"
#include "app/reports/paint_chart.h"
#include "app/reports/pieces.h"
#include "layers/map/paint/painter.h"
#include "widgets/theme/symbols.h"

#include <QPaintEngine>
#include <QPainter>
#include <algorithm>

/// Charts, maps and alerts on paper.
namespace app::paper {

namespace {

constexpr double legendWidth = 43 * mm;
constexpr double perPixel = 4.6; // paper units for a pixel of the map: its labels are then 7 points high

void paintNorth(QPainter& painter, const QRectF& box, const Style& style)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF top(box.center().x(), box.top());
    const double wing = 1.5 * mm, tall = 5 * mm;
    painter.setPen(QPen(style.theme.surface, 0.6 * mm, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(style.strong);
    const QPolygonF arrow{top, top + QPointF(wing, tall), top + QPointF(0, tall * 0.76), top + QPointF(-wing, tall)};
    painter.drawPolygon(arrow);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(arrow);
    painter.restore();
    const QFont letter = font(style, small, QFont::DemiBold);
    set(painter, {box.left(), box.top() + tall, box.width(), lineOf(letter)}, QStringLiteral("N"), {letter, style.strong, Qt::AlignHCenter});
}

void paintLegends(QPainter& painter, const QRectF& box, const MapBlock& block, const Style& style)
{
    const QFont title = font(style, small, QFont::DemiBold), plain = font(style, small);
    const double row = lineOf(plain) + 0.5 * mm;
    double y = box.top();
    for (const MapBlock::Legend& legend : block.legends) {
        if (y + row > box.bottom()) return;
        if (legend.entries.size() > 1) {
            y += set(painter, {box.left(), y, box.width(), 2 * row}, legend.title, {title, style.text, Qt::AlignLeft, 2}) + 0.4 * mm;
        }
        for (const map::LegendEntry& entry : legend.entries) {
            if (y + row > box.bottom()) return;
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.translate(box.left(), y + row / 2 - 8 * perPixel);
            painter.scale(perPixel, perPixel);
            widgets::paintLegendSymbol(painter, {2, 1, 14, 14}, entry, style.theme);
            painter.restore();
            const double left = box.left() + 24 * perPixel;
            const QString count = entry.count >= 0 ? number(entry.count, 0) : QString();
            const double counts = widthOf(count, plain);
            const double tall = set(painter, {left, y, box.right() - left - counts - 1 * mm, 2 * row}, entry.text, {plain, style.text, Qt::AlignLeft, 2});
            set(painter, {box.right() - counts - 2, y, counts + 2, row}, count, {plain, style.muted, Qt::AlignRight});
            y += std::max(row, tall + 0.5 * mm);
        }
        y += 2 * mm;
    }
}

void paintMap(QPainter& painter, const QRectF& box, const MapBlock& block, const Style& style)
{
    const QRectF frame = box.adjusted(0, 0, -legendWidth - 4 * mm, -lineOf(font(style, tiny)) - 0.8 * mm);
    const QSize size(static_cast<int>(frame.width() / perPixel), static_cast<int>(frame.height() / perPixel));
    const map::View view = map::View::fitting(block.fit, size, 14);
    painter.save();
    painter.translate(frame.topLeft());
    painter.scale(perPixel, perPixel);
    map::Furniture furniture;
    furniture.scaleBar = true;
    map::paint(painter, *block.scene, view, furniture);
    painter.restore();
    if (painter.paintEngine()->type() == QPaintEngine::SVG) { // Qt's SVG knows no clipping: what ran over is covered
        // As far as lines run: sideways into the margin and the room of the legend, above and below to what stands there.
        const double above = 2.4 * mm, below = 4.2 * mm, beside = 8 * mm;
        const QRectF all(frame.left() - beside, frame.top() - above, box.right() + beside - (frame.left() - beside), frame.height() + above + below);
        for (const QRectF& strip : {QRectF(all.left(), all.top(), all.width(), above), QRectF(all.left(), frame.bottom(), all.width(), below),
                                    QRectF(all.left(), all.top(), beside, all.height()), QRectF(frame.right(), all.top(), all.right() - frame.right(), all.height())})
            painter.fillRect(strip, style.theme.surface);
    }
    painter.save();
    painter.setPen(QPen(style.line, 0.2 * mm));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
    painter.restore();
    const double stampRoom = block.scene->stamp.isEmpty() ? 0 : 10 * mm;
    paintNorth(painter, {frame.right() - 8 * mm, frame.top() + 2.5 * mm + stampRoom, 6 * mm, 10 * mm}, style);
    paintLegends(painter, {box.right() - legendWidth, frame.top(), legendWidth, frame.height()}, block, style);
    set(painter, {frame.left(), frame.bottom() + 0.8 * mm, box.width(), lineOf(font(style, tiny))}, block.scene->attributions().join(QStringLiteral("  ·  ")),
        {font(style, tiny), style.muted});
}

// What a picture says, for those who hear it: its legends with how many there are of each.
QString mapText(const MapBlock& block)
{
    QStringList legends;
    for (const MapBlock::Legend& legend : block.legends) {
        QStringList entries;
        for (const map::LegendEntry& entry : legend.entries)
            if (entry.count != 0) entries << (entry.count > 0 ? QStringLiteral("%1 %2").arg(entry.text, number(entry.count, 0)) : entry.text);
        legends << QStringLiteral("%1: %2").arg(legend.title, entries.join(QStringLiteral(", ")));
    }
    return say(QT_TRANSLATE_NOOP("Message", "Map. %1"), {legends.join(QStringLiteral("; "))});
}

// A chart by its newest values, or its bars.
QString chartText(const widgets::ChartData* chart)
{
    if (!chart) return {};
    QStringList values;
    for (const widgets::ChartBar& bar : chart->bars)
        values << QStringLiteral("%1 %2").arg(bar.label, bar.value ? bar.valueText : say(QT_TRANSLATE_NOOP("Message", "no data")));
    for (const widgets::ChartSeries& line : chart->series)
        if (!line.samples.empty()) values << QStringLiteral("%1 %2").arg(line.name, number(line.samples.back().value, chart->decimals)).trimmed();
    const QString title = chart->unit.isEmpty() ? chart->title : QStringLiteral("%1 (%2)").arg(chart->title, chart->unit);
    return say(QT_TRANSLATE_NOOP("Message", "Chart: %1. %2"), {title, values.isEmpty() ? chart->note : values.join(QStringLiteral(", "))});
}

} // namespace

Piece mapPiece(const MapBlock& block, const Style& style, double width)
{
    if (!block.scene) return room(0);
    Piece piece;
    piece.tag = Tag::Figure;
    piece.alt = mapText(block);
    piece.height = style.sheet.map;
    piece.least = style.sheet.leastMap;
    piece.most = style.sheet.mostMap;
    piece.paint = [&block, style, width](QPainter& painter, const QRectF& box) {
        paintMap(painter, {box.left(), box.top(), width, box.height()}, block, style);
    };
    return piece;
}

std::vector<Piece> chartPieces(const ChartsBlock& block, const Report& report, const Style& style, double width)
{
    std::vector<Piece> pieces;
    const double between = 8 * mm;
    for (std::size_t i = 0; i < block.charts.size();) {
        // Two side by side; columns over time take the whole width.
        const bool pair = !block.columns && i + 1 < block.charts.size();
        const double each = pair || (!block.columns && block.charts.size() > 1) ? (width - between) / 2 : width;
        const widgets::ChartData* left = &block.charts[i];
        const widgets::ChartData* right = pair ? &block.charts[i + 1] : nullptr;
        struct Placed {
            const widgets::ChartData* chart;
            ChartWords words;
            double x, height;
            bool grows;
        };
        std::vector<Placed> placed;
        Piece piece;
        for (const auto& [chart, x] : {std::pair(left, 0.0), std::pair(right, each + between)}) {
            if (!chart) continue;
            const ChartWords words = ChartWords::of(*chart);
            placed.push_back({chart, words, x, chartHeight(*chart, words, style, each, block.columns), chartGrows(*chart, block.columns)});
            piece.height = std::max(piece.height, placed.back().height + 2 * mm);
        }
        if (std::any_of(placed.begin(), placed.end(), [](const Placed& one) { return one.grows; })) piece.most = piece.height * 1.5;
        piece.tag = Tag::Figure;
        piece.alt = QStringList{chartText(left), chartText(right)}.join(QStringLiteral(". "));
        piece.paint = [=, &report, columns = block.columns](QPainter& painter, const QRectF& box) {
            for (const Placed& one : placed)
                paintChart(painter, {box.left() + one.x, box.top(), each, one.grows ? box.height() - 2 * mm : one.height}, *one.chart, one.words, {style, report.zone, columns});
        };
        pieces.push_back(std::move(piece));
        i += pair ? 2 : 1;
    }
    return pieces;
}

std::vector<Piece> alertPieces(const AlertsBlock& block, const Style& style, double width)
{
    std::vector<Piece> pieces;
    const QFont head = font(style, body, QFont::DemiBold), plain = font(style, small);
    const double left = 6 * mm, inner = width - left;
    for (const widgets::AlertNotice& alert : block.alerts) {
        const QString title = alert.headline.isEmpty() ? alert.event : alert.headline;
        QStringList facts;
        for (const QString& fact : {alert.severityWord, alert.urgencyWord, alert.certaintyWord, alert.area})
            if (!fact.isEmpty()) facts << fact;
        if (!alert.effective.isEmpty() || !alert.expires.isEmpty()) facts << QStringLiteral("%1 – %2").arg(alert.effective, alert.expires);
        if (!alert.sender.isEmpty()) facts << alert.sender;
        const QString line = facts.join(QStringLiteral("  ·  "));
        const QString advice = alert.instruction.isEmpty() ? alert.description : alert.instruction;
        const auto tall = [=](const QString& text, const QFont& type, int lines) { return heightOf(text, type, inner, lines); };
        Piece piece;
        piece.height = tall(title, head, 2) + tall(line, plain, 2) + tall(advice, plain, 4) + 2.4 * mm;
        piece.paint = [=, alarm = alert.alarm](QPainter& painter, const QRectF& box) {
            if (alarm >= 1 && alarm <= 3) {
                const widgets::AlarmLook& look = style.theme.alarms[static_cast<std::size_t>(alarm - 1)];
                painter.save();
                painter.setRenderHint(QPainter::Antialiasing);
                painter.translate(box.left(), box.top() + 0.6 * mm);
                painter.scale(6, 6);
                widgets::paintShape(painter, {0, 0, 13, 13}, look.shape, look.colour, look.colour);
                painter.restore();
            }
            double y = box.top();
            y += set(painter, {box.left() + left, y, inner, tall(title, head, 2)}, title, {head, style.text, Qt::AlignLeft, 2});
            y += set(painter, {box.left() + left, y, inner, tall(line, plain, 2)}, line, {plain, style.muted, Qt::AlignLeft, 2});
            set(painter, {box.left() + left, y, inner, tall(advice, plain, 4)}, advice, {plain, style.text, Qt::AlignLeft, 4});
        };
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

} // namespace app::paper
