// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/pages.h"

#include <QPainter>
#include <algorithm>

namespace app::paper {

namespace {

void addNew(QStringList& all, const QStringList& more)
{
    for (const QString& one : more)
        if (!all.contains(one)) all << one;
}

} // namespace

Pages::Pages(const Report& report, const widgets::Theme& theme) : Pages(std::vector<Column>{Column(report, theme)}) {}

Pages::Pages(std::vector<Column> columns) : m_columns(std::move(columns))
{
    alignColumns();
    layOut();
}

const std::vector<Piece>& Pages::longest() const
{
    return std::max_element(m_columns.begin(), m_columns.end(), [](const Column& a, const Column& b) { return a.pieces().size() < b.pieces().size(); })->pieces();
}

QSizeF Pages::size() const
{
    return {sheet().size.width() * static_cast<double>(m_columns.size()), sheet().size.height()};
}

// The same facts make nearly the same pieces in every language; each part begins beside its like.
void Pages::alignColumns()
{
    std::map<int, std::size_t> counts;
    for (const Column& column : m_columns)
        for (const auto& [section, count] : column.sectionCounts())
            counts[section] = std::max(counts[section], count);
    if (m_columns.size() > 1)
        for (Column& column : m_columns)
            column.fillSections(counts);
    for (const Column& column : m_columns) {
        m_extents.resize(std::max(m_extents.size(), column.pieces().size()));
        for (std::size_t i = 0; i < column.pieces().size(); ++i) {
            const Piece& one = column.pieces()[i];
            Extent& extent = m_extents[i];
            extent.height = std::max(extent.height, one.height);
            extent.least = std::max(extent.least, one.least > 0 ? one.least : one.height);
            extent.most = std::max(extent.most, std::max(one.most, one.height));
        }
    }
}

void Pages::layOut()
{
    const double top = sheet().top, bottom = sheet().size.height() - sheet().foot;
    const std::vector<Piece>& pieces = longest();
    double y = top;
    m_pages.emplace_back();
    const auto begin = [&](int repeated) {
        fillUp(m_pages.back(), bottom);
        m_pages.emplace_back();
        y = top;
        if (repeated < 0) return;
        const double height = m_extents[static_cast<std::size_t>(repeated)].height;
        m_pages.back().placed.push_back({repeated, y, height, true});
        y += height;
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& one = pieces[i];
        const Extent& extent = m_extents[i];
        double needed = extent.least;
        for (std::size_t next = i; pieces[next].keepWithNext && next + 1 < pieces.size(); ++next)
            needed += m_extents[next + 1].least;
        double whole = 0;
        for (std::size_t next = i; next < std::min(pieces.size(), i + static_cast<std::size_t>(one.together)); ++next)
            whole += m_extents[next].least;
        if (whole <= bottom - top) needed = std::max(needed, whole);
        const bool empty = m_pages.back().placed.empty();
        if (!empty && (one.newPage || (!one.isRoom && y + needed > bottom))) begin(one.repeat);
        if (one.isRoom && (m_pages.back().placed.empty() || y + extent.height > bottom)) continue;
        const double height = extent.least < extent.height ? std::clamp(bottom - y, extent.least, extent.height) : extent.height;
        m_pages.back().placed.push_back({static_cast<int>(i), y, height, false});
        addNew(m_pages.back().feeds, one.feeds);
        addNew(m_pages.back().scales, one.scales);
        y += height;
    }
}

// What a page has left over goes to its maps and charts: none ends half empty because the next part did not fit.
void Pages::fillUp(Page& page, double bottom) const
{
    if (page.placed.empty()) return;
    const double spare = bottom - page.placed.back().y - page.placed.back().height;
    const auto mayGrow = [this](const Page::Placed& one) { return std::max(0.0, m_extents[static_cast<std::size_t>(one.piece)].most - one.height); };
    double growth = 0;
    for (const Page::Placed& one : page.placed)
        growth += mayGrow(one);
    if (spare <= 0 || growth <= 0) return;
    const double share = std::min(1.0, spare / growth);
    double lower = 0;
    for (Page::Placed& one : page.placed) {
        one.y += lower;
        const double more = mayGrow(one) * share;
        one.height += more;
        lower += more;
    }
}

void Pages::paint(QPainter& painter, int number) const
{
    const Page& page = m_pages[static_cast<std::size_t>(number)];
    const Sheet& paper = sheet();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), size()), m_columns.front().style().theme.surface);
    if (number == 0) painter.fillRect(QRectF(0, 0, size().width(), (paper.slides ? 1.6 : 2.6) * mm), m_columns.front().style().theme.data);
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        const Column& column = m_columns[c];
        const double left = paper.size.width() * static_cast<double>(c);
        if (number > 0) column.paintHead(painter, left);
        for (const Page::Placed& placed : page.placed) {
            if (static_cast<std::size_t>(placed.piece) >= column.pieces().size()) continue;
            const Piece& one = piece(c, placed.piece);
            if (!one.paint) continue;
            // The head that stands again above a table's next page has been read.
            const Tagged tagged(painter, placed.repeated ? Tag::None : one.tag, placed.piece * static_cast<int>(m_columns.size()) + static_cast<int>(c));
            one.paint(painter, {left + paper.side, placed.y, paper.width(), placed.height});
        }
        column.paintStamp(painter, left);
        column.paintFoot(painter, left, page.feeds, page.scales, number, count());
    }
    painter.restore();
}

std::vector<Bookmark> Pages::bookmarks() const
{
    std::vector<Bookmark> all;
    for (std::size_t page = 0; page < m_pages.size(); ++page)
        for (const Page::Placed& placed : m_pages[page].placed)
            if (const QString& title = longest()[static_cast<std::size_t>(placed.piece)].bookmark; !title.isEmpty()) all.push_back({title, static_cast<int>(page)});
    return all;
}

const Piece& Pages::pieceOf(int part) const
{
    const auto columns = static_cast<int>(m_columns.size());
    return piece(static_cast<std::size_t>(part % columns), part / columns);
}

QString Pages::alt(int part) const
{
    return pieceOf(part).alt;
}

int Pages::tableOf(int part) const
{
    const int head = pieceOf(part).repeat;
    const auto columns = static_cast<int>(m_columns.size());
    return head < 0 ? part : head * columns + part % columns;
}

QString Pages::languageOf(int part) const
{
    return m_columns[static_cast<std::size_t>(part) % m_columns.size()].report().order.language;
}

} // namespace app::paper
