// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace feeds {

/// A date and a time of day as a wall clock shows them, and the offset from UTC if the text states one.
struct ClockReading {
    int year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0;
    std::optional<int> offsetMinutes;

    /// Milliseconds since 1970 as if the clock showed UTC; nothing for a date or time that does not exist.
    /// 24:00 is the next day's midnight; a 60th second counts as the 59th.
    std::optional<qint64> naive() const;
};

/// "2026-10-04T00:18:40+08:00" in all its spellings: "T" or a blank, "-" or "/", any number of fraction
/// digits, with or without seconds, a time of day or an offset.
std::optional<ClockReading> readIso(std::string_view text);

/// A Qt date-time format made of digits (yyyy MM dd HH mm ss zzz, and M d H m s) and other characters,
/// compiled because Qt's own reading takes microseconds for each of 100,000 records.
class TimePattern {
public:
    TimePattern() = default;
    explicit TimePattern(const QString& format);
    /// False for formats with names of days, months or zones: those are for Qt.
    bool isNumeric() const { return m_numeric; }
    std::optional<ClockReading> read(std::string_view text) const;

private:
    struct Part {
        char field = 0; ///< y M d H m s z, or 0 for a literal
        int least = 0, most = 0;
        std::string literal;
    };
    std::vector<Part> m_parts;
    bool m_numeric = false;
};

} // namespace feeds
