// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/traffic.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace indicators {

namespace {

constexpr double kmhOfMph = 1.609344;
constexpr double stoodUpon =
    30; ///< Percent of the time something is over the detector although nothing passes.

std::vector<double> times(const std::vector<Run>& runs)
{
    std::vector<double> found;
    for (const Run& run : runs)
        found.push_back(run.seconds);
    return found;
}

double weightedMean(const std::vector<Run>& runs)
{
    double sum = 0, weights = 0;
    for (const Run& run : runs) {
        sum += run.weight * run.seconds;
        weights += run.weight;
    }
    return sum / weights;
}

bool areSound(const std::vector<Run>& runs)
{
    return !runs.empty() && std::all_of(runs.begin(), runs.end(), [](const Run& run) {
        return std::isfinite(run.seconds) && run.seconds > 0 && run.weight > 0;
    });
}

} // namespace

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const double position = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (position - std::floor(position)) * (values[above] - values[below]);
}

std::optional<double> freeFlowSpeed(std::vector<double> offPeakSpeeds)
{
    std::erase_if(offPeakSpeeds, [](double speed) { return !std::isfinite(speed) || speed <= 0; });
    if (offPeakSpeeds.empty()) return std::nullopt;
    return percentile(std::move(offPeakSpeeds), 0.85);
}

Peak peakOf(city::Instant at, const DayCalendar& calendar)
{
    const int hour = calendar.hourOf(at);
    if (calendar.dayClass(calendar.dayOf(at)) > 5) return Peak::None;
    if (hour >= 6 && hour < 9) return Peak::Morning;
    return hour >= 16 && hour < 19 ? Peak::Evening : Peak::None;
}

std::optional<double> travelTimeIndex(const std::vector<Run>& runs, double freeFlowSeconds)
{
    if (!areSound(runs) || !(freeFlowSeconds > 0)) return std::nullopt;
    return weightedMean(runs) / freeFlowSeconds;
}

std::optional<double> planningTimeIndex(const std::vector<Run>& runs, double freeFlowSeconds)
{
    if (!areSound(runs) || !(freeFlowSeconds > 0)) return std::nullopt;
    return percentile(times(runs), 0.95) / freeFlowSeconds;
}

std::optional<double> bufferIndex(const std::vector<Run>& runs)
{
    if (!areSound(runs)) return std::nullopt;
    const double mean = weightedMean(runs);
    return (percentile(times(runs), 0.95) - mean) / mean;
}

std::optional<double> congestionPercent(double seconds, double uncongestedSeconds)
{
    if (!(seconds > 0) || !(uncongestedSeconds > 0)) return std::nullopt;
    return 100 * (seconds / uncongestedSeconds - 1);
}

double congestedHours(const city::Series& speeds, double freeFlowSpeed, city::Duration step,
                      const DayCalendar& calendar)
{
    int slow = 0;
    for (const city::Sample& sample : speeds.samples) {
        const int hour = calendar.hourOf(sample.at);
        const bool counted = hour >= 6 && hour < 22 && calendar.dayClass(calendar.dayOf(sample.at)) <= 5;
        if (counted && sample.value > 0 && sample.value < 0.9 * freeFlowSpeed) ++slow;
    }
    return slow * static_cast<double>(step.count()) / 3.6e6;
}

std::optional<double> excessiveDelay(double metres, double speed, double postedLimit)
{
    if (!(metres > 0) || !(speed > 0) || !(postedLimit > 0)) return std::nullopt;
    const double threshold = std::max(20 * kmhOfMph, 0.6 * postedLimit);
    const double delay = metres / (speed / 3.6) - metres / (threshold / 3.6);
    return std::clamp(delay, 0.0, 900.0);
}

std::optional<double> spaceMeanSpeed(const std::vector<double>& speeds)
{
    double sum = 0;
    for (const double speed : speeds) {
        if (!(speed > 0)) return std::nullopt;
        sum += 1 / speed;
    }
    if (speeds.empty()) return std::nullopt;
    return static_cast<double>(speeds.size()) / sum;
}

DetectorState detectorState(const DetectorReading& reading)
{
    for (const auto& value : {reading.speed, reading.volume, reading.occupancy})
        if (value && (!std::isfinite(*value) || *value < 0)) return DetectorState::Invalid;
    if (!reading.speed || !reading.volume) return DetectorState::Invalid;
    if (*reading.speed > 0) return DetectorState::Moving;
    if (*reading.volume > 0) return DetectorState::Standing;
    return reading.occupancy.value_or(0) >= stoodUpon ? DetectorState::Standing : DetectorState::NoVehicle;
}

std::optional<CongestionClass> publishedClass(const std::vector<CongestionGroup>& groups,
                                              const QString& group, int level)
{
    for (const CongestionGroup& one : groups) {
        if (one.id != group) continue;
        for (const CongestionClass& known : one.classes)
            if (known.level == level) return known;
    }
    return std::nullopt;
}

} // namespace indicators
