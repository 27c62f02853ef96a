// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/feed_sentences.h"

#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t Witnesses = 3; // places whose history shows when a feed last spoke

bool isFailing(const city::FeedPicture* feed)
{
    return feed && feed->state.failure;
}

/// When the feed last told a value, as far as anybody here knows.
std::optional<city::Instant> lastValue(const Scope& scope, const city::FeedPicture& feed)
{
    std::optional<city::Instant> last = feed.state.newestObservation;
    for (const auto& [row, quantity] : feedSeries(scope)) {
        const feeds::FeedSpec* spec = scope.pack.feed(feed.state.id);
        if (!spec || !spec->mapping.place || spec->mapping.place->kind != scope.index.at(row).id->kind)
            continue;
        if (spec->mapping.observe.empty() || spec->mapping.observe.front().quantity != quantity) continue;
        const city::Series* series = scope.series(*scope.index.at(row).id, quantity);
        if (series && !series->samples.empty())
            last = std::max(last.value_or(series->samples.back().at), series->samples.back().at);
    }
    return last;
}

QString failingText(const Scope& scope, const city::FeedPicture& feed, const QString& title)
{
    const QString why = feed.state.failure->text.toString();
    const QString text = say(QT_TRANSLATE_NOOP("Message", "No answer from %1: %2"), {title, why});
    const auto last = lastValue(scope, feed);
    if (!last) return text;
    return text + say(QT_TRANSLATE_NOOP("Message", "; its last values are of %1"),
                      {clockText(*last, scope.now, scope.pack.zone)});
}

} // namespace

std::vector<widgets::Sentence> feedSentences(const Scope& scope)
{
    std::vector<widgets::Sentence> said;
    for (const widgets::FeedAge& feed : feedAges(scope)) {
        const city::FeedPicture* picture = scope.snapshot.feed(feed.id);
        if (!picture) continue;
        if (isFailing(picture)) {
            said.push_back({3, failingText(scope, *picture, feed.title), std::nullopt});
        } else if (feed.freshness == city::Freshness::Stale || feed.freshness == city::Freshness::Dead) {
            const QString at = clockText(*picture->state.speaksOf(), scope.now, scope.pack.zone);
            said.push_back({3,
                            say(QT_TRANSLATE_NOOP("Message", "%1 answers, but its newest values are of %2"),
                                {feed.title, at}),
                            std::nullopt});
        }
    }
    return said;
}

QString feedsText(const Scope& scope)
{
    if (!anyFeedAsked(scope)) return say(QT_TRANSLATE_NOOP("Message", "Waiting for the first data"));
    const std::vector<widgets::FeedAge> ages = feedAges(scope);
    const auto current = std::count_if(
        ages.begin(), ages.end(), [](const auto& one) { return one.freshness <= city::Freshness::Late; });
    return say(QT_TRANSLATE_NOOP("Message", "%1 of %2 feeds are current"),
               {number(static_cast<qsizetype>(current)), number(static_cast<qsizetype>(ages.size()))});
}

bool anyFeedAsked(const Scope& scope)
{
    const auto& feeds = scope.snapshot.feeds();
    return std::any_of(feeds.begin(), feeds.end(), [](const auto& one) {
        return one.second->state.lastAttempt || one.second->state.lastSuccess;
    });
}

std::vector<std::pair<int, QString>> feedSeries(const Scope& scope)
{
    std::vector<std::pair<int, QString>> found;
    for (const feeds::FeedSpec& spec : scope.pack.feeds) {
        if (!isFailing(scope.snapshot.feed(spec.id)) || !spec.mapping.place || spec.mapping.observe.empty())
            continue;
        const std::vector<int>& rows = scope.index.ofKind(spec.mapping.place->kind);
        for (std::size_t i = 0; i < std::min(rows.size(), Witnesses); ++i)
            found.emplace_back(rows[i], spec.mapping.observe.front().quantity);
    }
    return found;
}

} // namespace app
