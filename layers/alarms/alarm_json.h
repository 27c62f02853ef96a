// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/alarms/alarm.h"

#include <QJsonObject>

/// Alarms as the audit trail keeps them: each entry says what happened and all of the alarm as it was after it, so that the
/// last entry of each alarm is its state. Times are UTC.
namespace alarms {

/// The identity of a CAP message as one text, as city::parseReference reads it.
QString referenceOf(const city::AlertKey& key);

QJsonObject toJson(const Alarm& alarm);
Alarm alarmFrom(const QJsonObject& json);

/// One line without a line break.
QByteArray entryOf(const Change& change);
/// Nothing when it is no such entry.
std::optional<Change> changeFrom(const QByteArray& entry);

/// The alarms as the entries up to `until` left them. Delays begin anew; nothing acknowledged comes back, nothing
/// unacknowledged is lost.
Alarms restored(const std::vector<QByteArray>& entries, std::optional<city::Instant> until = {});

} // namespace alarms
