// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/legend.h"

#include "layers/map/paint/sprites.h"
#include "layers/map/paint/text.h"

#include <QPainter>
#include <cmath>
#include <optional>

namespace map {

namespace {

constexpr double edge = 12, padding = 10, symbolWidth = 26, rowGap = 4;

struct Row {
    const LegendEntry* entry = nullptr; ///< Null: a title.
    TextRun text;
    std::optional<TextRun> count;
};

std::vector<Row> rowsOf(const Scene& scene, const View& view)
{
    const QFont title = mapFont(scene.ink, 12, QFont::DemiBold);
    const QFont plain = mapFont(scene.ink, 12);
    std::vector<Row> rows;
    for (auto layer = scene.layers.rbegin(); layer != scene.layers.rend(); ++layer) {
        if ((*layer)->legend.empty() || !isShown(**layer, view.metresPerPixel)) continue;
        // A layer of one entry needs no title above it.
        if ((*layer)->legend.size() > 1 && !(*layer)->title.isEmpty())
            rows.push_back({nullptr, {(*layer)->title, title}, {}});
        for (const LegendEntry& entry : (*layer)->legend) {
            Row row{&entry, {entry.text, plain}, {}};
            if (entry.count >= 0) row.count.emplace(QString::number(entry.count), plain);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

QSizeF sizeOf(const std::vector<Row>& rows)
{
    double width = 0, counts = 0, height = 2 * padding - rowGap;
    for (const Row& row : rows) {
        width = std::max(width, (row.entry ? symbolWidth : 0) + row.text.size().width());
        if (row.count) counts = std::max(counts, row.count->size().width() + 16);
        height += row.text.size().height() + rowGap;
    }
    return {width + counts + 2 * padding, height};
}

void drawSymbol(QPainter& painter, const LegendEntry& entry, QPointF centre, const Ink& ink)
{
    const QColor colour = QColor::fromRgba(entry.colour);
    const QRectF box(centre.x() - 9, centre.y() - 6, 18, 12);
    switch (entry.symbol) {
    case LegendEntry::Symbol::Mark: {
        Mark mark;
        mark.radius = entry.size > 0 ? std::min(entry.size, 9.0F) : 5;
        mark.fill = entry.colour;
        mark.shape = entry.shape;
        painter.save();
        painter.translate(centre);
        paintMark(painter, mark, nullptr, ink, 1);
        painter.restore();
        return;
    }
    case LegendEntry::Symbol::Line:
        painter.setPen(QPen(colour, entry.size > 0 ? std::min(static_cast<double>(entry.size), 10.0) : 2.5,
                            Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(box.left(), centre.y()), QPointF(box.right(), centre.y()));
        return;
    case LegendEntry::Symbol::Area:
        painter.setPen(QPen(QColor(blended(colour.rgba(), qRgb(0, 0, 0), 0.3)), 1));
        painter.setBrush(colour);
        painter.drawRect(box);
        return;
    case LegendEntry::Symbol::Hatch:
    case LegendEntry::Symbol::CrossHatch:
        painter.setPen(QColor::fromRgba(seen(0, DataState::None, ink)));
        painter.setBrush(hatch(seen(0, DataState::None, ink), 1, entry.symbol == LegendEntry::Symbol::Hatch ? Hatch::Slanted : Hatch::Crosswise));
        painter.drawRect(box);
    }
}

} // namespace

QRectF paintLegend(QPainter& painter, const Scene& scene, const View& view)
{
    const std::vector<Row> rows = rowsOf(scene, view);
    if (rows.empty()) return {};
    const QColor ink = scene.ink.label.isValid() ? scene.ink.label : QColor(Qt::black);
    QColor plate = scene.ink.labelHalo.isValid() ? scene.ink.labelHalo : QColor(Qt::white);
    plate.setAlpha(225);
    const QSizeF size = sizeOf(rows);
    const QRectF box(QPointF(edge, edge), QSizeF(std::ceil(size.width()), std::ceil(size.height())));
    painter.setPen(QPen(QColor(blended(plate.rgb(), ink.rgb(), 0.25)), 1));
    painter.setBrush(plate);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, 0.5, 0.5), 4, 4);

    double y = box.top() + padding;
    for (const Row& row : rows) {
        const double height = row.text.size().height();
        double x = box.left() + padding;
        if (row.entry) {
            drawSymbol(painter, *row.entry, {x + 9, y + height / 2}, scene.ink);
            x += symbolWidth;
        }
        row.text.draw(painter, {x, y}, ink);
        if (row.count)
            row.count->draw(painter, {box.right() - padding - row.count->size().width(), y},
                            QColor::fromRgba(blended(ink.rgba(), plate.rgb(), 0.4)));
        y += height + rowGap;
    }
    return box;
}

} // namespace map
