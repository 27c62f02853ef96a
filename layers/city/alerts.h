// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"

/// What CAP 1.2 says about one message; see alert_standing.h for how it stands among others. Pure functions; any
/// thread.
namespace city {

/// The identity of a message.
struct AlertKey {
    QString sender, identifier;
    Instant sent;

    friend bool operator==(const AlertKey&, const AlertKey&) = default;
    friend size_t qHash(const AlertKey& key, size_t seed = 0)
    {
        return qHashMulti(seed, key.sender, key.identifier,
                          static_cast<qint64>(key.sent.time_since_epoch().count()));
    }
};

AlertKey keyOf(const Alert& alert);
/// "sender,identifier,sent" as it stands in `references`; nothing when it is not of that form.
std::optional<AlertKey> parseReference(const QString& text);

/// When an information ends: as stated, otherwise 24 hours after the message was sent.
Instant expiry(const Alert& alert, const AlertInfo& info);

/// Only what is Actual counts; drills follow the same rules among themselves.
enum class CountedStatus { Actual, Exercise };

/// Whether the message by itself counts at `now`: of that status, an Alert or an Update, and one of its
/// informations has begun (effective, otherwise sent) and has not expired.
bool isInForce(const Alert& alert, Instant now, CountedStatus status = CountedStatus::Actual);

} // namespace city
