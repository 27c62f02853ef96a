// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/feed_lines.h"

#include "app/commands/json_line.h"
#include "app/commands/text_columns.h"
#include "app/dashboards/feed_facts.h"
#include "layers/feeds/health/log.h"
#include "layers/feeds/health/words.h"

#include <QCoreApplication>
#include <algorithm>

namespace app {

namespace {

using Align = TextColumns::Align;

QString say(const char* text)
{
    return QCoreApplication::translate("Command", text);
}

/// A state has a shape of its own, also where there is no colour.
QString shapeOf(const FeedFacts& facts)
{
    static const QStringList shapes{QStringLiteral("●"), QStringLiteral("○"), QStringLiteral("▨"),
                                    QStringLiteral("✕"), QStringLiteral("▶"), QStringLiteral("?")};
    return facts.off || facts.never ? QStringLiteral("-") : shapes.value(static_cast<int>(facts.state));
}

/// Words of a state for programs, which no translation changes.
QString codeOf(const FeedFacts& facts)
{
    static const QStringList codes{QStringLiteral("fresh"), QStringLiteral("late"),   QStringLiteral("stale"),
                                   QStringLiteral("dead"),  QStringLiteral("future"), QStringLiteral("missing")};
    return facts.off ? QStringLiteral("off") : codes.value(static_cast<int>(facts.state));
}

double seconds(city::Duration span)
{
    return static_cast<double>(span.count()) / 1000;
}

std::optional<double> known(double number)
{
    return number < 0 ? std::nullopt : std::optional(number);
}

QByteArray objectOf(const city::Finding& finding)
{
    JsonLine line;
    line.text("what", feeds::codeOf(finding.what.kind));
    line.textUnlessEmpty("of", finding.what.subject);
    line.number("is", finding.what.is);
    line.number("usual", finding.what.usual);
    if (!finding.what.examples.isEmpty()) line.texts("examples", finding.what.examples);
    line.time("began", finding.began);
    line.time("ended", finding.ended);
    line.text("words", feeds::words(finding.what));
    return line.object();
}

QByteArray objectOf(const city::Refusal& refusal)
{
    JsonLine line;
    line.textUnlessEmpty("field", refusal.field);
    line.text("reason", refusal.reason.toString());
    line.number("count", refusal.count);
    return line.object();
}

template<typename List> QByteArray listOf(const List& list)
{
    QList<QByteArray> items;
    for (const auto& one : list) items << objectOf(one);
    return jsonList(items);
}

QByteArray objectOf(const city::FeedState& state, const FeedFacts& facts)
{
    JsonLine line;
    line.text("feed", state.id);
    line.text("state", codeOf(facts));
    line.time("observed", state.newestObservation);
    line.time("asked", state.lastAttempt);
    line.time("answered", state.lastSuccess);
    line.number("age", state.speaksOf() ? std::optional(facts.ageSeconds) : std::nullopt);
    line.number("cadence", seconds(state.promise.cadence));
    line.number("grace", seconds(state.promise.grace));
    line.number("cadence_seen", known(facts.seenSeconds));
    line.number("answered_24h", known(facts.successShare));
    line.number("latency", known(facts.latencySeconds));
    line.number("bytes", static_cast<double>(state.payloadBytes));
    line.number("records", state.recordCount);
    line.number("refused", state.problemCount);
    line.textUnlessEmpty("failure", state.failure ? state.failure->toString() : QString());
    line.number("failures_in_a_row", state.failuresInARow);
    line.raw("refusals", listOf(state.health.refusals));
    line.raw("findings", listOf(state.health.findings));
    return line.object();
}

/// A cell of a share against what was promised.
QString shareOf(const std::optional<double>& share)
{
    return share ? shareText(share) : QStringLiteral("-");
}

} // namespace

QStringList feedTable(const FeedListing& feeds)
{
    TextColumns table({{say(QT_TRANSLATE_NOOP("Command", "feed"))},
                       {say(QT_TRANSLATE_NOOP("Command", "state"))},
                       {say(QT_TRANSLATE_NOOP("Command", "age")), Align::Right},
                       {say(QT_TRANSLATE_NOOP("Command", "promised")), Align::Right},
                       {say(QT_TRANSLATE_NOOP("Command", "seen"))},
                       {say(QT_TRANSLATE_NOOP("Command", "answered")), Align::Right},
                       {say(QT_TRANSLATE_NOOP("Command", "latency")), Align::Right},
                       {say(QT_TRANSLATE_NOOP("Command", "records")), Align::Right},
                       {say(QT_TRANSLATE_NOOP("Command", "refused")), Align::Right}});
    for (const FeedFacts& one : allFeedFacts(feeds.snapshot, feeds.pack, feeds.language, feeds.now)) {
        table.add({one.id, shapeOf(one) + QLatin1Char(' ') + one.word, one.age, one.promised, one.seen, one.success,
                   one.latency, one.records, one.refused});
        for (const QString& wrong : one.wrong) table.note(QStringLiteral("    ") + wrong.simplified());
    }
    return table.lines();
}

QList<QByteArray> feedObjects(const FeedListing& feeds)
{
    QList<QByteArray> objects;
    for (const FeedFacts& one : allFeedFacts(feeds.snapshot, feeds.pack, feeds.language, feeds.now))
        objects << objectOf(feeds.snapshot.feed(one.id)->state, one);
    return objects;
}

QStringList attainmentTable(const FeedListing& feeds, int year, int month)
{
    TextColumns table({{say(QT_TRANSLATE_NOOP("Command", "feed"))},
                       {say(QT_TRANSLATE_NOOP("Command", "watched")), Align::Right},
                       {say(QT_TRANSLATE_NOOP("Command", "answered")), Align::Right},
                       {say(QT_TRANSLATE_NOOP("Command", "cadence promised")), Align::Right},
                       {say(QT_TRANSLATE_NOOP("Command", "kept")), Align::Right},
                       {say(QT_TRANSLATE_NOOP("Command", "latency promised")), Align::Right},
                       {say(QT_TRANSLATE_NOOP("Command", "kept")), Align::Right},
                       {say(QT_TRANSLATE_NOOP("Command", "complete promised")), Align::Right},
                       {say(QT_TRANSLATE_NOOP("Command", "kept")), Align::Right}});
    for (const auto& [id, picture] : feeds.snapshot.feeds()) {
        const city::FeedState& state = picture->state;
        const city::FeedMonth* found = feeds::monthOf(state.health.log, year, month);
        const city::FeedMonth none;
        const auto kept = feeds::attainment(found ? *found : none, state.promise);
        const feeds::FeedSpec* spec = feeds.pack.feed(id);
        const auto complete = spec && spec->completePercent ? std::optional(*spec->completePercent / 100) : std::nullopt;
        table.add({id, found ? spanText(found->watched) : QStringLiteral("-"), shareOf(kept.answered),
                   spanText(state.promise.cadence), shareOf(kept.cadence), spanText(state.promise.grace),
                   shareOf(kept.latency), shareOf(complete), complete ? shareOf(kept.complete) : QStringLiteral("-")});
    }
    return table.lines();
}

QList<QByteArray> attainmentObjects(const FeedListing& feeds, int year, int month)
{
    QList<QByteArray> objects;
    for (const auto& [id, picture] : feeds.snapshot.feeds()) {
        const city::FeedState& state = picture->state;
        JsonLine line;
        line.text("feed", id);
        line.text("month", QStringLiteral("%1-%2").arg(year).arg(month, 2, 10, QLatin1Char('0')));
        line.number("cadence", seconds(state.promise.cadence));
        line.number("grace", seconds(state.promise.grace));
        if (const city::FeedMonth* found = feeds::monthOf(state.health.log, year, month)) {
            const auto kept = feeds::attainment(*found, state.promise);
            line.number("watched", seconds(found->watched));
            line.number("asked", found->asked);
            line.number("answered", found->answered);
            line.number("observations", found->observations);
            line.number("cadence_kept", kept.cadence);
            line.number("latency_kept", kept.latency);
            line.number("complete_kept", kept.complete);
        }
        objects << line.object();
    }
    return objects;
}

bool allFresh(const FeedListing& feeds)
{
    return std::all_of(feeds.snapshot.feeds().begin(), feeds.snapshot.feeds().end(), [&feeds](const auto& feed) {
        const city::FeedState& state = feed.second->state;
        return feeds::isSwitchedOff(state) || state.freshness(feeds.now) == city::Freshness::Fresh;
    });
}

} // namespace app
