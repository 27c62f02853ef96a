// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/time/time_pattern.h"

#include <algorithm>
#include <chrono>

namespace feeds {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes at least `least` and at most `most` digits from the front.
std::optional<int> takeDigits(std::string_view& text, int least, int most)
{
    int value = 0;
    int count = 0;
    while (count < most && !text.empty() && isDigit(text.front())) {
        value = value * 10 + (text.front() - '0');
        text.remove_prefix(1);
        ++count;
    }
    return count >= least ? std::optional(value) : std::nullopt;
}

bool take(std::string_view& text, std::string_view any)
{
    if (text.empty() || any.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

int milliseconds(std::string_view& text)
{
    int value = 0;
    int scale = 100;
    for (; !text.empty() && isDigit(text.front()); text.remove_prefix(1)) {
        value += (text.front() - '0') * scale;
        scale /= 10;
    }
    return value;
}

/// "Z", "UTC", "+08:00", "+0800", "+08" at the end.
bool readOffset(std::string_view text, ClockReading& reading)
{
    while (take(text, " ")) {
    }
    if (text.empty()) return true;
    if (text == "Z" || text == "z" || text == "UTC" || text == "GMT") {
        reading.offsetMinutes = 0;
        return true;
    }
    const bool west = text.front() == '-';
    if (!take(text, "+-")) return false;
    const auto hours = takeDigits(text, 2, 2);
    take(text, ":");
    const auto minutes = text.empty() ? std::optional(0) : takeDigits(text, 2, 2);
    if (!hours || !minutes || !text.empty() || *hours > 18 || *minutes > 59) return false;
    reading.offsetMinutes = (west ? -1 : 1) * (*hours * 60 + *minutes);
    return true;
}

bool readDate(std::string_view& text, ClockReading& reading)
{
    const auto year = takeDigits(text, 4, 4);
    if (!year || !take(text, "-/")) return false;
    const auto month = takeDigits(text, 1, 2);
    if (!month || !take(text, "-/")) return false;
    const auto day = takeDigits(text, 1, 2);
    if (!day) return false;
    reading.year = *year;
    reading.month = *month;
    reading.day = *day;
    return true;
}

bool readTimeOfDay(std::string_view& text, ClockReading& reading)
{
    const auto hour = takeDigits(text, 1, 2);
    if (!hour || !take(text, ":")) return false;
    const auto minute = takeDigits(text, 2, 2);
    if (!minute) return false;
    reading.hour = *hour;
    reading.minute = *minute;
    if (!take(text, ":")) return true;
    const auto second = takeDigits(text, 2, 2);
    if (!second) return false;
    reading.second = *second;
    if (take(text, ".,")) reading.millisecond = milliseconds(text);
    return true;
}

} // namespace

std::optional<qint64> ClockReading::naive() const
{
    using namespace std::chrono;
    const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    const bool midnight = hour == 24 && minute == 0 && second == 0;
    if (!date.ok() || hour < 0 || (hour > 23 && !midnight) || minute > 59 || second > 60) return std::nullopt;
    const qint64 days = sys_days{date}.time_since_epoch().count();
    return (((days * 24 + hour) * 60 + minute) * 60 + std::min(second, 59)) * 1000 + millisecond;
}

namespace {

/// The form without signs between its parts, "20261001T080000Z": only whole, with its seconds.
std::optional<ClockReading> readBasicIso(std::string_view text)
{
    const bool whole = text.size() >= 15 && text[8] == 'T' &&
                       std::all_of(text.begin(), text.begin() + 8, isDigit) && std::all_of(text.begin() + 9, text.begin() + 15, isDigit);
    if (!whole) return std::nullopt;
    ClockReading reading;
    std::string_view rest = text;
    reading.year = *takeDigits(rest, 4, 4);
    reading.month = *takeDigits(rest, 2, 2);
    reading.day = *takeDigits(rest, 2, 2);
    rest.remove_prefix(1);
    reading.hour = *takeDigits(rest, 2, 2);
    reading.minute = *takeDigits(rest, 2, 2);
    reading.second = *takeDigits(rest, 2, 2);
    if (take(rest, ".,")) reading.millisecond = milliseconds(rest);
    return readOffset(rest, reading) ? std::optional(reading) : std::nullopt;
}

} // namespace

std::optional<ClockReading> readIso(std::string_view text)
{
    // Java writes the zone's name behind its offset.
    if (text.ends_with(']') && text.find('[') != std::string_view::npos) text = text.substr(0, text.find('['));
    if (const auto basic = readBasicIso(text)) return basic;
    ClockReading reading;
    if (!readDate(text, reading)) return std::nullopt;
    if (text.empty()) return reading;
    if (!take(text, "Tt ")) return std::nullopt;
    while (take(text, " ")) {
    }
    if (!readTimeOfDay(text, reading) || !readOffset(text, reading)) return std::nullopt;
    return reading;
}

TimePattern::TimePattern(const QString& format)
{
    m_numeric = true;
    bool quoted = false;
    for (qsizetype i = 0; i < format.size(); ++i) {
        const QChar c = format[i];
        if (c == QLatin1Char('\'')) {
            quoted = !quoted;
            continue;
        }
        const char letter = quoted || c.unicode() > 127 ? '\0' : static_cast<char>(c.unicode());
        if (std::string_view("yMdHhmsz").find(letter) == std::string_view::npos || letter == '\0') {
            if (std::string_view("aAtE").find(letter) != std::string_view::npos && letter != '\0')
                m_numeric = false;
            m_parts.push_back({0, 0, 0, QString(c).toStdString()});
            continue;
        }
        int run = 1;
        while (i + 1 < format.size() && format[i + 1] == c && run < 4) {
            ++run;
            ++i;
        }
        const char field = letter == 'h' ? 'H' : letter;
        const int most = letter == 'y' ? 4 : letter == 'z' ? 3 : 2;
        if ((letter == 'M' || letter == 'd') && run > 2) m_numeric = false; // names of months and days
        if (letter == 'y' && run != 4) m_numeric = false;
        m_parts.push_back({field, run == 1 ? 1 : most, most, {}});
    }
}

std::optional<ClockReading> TimePattern::read(std::string_view text) const
{
    ClockReading reading;
    for (const Part& part : m_parts) {
        if (part.field == 0) {
            if (!text.starts_with(part.literal)) return std::nullopt;
            text.remove_prefix(part.literal.size());
            continue;
        }
        const auto value = takeDigits(text, part.least, part.most);
        if (!value) return std::nullopt;
        int& target = part.field == 'y'   ? reading.year
                      : part.field == 'M' ? reading.month
                      : part.field == 'd' ? reading.day
                      : part.field == 'H' ? reading.hour
                      : part.field == 'm' ? reading.minute
                      : part.field == 's' ? reading.second
                                          : reading.millisecond;
        target = *value;
    }
    return text.empty() ? std::optional(reading) : std::nullopt;
}

} // namespace feeds
