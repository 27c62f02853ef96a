// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/shared/told_log.h"

#include <QVariant>

namespace history {

namespace {

constexpr qint64 answersAtOnce = 200;

/// Names of feeds and series, each looked up once.
class Names {
public:
    explicit Names(const Database& database)
        : m_feed(database, QStringLiteral("SELECT name FROM feed WHERE id = ?")),
          m_series(
              database,
              QStringLiteral(
                  "SELECT p.kind, p.code, q.name, u.code FROM series s JOIN place p ON p.id = s.place_id "
                  "JOIN quantity q ON q.id = s.quantity_id JOIN unit u ON u.id = s.unit_id "
                  "WHERE s.id = ?"))
    {
    }

    city::Result<QString> feed(qint64 id)
    {
        auto found = m_feed.run({id});
        if (!found) return found.problem();
        return (*found)->next() ? (*found)->value(0).toString() : QString();
    }
    city::Result<city::Observation> series(qint64 id)
    {
        const auto known = m_known.constFind(id);
        if (known != m_known.cend()) return *known;
        auto found = m_series.run({id});
        if (!found) return found.problem();
        city::Observation one;
        if ((*found)->next()) {
            const QSqlQuery& row = **found;
            one.place = {row.value(0).toString(), row.value(1).toString()};
            one.quantity = row.value(2).toString();
            one.unit = row.value(3).toString();
        }
        m_known.insert(id, one);
        return one;
    }

private:
    Statement m_feed, m_series;
    QHash<qint64, city::Observation> m_known;
};

city::Result<std::vector<city::Observation>> observationsOf(const Answer& answer, Names& names)
{
    std::vector<city::Observation> observations;
    observations.reserve(answer.series.size());
    for (std::size_t i = 0; i < answer.series.size(); ++i) {
        auto one = names.series(answer.series[i]);
        if (!one) return one.problem();
        one.value().observedAt = instantOf(answer.at[i]);
        one.value().receivedAt = instantOf(answer.learnedAt);
        one.value().value = answer.values[i];
        observations.push_back(std::move(one.value()));
    }
    return observations;
}

} // namespace

city::Result<ToldBatch> readTold(const Database& database, ObservationStore& store, qint64 answer,
                                 city::Instant learned)
{
    ToldBatch batch;
    batch.last = answer;
    std::vector<Answer> answers;
    const auto unread = store.log().readSome(answer, stampOf(learned), answersAtOnce,
                                             [&answers](Answer one) { answers.push_back(std::move(one)); });
    if (unread) return *unread;
    Names names(database);
    for (const Answer& one : answers) {
        const auto feed = names.feed(one.feed);
        if (!feed) return feed.problem();
        auto observations = observationsOf(one, names);
        if (!observations) return observations.problem();
        batch.last = one.id;
        batch.told.emplace_back(*feed, std::move(observations.value()));
    }
    batch.isAll = static_cast<qint64>(answers.size()) < answersAtOnce;
    return batch;
}

} // namespace history
