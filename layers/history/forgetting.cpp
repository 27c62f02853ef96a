// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/forgetting.h"

#include <QVariant>
#include <algorithm>
#include <limits>

namespace history {

namespace {

constexpr std::size_t seriesAtOnce = 250;

/// All parts the pictures of a subquery are made of.
QString partsOf(const QString& pictures)
{
    QStringList each;
    for (const char* column : {"state", "places", "alerts", "events", "vehicles", "observations"})
        each << QStringLiteral("SELECT %1 FROM %2 WHERE %1 IS NOT NULL").arg(QLatin1String(column), pictures);
    return each.join(QStringLiteral(" UNION "));
}

} // namespace

Forgetting::Forgetting(const Database& database)
    : m_database(database),
      m_all(database,
            QStringLiteral(
                "SELECT s.id, s.feed_id, q.name FROM series s JOIN quantity q ON q.id = s.quantity_id")),
      m_chunks(database, QStringLiteral("DELETE FROM chunk WHERE series_id = ? AND to_at < ?")),
      m_hours(database, QStringLiteral("DELETE FROM day_hours WHERE series_id = ? AND day < ?")),
      m_keyframe(
          database,
          QStringLiteral(
              "SELECT id, answer_id FROM picture WHERE feed_id = ? AND shown_at < ? AND observations IS NOT "
              "NULL ORDER BY id DESC LIMIT 1")),
      // The rows stay: runs say when they were told by them. What has not settled stays whole.
      m_answers(database,
                QStringLiteral(
                    "UPDATE answer SET value = NULL, at = NULL, series_list_id = NULL WHERE feed_id = ? AND "
                    "learned_at < ? AND id <= ? AND value IS NOT NULL AND "
                    "id <= (SELECT value FROM store WHERE key = 'settled')")),
      // A part is shared by pictures that follow each other: it is still in use when the next ones have it.
      m_parts(
          database,
          QStringLiteral("WITH gone (feed, first) AS (VALUES (?, ?)) DELETE FROM part WHERE id IN (%1) AND "
                         "id NOT IN (%2)")
              .arg(partsOf(QStringLiteral("(SELECT picture.* FROM gone JOIN picture ON feed_id = gone.feed "
                                          "AND id < gone.first)")),
                   partsOf(QStringLiteral(
                       "(SELECT picture.* FROM gone JOIN picture ON feed_id = gone.feed AND id >= gone.first "
                       "ORDER BY id LIMIT 1000)")))),
      m_pictures(database, QStringLiteral("DELETE FROM picture WHERE feed_id = ? AND id < ?")),
      m_oldMarks(database, QStringLiteral("DELETE FROM mark WHERE at < ?")),
      m_oldNotes(database, QStringLiteral("DELETE FROM note WHERE coalesce(until_at, at) < ?")),
      m_moments(database, QStringLiteral("DELETE FROM moment WHERE start < ?")),
      m_momentsFrom(database, QStringLiteral("INSERT INTO store (key, value) VALUES ('moments_from', ?) ON CONFLICT (key) "
                                             "DO UPDATE SET value = excluded.value"))
{
}

void Forgetting::begin(const Retention& retention, city::Instant now)
{
    if (isBusy() || retention.isForEver()) return;
    m_retention = retention;
    m_now = stampOf(now);
    m_isPlanned = false;
    if (retention.all) m_marks = m_now - retention.all->count();
    m_feeds.push_back({0, 0}); // a place for what plan() finds
}

std::optional<city::Problem> Forgetting::plan()
{
    m_isPlanned = true;
    m_feeds.clear();
    auto found = m_all.run({});
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    QHash<qint64, qint64> feeds; // to the latest moment before which one of its quantities goes
    while (rows.next()) {
        const auto keep = m_retention.of(rows.value(2).toString());
        if (!keep) continue;
        const qint64 before = m_now - keep->count();
        m_series.push_back({rows.value(0).toLongLong(), before});
        const qint64 feed = rows.value(1).toLongLong();
        feeds.insert(feed, std::max(before, feeds.value(feed, before)));
    }
    for (auto feed = feeds.cbegin(); feed != feeds.cend(); ++feed)
        m_feeds.push_back({feed.key(), feed.value()});
    if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
    if (feeds.isEmpty()) return std::nullopt;
    return forgetMoments(*std::max_element(feeds.cbegin(), feeds.cend()));
}

/// Before the latest time before which something goes, newest values are looked for in what is left of each series.
std::optional<city::Problem> Forgetting::forgetMoments(qint64 before)
{
    if (auto gone = m_moments.run({before}); !gone) return gone.problem();
    auto marked = m_momentsFrom.run({before});
    return marked ? std::nullopt : std::optional(marked.problem());
}

city::Result<bool> Forgetting::forgetSome()
{
    if (!isBusy()) return false;
    auto problem = m_database.transaction([this]() -> std::optional<city::Problem> {
        if (!m_isPlanned) return plan();
        if (!m_feeds.empty()) {
            const Task task = m_feeds.back();
            m_feeds.pop_back();
            return forgetFeed(task);
        }
        for (std::size_t i = 0; i < seriesAtOnce && !m_series.empty(); ++i) {
            if (auto wrong = forgetSeries(m_series.back())) return wrong;
            m_series.pop_back();
        }
        if (!m_series.empty() || !m_marks) return std::nullopt;
        const qint64 before = *m_marks;
        m_marks.reset();
        return forgetMarks(before);
    });
    if (!problem) return isBusy();
    m_series.clear();
    m_feeds.clear();
    m_marks.reset();
    return *problem;
}

std::optional<city::Problem> Forgetting::forgetSeries(const Task& task)
{
    // A run that reaches over the limit goes once all of it is too old.
    if (auto gone = m_chunks.run({task.id, task.before}); !gone) return gone.problem();
    constexpr qint64 day = 86'400'000;
    if (auto gone = m_hours.run({task.id, task.before - day}); !gone) return gone.problem();
    return std::nullopt;
}

std::optional<city::Problem> Forgetting::forgetFeed(const Task& task)
{
    // The last picture that was written whole before the limit is needed to play those behind it.
    auto found = m_keyframe.run({task.id, task.before});
    if (!found) return found.problem();
    const bool isThere = (*found)->next();
    const qint64 picture = isThere ? (*found)->value(0).toLongLong() : 0;
    const qint64 answer = isThere ? (*found)->value(1).toLongLong() : std::numeric_limits<qint64>::max();
    (*found)->finish();
    if (auto gone = m_answers.run({task.id, task.before, answer}); !gone) return gone.problem();
    if (!isThere) return std::nullopt;
    if (auto gone = m_parts.run({task.id, picture}); !gone) return gone.problem();
    if (auto gone = m_pictures.run({task.id, picture}); !gone) return gone.problem();
    return std::nullopt;
}

std::optional<city::Problem> Forgetting::forgetMarks(qint64 before)
{
    if (auto gone = m_oldMarks.run({before}); !gone) return gone.problem();
    if (auto gone = m_oldNotes.run({before}); !gone) return gone.problem();
    return std::nullopt;
}

} // namespace history
