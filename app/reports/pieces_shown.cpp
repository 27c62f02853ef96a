// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/format.h"
#include "app/reports/paint_chart.h"
#include "app/reports/pieces.h"
#include "layers/map/paint/painter.h"
#include "widgets/panels/spark_line.h"
#include "widgets/theme/symbols.h"

#include <QPaintEngine>
#include <QPainter>
#include <algorithm>

/// Tiles, charts, maps and alerts on paper.
namespace app::paper {

namespace {

constexpr double tileHeight = 21 * mm, mapHeight = 92 * mm, leastMapHeight = 58 * mm, legendWidth = 43 * mm;
constexpr double perPixel = 4.6; // paper units for a pixel of the map: its labels are then 7 points high

void paintTile(QPainter& painter, const QRectF& box, const widgets::TileData& tile, const Style& style)
{
    const bool current = tile.freshness <= city::Freshness::Late;
    const QFont name = font(style, small), big = font(style, value, QFont::DemiBold), note = font(style, tiny);
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), 0.2 * mm), style.line);
    double y = box.top() + 1.2 * mm;
    y += set(painter, {box.left(), y, box.width(), lineOf(name)}, tile.title, {name, style.muted});
    const QString text = tile.value.isEmpty() ? QStringLiteral("–") : tile.value;
    const double wide = std::min(widthOf(text, big), box.width() * 0.7);
    set(painter, {box.left(), y, wide + 2, lineOf(big)}, text, {big, current && !tile.value.isEmpty() ? style.strong : style.muted});
    if (!tile.value.isEmpty())
        set(painter, {box.left() + wide + 1.2 * mm, y + lineOf(big) - lineOf(name) * 1.3, box.width() * 0.3, lineOf(name)}, tile.unit, {name, style.muted});
    const double sparkLeft = box.left() + wide + 1.6 * mm + std::min(widthOf(tile.unit, name), box.width() * 0.3) + 1.5 * mm;
    if (tile.spark.size() > 1 && box.right() - sparkLeft > 8 * mm) {
        painter.save();
        painter.translate(sparkLeft, y + 1 * mm);
        painter.scale(6, 6);
        QColor band = style.muted;
        band.setAlpha(60);
        widgets::paintSparkLine(painter, {0, 0, (box.right() - sparkLeft) / 6, (lineOf(big) - 2 * mm) / 6},
                                {tile.spark, tile.sparkUsual, style.theme.data, band});
        painter.restore();
    }
    y += lineOf(big);
    double left = box.left();
    if (tile.colour.isValid() && !tile.word.isEmpty()) {
        painter.save();
        painter.translate(left, y + lineOf(name) / 2 - 1.1 * mm);
        painter.scale(6, 6);
        widgets::paintShape(painter, {0, 0, 2.2 * mm / 6, 2.2 * mm / 6}, tile.shape, tile.colour, widgets::mixed(tile.colour, style.text, 0.35));
        painter.restore();
        left += 3.2 * mm;
    }
    const bool said = !tile.value.isEmpty();
    set(painter, {left, y, box.right() - left, lineOf(name)}, said ? tile.word : tile.note, {name, said ? style.text : style.muted});
    y += lineOf(name);
    QStringList last;
    if (!tile.change.isEmpty()) last << tile.change;
    if (!tile.age.isEmpty()) last << (current ? tile.age : QStringLiteral("%1, %2").arg(city::freshnessText(tile.freshness).toString(), tile.age));
    set(painter, {box.left(), y, box.width(), lineOf(note)}, last.join(QStringLiteral("  ·  ")), {note, style.muted});
}

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
            set(painter, {left, y, box.right() - left - counts - 1 * mm, row}, entry.text, {plain, style.text});
            set(painter, {box.right() - counts - 2, y, counts + 2, row}, count, {plain, style.muted, Qt::AlignRight});
            y += row;
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

} // namespace

std::vector<Piece> tilePieces(const TilesBlock& block, const Style& style, double width)
{
    std::vector<Piece> pieces;
    constexpr std::size_t across = 4;
    const double step = (width + 4 * mm) / across;
    for (std::size_t first = 0; first < block.tiles.size(); first += across) {
        Piece row;
        row.height = tileHeight;
        std::vector<widgets::TileData> tiles(block.tiles.begin() + static_cast<std::ptrdiff_t>(first),
                                             block.tiles.begin() + static_cast<std::ptrdiff_t>(std::min(first + across, block.tiles.size())));
        row.paint = [=](QPainter& painter, const QRectF& box) {
            for (std::size_t i = 0; i < tiles.size(); ++i)
                paintTile(painter, {box.left() + step * static_cast<double>(i), box.top(), step - 4 * mm, tileHeight}, tiles[i], style);
        };
        pieces.push_back(std::move(row));
    }
    return pieces;
}

Piece mapPiece(const MapBlock& block, const Style& style, double width)
{
    if (!block.scene) return room(0);
    Piece piece;
    piece.height = mapHeight;
    piece.least = leastMapHeight;
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
        Piece piece;
        const double leftHeight = chartHeight(*left, style, each, block.columns), rightHeight = right ? chartHeight(*right, style, each, false) : 0;
        piece.height = std::max(leftHeight, rightHeight) + 2 * mm;
        piece.paint = [=, &report, columns = block.columns](QPainter& painter, const QRectF& box) {
            paintChart(painter, {box.left(), box.top(), each, leftHeight}, *left, style, report.zone, columns);
            if (right) paintChart(painter, {box.left() + each + between, box.top(), each, rightHeight}, *right, style, report.zone, false);
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
