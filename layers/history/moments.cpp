// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/moments.h"

#include "layers/history/number_list.h"
#include "layers/history/whole_picture.h"

#include <QVariant>

namespace history {

namespace {

void put(std::vector<Standing>& values, qint64 series, const Standing& next)
{
    const auto index = static_cast<std::size_t>(series);
    if (index >= values.size()) values.resize(index + 1);
    if (values[index].givesWayTo(next)) values[index] = next;
}

} // namespace

// A cross join: otherwise SQLite goes through all moments for a few feeds.
Moments::Moments(const Database& database, AnswerLog& log)
    : m_database(database), m_log(log),
      m_at(database, QStringLiteral("SELECT f.id, CAST(m.standing AS BLOB), CAST(m.answers AS BLOB), "
                                    "(SELECT value FROM store WHERE key = 'moments') = "
                                    "(SELECT value FROM store WHERE key = 'settled'), "
                                    "coalesce((SELECT CAST(value AS BIGINT) FROM store WHERE key = 'moments_from'), ?) "
                                    "FROM feed f CROSS JOIN moment m WHERE m.feed_id = f.id AND m.start = "
                                    "(SELECT max(start) FROM moment WHERE feed_id = f.id AND start <= ?)")),
      m_forget(database, QStringLiteral("DELETE FROM moment WHERE feed_id = ? AND until >= ?"))
{
}

city::Result<bool> Moments::read(qint64 moment, std::vector<Standing>& values)
{
    auto found = m_at.run({std::numeric_limits<qint64>::min(), moment});
    if (!found) return found.problem();
    struct Row {
        qint64 feed;
        QByteArray standing, answers;
    };
    std::vector<Row> feeds;
    for (QSqlQuery& rows = **found; rows.next();) {
        if (!rows.value(3).toBool() || moment < rows.value(4).toLongLong()) {
            rows.finish();
            return false;
        }
        feeds.push_back({rows.value(0).toLongLong(), rows.value(1).toByteArray(), rows.value(2).toByteArray()});
    }
    if ((*found)->lastError().isValid()) return m_database.explain((*found)->lastError());
    for (const Row& feed : feeds) {
        const WholePicture whole = WholePicture::fromJson(feed.standing);
        for (std::size_t i = 0; i < whole.series.size(); ++i)
            put(values, whole.series[i], {whole.at[i], whole.learned[i], whole.values[i]});
        const auto played = play(feed.feed, feed.answers, moment, values);
        if (!played || !*played) return played;
    }
    return !feeds.empty();
}

city::Result<bool> Moments::play(qint64 feed, const QByteArray& answers, qint64 moment, std::vector<Standing>& values)
{
    const auto numbers = readWholeNumbers(answers);
    if (!numbers) return false;
    return m_log.readThese(feed, *numbers, moment, [&](const Answer& answer) {
        for (std::size_t i = 0; i < answer.series.size(); ++i)
            if (answer.at[i] <= moment) put(values, answer.series[i], {answer.at[i], answer.learnedAt, answer.values[i]});
    });
}

std::optional<city::Problem> Moments::forgetFrom(qint64 feed, qint64 first)
{
    auto gone = m_forget.run({feed, first});
    return gone ? std::nullopt : std::optional(gone.problem());
}

} // namespace history
