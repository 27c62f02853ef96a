// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/column.h"

#include "app/dashboards/format.h"

#include <QPainter>
#include <algorithm>

namespace app::paper {

namespace {

constexpr int feedLines = 5;

QString filled(QString text, const QString& what)
{
    return text.replace(QStringLiteral("%1"), what);
}

} // namespace

PageWords PageWords::now()
{
    const QString one = QStringLiteral("%1"), two = QStringLiteral("%2"); // what differs from page to page stays open
    return {say(QT_TRANSLATE_NOOP("Message", "Data of %1"), {one}), say(QT_TRANSLATE_NOOP("Message", "Feeds: %1"), {one}),
            say(QT_TRANSLATE_NOOP("Message", "No feed is used on this page.")), say(QT_TRANSLATE_NOOP("Message", ", ")),
            say(QT_TRANSLATE_NOOP("Message", "Scales: %1"), {one}), say(QT_TRANSLATE_NOOP("Message", "Licences: %1"), {one}),
            say(QT_TRANSLATE_NOOP("Message", "Nothing is withheld")), say(QT_TRANSLATE_NOOP("Message", "Withheld cells: see the last section")),
            say(QT_TRANSLATE_NOOP("Message", "Pack: %1"), {one}), say(QT_TRANSLATE_NOOP("Message", "Code %1"), {one}), say(QT_TRANSLATE_NOOP("Message", "Page %1 of %2"), {one, two})};
}

Column::Column(const Report& report, const widgets::Theme& theme)
    : m_report(&report), m_style(Style::of(theme, report.slides ? Sheet::slide() : Sheet::a4())), m_words(PageWords::now()), m_pieces(piecesOf(report, m_style, m_style.sheet.width()))
{
}

std::map<int, std::size_t> Column::sectionCounts() const
{
    std::map<int, std::size_t> counts;
    for (const Piece& piece : m_pieces)
        ++counts[piece.section];
    return counts;
}

void Column::fillSections(const std::map<int, std::size_t>& counts)
{
    std::vector<Piece> filled;
    std::vector<int> moved; // where each piece stands now: heads that are repeated are known by number
    for (std::size_t i = 0; i < m_pieces.size();) {
        const int section = m_pieces[i].section;
        std::size_t count = 0;
        for (; i < m_pieces.size() && m_pieces[i].section == section; ++i, ++count) {
            moved.push_back(static_cast<int>(filled.size()));
            filled.push_back(std::move(m_pieces[i]));
        }
        const auto wanted = counts.find(section);
        for (; wanted != counts.end() && count < wanted->second; ++count) {
            filled.push_back(room(0));
            filled.back().isRoom = false;
            filled.back().section = section;
        }
    }
    for (Piece& piece : filled)
        if (piece.repeat >= 0) piece.repeat = moved[static_cast<std::size_t>(piece.repeat)];
    m_pieces = std::move(filled);
}

void Column::paintHead(QPainter& painter, double left) const
{
    const Sheet& sheet = m_style.sheet;
    const QFont type = font(m_style, tiny);
    const double x = left + sheet.side, width = sheet.width(), line = lineOf(type);
    const QString title = m_report->place.isEmpty() ? m_report->title : QStringLiteral("%1 · %2").arg(m_report->title, m_report->place);
    set(painter, {x, sheet.head, width * 0.6, line}, QStringLiteral("%1  ·  %2").arg(m_report->city, title), {type, m_style.muted});
    set(painter, {x + width * 0.6, sheet.head, width * 0.4, line}, filled(m_words.dataOf, m_report->dataTime), {type, m_style.muted, Qt::AlignRight});
}

// Feeds of the same time and state are told together: all of them have room.
QString Column::feedsText(const QStringList& feeds) const
{
    std::vector<QPair<QString, QStringList>> groups;
    for (const FeedUsed& feed : m_report->evidence.feeds) {
        if (!feeds.contains(feed.id)) continue;
        const QString clock = feed.observed ? city::inZone(*feed.observed, m_report->zone, QStringLiteral("MM-dd HH:mm")) : QString();
        const QString state = QStringList{clock, feed.age.isEmpty() ? feed.stateWord : QStringLiteral("%1, %2").arg(feed.stateWord, feed.age)}.join(QLatin1Char(' ')).trimmed();
        auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& one) { return one.first == state; });
        if (group == groups.end()) group = groups.insert(groups.end(), {state, {}});
        group->second << feed.title;
    }
    QStringList parts;
    for (const auto& [state, titles] : groups)
        parts << QStringLiteral("%1 (%2)").arg(titles.join(m_words.between), state);
    return parts.isEmpty() ? m_words.noFeeds : filled(m_words.feeds, parts.join(QStringLiteral("; ")));
}

