// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/moment_builder.h"

#include "layers/history/number_list.h"
#include "layers/history/whole_picture.h"

#include <QVariant>
#include <algorithm>

namespace history {

namespace {

constexpr std::size_t seriesAtOnce = 250;
constexpr std::size_t toldBetween = 6, fewest = 16; ///< Values of a series, on average, and series, at least, to a row.
constexpr qint64 shortest = 3'600'000, first = 24 * shortest, longest = 64 * first; ///< Of a stretch, milliseconds.
constexpr std::size_t fewEvents = 50'000, manyEvents = 500'000;

} // namespace

MomentBuilder::MomentBuilder(const Database& database, Runs& runs, AnswerLog& log)
    : m_database(database), m_runs(runs), m_log(log), m_allFeeds(database, QStringLiteral("SELECT id FROM feed ORDER BY id")),
      m_ids(database, QStringLiteral("SELECT id FROM series WHERE feed_id = ? ORDER BY id")),
      m_reach(database,
              QStringLiteral("SELECT min((SELECT from_at FROM chunk WHERE series_id = s.id ORDER BY from_at LIMIT 1)), "
                             "max((SELECT to_at FROM chunk WHERE series_id = s.id ORDER BY from_at DESC LIMIT 1)) "
                             "FROM series s WHERE s.feed_id = ?")),
      m_last(database, QStringLiteral("SELECT start, until, CAST(standing AS BLOB) FROM moment WHERE feed_id = ? "
                                      "ORDER BY start DESC LIMIT 1")),
      m_insert(database, QStringLiteral("INSERT INTO moment (feed_id, start, until, standing, answers) VALUES (?, ?, ?, "
                                        "CAST(? AS TEXT), CAST(? AS TEXT)) ON CONFLICT (feed_id, start) DO UPDATE SET "
                                        "until = excluded.until, standing = excluded.standing, answers = excluded.answers")),
      m_settled(database, QStringLiteral("SELECT CAST(value AS BIGINT) FROM store WHERE key = 'settled'")),
      m_done(database, QStringLiteral("UPDATE store SET value = (SELECT value FROM store WHERE key = 'settled') "
                                      "WHERE key = 'moments'")),
      m_from(database, QStringLiteral("SELECT CAST(value AS BIGINT) FROM store WHERE key = 'moments_from'")), m_window(first)
{
}

void MomentBuilder::forget()
{
    m_isPlanned = false;
    m_feed = 0;
    m_feeds.clear();
    m_events.clear();
}

city::Result<bool> MomentBuilder::buildSome(qint64 settled)
{
    std::optional<city::Problem> problem;
    if (!m_isPlanned || settled != m_mark) {
        problem = plan(settled);
    } else if (m_feed == 0 && m_feeds.empty()) {
        problem = finish();
        if (!problem) return m_isPlanned = false;
    } else if (m_feed == 0) {
        problem = beginFeed();
    } else if (m_next < m_series.size()) {
        problem = readPart();
    } else {
        problem = m_database.transaction([this] { return writeRows(); });
    }
    if (!problem) return true;
    forget();
    return *problem;
}

std::optional<city::Problem> MomentBuilder::plan(qint64 settled)
{
    forget();
    auto found = m_allFeeds.run({});
    if (!found) return found.problem();
    while ((*found)->next())
        m_feeds.push_back((*found)->value(0).toLongLong());
    m_mark = settled;
    m_isPlanned = true;
    return std::nullopt;
}

std::optional<city::Problem> MomentBuilder::beginFeed()
{
    const qint64 feed = m_feeds.back();
    m_feeds.pop_back();
    auto ids = m_ids.run({feed});
    if (!ids) return ids.problem();
    m_series.clear();
    while ((*ids)->next())
        m_series.push_back((*ids)->value(0).toLongLong());
    auto reach = m_reach.run({feed});
    if (!reach) return reach.problem();
    const bool isSettled = (*reach)->next() && !(*reach)->isNull(1);
    m_after = isSettled ? (*reach)->value(0).toLongLong() - 1 : 0;
    m_end = isSettled ? (*reach)->value(1).toLongLong() : 0;
    (*reach)->finish(); // what is left open holds back who writes
    if (!isSettled) return std::nullopt;
    m_feed = feed;
    return beginRow();
}

/// The last row of the feed once more, or the first one there will be.
std::optional<city::Problem> MomentBuilder::beginRow()
{
    m_values.clear();
    auto last = m_last.run({m_feed});
    if (!last) return last.problem();
    if ((*last)->next()) {
        if ((*last)->value(1).toLongLong() >= m_end) m_feed = 0;
        m_after = (*last)->value(0).toLongLong();
        const WholePicture whole = WholePicture::fromJson((*last)->value(2).toByteArray());
        for (std::size_t i = 0; i < whole.series.size(); ++i)
            m_values[whole.series[i]] = {whole.at[i], whole.learned[i], whole.values[i]};
        (*last)->finish();
    } else {
        auto from = m_from.run({});
        if (!from) return from.problem();
        if ((*from)->next()) m_after = std::max(m_after, (*from)->value(0).toLongLong() - 1);
        (*from)->finish();
    }
    m_row = {m_after, standing(), {}, 0};
    m_next = 0;
    m_events.clear();
    m_to = std::min(m_end, m_after + m_window);
    return std::nullopt;
}

std::optional<city::Problem> MomentBuilder::readPart()
{
    const std::size_t last = std::min(m_next + seriesAtOnce, m_series.size()) - 1;
    auto problem = m_runs.readOf(m_feed, m_series[m_next], m_series[last], m_after + 1, m_to,
                                 [this](qint64 series, const Told& told) { m_events.push_back({series, told}); });
    m_next = last + 1;
    return problem;
}

std::optional<city::Problem> MomentBuilder::writeRows()
{
    const auto still = isStillSettled();
    if (!still) return still.problem();
    if (!*still) { // another program settled more, which may have made rows void
        forget();
        return std::nullopt;
    }
    const auto inOrder = [](const Event& a, const Event& b) {
        return std::pair(a.told.at, a.told.answer) < std::pair(b.told.at, b.told.answer);
    };
    std::stable_sort(m_events.begin(), m_events.end(), inOrder);
    if (auto problem = sweep()) return problem;
    if (m_events.size() < fewEvents) m_window = std::min(2 * m_window, longest);
    if (m_events.size() > manyEvents) m_window = std::max(m_window / 2, shortest);
    m_events.clear();
    m_next = 0;
    m_after = m_to;
    if (m_after >= m_end) {
        if (auto problem = closeRow(m_end)) return problem;
        m_feed = 0;
    }
    m_to = std::min(m_end, m_after + m_window);
    return std::nullopt;
}

std::optional<city::Problem> MomentBuilder::sweep()
{
    QHash<qint64, qint64> learnedAt; // by answer
    qint64 before = m_row.start;
    for (const Event& event : m_events) {
        if (event.told.at > before && isFull()) {
            if (auto problem = closeRow(before)) return problem;
        }
        before = event.told.at;
        auto learned = learnedAt.constFind(event.told.answer);
        if (learned == learnedAt.cend()) {
            const auto found = m_log.learnedAt(event.told.answer);
            if (!found) return found.problem();
            learned = learnedAt.insert(event.told.answer, *found);
        }
        const Standing next{event.told.at, *learned, event.told.value};
        Standing& standing = m_values[event.series];
        if (standing.givesWayTo(next)) standing = next;
        m_row.answers.insert(event.told.answer);
        ++m_row.gathered;
    }
    return std::nullopt;
}

bool MomentBuilder::isFull() const
{
    return m_row.gathered >= toldBetween * std::max(fewest, m_values.size());
}

std::optional<city::Problem> MomentBuilder::closeRow(qint64 until)
{
    const std::vector<qint64> answers(m_row.answers.begin(), m_row.answers.end());
    auto written = m_insert.run({m_feed, m_row.start, until, m_row.standing, numberList(answers)});
    if (!written) return written.problem();
    m_row = {until, standing(), {}, 0};
    return std::nullopt;
}

QByteArray MomentBuilder::standing() const
{
    WholePicture whole;
    for (const auto& [series, one] : m_values) {
        whole.series.push_back(series);
        whole.at.push_back(one.at);
        whole.learned.push_back(one.learned);
        whole.values.push_back(one.value);
    }
    return whole.toJson();
}

std::optional<city::Problem> MomentBuilder::finish()
{
    return m_database.transaction([this]() -> std::optional<city::Problem> {
        const auto still = isStillSettled();
        if (!still) return still.problem();
        if (!*still) return std::nullopt; // whoever settled more goes on with it
        auto marked = m_done.run({});
        return marked ? std::nullopt : std::optional(marked.problem());
    });
}

city::Result<bool> MomentBuilder::isStillSettled()
{
    auto found = m_settled.run({});
    if (!found) return found.problem();
    const bool still = (*found)->next() && (*found)->value(0).toLongLong() == m_mark;
    (*found)->finish();
    return still;
}

} // namespace history
