// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/day.h"

#include "app/demo/noise.h"

#include <algorithm>
#include <cmath>

namespace app::demo {

using namespace std::chrono;

namespace {

constexpr hours zone{8};
constexpr city::LonLat offices{121.545, 25.045};

double gauss(double distance, double width)
{
    return std::exp(-distance * distance / (2 * width * width));
}

double kilometres(city::LonLat a, city::LonLat b)
{
    return std::hypot((a.lon - b.lon) * 100.9, (a.lat - b.lat) * 110.8);
}

} // namespace

city::Instant dayStart()
{
    return city::Instant(sys_days{year{2026} / May / 20}) - zone; // A Wednesday in the plum rains.
}

double hoursOf(city::Instant at)
{
    return duration<double, std::ratio<3600>>(at - dayStart()).count();
}

city::Instant atHours(double hours)
{
    return dayStart() + city::Duration(std::llround(hours * 3'600'000));
}

double clockHour(city::Instant at)
{
    const double h = std::fmod(hoursOf(at), 24);
    return h < 0 ? h + 24 : h;
}

bool parkingIsDown(city::Instant at)
{
    const double h = hoursOf(at);
    return h >= feedBreaks && h < feedMended;
}

city::Instant onThe(city::Duration step, city::Instant at)
{
    const auto local = at.time_since_epoch() + zone;
    const auto past = local % step;
    return at - (past < city::Duration::zero() ? past + step : past);
}

double plateau(double hour, double from, double to, double ramp)
{
    const double up = std::clamp((hour - from) / ramp, 0.0, 1.0);
    const double down = std::clamp((to - hour) / ramp, 0.0, 1.0);
    const double x = std::min(up, down);
    return x * x * (3 - 2 * x);
}

double rush(city::Instant at)
{
    const double h = clockHour(at);
    return std::max(plateau(h, 6.6, 9.6, 1.1), plateau(h, 16.5, 20, 1));
}

double atWork(city::Instant at)
{
    return plateau(clockHour(at), 6.75, 20.25, 3);
}

double awake(city::Instant at)
{
    const double h = clockHour(at);
    return 0.06 + 0.94 * std::max(plateau(h, 5, 24.5, 2.5), plateau(h + 24, 5, 24.5, 2.5));
}

double rainRate(city::LonLat place, city::Instant at)
{
    const double h = hoursOf(at);
    const double strength = plateau(h, 15.5, 18.5, 0.5);
    if (strength <= 0) return 0;
    const double way = (h - 15.5) / 3;
    const city::LonLat middle{121.540 + 0.052 * way, 24.962 + 0.113 * way};
    return 80 * strength * gauss(kilometres(place, middle), 3.3);
}

double rainOver(city::LonLat place, city::Instant at, double hours)
{
    const double end = hoursOf(at);
    const double begin = end - hours;
    constexpr double step = 1 / 12.0;
    double sum = 0;
    for (double h = std::max(begin, 15.5) + step / 2; h < std::min(end, 18.5); h += step)
        sum += rainRate(place, atHours(h)) * step;
    return sum;
}

double fineParticles(city::LonLat place, city::Instant at, quint32 seed)
{
    const double h = hoursOf(at);
    const auto key = static_cast<quint32>(place.lon * 1000) ^ static_cast<quint32>(place.lat * 1000) << 12;
    const double ordinary =
        12 + 6 * rush(at) + 3 * wander(seed, key, h / 3) - 4 * (place.lat > 25.14 ? 1 : 0);
    const double smog = 82 * plateau(h, 7, 14.5, 2) * gauss(kilometres(place, {121.448, 25.028}), 7.5);
    const double washed = std::min(0.7, rainOver(place, at, 3) / 60);
    return std::max(2.0, (ordinary + smog) * (1 - washed));
}

double suburb(city::LonLat place)
{
    return 1 - gauss(kilometres(place, offices), 4.5);
}

} // namespace app::demo
