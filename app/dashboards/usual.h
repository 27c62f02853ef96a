// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/dashboard.h"
#include "layers/indicators/daily.h"
#include "layers/indicators/typical.h"

namespace app {

class Scope;

/// What is usual of what a dashboard shows, from history. Two ways: of single series by weekday class and
/// hour, for the bands behind curves; and of the numbers of tiles and table cells by working them out anew
/// for the same time on days like this one, so that a share, a count or a sum over a thousand places is
/// compared with itself. A value; made in the pool.
struct Usual {
    using SeriesKey = QPair<city::PlaceId, QString>;
    QHash<SeriesKey, std::shared_ptr<const indicators::TypicalWeek>> series;
    QHash<SeriesKey, std::vector<indicators::DayValue>> days; ///< Of the weeks before, today's left out.
    QHash<QString, std::shared_ptr<const indicators::TypicalWeek>>
        tiles;                                   ///< Of small curves made of several places.
    QHash<QString, indicators::Typical> numbers; ///< By `tileKey` and `cellKey`.
    city::Focus focus;                           ///< `numbers` are of this one only,
    std::vector<city::Instant> moments;          ///< and were made of these.

    QHash<SeriesKey, city::Sample> before; ///< Values of half an hour before `beforeOf`, of what is asked where it goes.
    city::Instant beforeOf;

    const indicators::Typical* number(const QString& key, const city::Focus& of) const;
    std::optional<indicators::Typical> at(const SeriesKey& key, city::Instant time) const;
};

/// Whether numbers worked out for one focus are those of the other: all but the time brushed and the ground
/// drawn.
bool sameNumbers(const city::Focus& a, const city::Focus& b);
QString tileKey(const widgets::TileData& tile);
QString cellKey(const widgets::TableRow& row, std::size_t column);

/// The city as it was at earlier moments, without alerts and events, with the places as they are known now:
/// what `compute` needs to work the same numbers out for then. `observed`, one list a moment, by the time it
/// speaks of; each belongs to the feed that tells its kind and quantity now, and is as old against the moment
/// as that feed's promise says. Moments of which nothing is known are left out. Slow; any thread.
std::vector<DashboardInput> pastInputs(const DashboardInput& now, const std::vector<city::Instant>& moments,
                                       std::vector<std::vector<city::Observation>> observed);

/// The usual numbers of a focus from such inputs. Slow; any thread.
QHash<QString, indicators::Typical> usualNumbers(const std::vector<DashboardInput>& past);

/// Typical weeks of series with hourly values from before the day of `now`.
QHash<Usual::SeriesKey, std::shared_ptr<const indicators::TypicalWeek>>
typicalWeeks(const std::vector<city::Series>& past, city::Instant now,
             const indicators::DayCalendar& calendar);

/// The days of the same series, until yesterday.
decltype(Usual::days) pastDays(const std::vector<city::Series>& past, city::Instant now, const QTimeZone& zone);

/// Typical weeks of what tiles add up of several places: `now.history` are their hourly values. Slow; any
/// thread.
decltype(Usual::tiles) tileWeeks(const DashboardInput& now);

/// How a number is written, and what may be said of it.
struct NumberLook {
    QString unit;
    int decimals = 0;
    bool ratios = true; ///< See hasRatios.
};

/// Two lines: short for where there is little room, then the whole: "38 % above usual", "38 % above usual for Wed 17:30";
/// also "as usual", "usually 0 to 2 mm". In percent where that says more than the band: not of percentages, not where the
/// zero is only a mark, and not where next to nothing is usual.
QString usualText(const Scope& scope, const indicators::Typical& usual, double value, const NumberLook& look,
                  city::Instant at);
/// The whole of it, for "why": the band, the median, the days.
QString usualLine(const Scope& scope, const std::optional<indicators::Typical>& usual, const QString& unit,
                  int decimals, city::Instant at);
/// The usual of a series from hour to hour in [from, to]; hours with nothing usual are left out.
std::vector<widgets::UsualPoint> usualBand(const Scope& scope, const Usual::SeriesKey& key,
                                           city::Instant from, city::Instant to);

/// The same of the small curve of a tile of several places.
std::vector<widgets::UsualPoint> usualBandOfTile(const Scope& scope, const QString& tile, city::Instant from,
                                                 city::Instant to);

/// Directions have no more and no less: neither a usual band nor a forecast of them makes sense.
bool isDirection(const city::Quantity* quantity);
/// Whether "so many percent above" means anything: not of percentages, and not where the zero is only a mark
/// on a gauge.
bool hasRatios(const city::Quantity* quantity);

/// Whether the usual numbers are of the time that is shown, not of another that was looked at before.
bool numbersHold(const Scope& scope);

/// Puts what is known of the usual beside the numbers of tiles and table.
void addUsual(const Scope& scope, std::vector<widgets::TileData>& tiles);
void addUsual(const Scope& scope, widgets::TableData& table);

} // namespace app
