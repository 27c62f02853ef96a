// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/pieces.h"

#include "app/dashboards/format.h"
#include "widgets/theme/symbols.h"

#include <QPainter>

namespace app::paper {

namespace {

// First page: whose report, of what, of when. White space and weight, no box.
Piece masthead(const Report& report, const Style& style, double width)
{
    const QFont over = font(style, small, QFont::DemiBold), title = font(style, giant, QFont::Bold), sub = font(style, body), purpose = font(style, body);
    const QString headline = report.place.isEmpty() ? report.title : QStringLiteral("%1 · %2").arg(report.title, report.place);
    const double titleHeight = heightOf(headline, title, width, 3), purposeHeight = heightOf(report.purpose, purpose, width * 0.72, 3);
    Piece piece;
    piece.height = lineOf(over) + 1 * mm + titleHeight + purposeHeight + lineOf(sub) + 5 * mm;
    piece.paint = [=, &report](QPainter& painter, const QRectF& box) {
        painter.fillRect(QRectF(box.left(), box.top() - 3 * mm, 14 * mm, 1.1 * mm), style.strong);
        double y = box.top();
        set(painter, {box.left(), y, width, lineOf(over)}, report.city, {over, style.muted});
        y += lineOf(over) + 1 * mm;
        y += set(painter, {box.left(), y, width, titleHeight}, headline, {title, style.strong, Qt::AlignLeft, 3});
        y += set(painter, {box.left(), y, width * 0.72, purposeHeight}, report.purpose, {purpose, style.muted, Qt::AlignLeft, 3});
        y += 1.5 * mm;
        const QString times = say(QT_TRANSLATE_NOOP("Message", "Data of %1  ·  period %2"), {report.dataTime, report.period});
        set(painter, {box.left(), y, width, lineOf(sub)}, times, {font(style, body, QFont::DemiBold), style.text});
    };
    return piece;
}

void addHeadlines(const HeadlinesBlock& block, const Style& style, double width, std::vector<Piece>& pieces)
{
    const bool alarm = block.alarm >= 1 && block.alarm <= 3;
    const QFont large = font(style, 13, QFont::DemiBold), plain = font(style, body);
    const double left = alarm ? 8 * mm : 0;
    Piece first;
    first.height = heightOf(block.first, large, width - left, 4) + 1.5 * mm;
    first.paint = [=](QPainter& painter, const QRectF& box) {
        if (alarm) {
            const widgets::AlarmLook& look = style.theme.alarms[static_cast<std::size_t>(block.alarm - 1)];
            painter.save();
            painter.translate(box.left(), box.top() + 0.8 * mm);
            painter.scale(6, 6);
            widgets::paintShape(painter, {0, 0, 17, 17}, look.shape, look.colour, look.colour);
            painter.restore();
        }
        set(painter, box.adjusted(left, 0, 0, 0), block.first, {large, style.strong, Qt::AlignLeft, 4});
    };
    pieces.push_back(std::move(first));
    for (const QString& line : block.more) {
        Piece piece;
        piece.height = heightOf(line, plain, width - left - 3 * mm, 3) + 0.4 * mm;
        piece.paint = [=](QPainter& painter, const QRectF& box) {
            painter.fillRect(QRectF(box.left() + left, box.top() + lineOf(plain) / 2 - 0.15 * mm, 1.6 * mm, 0.3 * mm), style.muted);
            set(painter, box.adjusted(left + 3 * mm, 0, 0, 0), line, {plain, style.text, Qt::AlignLeft, 3});
        };
        pieces.push_back(std::move(piece));
    }
}

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
    std::vector<Piece> pieces;
    if (const auto* said = std::get_if<HeadlinesBlock>(&block.content)) addHeadlines(*said, style, width, pieces);
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
    piece.paint = [=](QPainter& painter, const QRectF& box) {
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 0.25 * mm), style.strong);
        set(painter, box.adjusted(0, 1 * mm, 0, 0), title, {bold, style.strong, Qt::AlignLeft, 2});
    };
    return piece;
}

std::vector<Piece> piecesOf(const Report& report, const Style& style, double width)
{
    std::vector<Piece> all{masthead(report, style, width)};
    bool onNewPage = false;
    const auto add = [&](std::vector<Piece> some, const ReportBlock* block) {
        for (Piece& piece : some) {
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
        if (!block.title.isEmpty()) add({headingPiece(block.title, style, width)}, &block);
        add(piecesOf(block, report, style, width, static_cast<int>(all.size())), &block);
        if (!block.remark.isEmpty())
            add({room(1 * mm), textPiece(block.remark, {font(style, small), style.muted, Qt::AlignLeft, 3}, width)}, &block);
        if (!onNewPage) add({room(5 * mm)}, nullptr);
    }
    onNewPage = false;
    add(evidencePieces(report, style, width, static_cast<int>(all.size())), nullptr);
    return all;
}

} // namespace app::paper
