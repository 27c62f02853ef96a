// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/series_reader.h"

#include "layers/city/quantity.h"

#include <QVariant>
#include <algorithm>
#include <iterator>

namespace history {

namespace {

constexpr qint64 readTogether = 86'400'000; ///< Milliseconds.

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
    if (witnesses.size() == 1) {
        account = {witnesses.front().told.empty() ? QString() : witnesses.front().series.unit, std::move(witnesses.front().told)};
        keepBelieved(account.believed);
        return account;
    }
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
    const auto answers = all.size() > 1 ? Runs::Answers::Each : Runs::Answers::Rough;
    std::vector<Witness> witnesses;
    for (const SeriesNumbers::Kept& series : all) {
        auto told = store.told(series, from, to, moment, answers);
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
    // Those that lie near each other are read together.
    for (auto begin = open.begin(); begin != open.end();) {
        const auto end = std::adjacent_find(begin, open.end(), [](qint64 a, qint64 b) { return b - a > readTogether; });
        const auto next = end == open.end() ? end : end + 1;
        auto account = accountOf(store, {series}, *begin, stretches.after(*(next - 1)) - 1, std::nullopt);
        if (!account) return account.problem();
        const auto isOpen = [&](const Summary& one) { return std::binary_search(begin, next, stampOf(one.start)); };
        std::erase_if(summaries, isOpen);
        const auto fresh = summariesOf(account->believed, stretches);
        std::copy_if(fresh.begin(), fresh.end(), std::back_inserter(summaries), isOpen);
        begin = next;
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

namespace {

/// Series by series, which is slow.
city::Result<std::vector<Standing>> lookedUp(ObservationStore& store, const std::vector<SeriesNumbers::Listed>& all, qint64 moment)
{
    std::vector<Standing> values;
    QHash<qint64, qint64> learnedAt; // an answer told many of them
    for (const SeriesNumbers::Listed& series : all) {
        const auto newest = store.newest(series.id, moment);
        if (!newest) return newest.problem();
        if (!*newest) continue;
        const Told& told = **newest;
        auto learned = learnedAt.constFind(told.answer);
        if (learned == learnedAt.cend()) {
            const auto found = store.log().learnedAt(told.answer);
            if (!found) return found.problem();
            learned = learnedAt.insert(told.answer, *found);
        }
        const auto index = static_cast<std::size_t>(series.id);
        if (index >= values.size()) values.resize(index + 1);
        values[index] = {told.at, *learned, told.value};
    }
    return values;
}

} // namespace

city::Result<std::vector<city::Observation>> readLatest(ObservationStore& store, city::Instant at)
{
    if (auto problem = store.catchUp()) return *problem;
    const auto all = store.numbers().all();
    if (!all) return all.problem();
    auto known = store.standing(stampOf(at));
    if (!known) return known.problem();
    if (!*known) {
        auto values = lookedUp(store, **all, stampOf(at));
        if (!values) return values.problem();
        known = std::optional(std::move(values.value()));
    }
    const std::vector<Standing>& values = **known;
    std::vector<city::Observation> latest;
    latest.reserve((*all)->size());
    for (const SeriesNumbers::Listed& series : **all) {
        const auto index = static_cast<std::size_t>(series.id);
        if (index >= values.size() || values[index].at == Standing().at) continue;
        const Standing& one = values[index];
        const bool again = !latest.empty() && latest.back().place == series.observation.place &&
                           latest.back().quantity == series.observation.quantity;
        if (again && Standing{stampOf(latest.back().observedAt), stampOf(latest.back().receivedAt), 0}.givesWayTo(one))
            latest.back() = series.observation;
        else if (again)
            continue;
        else
            latest.push_back(series.observation);
        latest.back().value = one.value;
        latest.back().observedAt = instantOf(one.at);
        latest.back().receivedAt = instantOf(one.learned);
    }
    return latest;
}

} // namespace history
