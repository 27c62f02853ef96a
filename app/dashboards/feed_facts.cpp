// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/feed_facts.h"

#include "app/dashboards/format.h"
#include "layers/feeds/health/findings.h"
#include "layers/feeds/health/log.h"
#include "layers/feeds/health/words.h"

#include <algorithm>

namespace app {

namespace {

double seconds(city::Duration span)
{
    return static_cast<double>(span.count()) / 1000;
}

QString wordOf(const FeedFacts& facts)
{
    if (facts.off) return say(QT_TRANSLATE_NOOP("Message", "off"));
    if (facts.never) return say(QT_TRANSLATE_NOOP("Message", "waiting"));
    return city::freshnessText(facts.state).toString();
}

void tellTimes(const city::FeedState& state, city::Instant now, FeedFacts& facts)
{
    if (const auto at = state.speaksOf()) {
        facts.age = ageText(now - *at);
        facts.ageSeconds = seconds(now - *at);
    }
    facts.promised = spanText(state.promise.cadence);
    facts.promisedSeconds = seconds(state.promise.cadence);
    const city::FeedLog& log = state.health.log;
    if (const auto rhythm = feeds::rhythmOf(log.observations.size() > 2 ? log.observations : log.answers)) {
        facts.seen = spanText(rhythm->median);
        if (rhythm->spread > city::Duration(0)) facts.seen += QStringLiteral(" ± ") + spanText(rhythm->spread);
        facts.seenSeconds = seconds(rhythm->median);
    }
    if (const auto rate = feeds::successRate(log, now)) {
        facts.success = shareText(rate);
        facts.successShare = *rate;
    }
    if (const auto latency = feeds::meanLatency(log, now)) {
        facts.latency = say(QT_TRANSLATE_NOOP("Message", "%1 s"), {number(seconds(*latency), 1)});
        facts.latencySeconds = seconds(*latency);
    }
}

} // namespace

int FeedFacts::badness() const
{
    if (off || never) return 1;
    const bool troubled = !wrong.isEmpty();
    switch (state) {
    case city::Freshness::Fresh:
        return troubled ? 2 : 0;
    case city::Freshness::Late:
        return troubled ? 4 : 3;
    default:
        return 5 + static_cast<int>(state);
    }
}

QString spanText(city::Duration span)
{
    const qint64 whole = (span.count() + 500) / 1000;
    if (span < city::Duration(950)) return say(QT_TRANSLATE_NOOP("Message", "%1 s"), {number(seconds(span), 1)});
    if (whole % 86400 == 0 && whole > 0) return say(QT_TRANSLATE_NOOP("Message", "%1 d"), {number(static_cast<qsizetype>(whole / 86400))});
    if (whole >= 5400 || whole == 3600) return say(QT_TRANSLATE_NOOP("Message", "%1 h"), {number(static_cast<double>(whole) / 3600, whole % 3600 == 0 ? 0 : 1)});
    if (whole >= 120 || whole == 60) return say(QT_TRANSLATE_NOOP("Message", "%1 min"), {number(static_cast<double>(whole) / 60, whole % 60 == 0 ? 0 : 1)});
    return say(QT_TRANSLATE_NOOP("Message", "%1 s"), {number(static_cast<qsizetype>(whole))});
}

QString shareText(const std::optional<double>& share)
{
    if (!share) return {};
    const double percent = *share * 100;
    // Never "100 %" of what is less than all.
    const double shown = percent < 100 ? std::min(percent, 99.9) : percent;
    return number(shown, percent == 100 || percent == 0 ? 0 : 1) + QStringLiteral(" %");
}

QString findingText(const city::Finding& finding, const Pack& pack, city::Instant now)
{
    const QString began = clockText(finding.began, now, pack.zone);
    if (finding.ended)
        return say(QT_TRANSLATE_NOOP("Message", "%1 to %2: %3"),
                   {began, clockText(*finding.ended, now, pack.zone), feeds::words(finding.what)});
    return say(QT_TRANSLATE_NOOP("Message", "since %1: %2"), {began, feeds::words(finding.what)});
}

FeedFacts feedFacts(const city::FeedState& state, const Pack& pack, const QString& language, city::Instant now)
{
    FeedFacts facts;
    facts.id = state.id;
    facts.title = state.title.isEmpty() ? state.id : state.title.in(language);
    facts.state = state.freshness(now);
    facts.off = feeds::isSwitchedOff(state);
    facts.never = !state.lastAttempt;
    facts.word = wordOf(facts);
    tellTimes(state, now, facts);
    facts.recordCount = state.recordCount;
    facts.refusedCount = state.problemCount;
    if (state.lastAttempt) {
        facts.records = number(static_cast<qsizetype>(state.recordCount));
        facts.refused = number(static_cast<qsizetype>(state.problemCount));
    }
    if (state.failure)
        facts.wrong << (state.lastSuccess ? say(QT_TRANSLATE_NOOP("Message", "%1; last answer at %2"),
                                                {state.failure->toString(), clockText(*state.lastSuccess, now, pack.zone)})
                                          : state.failure->toString());
    for (const city::Finding& finding : feeds::holding(state.health.findings))
        facts.wrong << findingText(finding, pack, now);
    return facts;
}

std::vector<FeedFacts> allFeedFacts(const city::CitySnapshot& snapshot, const Pack& pack, const QString& language, city::Instant now)
{
    std::vector<FeedFacts> all;
    for (const auto& [id, picture] : snapshot.feeds()) all.push_back(feedFacts(picture->state, pack, language, now));
    std::stable_sort(all.begin(), all.end(), [](const FeedFacts& a, const FeedFacts& b) { return a.badness() > b.badness(); });
    return all;
}

} // namespace app
