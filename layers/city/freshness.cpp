// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/freshness.h"

#include <QtGlobal>

namespace city {

Freshness freshness(Instant observedAt, Instant now, const Promise& promise)
{
    const Duration age = now - observedAt;
    if (age < -promise.grace) return Freshness::Future;
    if (age <= promise.cadence + promise.grace) return Freshness::Fresh;
    if (age <= 3 * promise.cadence + promise.grace) return Freshness::Late;
    return age <= promise.deadAfter ? Freshness::Stale : Freshness::Dead;
}

Message freshnessText(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Fresh:
        return {QT_TRANSLATE_NOOP("Message", "fresh")};
    case Freshness::Late:
        return {QT_TRANSLATE_NOOP("Message", "late")};
    case Freshness::Stale:
        return {QT_TRANSLATE_NOOP("Message", "stale")};
    case Freshness::Dead:
        return {QT_TRANSLATE_NOOP("Message", "dead")};
    case Freshness::Future:
        return {QT_TRANSLATE_NOOP("Message", "in the future")};
    case Freshness::Missing:
        return {QT_TRANSLATE_NOOP("Message", "no data")};
    }
    return {};
}

} // namespace city
