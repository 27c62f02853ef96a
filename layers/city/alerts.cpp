// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/alerts.h"

#include <QSet>
#include <algorithm>

namespace city {

namespace {

constexpr Duration withoutExpiry{24 * 3600'000};

bool isActual(const Alert& alert)
{
    return alert.status == QLatin1String("Actual");
}

bool replacesOthers(const Alert& alert)
{
    return isActual(alert) &&
           (alert.msgType == QLatin1String("Update") || alert.msgType == QLatin1String("Cancel"));
}

QSet<AlertKey> superseded(const std::vector<Alert>& alerts)
{
    QSet<AlertKey> keys;
    for (const Alert& alert : alerts) {
        if (!replacesOthers(alert)) continue;
        for (const QString& reference : alert.references) {
            const auto key = parseReference(reference);
            // Some publishers name the message itself among its references; that withdraws nothing.
            if (key && *key != keyOf(alert)) keys.insert(*key);
        }
    }
    return keys;
}

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

bool isInForce(const Alert& alert, Instant now)
{
    if (!isActual(alert)) return false;
    if (alert.msgType != QLatin1String("Alert") && alert.msgType != QLatin1String("Update")) return false;
    if (alert.infos.empty()) return alert.sent <= now && now < alert.sent + withoutExpiry;
    return std::any_of(alert.infos.begin(), alert.infos.end(), [&](const AlertInfo& info) {
        return info.effective.value_or(alert.sent) <= now && now < expiry(alert, info);
    });
}

std::vector<const Alert*> inForce(const std::vector<Alert>& alerts, Instant now)
{
    const QSet<AlertKey> gone = superseded(alerts);
    QSet<AlertKey> seen;
    std::vector<const Alert*> left;
    for (const Alert& alert : alerts) {
        const AlertKey key = keyOf(alert);
        if (!isInForce(alert, now) || gone.contains(key) || seen.contains(key)) continue;
        seen.insert(key);
        left.push_back(&alert);
    }
    return left;
}

} // namespace city
