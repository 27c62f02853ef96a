// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/release/released_series.h"

#include "layers/indicators/suppression.h"

#include <QDateTime>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <map>

namespace release {

namespace {

const city::Privacy* privacyOf(const Rules& rules, const QString& quantity)
{
    return rules.privacyOf(quantity, {});
}

/// Samples that must not be told, as many as the samples.
using Marks = std::vector<bool>;

Marks smallOnes(const city::Series& series, int k)
{
    Marks marks;
    for (const city::Sample& one : series.samples) marks.push_back(indicators::isSmall(one.value, k));
    return marks;
}

Marks ofRunningTotal(const city::Series& series, int k)
{
    std::vector<int> values;
    for (const city::Sample& one : series.samples) values.push_back(static_cast<int>(std::lround(one.value)));
    Marks marks;
    for (const std::optional<int>& one : indicators::releasedRunningTotal(values, k)) marks.push_back(!one);
    return marks;
}

/// The answers of one asking, and where each place lies.
class SeriesRelease {
public:
    SeriesRelease(const Rules& rules, const std::vector<CountedPlace>& places, const std::vector<history::SeriesQuery>& asked,
                  const std::vector<city::Series>& answers)
        : m_rules(rules), m_asked(asked), m_answers(answers)
    {
        for (const CountedPlace& one : places) m_areas.insert(one.place, one.area);
        for (std::size_t i = 0; i < answers.size(); ++i) m_of[asked[i].quantity].push_back(i);
    }

    Marks marks(std::size_t number, const city::Privacy& privacy) const
    {
        const city::Series& series = m_answers[number];
        if (!privacy.reveals.isEmpty()) return revealing(number, privacy);
        if (privacy.running) return ofRunningTotal(series, privacy.k);
        Marks own = smallOnes(series, privacy.k);
        if (isArea(number)) addTogether(number, privacy.k, own);
        return own;
    }

private:
    bool isArea(std::size_t number) const { return m_rules.areas->levels().contains(m_asked[number].place.kind); }
    int areaOf(std::size_t number) const
    {
        const city::PlaceId& place = m_asked[number].place;
        return isArea(number) ? m_rules.areas->findByName(place.kind, place.id) : m_areas.value(place, -1);
    }

    Marks revealing(std::size_t number, const city::Privacy& privacy) const
    {
        Marks marks(m_answers[number].samples.size(), false);
        for (const std::size_t other : m_of.value(privacy.reveals)) {
            if (m_asked[other].place != m_asked[number].place) continue;
            const city::Privacy* its = privacyOf(m_rules, privacy.reveals);
            const Marks withheld = its ? this->marks(other, *its) : Marks();
            for (std::size_t i = 0; i < withheld.size(); ++i)
                if (withheld[i]) mark(m_answers[number], m_answers[other].samples[i].at, marks);
        }
        return marks;
    }

    static void mark(const city::Series& series, city::Instant at, Marks& marks)
    {
        const auto found = std::lower_bound(series.samples.begin(), series.samples.end(), at,
                                            [](const city::Sample& one, city::Instant when) { return one.at < when; });
        if (found != series.samples.end() && found->at == at) marks[static_cast<std::size_t>(found - series.samples.begin())] = true;
    }

    // What is told of an area, beside what is told of the places in it at the same time.
    void addTogether(std::size_t number, int k, Marks& marks) const
    {
        const int area = areaOf(number);
        std::vector<std::size_t> inside;
        for (const std::size_t other : m_of.value(m_asked[number].quantity))
            if (other != number && area >= 0 && areaOf(other) >= 0 && m_rules.areas->isWithin(areaOf(other), area)) inside.push_back(other);
        if (inside.empty()) return;
        std::map<city::Instant, std::vector<indicators::CountedCell>> times;
        for (const std::size_t other : inside)
            for (const city::Sample& one : m_answers[other].samples)
                times[one.at].push_back({m_asked[other].place.kind, areaOf(other), isArea(other), one.value});
        const std::vector<city::Sample>& own = m_answers[number].samples;
        for (std::size_t i = 0; i < own.size(); ++i) {
            std::vector<indicators::CountedCell>& cells = times[own[i].at];
            cells.push_back({m_asked[number].place.kind, area, true, own[i].value});
            marks[i] = indicators::released(*m_rules.areas, cells, k).withheld.back();
        }
    }

