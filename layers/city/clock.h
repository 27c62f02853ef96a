// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/time.h"

namespace city {

/// The only source of "now" in the program. Safe to ask from any thread. Whoever needs the time is given a
/// Clock; nothing calls the operating system's clock directly, so that a replay, the demo city and the tests
/// run at their own time.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

/// The machine's own clock.
class SystemClock : public Clock {
public:
    Instant now() const override;
};

/// Starts at `start` and runs `speed` times as fast as the machine's steady clock (0: stands still).
class SimulatedClock : public Clock {
public:
    SimulatedClock(Instant start, double speed);
    Instant now() const override;

private:
    Instant m_start;
    double m_speed;
    std::chrono::steady_clock::time_point m_begun;
};

/// Shows what it was last set to. For tests and for pictures of one given moment.
class FixedClock : public Clock {
public:
    explicit FixedClock(Instant at) : m_at(at) {}
    Instant now() const override { return m_at; }
    void set(Instant at) { m_at = at; }

private:
    Instant m_at;
};

} // namespace city
