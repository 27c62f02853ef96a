// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/time/time_pattern.h"

namespace feeds {

/// Dates in words of a language.

/// "Sun Jul 27 16:12:00 CST 2025" and "Sun, 27 Jul 2025 16:12:00 GMT". CST is China Standard Time, the feed's
/// own zone, and never that of the American Midwest; so is TST. An abbreviation nobody here uses is no time.
std::optional<ClockReading> readEnglishDate(std::string_view text);

/// "2026/10/4 上午 12:18:40": before noon, 12 is midnight; after noon, 12 is noon.
std::optional<ClockReading> readZh12h(std::string_view text);

/// A date whose year counts from 1912 as 1: "115/10/03 12:30", "115年10月03日", "1151003".
std::optional<ClockReading> readRoc(std::string_view text);

/// A week by its number, "2024 5", "2024-W05", "202405": the midnight it begins with. Weeks begin on Monday
/// and the first holds 4 January (ISO 8601), or on Sunday, as epidemiologists count them (the first holds it
/// too).
enum class WeekBegins { Monday, Sunday };
std::optional<ClockReading> readWeek(std::string_view text, WeekBegins begins);

} // namespace feeds
