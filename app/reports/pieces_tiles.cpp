// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/format.h"
#include "app/reports/pieces.h"
#include "widgets/panels/spark_line.h"
#include "widgets/theme/symbols.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

/// A row of numbers on paper: cards of one height, each with its level, how it compares, its change and its age.
namespace app::paper {

namespace {

constexpr double gap = 3 * mm, pad = 2.4 * mm, edge = 0.9 * mm, swatch = 3.2 * mm;
constexpr std::size_t across = 4;

struct TileType {
    QFont name, big, plain, note;
};

TileType typeOf(const Style& style)
{
    return {font(style, small), font(style, value, QFont::DemiBold), font(style, small, QFont::Medium), font(style, tiny)};
}

bool isCurrent(const widgets::TileData& tile)
{
    return tile.freshness <= city::Freshness::Late;
}

/// What stands beneath the number, line by line; each may take two.
struct Beneath {
    QString word, usual, last;
    bool isNote = false;
};

Beneath beneath(const widgets::TileData& tile, bool slides)
{
    Beneath said;
    said.isNote = tile.value.isEmpty();
    said.word = said.isNote ? tile.note : tile.word;
    said.usual = tile.usual.section(QLatin1Char('\n'), slides ? 0 : -1, slides ? 0 : -1); // on a slide the short of it
    QStringList last;
    if (!tile.change.isEmpty()) last << tile.change;
    if (!tile.age.isEmpty()) last << (isCurrent(tile) ? tile.age : QStringLiteral("%1, %2").arg(city::freshnessText(tile.freshness).toString(), tile.age));
    said.last = last.join(QStringLiteral("  ·  "));
    return said;
}

double wordLeft(const widgets::TileData& tile)
{
    return tile.colour.isValid() && !tile.word.isEmpty() ? swatch : 0;
}

double heightOf(const widgets::TileData& tile, const Beneath& said, const TileType& type, double inner)
{
    return edge + 2 * pad * 0.7 + lineOf(type.name) + lineOf(type.big) + paper::heightOf(said.word, type.plain, inner - wordLeft(tile), said.isNote ? 3 : 2) +
           paper::heightOf(said.usual, type.name, inner, 2) + lineOf(type.note);
}

void paintSpark(QPainter& painter, const QRectF& box, const widgets::TileData& tile, const Style& style)
{
    if (tile.spark.size() < 2 || box.width() < 8 * mm) return;
    painter.save();
    painter.translate(box.topLeft());
    painter.scale(6, 6);
    QColor band = style.muted;
    band.setAlpha(60);
    widgets::paintSparkLine(painter, {0, 0, box.width() / 6, box.height() / 6}, {tile.spark, tile.sparkUsual, style.theme.data, band});
    painter.restore();
}

void paintCard(QPainter& painter, const QRectF& box, const widgets::TileData& tile, const Style& style)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(box, style.wash);
    const bool level = tile.colour.isValid() && isCurrent(tile) && !tile.value.isEmpty();
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), edge), level ? tile.colour : style.line);
    painter.restore();
}

double paintNumber(QPainter& painter, const QRectF& box, const widgets::TileData& tile, const Style& style, const TileType& type)
{
    const QString text = tile.value.isEmpty() ? QStringLiteral("–") : tile.value;
    const double wide = std::min(widthOf(text, type.big), box.width() * 0.7), unit = std::min(widthOf(tile.unit, type.name), box.width() * 0.3);
    set(painter, {box.left(), box.top(), wide + 2, lineOf(type.big)}, text, {type.big, isCurrent(tile) && !tile.value.isEmpty() ? style.strong : style.muted});
    if (!tile.value.isEmpty())
        set(painter, {box.left() + wide + 1.2 * mm, box.top() + lineOf(type.big) - lineOf(type.name) * 1.3, unit + 2, lineOf(type.name)}, tile.unit, {type.name, style.muted});
    const double left = box.left() + wide + unit + 3.1 * mm;
    paintSpark(painter, {left, box.top() + 1 * mm, box.right() - left, lineOf(type.big) - 2 * mm}, tile, style);
    return lineOf(type.big);
}

void paintTile(QPainter& painter, const QRectF& card, const widgets::TileData& tile, const Beneath& said, const Style& style)
{
    const TileType type = typeOf(style);
    paintCard(painter, card, tile, style);
    const QRectF box = card.adjusted(pad, edge + pad * 0.7, -pad, -pad * 0.7);
    double y = box.top();
    y += set(painter, {box.left(), y, box.width(), lineOf(type.name)}, tile.title, {type.name, style.muted});
    y += paintNumber(painter, {box.left(), y, box.width(), lineOf(type.big)}, tile, style, type);
    const double left = box.left() + wordLeft(tile);
    if (left > box.left()) {
        painter.save();
        painter.translate(box.left(), y + lineOf(type.plain) / 2 - 1.1 * mm);
        painter.scale(6, 6);
        widgets::paintShape(painter, {0, 0, 2.2 * mm / 6, 2.2 * mm / 6}, tile.shape, tile.colour, widgets::mixed(tile.colour, style.text, 0.35));
        painter.restore();
    }
    y += set(painter, {left, y, box.right() - left, 3 * lineOf(type.plain)}, said.word, {type.plain, said.isNote ? style.muted : style.text, Qt::AlignLeft, said.isNote ? 3 : 2});
    set(painter, {box.left(), y, box.width(), 2 * lineOf(type.name)}, said.usual, {type.name, style.text, Qt::AlignLeft, 2});
    set(painter, {box.left(), box.bottom() - lineOf(type.note), box.width(), lineOf(type.note)}, said.last, {type.note, style.muted});
}

} // namespace

std::vector<Piece> tilePieces(const TilesBlock& block, const Style& style, double width)
{
    std::vector<Piece> pieces;
    const double step = (width + gap) / across;
    const TileType type = typeOf(style);
    for (std::size_t first = 0; first < block.tiles.size(); first += across) {
        Piece row;
        const std::vector<widgets::TileData> tiles(block.tiles.begin() + static_cast<std::ptrdiff_t>(first),
                                                   block.tiles.begin() + static_cast<std::ptrdiff_t>(std::min(first + across, block.tiles.size())));
        std::vector<Beneath> said; // words are found now: painting is in no language
        for (const widgets::TileData& tile : tiles) {
            said.push_back(beneath(tile, style.sheet.slides));
            row.height = std::max(row.height, heightOf(tile, said.back(), type, step - gap - 2 * pad));
        }
        row.paint = [=](QPainter& painter, const QRectF& box) {
            for (std::size_t i = 0; i < tiles.size(); ++i) {
                const Tagged tagged(painter, Tag::Paragraph);
                paintTile(painter, {box.left() + step * static_cast<double>(i), box.top(), step - gap, box.height()}, tiles[i], said[i], style);
            }
        };
        row.tag = Tag::Group;
        pieces.push_back(std::move(row));
        if (first + across < block.tiles.size()) pieces.push_back(room(gap));
    }
    return pieces;
}

} // namespace app::paper
