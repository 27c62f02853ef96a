// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/alerts.h"

#include <algorithm>

namespace city {

namespace {

constexpr Duration withoutExpiry{24 * 3600'000};

} // namespace

AlertKey keyOf(const Alert& alert)
{
    return {alert.sender, alert.identifier, alert.sent};
}

std::optional<AlertKey> parseReference(const QString& text)
{
    const QStringList parts = text.trimmed().split(QLatin1Char(','));
    if (parts.size() != 3) return std::nullopt;
    const auto sent = fromIso(parts[2].trimmed());
    if (!sent) return std::nullopt;
    return AlertKey{parts[0].trimmed(), parts[1].trimmed(), *sent};
}

Instant expiry(const Alert& alert, const AlertInfo& info)
{
    return info.expires.value_or(alert.sent + withoutExpiry);
}

bool isInForce(const Alert& alert, Instant now, CountedStatus status)
{
    const bool counted = status == CountedStatus::Actual ? alert.status == QLatin1String("Actual")
                                                         : alert.status == QLatin1String("Exercise");
    if (!counted) return false;
    if (alert.msgType != QLatin1String("Alert") && alert.msgType != QLatin1String("Update")) return false;
    if (alert.infos.empty()) return alert.sent <= now && now < alert.sent + withoutExpiry;
    return std::any_of(alert.infos.begin(), alert.infos.end(), [&](const AlertInfo& info) {
        return info.effective.value_or(alert.sent) <= now && now < expiry(alert, info);
    });
}

} // namespace city
