// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/alarms/alarm.h"

/// Alarms as several programs hand them to each other: whoever goes on with what is written here goes on with
/// every delay, dead-band and flood. All is JSON; text from outside stays untrusted.
namespace alarms {

/// One alarm, with its running delays.
QByteArray factOf(const Alarm& alarm);
/// Nothing when it is none.
std::optional<Alarm> alarmFromFact(const QByteArray& fact);

/// What everybody is shown besides the alarms: flood and drills.
QByteArray summaryOf(const Alarms& alarms);
void takeSummary(const QByteArray& summary, Alarms& alarms);

/// What it takes besides the alarms to know the next moment.
QByteArray memoryOf(const Alarms& alarms);
void takeMemory(const QByteArray& memory, Alarms& alarms);

} // namespace alarms
