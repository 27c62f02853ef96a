// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/answer_log.h"

#include "layers/history/number_list.h"

#include <QVariant>
#include <algorithm>

namespace history {

namespace {

constexpr qsizetype listsKept = 256;
constexpr qint64 asideAtMost = 200; ///< Answers of other feeds that are passed over to save a question.

const QString columns =
    QStringLiteral("id, feed_id, learned_at, series_list_id, base_at, CAST(at AS BLOB), CAST(value AS BLOB)");

/// A time near most of the others, so that the offsets are short: the newest.
qint64 baseOf(const std::vector<qint64>& at)
{
    return at.empty() ? 0 : *std::max_element(at.begin(), at.end());
}

/// Null when all are the same as `base`.
QVariant offsets(const std::vector<qint64>& at, qint64 base)
{
    if (std::all_of(at.begin(), at.end(), [base](qint64 one) { return one == base; })) return {};
    std::vector<qint64> after;
    after.reserve(at.size());
    for (const qint64 one : at)
        after.push_back(one - base);
    return secondsList(after);
}

/// Of a row with `columns`; nothing when the lists do not belong together.
std::optional<Answer> answerOf(const QSqlQuery& row, const std::vector<qint64>& series)
{
    Answer answer{row.value(0).toLongLong(), row.value(1).toLongLong(), row.value(2).toLongLong(), series, {}, {}};
    auto values = readNumbers(row.value(6).toByteArray());
    if (!values || values->size() != series.size()) return std::nullopt;
    answer.values = std::move(*values);
    const qint64 base = row.value(4).toLongLong();
    if (row.isNull(5)) {
        answer.at.assign(series.size(), base);
        return answer;
    }
    auto after = readSeconds(row.value(5).toByteArray());
    if (!after || after->size() != series.size()) return std::nullopt;
    for (qint64& one : *after)
        one += base;
    answer.at = std::move(*after);
    return answer;
}

} // namespace

// Lists are bound as bytes and cast to text, which spares a way through UTF-16.
AnswerLog::AnswerLog(const Database& database)
    : m_database(database),
      m_insert(database, QStringLiteral("INSERT INTO answer (feed_id, learned_at, series_list_id, base_at, at, value) "
                                        "VALUES (?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT)) RETURNING id")),
      m_insertList(database, QStringLiteral("INSERT INTO series_list (series) VALUES (CAST(? AS TEXT)) RETURNING id")),
      m_after(database, QStringLiteral("SELECT %1 FROM answer WHERE id > ? AND value IS NOT NULL ORDER BY id").arg(columns)),
      m_some(database, QStringLiteral("SELECT %1 FROM answer WHERE id > ? AND learned_at >= ? AND value IS NOT NULL ORDER BY id "
                                      "LIMIT ?")
                           .arg(columns)),
      m_of(database, QStringLiteral("SELECT %1 FROM answer WHERE feed_id = ? AND id > ? AND id <= ? AND value IS NOT NULL "
                                    "AND learned_at >= coalesce((SELECT learned_at FROM answer WHERE id = ?), 0) ORDER BY id")
                         .arg(columns)),
      m_range(database, QStringLiteral("SELECT %1 FROM answer WHERE +feed_id = ? AND id >= ? AND id <= ? ORDER BY id")
                            .arg(columns)),
      m_newest(database, QStringLiteral("SELECT coalesce(max(id), 0) FROM answer")),
      m_list(database, QStringLiteral("SELECT CAST(series AS BLOB) FROM series_list WHERE id = ?")),
      m_last(database, QStringLiteral("SELECT learned_at, coalesce(series_list_id, 0) FROM answer WHERE feed_id = ? "
                                      "ORDER BY learned_at DESC, id DESC LIMIT 1")),
      m_known(database, QStringLiteral("SELECT id FROM answer WHERE feed_id = ? AND learned_at <= ? "
                                       "ORDER BY learned_at DESC, id DESC LIMIT 1")),
      m_learned(database, QStringLiteral("SELECT learned_at FROM answer WHERE id = ?"))
{
}

city::Result<qint64> AnswerLog::write(Answer answer)
{
    const auto known = feedOf(answer.feed);
    if (!known) return known.problem();
    Feed& feed = **known;
    answer.learnedAt = std::max(answer.learnedAt, feed.lastLearned);
    m_knownBy.remove(answer.feed);

    QVariantList row{answer.feed, answer.learnedAt, {}, {}, {}, {}};
    if (!answer.series.empty()) {
        const auto list = listOf(feed, answer.series);
        if (!list) return list;
        const qint64 base = baseOf(answer.at);
        row[2] = *list;
        row[3] = base;
        row[4] = offsets(answer.at, base);
        row[5] = numberList(answer.values);
    }
    auto inserted = m_insert.run(row);
    if (!inserted) return inserted.problem();
    QSqlQuery& query = **inserted;
    if (!query.next()) return m_database.explain(query.lastError());
    const qint64 id = query.value(0).toLongLong();
    query.finish();
    feed.lastLearned = answer.learnedAt;
    return id;
}

city::Result<qint64> AnswerLog::readAfter(qint64 id, const std::function<void(Answer)>& take)
{
    auto newest = m_newest.run({});
    if (!newest) return newest.problem();
    (*newest)->next();
    const qint64 highest = (*newest)->value(0).toLongLong();
    (*newest)->finish();
    if (highest <= id) return highest;

    const auto problem = takeAll(m_after.run({id}), [&](Answer answer) {
        m_feeds.remove(answer.feed); // written by another program: what is known of the feed is old
        m_knownBy.remove(answer.feed);
        take(std::move(answer));
    });
    if (problem) return *problem;
    return highest;
}

std::optional<city::Problem> AnswerLog::readOf(qint64 feed, qint64 after, qint64 last, const std::function<void(Answer)>& take)
{
    // The index is by time, which never runs backwards within a feed.
    return takeAll(m_of.run({feed, after, last, after}), take);
}

std::optional<city::Problem> AnswerLog::readSome(qint64 after, qint64 learned, qint64 most,
                                                 const std::function<void(Answer)>& take)
{
    return takeAll(m_some.run({after, learned, most}), take);
}

std::optional<city::Problem> AnswerLog::takeAll(city::Result<QSqlQuery*> found, const std::function<void(Answer)>& take)
{
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    while (rows.next())
        if (const auto taken = this->take(rows, take); !taken) return taken.problem();
    if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
    return std::nullopt;
}

city::Result<bool> AnswerLog::take(const QSqlQuery& row, const std::function<void(Answer)>& take)
{
    const auto list = listWith(row.value(3).toLongLong());
    if (!list) return list.problem();
    auto answer = answerOf(row, **list);
    if (answer) take(std::move(*answer));
    return answer.has_value();
}

city::Result<bool> AnswerLog::readThese(qint64 feed, const std::vector<qint64>& answers, qint64 moment,
                                        const std::function<void(const Answer&)>& take)
{
    std::size_t met = 0;
    // Those that lie near each other are asked for together.
    for (auto begin = answers.begin(); begin != answers.end();) {
        auto end = begin + 1;
        while (end != answers.end() && *end - *(end - 1) <= asideAtMost)
            ++end;
        auto found = m_range.run({feed, *begin, *(end - 1)});
        if (!found) return found.problem();
        QSqlQuery& rows = **found;
        while (rows.next()) {
            if (!std::binary_search(begin, end, rows.value(0).toLongLong()) || rows.isNull(6)) continue;
            ++met;
            const bool isLater = rows.isNull(5) && rows.value(4).toLongLong() > moment;
            if (isLater) continue;
            if (const auto taken = this->take(rows, take); !taken) return taken;
        }
        if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
        begin = end;
    }
    return met == answers.size();
}

city::Result<qint64> AnswerLog::knownBy(qint64 feed, qint64 moment)
{
    const auto met = m_knownBy.constFind(feed);
    if (met != m_knownBy.cend() && met->first == moment) return met->second;
    auto found = m_known.run({feed, moment});
    if (!found) return found.problem();
    const qint64 answer = (*found)->next() ? (*found)->value(0).toLongLong() : 0;
    (*found)->finish();
    m_knownBy.insert(feed, {moment, answer});
    return answer;
}

city::Result<qint64> AnswerLog::learnedAt(qint64 answer)
{
    auto found = m_learned.run({answer});
    if (!found) return found.problem();
    const qint64 moment = (*found)->next() ? (*found)->value(0).toLongLong() : 0;
    (*found)->finish();
    return moment;
}

void AnswerLog::forget()
{
    m_feeds.clear();
    m_knownBy.clear();
    m_lists.clear();
}

city::Result<AnswerLog::Feed*> AnswerLog::feedOf(qint64 feed)
{
    const auto met = m_feeds.find(feed);
    if (met != m_feeds.end()) return &*met;
    auto found = m_last.run({feed});
    if (!found) return found.problem();
    Feed last;
    if ((*found)->next()) {
        last.lastLearned = (*found)->value(0).toLongLong();
        last.list = (*found)->value(1).toLongLong();
    }
    (*found)->finish();
    if (last.list != 0) {
        const auto list = listWith(last.list);
        if (!list) return list.problem();
        last.series = **list;
    }
    return &*m_feeds.insert(feed, std::move(last));
}

city::Result<qint64> AnswerLog::listOf(Feed& feed, const std::vector<qint64>& series)
{
    if (feed.list != 0 && feed.series == series) return feed.list;
    auto inserted = m_insertList.run({numberList(series)});
    if (!inserted) return inserted.problem();
    QSqlQuery& query = **inserted;
    if (!query.next()) return m_database.explain(query.lastError());
    feed.list = query.value(0).toLongLong();
    feed.series = series;
    query.finish();
    return feed.list;
}

city::Result<AnswerLog::List> AnswerLog::listWith(qint64 id)
{
    const auto met = m_lists.constFind(id);
    if (met != m_lists.cend()) return *met;
    auto found = m_list.run({id});
    if (!found) return found.problem();
    std::vector<qint64> series;
    if ((*found)->next()) series = readWholeNumbers((*found)->value(0).toByteArray()).value_or(std::vector<qint64>());
    (*found)->finish();
    if (m_lists.size() >= listsKept) m_lists.clear();
    return *m_lists.insert(id, std::make_shared<const std::vector<qint64>>(std::move(series)));
}

} // namespace history
