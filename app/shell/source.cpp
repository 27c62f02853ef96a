// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/source.h"

#include "app/demo/demo_city.h"
#include "layers/feeds/folder_transport.h"
#include "layers/feeds/live_transport.h"
#include "layers/feeds/recording.h"

namespace app {

namespace {

/// A clock that somebody else sets.
class SharedClock : public city::Clock {
public:
    explicit SharedClock(std::shared_ptr<const city::Clock> clock) : m_clock(std::move(clock)) {}
    city::Instant now() const override { return m_clock->now(); }

private:
    std::shared_ptr<const city::Clock> m_clock;
};

} // namespace

std::unique_ptr<city::Clock> clockFor(const RunOptions& options)
{
    using Source = RunOptions::Source;
    if (options.clock) return std::make_unique<SharedClock>(options.clock);
    if (options.source == Source::Demo)
        return std::make_unique<city::SimulatedClock>(options.at.value_or(DemoCity::openingMoment()), options.speed);
    if (options.at) return std::make_unique<city::SimulatedClock>(*options.at, options.speed);
    // A recording of traffic runs from its own beginning.
    const auto start = options.source == Source::Replay ? feeds::recordingStart(options.replay) : std::nullopt;
    if (start) return std::make_unique<city::SimulatedClock>(*start, options.speed);
    return std::make_unique<city::SystemClock>();
}

std::unique_ptr<feeds::Transport> sourceFor(const RunOptions& options, const city::Clock& clock)
{
    if (options.source != RunOptions::Source::Replay) return std::make_unique<feeds::LiveTransport>(clock);
    if (feeds::recordingStart(options.replay))
        return std::make_unique<feeds::RecordedTransport>(options.replay, clock);
    return std::make_unique<feeds::FolderTransport>(options.replay, clock);
}

} // namespace app
