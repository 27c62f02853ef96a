// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/pieces.h"
#include "widgets/theme/symbols.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

namespace app::paper {

namespace {

constexpr double gap = 3 * mm, swatch = 3.2 * mm, rowPad = 0.55 * mm;
constexpr double leastText = 18 * mm;
constexpr int mostLines = 4, mostHeadLines = 3;

/// Where the columns of a table stand; shared by all its rows.
struct Grid {
    Style style;
    QFont head, cell;
    std::vector<double> left, width;
    std::vector<widgets::TableColumn> columns;

    double total() const { return left.back() + width.back(); }
};

bool isSigned(const widgets::TableCell& cell)
{
    return cell.colour.isValid() || cell.freshness.has_value();
}

QString headText(const widgets::TableColumn& column)
{
    return column.unit.isEmpty() ? column.title : QStringLiteral("%1 (%2)").arg(column.title, column.unit);
}

std::vector<double> wantedWidths(const widgets::TableData& table, const Grid& grid)
{
    std::vector<double> wanted;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        // A head may take two lines; its longest word must fit.
        double most = 0;
        for (const QString& word : headText(table.columns[i]).split(QLatin1Char(' ')))
            most = std::max(most, widthOf(word, grid.head) + 2);
        most = std::max(most, std::min(widthOf(headText(table.columns[i]), grid.head) / 1.8, 30 * mm));
        for (const widgets::TableRow& row : table.rows) {
            const widgets::TableCell& cell = row.cells[i];
            most = std::max(most, widthOf(cell.text, grid.cell) + (isSigned(cell) ? swatch : 0) + 2);
        }
        wanted.push_back(most);
    }
    return wanted;
}

// Numbers keep their room; texts share what is left, the longest giving way first.
void fit(std::vector<double>& widths, const std::vector<widgets::TableColumn>& columns, double room)
{
    const auto sum = [&] { return std::accumulate(widths.begin(), widths.end(), 0.0); };
    for (int round = 0; round < 200 && sum() > room; ++round) {
        std::size_t longest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i)
            if (!columns[i].numeric && widths[i] > leastText && (longest == widths.size() || widths[i] > widths[longest])) longest = i;
        if (longest == widths.size()) break;
        widths[longest] = std::max(leastText, widths[longest] - std::max(2 * mm, (sum() - room) / 4));
    }
    if (const double over = sum(); over > room)
        for (double& width : widths)
            width *= room / over;
    const double spare = room - sum();
    if (spare <= 0 || widths.empty()) return;
    // What is left goes to the first column up to a readable distance, the rest between all; more than the eye can cross
    // is left white.
    const double toFirst = std::min(spare, std::max(0.0, 60 * mm - widths.front()));
    widths.front() += toFirst;
    for (double& width : widths)
        width += std::min((spare - toFirst) / static_cast<double>(widths.size()), 11 * mm);
}

std::shared_ptr<const Grid> gridOf(const widgets::TableData& table, const Style& style, double width)
{
    auto grid = std::make_shared<Grid>();
    grid->style = style;
    grid->head = font(style, small, QFont::DemiBold);
    grid->cell = font(style, small);
    grid->columns = table.columns;
    grid->width = wantedWidths(table, *grid);
    fit(grid->width, table.columns, width - gap * static_cast<double>(table.columns.size() - 1));
    double x = 0;
    for (const double one : grid->width) {
        grid->left.push_back(x);
        x += one + gap;
    }
    return grid;
}

