// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/usual.h"

#include "app/dashboards/chart_corridors.h"
#include "app/dashboards/past.h"
#include "app/dashboards/scope.h"
#include "app/dashboards/table.h"
#include "app/dashboards/tiles.h"

#include <QDateTime>
#include <map>

namespace app {

namespace {

using namespace std::chrono_literals;

city::Instant startOfDay(city::Instant at, const QTimeZone& zone)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), zone).date();
    return city::Instant(city::Duration(day.startOfDay(zone).toMSecsSinceEpoch()));
}

using KindAndQuantity = QPair<QString, QString>;

QHash<KindAndQuantity, QString> tellers(const city::CitySnapshot& snapshot)
{
    QHash<KindAndQuantity, QString> found;
    for (const auto& [id, feed] : snapshot.feeds())
        for (const city::Observation& one : feed->observations)
            found.insert({one.place.kind, one.quantity}, id);
    return found;
}

/// The places of all feeds, shared by the pictures of all moments.
city::CitySnapshot::Feeds placesAlone(const DashboardInput& now)
{
    city::CitySnapshot::Feeds all;
    for (const auto& [id, feed] : now.snapshot->feeds()) {
        if (feed->places.empty()) continue;
        auto made = std::make_shared<city::FeedPicture>();
        made->state.id = id + QStringLiteral("/places");
        made->places = feed->places;
        made->areaOfPlace = feed->areaOfPlace;
        made->placeIndex = feed->placeIndex;
        all.emplace(made->state.id, std::move(made));
    }
    return all;
}

/// What the feeds had told by then.
void addObserved(const DashboardInput& now, city::Instant at, const QHash<KindAndQuantity, QString>& feedOf,
                 std::vector<city::Observation> observed, city::CitySnapshot::Feeds& feeds)
{
    std::map<QString, std::shared_ptr<city::FeedPicture>> pictures;
    for (city::Observation& one : observed) {
        const QString id = feedOf.value({one.place.kind, one.quantity});
        const city::FeedPicture* told = id.isEmpty() ? nullptr : now.snapshot->feed(id);
        if (!told) continue;
        std::shared_ptr<city::FeedPicture>& feed = pictures[id];
        if (!feed) {
            feed = std::make_shared<city::FeedPicture>();
            feed->state.id = id;
            feed->state.promise = told->state.promise;
            feed->state.lastAttempt = feed->state.lastSuccess = at;
        }
        auto& newest = feed->state.newestObservation;
        newest = newest ? std::max(*newest, one.observedAt) : one.observedAt;
        feed->observations.push_back(std::move(one));
    }
    for (auto& [id, feed] : pictures) {
        feed->index(*now.pack->areas);
        feeds.emplace(id, std::move(feed));
    }
}

void gather(QHash<QString, std::vector<double>>& values, const QString& key,
            const std::optional<double>& number)
{
    if (number) values[key].push_back(*number);
}

} // namespace

const indicators::Typical* Usual::number(const QString& key, const city::Focus& of) const
{
    if (!sameNumbers(focus, of)) return nullptr;
    const auto found = numbers.constFind(key);
    return found == numbers.cend() ? nullptr : &*found;
}

std::optional<indicators::Typical> Usual::at(const SeriesKey& key, city::Instant time) const
{
    const auto found = series.constFind(key);
    return found == series.cend() || !*found ? std::nullopt : (*found)->at(time);
}

bool sameNumbers(const city::Focus& a, const city::Focus& b)
{
    return a.dashboard == b.dashboard && a.area == b.area && a.place == b.place && a.quantity == b.quantity &&
           a.level == b.level && a.picks == b.picks;
}

QString tileKey(const widgets::TileData& tile)
{
    return tile.id;
}

QString cellKey(const widgets::TableRow& row, std::size_t column)
{
    return QStringLiteral("%1#%2").arg(row.key).arg(column);
}

std::vector<DashboardInput> pastInputs(const DashboardInput& now, const std::vector<city::Instant>& moments,
                                       std::vector<std::vector<city::Observation>> observed)
{
    const QHash<KindAndQuantity, QString> feedOf = tellers(*now.snapshot);
    const city::CitySnapshot::Feeds places = placesAlone(now);
    std::vector<DashboardInput> past;
    for (std::size_t i = 0; i < moments.size() && i < observed.size(); ++i) {
        if (observed[i].empty()) continue;
        city::CitySnapshot::Feeds feeds = places;
        addObserved(now, moments[i], feedOf, std::move(observed[i]), feeds);
        DashboardInput& then = past.emplace_back();
        then.pack = now.pack;
        then.snapshot =
            std::make_shared<const city::CitySnapshot>(moments[i], std::move(feeds), now.pack->areas);
        then.focus = now.focus;
        then.now = moments[i];
        then.language = now.language;
    }
    return past;
}

