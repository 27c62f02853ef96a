// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/alarm_reader.h"

namespace app {

/// The `when` of a rule: which of its keys stand there says what sort of condition it is.
alarms::Condition readAlarmCondition(YamlMap& rule, const AlarmWords& words);

} // namespace app
