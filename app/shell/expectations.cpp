// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/expectations.h"

#include "app/dashboards/soon.h"
#include "app/shell/when_done.h"
#include "layers/city/threads.h"

#include <QTimer>
#include <QtConcurrent>

namespace app {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration pastLength = 24h * 63; ///< Eight weeks, and one for holidays that fall out.
constexpr std::size_t mostForecasts = 16;

constexpr city::Duration beforeHolds = 15min; ///< So long the values of half an hour ago are recent enough.

constexpr int stillMs = 500;
constexpr city::Duration still = 5min; ///< The clock goes on while one looks.

qint64 hourOf(city::Instant at)
{
    return std::chrono::floor<std::chrono::hours>(at).time_since_epoch().count();
}

std::size_t placesOf(const city::CitySnapshot& snapshot)
{
    std::size_t places = 0;
    for (const auto& [id, feed] : snapshot.feeds())
        places += feed->places.size();
    return places;
}

} // namespace

Expectations::Expectations(CityRun& run, QObject* parent) : QObject(parent), m_run(run) {}

void Expectations::look(const DashboardInput& shown, std::vector<history::SeriesQuery> queries,
                        std::vector<Usual::SeriesKey> toForecast)
{
    m_shown = shown;
    m_queries = std::move(queries);
    m_toForecast = std::move(toForecast);
    ++m_looks;
    m_waiting = false;
    // Half a city is not compared with whole ones of before.
    if (m_busy || !m_run.isSettled()) return;
    if (m_hour == 0 || hourOf(m_shown.now) == m_hour) return next();
    // Whoever runs through the past is not held up by what is usual at every step of it.
    m_busy = true;
    QTimer::singleShot(stillMs, this, [this, then = m_shown.now] {
        m_busy = false;
        if (std::chrono::abs(m_shown.now - then) >= still) return look(DashboardInput(m_shown), m_queries, m_toForecast);
        next();
        if (!m_busy) Q_EMIT changed(); // Somebody may wait for it.
    });
}

void Expectations::forgetWhatIsOld()
{
    const qint64 hour = hourOf(m_shown.now);
    if (hour == m_hour) return;
    m_hour = hour;
    m_hours.clear();
    m_forecasts = std::make_shared<const Forecasts>();
    auto usual = std::make_shared<Usual>(*m_usual);
    usual->series.clear();
    usual->days.clear();
    m_usual = std::move(usual);
}

bool Expectations::numbersAreKnown() const
{
    return m_usual->moments == m_moments && !m_moments.empty() && sameNumbers(m_usual->focus, m_shown.focus);
}

void Expectations::next()
{
    m_busy = m_renewing = false;
    forgetWhatIsOld();
    std::vector<history::SeriesQuery> missing;
    for (const history::SeriesQuery& query : m_queries)
        if (!m_hours.contains({query.place, query.quantity})) missing.push_back(query);
    if (!missing.empty()) return findWeeks(std::move(missing));
    const auto moments = indicators::likeMoments(m_shown.now, m_shown.pack->calendar);
    const std::size_t places = placesOf(*m_shown.snapshot);
    if (!m_past || moments != m_moments || places != m_places) return whenStill(&Expectations::findMoments);
    if (!numbersAreKnown()) return findNumbers();
    std::vector<Usual::SeriesKey> unseen;
    for (std::size_t i = 0; i < std::min(m_toForecast.size(), mostForecasts); ++i) {
        const Usual::SeriesKey& key = m_toForecast[i];
        if (m_hours.contains(key) && !m_forecasts->made.contains(key) && !m_forecasts->refused.contains(key)) unseen.push_back(key);
    }
    if (!unseen.empty()) return findForecasts(std::move(unseen));
    if (std::chrono::abs(m_shown.now - m_usual->beforeOf) >= beforeHolds && !soonQuantities(*m_shown.pack).isEmpty()) {
        m_renewing = m_usual->beforeOf != city::Instant{};
        whenStill(&Expectations::findBefore);
    }
}

template<typename Change> void Expectations::tell(Change change)
{
    auto usual = std::make_shared<Usual>(*m_usual);
    change(*usual);
    m_usual = std::move(usual);
    Q_EMIT changed();
    next();
}

