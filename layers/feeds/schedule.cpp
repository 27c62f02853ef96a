// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/schedule.h"

#include <algorithm>

namespace feeds {

namespace {

constexpr city::Duration firstRetry{5'000};
constexpr city::Duration leastCadence{50}; // a guard against a busy loop, not a cadence anybody should choose
constexpr city::Duration longestPause{24 * 3600'000};

/// 0 to 1 by a text and a number, the same in every run and on every machine (FNV-1a).
double share(const QString& text, int number)
{
    quint32 hash = 2166136261u;
    for (const char byte : text.toUtf8() + QByteArray::number(number))
        hash = (hash ^ static_cast<quint8>(byte)) * 16777619u;
    hash ^= hash >> 15; // FNV alone leaves the high bits of similar names alike
    hash *= 2246822519u;
    hash ^= hash >> 13;
    return static_cast<double>(hash) / 4294967295.0;
}

city::Duration times(city::Duration duration, double factor)
{
    return city::Duration(static_cast<qint64>(static_cast<double>(duration.count()) * factor));
}

} // namespace

city::Duration retryDelay(const QString& feed, city::Duration cadence, int failures)
{
    const city::Duration base = std::min(firstRetry, cadence / 4);
    const city::Duration grown = base * (1LL << std::clamp(failures - 1, 0, 24));
    return times(std::min(grown, cadence), 0.75 + 0.25 * share(feed, failures));
}

FeedSchedule::FeedSchedule(const std::vector<FeedSpec>& feeds, city::Instant start)
{
    for (const FeedSpec& feed : feeds) {
        Turn turn;
        turn.cadence = std::max(feed.request.every, leastCadence);
        turn.due = start + feed.request.wait;
        m_turns[feed.id] = turn;
    }
}

QStringList FeedSchedule::due(city::Instant now) const
{
    QStringList names;
    for (const auto& [name, turn] : m_turns) {
        if (!turn.beingAsked && turn.due <= now) names << name;
    }
    return names;
}

std::optional<city::Instant> FeedSchedule::nextDue() const
{
    std::optional<city::Instant> next;
    for (const auto& [name, turn] : m_turns) {
        if (!turn.beingAsked && (!next || turn.due < *next)) next = turn.due;
    }
    return next;
}

std::optional<city::Instant> FeedSchedule::dueAt(const QString& feed) const
{
    const auto found = m_turns.find(feed);
    if (found == m_turns.end() || found->second.beingAsked) return std::nullopt;
    return found->second.due;
}

void FeedSchedule::asked(const QString& feed, city::Instant now)
{
    const auto found = m_turns.find(feed);
    if (found == m_turns.end()) return;
    found->second.beingAsked = true;
    found->second.lastAsked = now;
}

void FeedSchedule::succeeded(const QString& feed)
{
    const auto found = m_turns.find(feed);
    if (found == m_turns.end()) return;
    Turn& turn = found->second;
    turn.beingAsked = false;
    turn.failures = 0;
    // Counted from the question, not from the answer: a slow publisher does not stretch the cadence.
    turn.due =
        turn.lastAsked + (turn.askedBefore ? turn.cadence : times(turn.cadence, 0.5 + 0.5 * share(feed, 0)));
    turn.askedBefore = true;
}

void FeedSchedule::failed(const QString& feed, city::Instant now, std::optional<city::Duration> retryAfter)
{
    const auto found = m_turns.find(feed);
    if (found == m_turns.end()) return;
    Turn& turn = found->second;
    turn.beingAsked = false;
    ++turn.failures;
    const city::Duration asked =
        std::clamp(retryAfter.value_or(city::Duration(0)), city::Duration(0), longestPause);
    turn.due = now + std::max(retryDelay(feed, turn.cadence, turn.failures), asked);
}

void FeedSchedule::givenUp(const QString& feed)
{
    const auto found = m_turns.find(feed);
    if (found == m_turns.end()) return;
    found->second.beingAsked = false;
    found->second.due = found->second.lastAsked;
}

} // namespace feeds
