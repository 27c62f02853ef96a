// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/feed_sentences.h"

#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"

#include <algorithm>

namespace app {

namespace {

constexpr qsizetype FaultsTold = 3; // of more a sentence would tell nobody anything
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

struct Trouble {
    QString feed, text;
};

std::vector<Trouble> troubles(const Scope& scope)
{
    std::vector<Trouble> found;
    for (const widgets::FeedAge& feed : feedAges(scope)) {
        const city::FeedPicture* picture = scope.snapshot.feed(feed.id);
        if (!picture) continue;
        if (isFailing(picture)) {
            found.push_back({feed.title, failingText(scope, *picture, feed.title)});
        } else if (feed.freshness == city::Freshness::Stale || feed.freshness == city::Freshness::Dead) {
            const QString at = clockText(*picture->state.speaksOf(), scope.now, scope.pack.zone);
            found.push_back({feed.title, say(QT_TRANSLATE_NOOP("Message", "%1 answers, but its newest values are of %2"),
                                             {feed.title, at})});
        }
    }
    return found;
}

} // namespace

std::vector<widgets::Sentence> feedSentences(const Scope& scope)
{
    std::vector<widgets::Sentence> said;
    for (Trouble& one : troubles(scope))
        said.push_back({3, std::move(one.text), std::nullopt});
    return said;
}

QString feedTroubles(const Scope& scope)
{
    const std::vector<Trouble> found = troubles(scope);
    const auto count = static_cast<qsizetype>(found.size());
    QStringList texts, names;
    for (const Trouble& one : found) {
        texts << one.text;
        if (names.size() < FaultsTold) names << one.feed;
    }
    if (count <= FaultsTold) return texts.join(say(QT_TRANSLATE_NOOP("Message", ". ")));
    return say(QT_TRANSLATE_NOOP("Message", "%1 of %2 feeds tell nothing new: %3 and %4 more"),
               {number(count), number(static_cast<qsizetype>(feedAges(scope).size())),
                names.join(say(QT_TRANSLATE_NOOP("Message", ", "))), number(count - names.size())});
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
