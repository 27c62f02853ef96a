// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/series.h"
#include "layers/indicators/day_classes.h"

#include <optional>
#include <vector>

/// Indicators of traffic, each by its published definition (resources/help/methods.txt). Times in seconds,
/// speeds in km/h, lengths in metres. Nothing where the inputs do not allow a number. Pure.
namespace indicators {

/// The `share` (0.95) of the sorted values, between two of them in proportion. At least one value.
double percentile(std::vector<double> values, double share);

/// 85th percentile of the speeds outside the peaks (FHWA).
std::optional<double> freeFlowSpeed(std::vector<double> offPeakSpeeds);

/// Weekdays 06-09 and 16-19 local time: the windows the indices below are stated for.
enum class Peak { None, Morning, Evening };
Peak peakOf(city::Instant at, const DayCalendar& calendar);

/// Travel time of one run, and how much of the traffic it stands for (vehicle kilometres).
struct Run {
    double seconds = 0, weight = 1;
};
/// Weighted mean time over the free-flow time (FHWA).
std::optional<double> travelTimeIndex(const std::vector<Run>& runs, double freeFlowSeconds);
/// 95th percentile time over the free-flow time (FHWA).
std::optional<double> planningTimeIndex(const std::vector<Run>& runs, double freeFlowSeconds);
/// (T95 - mean) / mean.
std::optional<double> bufferIndex(const std::vector<Run>& runs);
/// Extra time over the uncongested time in percent (the meaning of TomTom's congestion level; its ranking of
/// cities is by average travel time and another thing).
std::optional<double> congestionPercent(double seconds, double uncongestedSeconds);

/// Steps of `speeds` on weekdays from 06 to 22 o'clock that are slower than 90 % of free flow, in hours
/// (FHWA).
double congestedHours(const city::Series& speeds, double freeFlowSpeed, city::Duration step,
                      const DayCalendar& calendar);

/// Seconds over the threshold time in one quarter of an hour, at most 900: the threshold speed is 20 mph or
/// 60 % of the posted limit, whichever is more (23 CFR 490).
std::optional<double> excessiveDelay(double metres, double speed, double postedLimit);

/// Space-mean speed: the harmonic mean. Nothing when a speed is not above 0.
std::optional<double> spaceMeanSpeed(const std::vector<double>& speeds);

/// What a detector's reading says before any speed is believed.
enum class DetectorState { NoVehicle, Moving, Standing, Invalid };
struct DetectorReading {
    std::optional<double> speed, volume, occupancy; ///< Occupancy in percent.
};
/// Speed 0 with volume 0 is no vehicle, not a jam, unless something stands on the detector; negative values
/// (-99) are invalid.
DetectorState detectorState(const DetectorReading& reading);

/// One level as the authority publishes it: from `low` to below `top` of its own measure.
struct CongestionClass {
    int level = 0;
    double low = 0, top = 0;
};
struct CongestionGroup {
    QString id;      ///< CongestionLevelID.
    QString measure; ///< What the bounds are of: "Speed".
    std::vector<CongestionClass> classes;
};
/// The class a published level means: levels have a meaning only within their group. Nothing for -99, for a
/// group or a level that is not defined: no valid data, never the worst or the best.
std::optional<CongestionClass> publishedClass(const std::vector<CongestionGroup>& groups,
                                              const QString& group, int level);

} // namespace indicators
