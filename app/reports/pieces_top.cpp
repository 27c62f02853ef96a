// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/format.h"
#include "app/reports/pieces.h"
#include "widgets/theme/symbols.h"

#include <QPainter>
#include <QPainterPath>

/// What a report begins with: whose it is, of what and when, and the most important thing in one sentence.
namespace app::paper {

namespace {

using Fact = QPair<QString, QString>;

std::vector<Fact> factsOf(const Report& report)
{
    return {{say(QT_TRANSLATE_NOOP("Message", "Data of")), report.dataTime},
            {say(QT_TRANSLATE_NOOP("Message", "Period")), report.period},
            {say(QT_TRANSLATE_NOOP("Message", "Code")), report.evidence.code}};
}

// Names in muted type, values beneath each other, on the right.
void paintFacts(QPainter& painter, const QRectF& box, const std::vector<Fact>& facts, const Style& style)
{
    const QFont name = font(style, small), bold = font(style, small, QFont::DemiBold);
    double names = 0;
    for (const Fact& fact : facts)
        names = std::max(names, widthOf(fact.first, name));
    names += 2.5 * mm;
    double y = box.top();
    for (const Fact& fact : facts) {
        set(painter, {box.left(), y, names, lineOf(name)}, fact.first, {name, style.muted});
        y += set(painter, {box.left() + names, y, box.width() - names, 2 * lineOf(bold)}, fact.second, {bold, style.text, Qt::AlignLeft, 2});
    }
}

void paintAlarm(QPainter& painter, QPointF at, double side, const widgets::AlarmLook& look)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(at);
    painter.scale(6, 6);
    widgets::paintShape(painter, {0, 0, side / 6, side / 6}, look.shape, look.colour, look.colour);
    painter.restore();
}

// The sentence on a wash of its alarm's colour, a bar of the full colour before it.
Piece leadPiece(const HeadlinesBlock& block, const Style& style, double width)
{
    const bool alarm = block.alarm >= 1 && block.alarm <= 3;
    const widgets::AlarmLook look = alarm ? style.theme.alarms[static_cast<std::size_t>(block.alarm - 1)] : widgets::AlarmLook{style.theme.data, map::Shape::Circle};
    const QFont large = font(style, style.sheet.slides ? heading : lead, QFont::DemiBold);
    const double left = alarm ? 12 * mm : 5 * mm, pad = 2.2 * mm, inner = width - left - 4 * mm;
    Piece piece;
    piece.height = heightOf(block.first, large, inner, 4) + 2 * pad;
    piece.paint = [=](QPainter& painter, const QRectF& box) {
        painter.fillRect(QRectF(box.left(), box.top(), width, box.height()), widgets::mixed(style.theme.surface, look.colour, 0.08));
        painter.fillRect(QRectF(box.left(), box.top(), 1.2 * mm, box.height()), look.colour);
        if (alarm) paintAlarm(painter, {box.left() + 4.6 * mm, box.top() + pad + 0.8 * mm}, 4.4 * mm, look);
        set(painter, {box.left() + left, box.top() + pad, inner, box.height()}, block.first, {large, style.strong, Qt::AlignLeft, 4});
    };
    return piece;
}

} // namespace

Piece masthead(const Report& report, const Style& style, double width)
{
    const bool slide = style.sheet.slides;
    const QFont over = font(style, small, QFont::DemiBold), title = font(style, slide ? lead * 1.3 : giant, QFont::Bold), purpose = font(style, body);
    const double right = 62 * mm, left = width - right - 8 * mm;
    const QString headline = report.place.isEmpty() ? report.title : QStringLiteral("%1 · %2").arg(report.title, report.place);
    const QString about = slide ? QString() : report.purpose;
    const double titleHeight = heightOf(headline, title, left, 3), purposeHeight = heightOf(about, purpose, left, 3);
    const double factsHeight = 4.2 * lineOf(font(style, small));
    Piece piece;
    piece.tag = Tag::Group;
    piece.height = std::max(lineOf(over) + 0.6 * mm + titleHeight + purposeHeight, factsHeight) + (slide ? 2 : 5) * mm;
    piece.paint = [=, facts = factsOf(report), city = report.city](QPainter& painter, const QRectF& box) {
        double y = box.top();
        set(painter, {box.left(), y, left, lineOf(over)}, city, {over, style.theme.data});
        y += lineOf(over) + 0.6 * mm;
        {
            const Tagged tagged(painter, Tag::Title);
            y += set(painter, {box.left(), y, left, titleHeight}, headline, {title, style.strong, Qt::AlignLeft, 3});
        }
        const Tagged tagged(painter, Tag::Paragraph);
        set(painter, {box.left(), y, left, purposeHeight}, about, {purpose, style.muted, Qt::AlignLeft, 3});
        paintFacts(painter, {box.right() - right, box.top() + 0.4 * mm, right, factsHeight}, facts, style);
    };
    return piece;
}

