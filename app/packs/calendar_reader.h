// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/indicators/day_classes.h"

namespace app {

/// Reads the calendar.yaml of a pack into `calendar`: public holidays, which are like Sundays, and days that
/// are like another weekday. A pack without the file has none. What is wrong is in `problems`.
void readCalendar(const QString& file, const QString& shownAs, indicators::DayCalendar& calendar,
                  Problems& problems);

} // namespace app