QHash<QString, indicators::Typical> usualNumbers(const std::vector<DashboardInput>& past)
{
    QHash<QString, std::vector<double>> values;
    for (const DashboardInput& then : past) {
        const Scope scope(then);
        for (const widgets::TileData& tile : tiles(scope))
            gather(values, tileKey(tile), tile.number);
        for (const widgets::TableRow& row : table(scope).rows)
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                gather(values, cellKey(row, i), row.cells[i].number);
        for (const auto& [key, speed] : corridorSpeeds(scope))
            gather(values, key, speed);
    }
    QHash<QString, indicators::Typical> found;
    for (auto it = values.begin(); it != values.end(); ++it)
        if (const auto typical = indicators::typicalOf(std::move(it.value())))
            found.insert(it.key(), *typical);
    return found;
}

QHash<Usual::SeriesKey, std::shared_ptr<const indicators::TypicalWeek>>
typicalWeeks(const std::vector<city::Series>& past, city::Instant now,
             const indicators::DayCalendar& calendar)
{
    const city::Instant until = startOfDay(now, calendar.zone);
    QHash<Usual::SeriesKey, std::shared_ptr<const indicators::TypicalWeek>> made;
    for (const city::Series& one : past)
        made.insert({one.place, one.quantity},
                    std::make_shared<const indicators::TypicalWeek>(one, until, calendar));
    return made;
}

decltype(Usual::days) pastDays(const std::vector<city::Series>& past, city::Instant now, const QTimeZone& zone)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), zone).date();
    decltype(Usual::days) made;
    for (const city::Series& one : past) {
        std::vector<indicators::DayValue> days = indicators::dailyValues(one, zone);
        std::erase_if(days, [&](const indicators::DayValue& day) { return day.day >= today; });
        made.insert({one.place, one.quantity}, std::move(days));
    }
    return made;
}

decltype(Usual::tiles) tileWeeks(const DashboardInput& now)
{
    const Scope scope(now);
    const city::Instant until = startOfDay(now.now, now.pack->calendar.zone);
    decltype(Usual::tiles) made;
    for (std::size_t i = 0; scope.spec && i < scope.spec->tiles.size(); ++i) {
        const TileSpec& spec = scope.spec->tiles[i];
        const QString quantity = tileSeriesQuantity(spec);
        std::vector<const city::Series*> series;
        const std::vector<int> rows = tileSeriesRows(scope, spec);
        for (const int row : rows)
            if (const city::Series* one = scope.series(*scope.index.at(row).id, quantity))
                series.push_back(one);
        if (rows.size() < 2 || series.size() < rows.size()) continue;
        city::Instant first = now.now;
        for (const city::Series* one : series)
            if (!one->samples.empty()) first = std::min(first, one->samples.front().at);
        city::Series sum;
        sum.samples = aggregateSeries(series, tileSeriesAggregate(scope, spec, quantity), first, until, 1h);
        made.insert(QStringLiteral("%1/%2").arg(scope.focus.dashboard).arg(i),
                    std::make_shared<const indicators::TypicalWeek>(sum, until, now.pack->calendar));
    }
    return made;
}

namespace {

/// One point in the middle of each hour, and one before and behind so that the band reaches the edges.
template<typename At> std::vector<widgets::UsualPoint> band(city::Instant from, city::Instant to, At usualAt)
{
    std::vector<widgets::UsualPoint> points;
    for (city::Instant at = std::chrono::floor<std::chrono::hours>(from) - 30min; at <= to + 1h; at += 1h)
        if (const std::optional<indicators::Typical> usual = usualAt(at))
            points.push_back({at, usual->low, usual->median, usual->high});
    return points;
}

} // namespace

std::vector<widgets::UsualPoint> usualBand(const Scope& scope, const Usual::SeriesKey& key,
                                           city::Instant from, city::Instant to)
{
    if (!scope.in.usual || !scope.in.usual->series.contains(key) || isDirection(scope.quantity(key.second)))
        return {};
    return band(from, to, [&](city::Instant at) { return scope.in.usual->at(key, at); });
}

std::vector<widgets::UsualPoint> usualBandOfTile(const Scope& scope, const QString& tile, city::Instant from,
                                                 city::Instant to)
{
    if (!scope.in.usual || !sameNumbers(scope.in.usual->focus, scope.focus)) return {};
    const auto week = scope.in.usual->tiles.value(tile);
    if (!week) return {};
    return band(from, to, [&](city::Instant at) { return week->at(at); });
}

} // namespace app