    const Rules& m_rules;
    const std::vector<history::SeriesQuery>& m_asked;
    const std::vector<city::Series>& m_answers;
    QHash<city::PlaceId, int> m_areas;
    QHash<QString, std::vector<std::size_t>> m_of; ///< Answers by quantity.
};

city::Series without(city::Series series, const Marks& marks, const history::SeriesQuery& wanted)
{
    std::vector<city::Sample> samples;
    for (std::size_t i = 0; i < series.samples.size(); ++i) {
        if (series.samples[i].at < wanted.from || series.samples[i].at > wanted.to) continue;
        if (marks[i])
            series.withheld.push_back(series.samples[i].at);
        else
            samples.push_back(series.samples[i]);
    }
    series.samples = std::move(samples);
    return series;
}

} // namespace

std::vector<CountedPlace> countedPlaces(const Rules& rules, const std::vector<history::KnownSeries>& known)
{
    std::vector<CountedPlace> places;
    for (const history::KnownSeries& one : known) {
        if (!privacyOf(rules, one.quantity)) continue;
        const bool isArea = rules.areas->levels().contains(one.place.kind);
        const int area = isArea ? rules.areas->findByName(one.place.kind, one.place.id) : one.at ? rules.areas->locate(*one.at) : -1;
        places.push_back({one.place, one.quantity, area});
    }
    return places;
}

std::vector<CountedPlace> countedPlaces(const Rules& rules, const ReleasedCity& city)
{
    std::vector<CountedPlace> places;
    for (const auto& [truth, told] : city.counted)
        for (const city::Observation& one : truth->observations)
            if (privacyOf(rules, one.quantity)) places.push_back({one.place, one.quantity, city.snapshot->areaOf(one.place)});
    return places;
}

std::vector<history::SeriesQuery> withDeciding(const Rules& rules, const std::vector<CountedPlace>& places, std::vector<history::SeriesQuery> queries)
{
    const std::size_t wanted = queries.size();
    // Each once: of one that is there already more is asked than was wanted.
    const auto add = [&queries](const history::SeriesQuery& query) {
        const auto same = [&query](const history::SeriesQuery& one) { return one.place == query.place && one.quantity == query.quantity && one.asOf == query.asOf; };
        const auto known = std::find_if(queries.begin(), queries.end(), same);
        if (known == queries.end()) {
            queries.push_back(query);
        } else {
            known->from = std::min(known->from, query.from);
            known->to = std::max(known->to, query.to);
        }
    };
    for (std::size_t i = 0; i < wanted; ++i) {
        history::SeriesQuery query = queries[i];
        const city::Privacy* privacy = privacyOf(rules, query.quantity);
        if (!privacy) continue;
        query.quantity = rules.deciding(query.quantity, *privacy);
        const city::Privacy* its = privacyOf(rules, query.quantity);
        if (its && its->running) query.from = city::Instant{};
        add(query);
        const bool isArea = rules.areas->levels().contains(query.place.kind);
        const int area = isArea ? rules.areas->findByName(query.place.kind, query.place.id) : -1;
        for (const CountedPlace& one : places) {
            if (area < 0 || one.quantity != query.quantity || one.place == query.place || one.area < 0) continue;
            if (!rules.areas->isWithin(one.area, area)) continue;
            history::SeriesQuery inside = query;
            inside.place = one.place;
            add(inside);
        }
    }
    return queries;
}

std::vector<city::Series> told(const Rules& rules, const std::vector<CountedPlace>& places, const std::vector<history::SeriesQuery>& asked,
                               const std::vector<history::SeriesQuery>& wanted, std::vector<city::Series> answers)
{
    const SeriesRelease release(rules, places, asked, answers);
    std::vector<city::Series> told;
    for (std::size_t i = 0; i < wanted.size() && i < answers.size(); ++i) {
        const city::Privacy* privacy = rules.privacyOf(asked[i].quantity, answers[i].unit);
        told.push_back(without(answers[i], privacy ? release.marks(i, *privacy) : Marks(answers[i].samples.size(), false), wanted[i]));
    }
    return told;
}

ToldSummaries summaries(const city::Series& told, const history::Stretches& stretches)
{
    ToldSummaries made{{told.unit, {}}, {}};
    std::vector<history::Told> believed;
    for (const city::Sample& one : told.samples) believed.push_back({history::stampOf(one.at), 0, one.value});
    made.told.summaries = history::summariesOf(believed, stretches);
    for (const city::Instant at : told.withheld) {
        const city::Instant start = history::instantOf(stretches.startOf(history::stampOf(at)));
        if (made.withheld.empty() || made.withheld.back() != start) made.withheld.push_back(start);
    }
    std::erase_if(made.told.summaries, [&](const history::Summary& one) {
        return std::find(made.withheld.begin(), made.withheld.end(), one.start) != made.withheld.end();
    });
    return made;
}

namespace {

int hourOf(city::Instant at, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(history::stampOf(at), zone).time().hour();
}

} // namespace

bool isWithheldHour(const city::Series& told, city::Instant at, const QTimeZone& zone)
{
    return std::any_of(told.withheld.begin(), told.withheld.end(), [&](city::Instant one) { return hourOf(one, zone) == hourOf(at, zone); });
}

city::Series withoutWithheldHours(city::Series told, const QTimeZone& zone)
{
    QSet<int> hours;
    for (const city::Instant at : told.withheld) hours.insert(hourOf(at, zone));
    if (!hours.isEmpty()) std::erase_if(told.samples, [&](const city::Sample& one) { return hours.contains(hourOf(one.at, zone)); });
    return told;
}

city::Series hours(const city::Series& told, const QTimeZone& zone)
{
    const ToldSummaries made = summaries(told, {std::chrono::hours(1), zone});
    city::Series series{told.place, told.quantity, told.unit, {}, made.withheld};
    for (const history::Summary& hour : made.told.summaries) series.samples.push_back({hour.start, hour.mean});
    return withoutWithheldHours(std::move(series), zone);
}

city::Result<city::Series> readSeries(history::HistoryStore& store, const Rules& rules, const std::vector<CountedPlace>& places,
                                      const history::SeriesQuery& query)
{
    const std::vector<history::SeriesQuery> asked = withDeciding(rules, places, {query});
    auto answers = store.seriesOf(asked).result();
    if (!answers) return answers.problem();
    return told(rules, places, asked, {query}, std::move(answers.value())).front();
}

city::Result<ToldSummaries> readSummaries(history::HistoryStore& store, const Rules& rules, const std::vector<CountedPlace>& places,
                                          const history::SummaryQuery& query)
{
    if (!privacyOf(rules, query.quantity)) {
        auto kept = store.summaries(query).result();
        if (!kept) return kept.problem();
        // A quantity nobody knows may count people after all: its unit tells.
        if (!rules.privacyOf(query.quantity, kept->unit)) return ToldSummaries{std::move(kept.value()), {}};
    }
    const history::Stretches stretches{query.step, query.zone};
    const qint64 from = stretches.startOf(history::stampOf(query.from)), to = history::stampOf(query.to);
    const qint64 end = stretches.startOf(to) == to ? to : stretches.after(stretches.startOf(to));
    const auto series = readSeries(store, rules, places, {query.place, query.quantity, history::instantOf(from), history::instantOf(end - 1), query.asOf});
    if (!series) return series.problem();
    return summaries(*series, stretches);
}

} // namespace release