QString Column::restText(const QStringList& scales) const
{
    const ReportEvidence& evidence = m_report->evidence;
    QStringList rest;
    if (!scales.isEmpty()) rest << filled(m_words.scales, scales.join(QStringLiteral(", ")));
    rest << filled(m_words.licences, evidence.licences.join(QStringLiteral(", "))) << (evidence.suppressions.isEmpty() ? m_words.nothingWithheld : m_words.withheld)
         << filled(m_words.pack, evidence.pack) << evidence.program;
    return rest.join(QStringLiteral("  ·  "));
}

void Column::paintFoot(QPainter& painter, double left, const QStringList& feeds, const QStringList& scales, int page, int pages) const
{
    const Sheet& sheet = m_style.sheet;
    const QFont bold = font(m_style, tiny, QFont::DemiBold);
    const double x = left + sheet.side, width = sheet.width();
    // A page that speaks of every feed there is says so in smaller type.
    const QString told = feedsText(feeds);
    QFont type = font(m_style, sheet.slides ? 4.6 : 5.6);
    if (heightOf(told, type, width) > 3 * lineOf(type)) type = font(m_style, sheet.slides ? 4 : 4.8);
    const double line = lineOf(type);
    double y = sheet.size.height() - sheet.foot + (sheet.slides ? 1.5 : 3) * mm;
    painter.fillRect(QRectF(x, y, width, 0.2 * mm), m_style.line);
    y += 0.8 * mm;
    const auto write = [&](const QString& text, int lines) { y += set(painter, {x, y, width, lines * line}, text, {type, m_style.muted, Qt::AlignLeft, lines}); };
    write(told, feedLines);
    write(restText(scales), 2);
    const double base = sheet.size.height() - (sheet.slides ? 4 : 7.5) * mm;
    set(painter, {x, base, width * 0.75, lineOf(bold)},
        QStringLiteral("%1  ·  %2").arg(filled(m_words.dataOf, m_report->dataTime), filled(m_words.code, m_report->evidence.code)), {bold, m_style.text});
    const QString where = filled(m_words.pageOf, number(static_cast<qsizetype>(page) + 1)).replace(QStringLiteral("%2"), number(static_cast<qsizetype>(pages)));
    set(painter, {x + width * 0.75, base, width * 0.25, lineOf(bold)}, where, {bold, m_style.text, Qt::AlignRight});
}

void Column::paintStamp(QPainter& painter, double left) const
{
    if (m_report->stamp.isEmpty()) return;
    const Sheet& sheet = m_style.sheet;
    const QFont stamp = font(m_style, body, QFont::Bold);
    const double wide = widthOf(m_report->stamp, stamp) + 5 * mm;
    const QRectF plate(left + sheet.size.width() - sheet.side - wide, (sheet.slides ? 2.5 : 6) * mm, wide, lineOf(stamp) + 1 * mm);
    painter.fillRect(plate, m_style.theme.stamp);
    set(painter, plate.adjusted(0, 0.5 * mm, 0, 0), m_report->stamp, {stamp, m_style.theme.surface, Qt::AlignHCenter});
}

} // namespace app::paper
