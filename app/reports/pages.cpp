// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/pages.h"

#include "app/dashboards/format.h"

#include <QPainter>
#include <algorithm>

namespace app::paper {

namespace {

constexpr double side = 17 * mm, top = 20 * mm, foot = 27 * mm; ///< Margins; the foot holds the evidence.
constexpr double headLine = 13.4 * mm;                          ///< Where the running head of later pages stands.
constexpr int feedLines = 3;

QSizeF sizeOf(const Report& report)
{
    return report.slides ? QSizeF(8.333 * perInch, 4.6875 * perInch) : QSizeF(210 * mm, 297 * mm);
}

void addNew(QStringList& all, const QStringList& more)
{
    for (const QString& one : more)
        if (!all.contains(one)) all << one;
}

} // namespace

Pages::Pages(const Report& report, const widgets::Theme& theme)
    : m_report(report), m_style(Style::of(theme)), m_size(sizeOf(report)), m_pieces(piecesOf(report, m_style, m_size.width() - 2 * side))
{
    layOut();
}

void Pages::layOut()
{
    const double bottom = m_size.height() - foot;
    double y = top;
    m_pages.emplace_back();
    const auto begin = [&](int repeated) {
        m_pages.emplace_back();
        y = top;
        if (repeated < 0) return;
        const double height = m_pieces[static_cast<std::size_t>(repeated)].height;
        m_pages.back().placed.push_back({repeated, y, height});
        y += height;
    };
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        const Piece& piece = m_pieces[i];
        const auto least = [](const Piece& one) { return one.least > 0 ? one.least : one.height; };
        double needed = least(piece);
        for (std::size_t next = i; m_pieces[next].keepWithNext && next + 1 < m_pieces.size(); ++next)
            needed += least(m_pieces[next + 1]);
        const bool empty = m_pages.back().placed.empty();
        if (!empty && (piece.newPage || (!piece.isRoom && y + needed > bottom))) begin(piece.repeat);
        if (piece.isRoom && (m_pages.back().placed.empty() || y + piece.height > bottom)) continue;
        const double height = piece.least > 0 ? std::clamp(bottom - y, piece.least, piece.height) : piece.height;
        m_pages.back().placed.push_back({static_cast<int>(i), y, height});
        addNew(m_pages.back().feeds, piece.feeds);
        addNew(m_pages.back().scales, piece.scales);
        y += height;
    }
}

void Pages::paintHead(QPainter& painter) const
{
    const QFont type = font(m_style, tiny);
    const double width = m_size.width() - 2 * side, line = lineOf(type);
    const QString title = m_report.place.isEmpty() ? m_report.title : QStringLiteral("%1 · %2").arg(m_report.title, m_report.place);
    set(painter, {side, headLine, width * 0.6, line}, QStringLiteral("%1  ·  %2").arg(m_report.city, title), {type, m_style.muted});
    set(painter, {side + width * 0.6, headLine, width * 0.4, line}, say(QT_TRANSLATE_NOOP("Message", "Data of %1"), {m_report.dataTime}),
        {type, m_style.muted, Qt::AlignRight});
}

QString Pages::feedsText(const Page& page) const
{
    QStringList parts;
    for (const FeedUsed& feed : m_report.evidence.feeds) {
        if (!page.feeds.contains(feed.id)) continue;
        const QString clock = feed.observed ? city::inZone(*feed.observed, m_report.zone, QStringLiteral("MM-dd HH:mm")) : QString();
        parts << QStringList{feed.title, clock, feed.age.isEmpty() ? feed.stateWord : QStringLiteral("%1, %2").arg(feed.stateWord, feed.age)}.join(QLatin1Char(' ')).simplified();
    }
    return parts.isEmpty() ? say(QT_TRANSLATE_NOOP("Message", "No feed is used on this page."))
                           : say(QT_TRANSLATE_NOOP("Message", "Feeds: %1"), {parts.join(QStringLiteral("; "))});
}

