// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/series_reader.h"

#include "layers/city/quantity.h"

#include <QVariant>
#include <algorithm>

namespace history {

namespace {

/// What all witnesses of one place and quantity say, in one unit.
struct Account {
    QString unit; ///< UCUM: that of the value with the newest observed time.
    std::vector<Told> believed;
};

struct Witness {
    SeriesNumbers::Kept series;
    std::vector<Told> told;
};

/// Converts all into the unit of the newest value; leaves out what cannot be converted.
Account agree(std::vector<Witness> witnesses)
{
    Account account;
    const Told* newest = nullptr;
    for (const Witness& witness : witnesses) {
        if (witness.told.empty() || (newest && newest->at > witness.told.back().at)) continue;
        newest = &witness.told.back();
        account.unit = witness.series.unit;
    }
    for (const Witness& witness : witnesses) {
        if (witness.series.unit == account.unit) {
            account.believed.insert(account.believed.end(), witness.told.begin(), witness.told.end());
            continue;
        }
        for (Told one : witness.told) {
            const auto value = city::convertUnit(one.value, witness.series.unit, account.unit);
            if (!value) continue;
            one.value = *value;
            account.believed.push_back(one);
        }
    }
    putInOrder(account.believed);
    keepBelieved(account.believed);
    return account;
}

city::Result<Account> accountOf(ObservationStore& store, const std::vector<SeriesNumbers::Kept>& all, qint64 from, qint64 to,
                                std::optional<city::Instant> asOf)
{
    const auto moment = asOf ? std::optional(stampOf(*asOf)) : std::nullopt;
    std::vector<Witness> witnesses;
    for (const SeriesNumbers::Kept& series : all) {
        auto told = store.told(series, from, to, moment);
        if (!told) return told.problem();
        witnesses.push_back({series, std::move(told.value())});
    }
    return agree(std::move(witnesses));
}

/// The hours or days kept ready, except where the log holds values that have not settled into them.
city::Result<std::vector<Summary>> summariesKept(ObservationStore& store, const SeriesNumbers::Kept& series,
                                                 const Stretches& stretches, qint64 from, qint64 to)
{
    const bool hourly = stretches.step == std::chrono::hours(1);
    auto kept = hourly ? store.rollups().hours(series.id, from, to) : store.rollups().days(series.id, from, to);
    if (!kept) return kept;
    std::vector<qint64> open;
    for (const Told& one : store.tail().of(series.id)) {
        const qint64 start = stretches.startOf(one.at);
        if (start >= from && start < to && (open.empty() || open.back() != start)) open.push_back(start);
    }
    std::sort(open.begin(), open.end());
    open.erase(std::unique(open.begin(), open.end()), open.end());
    std::vector<Summary>& summaries = kept.value();
    for (const qint64 start : open) {
        auto account = accountOf(store, {series}, start, stretches.after(start) - 1, std::nullopt);
        if (!account) return account.problem();
        std::erase_if(summaries, [start](const Summary& one) { return stampOf(one.start) == start; });
        const auto fresh = summariesOf(account->believed, stretches);
        summaries.insert(summaries.end(), fresh.begin(), fresh.end());
    }
    std::sort(summaries.begin(), summaries.end(), [](const Summary& a, const Summary& b) { return a.start < b.start; });
    return kept;
}

} // namespace

city::Result<city::Series> readSeries(ObservationStore& store, const SeriesQuery& query)
{
    if (auto problem = store.catchUp()) return *problem;
    const auto all = store.numbers().find(query.place, query.quantity);
    if (!all) return all.problem();
    auto account = accountOf(store, *all, stampOf(query.from), stampOf(query.to), query.asOf);
    if (!account) return account.problem();
    city::Series series{query.place, query.quantity, account->unit, {}};
    series.samples.reserve(account->believed.size());
    for (const Told& one : account->believed)
        series.samples.push_back({instantOf(one.at), one.value});
    return series;
}

city::Result<Summaries> readSummaries(ObservationStore& store, const SummaryQuery& query)
{
    if (auto problem = store.catchUp()) return *problem;
    const auto all = store.numbers().find(query.place, query.quantity);
    if (!all) return all.problem();
    const Stretches stretches{query.step, query.zone};
    const qint64 from = stretches.startOf(stampOf(query.from));
    const qint64 to = stampOf(query.to);
    const QTimeZone& zone = store.rollups().zone();
    const bool sameDays = query.zone == zone;
    const bool sameHours = sameDays || Stretches{query.step, zone}.startOf(from) == from;
    const bool isKept = (query.step == std::chrono::hours(1) && sameHours) || (query.step == std::chrono::hours(24) && sameDays);
    if (all->size() == 1 && isKept && !query.asOf) {
        auto kept = summariesKept(store, all->front(), stretches, from, to);
        if (!kept) return kept.problem();
        return Summaries{all->front().unit, std::move(kept.value())};
    }
    const qint64 end = stretches.startOf(to) == to ? to : stretches.after(stretches.startOf(to));
    auto account = accountOf(store, *all, from, end - 1, query.asOf);
    if (!account) return account.problem();
    return Summaries{account->unit, summariesOf(account->believed, stretches)};
}

city::Result<std::vector<city::Observation>> readLatest(const Database& database, ObservationStore& store, city::Instant at)
{
    if (auto problem = store.catchUp()) return *problem;
    auto prepared = database.prepared(
        QStringLiteral("SELECT s.id, p.kind, p.code, q.name, u.code FROM series s JOIN place p ON p.id = s.place_id "
                       "JOIN quantity q ON q.id = s.quantity_id JOIN unit u ON u.id = s.unit_id "
                       "ORDER BY p.kind, p.code, s.quantity_id"));
    if (!prepared) return prepared.problem();
    QSqlQuery& rows = prepared.value();
    if (!rows.exec()) return database.explain(rows.lastError());

    std::vector<city::Observation> latest;
    std::vector<qint64> answers;       // of each in `latest`
    QHash<qint64, qint64> learnedAt;   // an answer told many of them
    while (rows.next()) {
        const auto newest = store.newest(rows.value(0).toLongLong(), stampOf(at));
        if (!newest) return newest.problem();
        if (!*newest) continue;
        const Told& told = **newest;
        auto learned = learnedAt.constFind(told.answer);
        if (learned == learnedAt.cend()) {
            const auto found = store.log().learnedAt(told.answer);
            if (!found) return found.problem();
            learned = learnedAt.insert(told.answer, *found);
        }
        city::Observation one{{rows.value(1).toString(), rows.value(2).toString()}, rows.value(3).toString(), told.value,
                              rows.value(4).toString(), instantOf(told.at), instantOf(*learned)};
        const bool again = !latest.empty() && latest.back().place == one.place && latest.back().quantity == one.quantity;
        if (!again) {
            latest.push_back(std::move(one));
            answers.push_back(told.answer);
        } else if (std::pair(latest.back().observedAt, answers.back()) < std::pair(one.observedAt, told.answer)) {
            latest.back() = std::move(one);
            answers.back() = told.answer;
        }
    }
    if (rows.lastError().isValid()) return database.explain(rows.lastError());
    return latest;
}

} // namespace history
