// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/city/time.h"

#include <QByteArray>

/// The script of the simulated day: what goes on in the city, as pure functions of time and place. Rush hours
/// come every day; the smog, the cloudburst and the earthquake only on the scripted one.
namespace app::demo {

/// 00:00 of the scripted day in Asia/Taipei (UTC+8, no summer time).
city::Instant dayStart();
/// Hours since then; negative before.
double hoursOf(city::Instant at);
city::Instant atHours(double hours);
/// 0 to 24, by the clock on the wall.
double clockHour(city::Instant at);
/// Whether parking availability is broken.
bool parkingIsDown(city::Instant at);

/// The last whole `step` at or before `at`: publishers speak at set times.
city::Instant onThe(city::Duration step, city::Instant at);

/// Rises from 0 at `from` to 1 within `ramp` hours, falls back to 0 at `to`.
double plateau(double hour, double from, double to, double ramp);

/// 0 to 1: how much of the city is on its way (07-09 and 17-19 by the clock).
double rush(city::Instant at);
/// 0: people are at home, 1: at work.
double atWork(city::Instant at);
/// 0 to 1: how awake the city is.
double awake(city::Instant at);

/// Millimetres an hour, here and now: the cloudburst of 15:30 to 18:30, moving from 文山 to 內湖.
double rainRate(city::LonLat place, city::Instant at);
/// Millimetres in the `hours` before `at`.
double rainOver(city::LonLat place, city::Instant at, double hours);

/// Micrograms a cubic metre: an ordinary spring day, and the smog over 板橋, 新莊 and 三重 from 09:00 to
/// 13:00.
double fineParticles(city::LonLat place, city::Instant at, quint32 seed);

/// 0 at the heart of the offices (信義, 中山), towards 1 in the suburbs.
double suburb(city::LonLat place);

/// The scripted day's times, in its hours.
inline constexpr double feedBreaks =
    16 + 40 / 60.0; ///< Parking availability: an error page that calls itself a success,
inline constexpr double feedRefuses = 17;            ///< then HTTP 503,
inline constexpr double feedMended = 18 + 10 / 60.0; ///< until somebody mends it.
inline constexpr double feedFreezes = 16;            ///< The city's rain gauges repeat this moment ...
inline constexpr double feedThaws = 18.25;           ///< ... until this one.
inline constexpr double quakeAt = 10.2;              ///< 10:12.

} // namespace app::demo