Piece headPiece(const std::shared_ptr<const Grid>& grid)
{
    int lines = 1;
    for (std::size_t i = 0; i < grid->columns.size(); ++i)
        lines = std::max(lines, static_cast<int>(std::lround(heightOf(headText(grid->columns[i]), grid->head, grid->width[i], mostHeadLines) / lineOf(grid->head))));
    Piece piece;
    piece.height = lines * lineOf(grid->head) + 2 * rowPad;
    piece.tag = Tag::Row;
    piece.keepWithNext = true;
    piece.paint = [grid](QPainter& painter, const QRectF& box) {
        for (std::size_t i = 0; i < grid->columns.size(); ++i) {
            const Tagged cell(painter, Tag::HeadCell);
            const double height = heightOf(headText(grid->columns[i]), grid->head, grid->width[i], mostHeadLines);
            set(painter, {box.left() + grid->left[i], box.bottom() - rowPad - height, grid->width[i], height}, headText(grid->columns[i]),
                {grid->head, grid->style.muted, grid->columns[i].numeric ? Qt::AlignRight : Qt::AlignLeft, mostHeadLines});
        }
        painter.fillRect(QRectF(box.left(), box.bottom() - 0.2 * mm, grid->total(), 0.2 * mm), grid->style.strong);
    };
    return piece;
}

void paintSign(QPainter& painter, const QRectF& box, const widgets::TableCell& cell, const Style& style)
{
    painter.save();
    painter.translate(box.left(), box.center().y() - 1.15 * mm);
    painter.scale(6, 6);
    const QRectF sign(0, 0, 2.3 * mm / 6, 2.3 * mm / 6);
    painter.setRenderHint(QPainter::Antialiasing);
    if (cell.freshness)
        widgets::paintFreshness(painter, sign, *cell.freshness, style.theme);
    else
        widgets::paintShape(painter, sign, cell.shape, cell.colour, widgets::mixed(cell.colour, style.text, 0.35));
    painter.restore();
}

Piece rowPiece(const widgets::TableRow& row, const std::shared_ptr<const Grid>& grid)
{
    Piece piece;
    int lines = 1; // a long name takes more
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const double room = grid->width[i] - (isSigned(row.cells[i]) ? swatch : 0);
        if (!grid->columns[i].numeric) lines = std::max(lines, static_cast<int>(std::lround(heightOf(row.cells[i].text, grid->cell, room, mostLines) / lineOf(grid->cell))));
    }
    piece.height = lines * lineOf(grid->cell) + 2 * rowPad;
    piece.tag = Tag::Row;
    piece.paint = [grid, cells = row.cells](QPainter& painter, const QRectF& box) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const widgets::TableCell& cell = cells[i];
            const Tagged tagged(painter, Tag::Cell);
            const bool numeric = grid->columns[i].numeric;
            QRectF at(box.left() + grid->left[i], box.top() + rowPad, grid->width[i], lineOf(grid->cell)); // its first line
            if (isSigned(cell)) {
                const double text = std::min(widthOf(cell.text, grid->cell), at.width() - swatch);
                const double x = numeric ? at.right() - text - swatch : at.left();
                paintSign(painter, {x, at.top(), swatch, at.height()}, cell, grid->style);
                at.setLeft(numeric ? x + swatch - 1 : at.left() + swatch);
            }
            set(painter, at, cell.text, {grid->cell, cell.muted ? grid->style.muted : grid->style.text, numeric ? Qt::AlignRight : Qt::AlignLeft, numeric ? 1 : mostLines});
        }
        painter.fillRect(QRectF(box.left(), box.bottom() - 0.12 * mm, grid->total(), 0.12 * mm), grid->style.theme.grid);
    };
    return piece;
}

} // namespace

std::vector<Piece> tablePieces(const TableBlock& block, const ReportBlock&, const Style& style, double width, int first)
{
    if (block.table.rows.empty() || block.table.columns.empty())
        return {textPiece(block.table.note, {font(style, body), style.muted, Qt::AlignLeft, 3}, width)};
    const auto grid = gridOf(block.table, style, width);
    std::vector<Piece> pieces{headPiece(grid)};
    for (const widgets::TableRow& row : block.table.rows) {
        pieces.push_back(rowPiece(row, grid));
        pieces.back().repeat = first;
    }
    // Neither the first nor the last row stands alone on a page.
    if (pieces.size() > 2) pieces[1].keepWithNext = pieces[pieces.size() - 2].keepWithNext = true;
    return pieces;
}

} // namespace app::paper
