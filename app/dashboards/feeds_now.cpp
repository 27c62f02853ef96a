// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/feeds_now.h"

#include "app/dashboards/feed_facts.h"
#include "app/dashboards/format.h"
#include "layers/feeds/health/findings.h"
#include "layers/feeds/health/log.h"

#include <algorithm>

namespace app {

namespace {

bool matchesKind(const QString& wanted, const QString& kind)
{
    return wanted == kind || wanted == QLatin1String("*");
}

bool specTells(const feeds::FeedSpec& spec, const FeedsFor& wanted)
{
    const feeds::Mapping& mapping = spec.mapping;
    if (wanted.alerts == FeedsFor::Alerts::Yes && spec.format == QLatin1String("cap")) return true;
    if (!wanted.placeKind.isEmpty() && mapping.place && mapping.place->kind == wanted.placeKind) return true;
    if (mapping.event && matchesKind(wanted.eventKind, mapping.event->kind)) return true;
    return !wanted.quantity.isEmpty() &&
           std::any_of(mapping.observe.begin(), mapping.observe.end(),
                       [&](const feeds::ObservationMapping& one) { return one.quantity == wanted.quantity; });
}

// A decoder of a standard says by its facts, not by a mapping, what it tells.
bool pictureTells(const Scope& scope, const city::FeedPicture& feed, const FeedsFor& wanted)
{
    if (wanted.alerts == FeedsFor::Alerts::Yes && !feed.alerts.empty()) return true;
    const auto any = [](const auto& facts, auto matches) { return std::any_of(facts.begin(), facts.end(), matches); };
    if (!wanted.placeKind.isEmpty() && !feed.places.empty() && feed.places.front().id.kind == wanted.placeKind)
        return true;
    if (any(feed.events, [&](const city::Event& one) { return matchesKind(wanted.eventKind, one.kind); }))
        return true;
    return !wanted.quantity.isEmpty() && scope.index.tells(feed, wanted.quantity);
}

} // namespace

QStringList feedsFor(const Scope& scope, const FeedsFor& wanted)
{
    QStringList found;
    for (const feeds::FeedSpec& spec : scope.pack.feeds)
        if (specTells(spec, wanted)) found << spec.id;
    for (const auto& [id, feed] : scope.snapshot.feeds())
        if (!found.contains(id) && pictureTells(scope, *feed, wanted)) found << id;
    return found;
}

QString feedTitle(const Scope& scope, const QString& feed)
{
    const feeds::FeedSpec* spec = scope.pack.feed(feed);
    if (spec && !spec->title.isEmpty()) return scope.text(spec->title);
    const city::FeedPicture* picture = scope.snapshot.feed(feed);
    return picture && !picture->state.title.isEmpty() ? scope.text(picture->state.title) : feed;
}

QString feedDetail(const Scope& scope, const QString& feed)
{
    const city::FeedPicture* picture = scope.snapshot.feed(feed);
    if (!picture || (!picture->state.lastAttempt && !picture->state.lastSuccess))
        return say(QT_TRANSLATE_NOOP("Message", "not asked yet"));
    const city::FeedState& state = picture->state;
    const auto clock = [&](city::Instant at) { return clockText(at, scope.now, scope.pack.zone); };
    if (state.failure && state.lastSuccess)
        return say(QT_TRANSLATE_NOOP("Message", "%1; last answer at %2"),
                   {state.failure->text.toString(), clock(*state.lastSuccess)});
    if (state.failure) return say(QT_TRANSLATE_NOOP("Message", "%1; never answered"), {state.failure->text.toString()});
    if (const auto wrong = feeds::holding(state.health.findings); !wrong.empty())
        return findingText(wrong.front(), scope.pack, scope.now);
    if (state.problemCount > 0)
        return say(QT_TRANSLATE_NOOP("Message", "%1 records, %2 refused"),
                   {number(state.recordCount, 0), number(state.problemCount, 0)});
    return say(QT_TRANSLATE_NOOP("Message", "%1 records"), {number(state.recordCount, 0)});
}

QString whyNoData(const Scope& scope, const QStringList& feeds)
{
    if (feeds.isEmpty())
        return say(QT_TRANSLATE_NOOP("Message", "No feed of this pack tells this. Add one to its feeds folder."));
    for (const QString& id : feeds) {
        const city::FeedPicture* picture = scope.snapshot.feed(id);
        if (picture && picture->state.failure)
            return say(QT_TRANSLATE_NOOP("Message", "%1: %2. It is asked again by itself."),
                       {feedTitle(scope, id), picture->state.failure->text.toString()});
    }
    const QString title = feedTitle(scope, feeds.front());
    const city::FeedPicture* first = scope.snapshot.feed(feeds.front());
    if (!first || !first->state.lastSuccess)
        return say(QT_TRANSLATE_NOOP("Message", "Waiting for the first answer of %1."), {title});
    if (const auto newest = first->state.newestObservation;
        newest && city::freshness(*newest, scope.now, first->state.promise) > city::Freshness::Stale)
        return say(QT_TRANSLATE_NOOP("Message", "%1 answers, but its newest value is of %2. Ask its publisher."),
                   {title, clockText(*newest, scope.now, scope.pack.zone)});
    return scope.area >= 0 ? say(QT_TRANSLATE_NOOP("Message", "%1 has no value here. Choose a larger area."), {title})
                           : say(QT_TRANSLATE_NOOP("Message", "%1 answers, but without a value."), {title});
}

city::Freshness freshnessOf(const Scope& scope, const QStringList& feeds)
{
    std::optional<city::Freshness> worst;
    for (const city::FeedPicture* feed : answered(scope, feeds)) {
        const city::Freshness one = feed->state.freshness(scope.now);
        worst = worst ? std::max(*worst, one) : one;
    }
    return worst.value_or(city::Freshness::Missing);
}

std::vector<const city::FeedPicture*> answered(const Scope& scope, const QStringList& feeds)
{
    std::vector<const city::FeedPicture*> found;
    for (const QString& id : feeds) {
        const city::FeedPicture* feed = scope.snapshot.feed(id);
        if (feed && feed->state.speaksOf()) found.push_back(feed);
    }
    return found;
}

std::vector<widgets::FeedAge> feedAges(const Scope& scope)
{
    QStringList ids;
    for (const feeds::FeedSpec& spec : scope.pack.feeds)
        ids << spec.id;
    for (const auto& [id, feed] : scope.snapshot.feeds())
        if (!ids.contains(id)) ids << id;
    std::vector<widgets::FeedAge> ages;
    for (const QString& id : ids) {
        const city::FeedPicture* picture = scope.snapshot.feed(id);
        if (picture && feeds::isSwitchedOff(picture->state)) continue; // No fault: the page of the feeds tells of it.
        widgets::FeedAge age{id, feedTitle(scope, id), city::Freshness::Missing, {}, feedDetail(scope, id)};
        if (picture) {
            age.freshness = picture->state.freshness(scope.now);
            if (const auto at = picture->state.speaksOf()) age.age = ageText(scope.now - *at);
        }
        ages.push_back(age);
    }
    std::stable_sort(ages.begin(), ages.end(),
                     [](const auto& a, const auto& b) { return a.freshness > b.freshness; });
    return ages;
}

} // namespace app