void Expectations::findWeeks(std::vector<history::SeriesQuery> missing)
{
    m_busy = true;
    for (history::SeriesQuery& query : missing) {
        query.to = m_shown.now;
        query.from = m_shown.now - pastLength;
    }
    m_run.askHours(std::move(missing), whileThere(this, [this](city::Result<std::vector<city::Series>> hours) {
        const auto past = std::make_shared<const std::vector<city::Series>>(
            hours.ok() ? std::move(hours.value()) : std::vector<city::Series>{});
        for (const city::Series& one : *past)
            m_hours.insert({one.place, one.quantity}, one);
        auto weeks = QtConcurrent::run(&city::workThreads(),
                                       [past, now = m_shown.now, calendar = m_shown.pack->calendar] {
                                           city::letTheWindowGoFirst();
                                           Usual found;
                                           found.series = typicalWeeks(*past, now, calendar);
                                           found.days = pastDays(*past, now, calendar.zone);
                                           return found;
                                       });
        whenDone(weeks, this, [this](const Usual& found) {
            tell([&](Usual& usual) {
                usual.series.insert(found.series);
                usual.days.insert(found.days);
            });
        });
    }));
}

void Expectations::whenStill(void (Expectations::*find)())
{
    m_waiting = true;
    QTimer::singleShot(stillMs, this, [this, find, looks = m_looks] {
        if (looks != m_looks) return; // Whoever looked meanwhile has asked anew.
        m_waiting = false;
        (this->*find)();
    });
}

void Expectations::findBefore()
{
    m_busy = true;
    const city::Instant of = m_shown.now;
    m_run.askMoments({of - soonBack}, whileThere(this, [this, of](const std::vector<std::vector<city::Observation>>& told) {
        const QStringList wanted = soonQuantities(*m_shown.pack);
        decltype(Usual::before) before;
        for (const auto& moment : told)
            for (const city::Observation& one : moment)
                if (wanted.contains(one.quantity) && !city::isWithheld(one)) before.insert({one.place, one.quantity}, {one.observedAt, one.value});
        tell([&](Usual& usual) {
            usual.before = before;
            usual.beforeOf = of;
        });
    }));
}

void Expectations::findMoments()
{
    m_busy = true;
    m_moments = indicators::likeMoments(m_shown.now, m_shown.pack->calendar);
    m_places = placesOf(*m_shown.snapshot);
    m_run.askMoments(m_moments, whileThere(this, [this](std::vector<std::vector<city::Observation>> told) {
        const auto shared = std::make_shared<std::vector<std::vector<city::Observation>>>(std::move(told));
        auto past = QtConcurrent::run(&city::workThreads(), [shared, now = m_shown, moments = m_moments] {
            return std::make_shared<const std::vector<DashboardInput>>(
                pastInputs(now, moments, std::move(*shared)));
        });
        whenDone(past, this, [this](std::shared_ptr<const std::vector<DashboardInput>> made) {
            m_past = std::move(made);
            findNumbers();
        });
    }));
}

void Expectations::findNumbers()
{
    m_busy = true;
    DashboardInput hourly = m_shown;
    hourly.history.clear();
    for (const history::SeriesQuery& query : m_queries)
        hourly.history.push_back(m_hours.value({query.place, query.quantity}));
    auto usual = QtConcurrent::run(&city::workThreads(),
                                   [past = m_past, moments = m_moments, hourly = std::move(hourly)] {
                                       city::letTheWindowGoFirst();
                                       std::vector<DashboardInput> then = *past;
                                       for (DashboardInput& one : then)
                                           one.focus = hourly.focus;
                                       Usual found;
                                       found.numbers = usualNumbers(then);
                                       found.tiles = tileWeeks(hourly);
                                       found.focus = hourly.focus;
                                       found.moments = moments;
                                       return found;
                                   });
    whenDone(usual, this, [this](const Usual& found) {
        tell([&](Usual& all) {
            all.numbers = found.numbers;
            all.tiles = found.tiles;
            all.focus = found.focus;
            all.moments = found.moments;
        });
    });
}

void Expectations::findForecasts(std::vector<Usual::SeriesKey> missing)
{
    m_busy = true;
    std::vector<city::Series> hours;
    for (const Usual::SeriesKey& key : missing)
        hours.push_back(m_hours.value(key));
    auto made =
        QtConcurrent::run(&city::workThreads(), [hours = std::move(hours), missing = std::move(missing),
                                                 pack = m_shown.pack, now = m_shown.now] {
            city::letTheWindowGoFirst();
            Forecasts found;
            for (std::size_t i = 0; i < hours.size(); ++i) {
                const auto one = forecastOf(*pack, hours[i], now);
                if (one.ok())
                    found.made.insert(missing[i], *one);
                else
                    found.refused.insert(missing[i], one.problem().text);
            }
            return found;
        });
    whenDone(made, this, [this](const Forecasts& found) {
        auto all = std::make_shared<Forecasts>(*m_forecasts);
        all->made.insert(found.made);
        all->refused.insert(found.refused);
        m_forecasts = std::move(all);
        Q_EMIT changed();
        next();
    });
}

} // namespace app
