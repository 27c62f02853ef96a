// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/alert_priority.h"

namespace indicators {

namespace {

bool isOneOf(const QString& word, std::initializer_list<const char*> words)
{
    for (const char* one : words)
        if (word == QLatin1String(one)) return true;
    return false;
}

} // namespace

std::optional<AlertPriority> alertPriority(const city::Alert& alert, const city::AlertInfo& info,
                                           bool touchesCity)
{
    if (alert.status != QLatin1String("Actual")) return std::nullopt;
    if (info.urgency == QLatin1String("Past")) return AlertPriority::P4;
    if (info.severity == QLatin1String("Moderate")) return AlertPriority::P3;
    if (!isOneOf(info.severity, {"Extreme", "Severe"})) return AlertPriority::P4;
    // "Very Likely" is CAP 1.0's word for Likely.
    const bool certain = isOneOf(info.certainty, {"Observed", "Likely", "Very Likely"});
    const bool soon = isOneOf(info.urgency, {"Immediate", "Expected"});
    return touchesCity && certain && soon ? AlertPriority::P1 : AlertPriority::P2;
}

} // namespace indicators
