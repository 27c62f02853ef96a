// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/shared/told_log.h"

#include "layers/history/described_series.h"

#include <QVariant>

namespace history {

namespace {

constexpr qint64 answersAtOnce = 200;

city::Result<QString> nameOf(Statement& find, qint64 feed)
{
    auto found = find.run({feed});
    if (!found) return found.problem();
    const QString name = (*found)->next() ? (*found)->value(0).toString() : QString();
    (*found)->finish();
    return name;
}

city::Result<std::vector<city::Observation>> observationsOf(const Answer& answer, DescribedSeries& described)
{
    std::vector<city::Observation> observations;
    observations.reserve(answer.series.size());
    for (std::size_t i = 0; i < answer.series.size(); ++i) {
        auto one = described.of(answer.series[i]);
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
    DescribedSeries described(database);
    Statement findName(database, QStringLiteral("SELECT name FROM feed WHERE id = ?"));
    for (const Answer& one : answers) {
        const auto feed = nameOf(findName, one.feed);
        if (!feed) return feed.problem();
        auto observations = observationsOf(one, described);
        if (!observations) return observations.problem();
        batch.last = one.id;
        batch.told.emplace_back(*feed, std::move(observations.value()));
    }
    batch.isAll = static_cast<qint64>(answers.size()) < answersAtOnce;
    return batch;
}

} // namespace history
