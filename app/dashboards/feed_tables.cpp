// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/feed_tables.h"

#include "app/dashboards/format.h"
#include "layers/feeds/health/findings.h"
#include "layers/feeds/health/log.h"
#include "layers/feeds/health/words.h"

#include <algorithm>

namespace app {

namespace {

using widgets::TableCell;
using widgets::TableData;

constexpr qsizetype longestWrong = 64;

QString text(const char* source)
{
    return say(source);
}

TableCell cell(const QString& shown)
{
    TableCell made;
    made.text = shown;
    return made;
}

TableCell cell(const QString& shown, double number)
{
    TableCell made = cell(shown);
    if (number >= 0) made.number = number;
    return made;
}

TableCell stateCell(const FeedFacts& facts)
{
    TableCell made = cell(facts.word, facts.badness());
    made.freshness = facts.off || facts.never ? city::Freshness::Missing : facts.state;
    return made;
}

std::vector<widgets::TableColumn> listColumns()
{
    return {{text(QT_TRANSLATE_NOOP("Message", "Feed")), {}, false},
            {text(QT_TRANSLATE_NOOP("Message", "State")), {}, false},
            {text(QT_TRANSLATE_NOOP("Message", "Age")), {}, true},
            {text(QT_TRANSLATE_NOOP("Message", "Promised every")), {}, true},
            {text(QT_TRANSLATE_NOOP("Message", "Seen every")), {}, true},
            {text(QT_TRANSLATE_NOOP("Message", "Answered")), {}, true},
            {text(QT_TRANSLATE_NOOP("Message", "Latency")), {}, true},
            {text(QT_TRANSLATE_NOOP("Message", "Records")), {}, true},
            {text(QT_TRANSLATE_NOOP("Message", "Refused")), {}, true},
            {text(QT_TRANSLATE_NOOP("Message", "What is wrong")), {}, false}};
}

widgets::TableRow rowOf(const FeedFacts& facts)
{
    widgets::TableRow row;
    row.key = facts.id;
    QString wrong = facts.wrong.isEmpty() ? QString() : facts.wrong.front();
    if (wrong.size() > longestWrong) wrong = wrong.left(longestWrong) + QChar(0x2026); // All of it is on the feed's page.
    const QString more = facts.wrong.size() > 1 ? say(QT_TRANSLATE_NOOP("Message", " (and %1 more)"), {QString::number(facts.wrong.size() - 1)}) : QString();
    row.cells = {cell(facts.title),
                 stateCell(facts),
                 cell(facts.age, facts.ageSeconds),
                 cell(facts.promised, facts.promisedSeconds),
                 cell(facts.seen, facts.seenSeconds),
                 cell(facts.success, facts.successShare),
                 cell(facts.latency, facts.latencySeconds),
                 cell(facts.records, facts.recordCount),
                 cell(facts.refused, facts.refusedCount),
                 cell(wrong + more)};
    row.tip = facts.wrong.join(QLatin1Char('\n'));
    return row;
}

bool isListed(const FeedFacts& facts, const FeedFilter& filter)
{
    if (filter.state == FeedFilter::State::Troubled && facts.badness() == 0) return false;
    return filter.text.isEmpty() || facts.title.contains(filter.text, Qt::CaseInsensitive) ||
           facts.id.contains(filter.text, Qt::CaseInsensitive);
}

} // namespace

TableData feedList(const FeedsInput& in, const FeedFilter& filter)
{
    TableData table;
    table.columns = listColumns();
    table.sortColumn = 1;
    table.descending = true;
    for (const FeedFacts& facts : allFeedFacts(*in.snapshot, *in.pack, in.language, in.now)) {
        if (isListed(facts, filter)) table.rows.push_back(rowOf(facts));
    }
    table.note = in.snapshot->feeds().empty() ? text(QT_TRANSLATE_NOOP("Message", "This pack has no feeds. Add one to its feeds folder."))
                                              : text(QT_TRANSLATE_NOOP("Message", "No feed fits the filter."));
    return table;
}

QString feedSummary(const FeedsInput& in)
{
    int notFresh = 0, suspicious = 0, off = 0;
    const auto all = allFeedFacts(*in.snapshot, *in.pack, in.language, in.now);
    for (const FeedFacts& facts : all) {
        if (facts.off)
            ++off;
        else if (facts.state != city::Freshness::Fresh && !facts.never)
            ++notFresh;
        else if (!facts.wrong.isEmpty())
            ++suspicious;
    }
    QString said = notFresh == 0 ? say(QT_TRANSLATE_NOOP("Message", "All %1 feeds that are switched on are fresh"), {number(static_cast<qsizetype>(all.size()) - off)})
                                 : say(QT_TRANSLATE_NOOP("Message", "%1 of %2 feeds are not fresh"), {QString::number(notFresh), number(static_cast<qsizetype>(all.size()))});
    if (suspicious > 0) said += say(QT_TRANSLATE_NOOP("Message", "; %1 fresh ones look wrong"), {QString::number(suspicious)});
    if (off > 0) said += say(QT_TRANSLATE_NOOP("Message", "; %1 are off until their key is set"), {QString::number(off)});
    return said;
}

TableData findingTable(const FeedsInput& in, const city::FeedState& feed)
{
    TableData table;
    table.columns = {{text(QT_TRANSLATE_NOOP("Message", "What is wrong")), {}, false},
                     {text(QT_TRANSLATE_NOOP("Message", "Since")), {}, false},
                     {text(QT_TRANSLATE_NOOP("Message", "Until")), {}, false}};
    table.note = text(QT_TRANSLATE_NOOP("Message", "Nothing looked wrong in the last week."));
    if (feed.failure) {
        widgets::TableRow row;
        row.cells = {cell(feed.failure->toString()), cell(feed.lastSuccess ? clockText(*feed.lastSuccess, in.now, in.pack->zone) : QString(), 1e15), cell({})};
        row.tip = feed.failure->toString();
        table.rows.push_back(row);
    }
    for (const city::Finding& one : feed.health.findings) {
        widgets::TableRow row;
        const auto seconds = static_cast<double>(one.began.time_since_epoch().count());
        row.cells = {cell(feeds::words(one.what)), cell(clockText(one.began, in.now, in.pack->zone), seconds),
                     cell(one.ended ? clockText(*one.ended, in.now, in.pack->zone) : QString())};
        for (TableCell& each : row.cells) each.muted = one.ended.has_value();
        row.tip = feeds::words(one.what) + (one.what.examples.isEmpty() ? QString() : QStringLiteral("\n") + one.what.examples.mid(0, 10).join(QStringLiteral(", ")));
        table.rows.push_back(row);
    }
    table.sortColumn = 1;
    table.descending = true;
    return table;
}

TableData fieldTable(const city::FeedState& feed)
{
    TableData table;
    table.columns = {{text(QT_TRANSLATE_NOOP("Message", "Field")), {}, false},
                     {text(QT_TRANSLATE_NOOP("Message", "Type")), {}, false},
                     {text(QT_TRANSLATE_NOOP("Message", "Present")), {}, true},
                     {text(QT_TRANSLATE_NOOP("Message", "Filled")), {}, true},
                     {text(QT_TRANSLATE_NOOP("Message", "Example")), {}, false}};
    const city::FeedSchema& schema = feed.memory.schema;
    const double records = std::max(1, schema.records);
    for (const auto& [name, shape] : schema.fields) {
        widgets::TableRow row;
        row.cells = {cell(name), cell(feeds::words(shape.type)), cell(shareText(shape.seen / records), shape.seen),
                     cell(shareText(shape.filled / records), shape.filled), cell(shape.example)};
        row.tip = shape.example;
        table.rows.push_back(row);
    }
    table.note = text(QT_TRANSLATE_NOOP("Message", "No fields are known: the feed has not answered yet, or its format says by its standard what is what."));
    return table;
}

TableData refusalTable(const city::FeedState& feed)
{
    TableData table;
    table.columns = {{text(QT_TRANSLATE_NOOP("Message", "Reason")), {}, false},
                     {text(QT_TRANSLATE_NOOP("Message", "Field")), {}, false},
                     {text(QT_TRANSLATE_NOOP("Message", "Record")), {}, false},
                     {text(QT_TRANSLATE_NOOP("Message", "Count")), {}, true}};
    for (const city::Refusal& one : feed.health.refusals) {
        widgets::TableRow row;
        const auto example = std::find_if(feed.problems.begin(), feed.problems.end(), [&one](const city::Problem& problem) {
            return problem.field == one.field && qstrcmp(problem.text.source, one.reason.source) == 0;
        });
        const QString reason = one.reason.isEmpty() ? text(QT_TRANSLATE_NOOP("Message", "further ones, of which only the number is kept")) : one.reason.toString();
        row.cells = {cell(reason), cell(one.field), cell(example != feed.problems.end() ? example->record : QString()),
                     cell(number(static_cast<qsizetype>(one.count)), one.count)};
        row.tip = reason;
        table.rows.push_back(row);
    }
    table.sortColumn = 3;
    table.descending = true;
    table.note = text(QT_TRANSLATE_NOOP("Message", "No record of the last payload was refused."));
    return table;
}

} // namespace app
