// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/pieces.h"

#include "app/dashboards/format.h"

#include <QPainter>

namespace app::paper {

namespace {

void addNote(const NoteBlock& block, const Style& style, double width, std::vector<Piece>& pieces)
{
    if (!block.text.isEmpty()) {
        for (const QString& paragraph : block.text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            pieces.push_back(textPiece(paragraph, {font(style, body), style.text, Qt::AlignLeft, 0}, width));
        return;
    }
    for (int i = 0; i < 4; ++i) { // lines to write on
        Piece line;
        line.height = 8 * mm;
        line.tag = Tag::None;
        line.paint = [style](QPainter& painter, const QRectF& box) { painter.fillRect(QRectF(box.left(), box.bottom() - 0.2 * mm, box.width(), 0.2 * mm), style.line); };
        pieces.push_back(std::move(line));
    }
}

std::vector<Piece> piecesOf(const ReportBlock& block, const Report& report, const Style& style, double width, int first)
{
    if (const auto* tiles = std::get_if<TilesBlock>(&block.content)) return tilePieces(*tiles, style, width);
    if (const auto* map = std::get_if<MapBlock>(&block.content)) return {mapPiece(*map, style, width)};
    if (const auto* charts = std::get_if<ChartsBlock>(&block.content)) return chartPieces(*charts, report, style, width);
    if (const auto* table = std::get_if<TableBlock>(&block.content)) return tablePieces(*table, block, style, width, first);
    if (const auto* alerts = std::get_if<AlertsBlock>(&block.content)) return alertPieces(*alerts, style, width);
    if (const auto* impact = std::get_if<ImpactBlock>(&block.content)) return impactPieces(*impact, style, width);
    if (const auto* said = std::get_if<HeadlinesBlock>(&block.content)) return headlinePieces(*said, style, width);
    std::vector<Piece> pieces;
    if (const auto* note = std::get_if<NoteBlock>(&block.content)) addNote(*note, style, width, pieces);
    if (const auto* text = std::get_if<TextBlock>(&block.content))
        pieces.push_back(textPiece(text->text, {font(style, body), style.text, Qt::AlignLeft, 0}, width));
    return pieces;
}

} // namespace

Piece room(double height)
{
    Piece piece;
    piece.height = height;
    piece.isRoom = true;
    piece.tag = Tag::None;
    return piece;
}

Piece textPiece(const QString& text, const Setting& setting, double width)
{
    Piece piece;
    piece.height = heightOf(text, setting.font, width, setting.lines);
    piece.paint = [=](QPainter& painter, const QRectF& box) { set(painter, box, text, setting); };
    return piece;
}

Piece headingPiece(const QString& title, const Style& style, double width)
{
    const QFont bold = font(style, heading, QFont::Bold);
    Piece piece;
    piece.height = heightOf(title, bold, width, 2) + 2.4 * mm;
    piece.keepWithNext = true;
    piece.bookmark = title;
    piece.tag = Tag::Heading;
    piece.paint = [=](QPainter& painter, const QRectF& box) {
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 0.25 * mm), style.strong);
        set(painter, box.adjusted(0, 1 * mm, 0, 0), title, {bold, style.strong, Qt::AlignLeft, 2});
    };
    return piece;
}

namespace {

// What is no taller than `most` is not torn apart.
void keepTogether(std::vector<Piece>& pieces, double most)
{
    double height = 0;
    for (const Piece& piece : pieces)
        height += piece.least > 0 ? piece.least : piece.height;
    if (pieces.size() > 1 && height <= most) pieces.front().together = static_cast<int>(pieces.size());
}

} // namespace

std::vector<Piece> piecesOf(const Report& report, const Style& style, double width)
{
    std::vector<Piece> all{masthead(report, style, width)};
    bool onNewPage = false;
    int section = 0;
    const auto add = [&](std::vector<Piece> some, const ReportBlock* block) {
        for (Piece& piece : some) {
            piece.section = section;
            piece.newPage = piece.newPage || onNewPage;
            onNewPage = false;
            if (block) {
                piece.feeds = block->feeds;
                piece.scales = block->scales;
            }
            all.push_back(std::move(piece));
        }
    };
    for (const ReportBlock& block : report.blocks) {
        if (std::holds_alternative<PageBlock>(block.content)) {
            onNewPage = true;
            continue;
        }
        ++section;
        std::vector<Piece> some;
        if (!block.title.isEmpty()) some.push_back(headingPiece(block.title, style, width));
        for (Piece& piece : piecesOf(block, report, style, width, static_cast<int>(all.size() + some.size())))
            some.push_back(std::move(piece));
        keepTogether(some, style.sheet.size.height() / 3);
        add(std::move(some), &block);
        if (!block.remark.isEmpty())
            add({room(1 * mm), textPiece(block.remark, {font(style, small), style.muted, Qt::AlignLeft, 3}, width)}, &block);
        if (!onNewPage) add({room(5 * mm)}, nullptr);
    }
    onNewPage = false;
    ++section;
    std::vector<Piece> evidence = evidencePieces(report, style, width, static_cast<int>(all.size()));
    keepTogether(evidence, style.sheet.size.height());
    add(std::move(evidence), nullptr);
    return all;
}

} // namespace app::paper
