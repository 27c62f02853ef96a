// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/air_index.h"

namespace indicators {

namespace {

constexpr std::size_t mostOf8 = 6, mostOf24 = 18; ///< Three quarters.

/// The eight-hour means, the day and the last hour, which the authorities share.
std::optional<Averaged> commonAverage(const QString& input, const Steps& hours)
{
    if (input == QLatin1String("o3-8h") || input == QLatin1String("co"))
        return trailingMean(hours, 8, mostOf8);
    if (input == QLatin1String("so2-24h")) return trailingMean(hours, 24, mostOf24);
    return newestHour(hours);
}

std::optional<Averaged> average(AirRules rules, const QString& input, const Steps& hours)
{
    const int decimals = input == QLatin1String("pm2.5") ? 1 : 0;
    const bool particles = input == QLatin1String("pm2.5") || input == QLatin1String("pm10");
    if (rules == AirRules::Europe) return newestHour(hours);
    if (!particles) return commonAverage(input, hours);
    return rules == AirRules::Taiwan ? taiwanParticles(hours, decimals) : particleNowCast(hours, decimals);
}

} // namespace

city::Result<Rating> airIndex(const Scale& scale, AirRules rules, const std::map<QString, Steps>& hours)
{
    std::vector<Averaged> values;
    for (const Input& input : scale.inputs) {
        const auto found = hours.find(input.quantity.section(QLatin1Char('-'), 0, 0));
        if (found == hours.end()) continue;
        auto value = average(rules, input.quantity, found->second);
        if (!value) continue;
        value->quantity = input.quantity;
        values.push_back(*value);
    }
    return rate(scale, values);
}

} // namespace indicators
