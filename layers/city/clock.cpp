// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/clock.h"

namespace city {

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

SimulatedClock::SimulatedClock(Instant start, double speed)
    : m_start(start), m_speed(speed), m_begun(std::chrono::steady_clock::now())
{
}

Instant SimulatedClock::now() const
{
    const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - m_begun;
    return m_start + Duration{static_cast<Duration::rep>(passed.count() * m_speed)};
}

} // namespace city
