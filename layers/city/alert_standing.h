// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/alerts.h"

/// How each CAP message stands among all that were received. Pure functions; any thread.
namespace city {

/// One message that counts now.
struct AlertStanding {
    const Alert* alert = nullptr;
    AlertKey root; ///< The first message of its chain that is known of, received or not. Stays the same through updates.
    bool originalMissing = false; ///< An Update of which nothing that it updates is at hand.
    bool isExercise = false;      ///< Never an alarm, and shown as a drill everywhere.
    bool isPublic = true;         ///< Restricted and Private messages must not reach a public wall.
};

/// What was withdrawn by messages that are no longer at hand: a Cancel may come, and go, before what it cancels.
using Withdrawn = QSet<AlertKey>;

/// What the Updates and Cancels among `messages` withdraw: exactly the messages they name, whatever the order of arrival.
/// An Actual message may withdraw any, a drill only a drill; others nothing. A message never withdraws itself.
Withdrawn withdrawn(const std::vector<const Alert*>& messages);

/// The messages of status Actual and Exercise that count at `now`, in the given order and each identity once. `before`:
/// what was withdrawn earlier.
std::vector<AlertStanding> standings(const std::vector<const Alert*>& messages, Instant now, const Withdrawn& before = {});

/// The informations of a message in force at `now` in the language that suits best: the wanted one ("zh-TW"), else one of
/// the same first part ("zh"), else that of the first information. Several of one language are segments, each with its own
/// areas, and all are given. A message without informations has none.
std::vector<const AlertInfo*> segments(const Alert& alert, Instant now, const QString& language);

} // namespace city
