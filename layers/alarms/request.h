// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/alarms/alarm.h"

/// What an operator does, as it is handed to whoever judges the alarms. JSON.
namespace alarms {

/// `at`: when it was done.
QByteArray requestOf(const Action& action, city::Instant at);
/// Nothing when it is no such request; untrusted.
std::optional<Action> actionFrom(const QByteArray& request);

/// The entry of the audit trail that says it was asked for and is done now; `user`: of the database, who
/// asked.
QByteArray askedEntry(const QByteArray& request, qint64 number, const QString& user, city::Instant now);

} // namespace alarms