void Pages::paintFoot(QPainter& painter, int number_) const
{
    const Page& page = m_pages[static_cast<std::size_t>(number_)];
    const ReportEvidence& evidence = m_report.evidence;
    const QFont type = font(m_style, 5.6), bold = font(m_style, tiny, QFont::DemiBold);
    const double width = m_size.width() - 2 * side, line = lineOf(type);
    double y = m_size.height() - foot + 4 * mm;
    painter.fillRect(QRectF(side, y, width, 0.2 * mm), m_style.line);
    y += 1 * mm;
    const auto say_ = [&](const QString& text, int lines) {
        y += set(painter, {side, y, width, lines * line}, text, {type, m_style.muted, Qt::AlignLeft, lines});
    };
    say_(feedsText(page), feedLines);
    QStringList rest;
    if (!page.scales.isEmpty()) rest << say(QT_TRANSLATE_NOOP("Message", "Scales: %1"), {page.scales.join(QStringLiteral(", "))});
    rest << say(QT_TRANSLATE_NOOP("Message", "Licences: %1"), {evidence.licences.join(QStringLiteral(", "))});
    rest << (evidence.suppressions.isEmpty() ? say(QT_TRANSLATE_NOOP("Message", "Nothing is withheld"))
                                             : say(QT_TRANSLATE_NOOP("Message", "Withheld cells: see the last section")));
    rest << say(QT_TRANSLATE_NOOP("Message", "Pack: %1"), {evidence.pack}) << evidence.program;
    say_(rest.join(QStringLiteral("  ·  ")), 2);
    const double base = m_size.height() - 8 * mm;
    set(painter, {side, base, width * 0.75, lineOf(bold)},
        QStringLiteral("%1  ·  %2").arg(say(QT_TRANSLATE_NOOP("Message", "Data of %1"), {m_report.dataTime}), say(QT_TRANSLATE_NOOP("Message", "Code %1"), {evidence.code})),
        {bold, m_style.text});
    set(painter, {side + width * 0.75, base, width * 0.25, lineOf(bold)},
        say(QT_TRANSLATE_NOOP("Message", "Page %1 of %2"), {number(static_cast<qsizetype>(number_) + 1), number(static_cast<qsizetype>(count()))}),
        {bold, m_style.text, Qt::AlignRight});
}

void Pages::paint(QPainter& painter, int number_) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), m_size), m_style.theme.surface);
    if (number_ > 0) paintHead(painter);
    const double width = m_size.width() - 2 * side;
    for (const Page::Placed& placed : m_pages[static_cast<std::size_t>(number_)].placed) {
        const Piece& piece = m_pieces[static_cast<std::size_t>(placed.piece)];
        if (piece.paint) piece.paint(painter, {side, placed.y, width, placed.height});
    }
    if (!m_report.stamp.isEmpty()) {
        const QFont stamp = font(m_style, heading, QFont::Bold);
        const double wide = widthOf(m_report.stamp, stamp) + 6 * mm;
        const QRectF plate(m_size.width() - side - wide, 5 * mm, wide, lineOf(stamp) + 1 * mm);
        painter.fillRect(plate, m_style.theme.stamp);
        set(painter, plate.adjusted(0, 0.5 * mm, 0, 0), m_report.stamp, {stamp, m_style.theme.surface, Qt::AlignHCenter});
    }
    paintFoot(painter, number_);
    painter.restore();
}

std::vector<Bookmark> Pages::bookmarks() const
{
    std::vector<Bookmark> all;
    for (std::size_t page = 0; page < m_pages.size(); ++page)
        for (const Page::Placed& placed : m_pages[page].placed)
            if (const QString& title = m_pieces[static_cast<std::size_t>(placed.piece)].bookmark; !title.isEmpty())
                all.push_back({title, static_cast<int>(page)});
    return all;
}

} // namespace app::paper