namespace {

// One sentence over the whole width, or two short ones beside each other, each on its hairline.
Piece sentencesPiece(const QStringList& texts, const Style& style, double width)
{
    constexpr double between = 8 * mm, dash = 3 * mm;
    const QFont plain = font(style, style.sheet.slides ? small * 0.92 : body);
    const double each = texts.size() > 1 ? (width - between) / 2 : width;
    Piece piece;
    piece.tag = Tag::Group;
    for (const QString& text : texts)
        piece.height = std::max(piece.height, heightOf(text, plain, each - dash) + 0.9 * mm);
    piece.paint = [=](QPainter& painter, const QRectF& box) {
        double x = box.left();
        for (const QString& text : texts) {
            const Tagged tagged(painter, Tag::Paragraph);
            painter.fillRect(QRectF(x, box.top() + lineOf(plain) / 2 - 0.15 * mm, 1.4 * mm, 0.3 * mm), style.muted);
            set(painter, {x + dash, box.top(), each - dash, box.height()}, text, {plain, style.text, Qt::AlignLeft, 0});
            painter.fillRect(QRectF(x, box.bottom() - 0.45 * mm, each, 0.12 * mm), style.theme.grid);
            x += each + between;
        }
    };
    return piece;
}

} // namespace

std::vector<Piece> headlinePieces(const HeadlinesBlock& block, const Style& style, double width)
{
    const QFont plain = font(style, style.sheet.slides ? small * 0.92 : body);
    const auto isShort = [&](const QString& text) { return heightOf(text, plain, (width - 8 * mm) / 2 - 3 * mm) <= 2 * lineOf(plain); };
    std::vector<Piece> pieces{leadPiece(block, style, width), room(1.6 * mm)};
    // Read row by row: the order stays that of urgency.
    for (qsizetype i = 0; i < block.more.size(); ++i) {
        const bool pair = isShort(block.more[i]) && i + 1 < block.more.size() && isShort(block.more[i + 1]);
        pieces.push_back(sentencesPiece(block.more.mid(i, pair ? 2 : 1), style, width));
        if (pair) ++i;
    }
    return pieces;
}

std::vector<Piece> impactPieces(const ImpactBlock& block, const Style& style, double width)
{
    std::vector<Piece> pieces;
    const QFont head = font(style, body, QFont::DemiBold), plain = font(style, body), note = font(style, small);
    const double between = 8 * mm, each = (width - between) / 2;
    for (const ImpactBlock::Part& part : block.parts) {
        Piece top;
        top.height = heightOf(part.title, head, width - 7 * mm, 2) + 1 * mm;
        top.keepWithNext = true;
        top.paint = [=, alarm = part.alarm, title = part.title](QPainter& painter, const QRectF& box) {
            const bool ranked = alarm >= 1 && alarm <= 3;
            if (ranked) paintAlarm(painter, {box.left(), box.top() + 0.6 * mm}, 3.4 * mm, style.theme.alarms[static_cast<std::size_t>(alarm - 1)]);
            set(painter, box.adjusted(ranked ? 6 * mm : 0, 0, 0, 0), title, {head, style.text, Qt::AlignLeft, 2});
        };
        pieces.push_back(std::move(top));
        for (const QString& fact : part.facts)
            pieces.push_back(textPiece(fact, {plain, style.text, Qt::AlignLeft, 3}, width));
        // Tables in pairs, each at half the width; a pair is not torn apart.
        for (std::size_t i = 0; i < part.tables.size(); i += 2) {
            std::vector<std::pair<double, Piece>> rows; // where each stands, from the top of the pair
            Piece pair;
            pair.tag = Tag::None; // its cells speak for themselves
            for (std::size_t n = i; n < std::min(i + 2, part.tables.size()); ++n) {
                double y = 1.5 * mm;
                std::vector<Piece> column{textPiece(part.titles[n], {font(style, small, QFont::DemiBold), style.muted}, each)};
                for (Piece& one : tablePieces(part.tables[n], {}, style, each, 0))
                    column.push_back(std::move(one));
                if (part.tables[n].leftOut > 0)
                    column.push_back(textPiece(say(QT_TRANSLATE_NOOP("Message", "%1 more are left out here."), {number(static_cast<qsizetype>(part.tables[n].leftOut))}), {note, style.muted}, each));
                for (Piece& one : column) {
                    const double tall = one.height;
                    const double x = n == i ? 0 : each + between;
                    auto paintOne = std::move(one.paint);
                    one.paint = [paintOne, x, each](QPainter& painter, const QRectF& box) { paintOne(painter, {box.left() + x, box.top(), each, box.height()}); };
                    rows.emplace_back(y, std::move(one));
                    y += tall;
                }
                pair.height = std::max(pair.height, y);
            }
            pair.paint = [rows](QPainter& painter, const QRectF& box) {
                for (const auto& [y, piece] : rows)
                    piece.paint(painter, {box.left(), box.top() + y, box.width(), piece.height});
            };
            pieces.push_back(std::move(pair));
        }
        if (!part.method.isEmpty()) pieces.push_back(textPiece(part.method, {note, style.muted, Qt::AlignLeft, 2}, width));
        pieces.push_back(room(3 * mm));
    }
    return pieces;
}

} // namespace app::paper
