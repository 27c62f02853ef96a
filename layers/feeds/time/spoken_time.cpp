// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/time/spoken_time.h"

#include <QStringList>
#include <array>
#include <charconv>
#include <chrono>

namespace feeds {

namespace {

QString plain(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).simplified();
}

int monthNamed(QStringView word)
{
    static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (int i = 0; i < 12; ++i) {
        if (word.size() >= 3 && word.left(3).compare(QLatin1String(months[static_cast<std::size_t>(i)]),
                                                     Qt::CaseInsensitive) == 0)
            return i + 1;
    }
    return 0;
}

bool readClock(const QString& word, ClockReading& reading)
{
    const QStringList parts = word.split(QLatin1Char(':'));
    if (parts.size() < 2 || parts.size() > 3) return false;
    bool ok[3]{true, true, true};
    reading.hour = parts[0].toInt(&ok[0]);
    reading.minute = parts[1].toInt(&ok[1]);
    if (parts.size() == 3) reading.second = parts[2].left(2).toInt(&ok[2]);
    return ok[0] && ok[1] && ok[2] && reading.hour >= 0 && reading.minute >= 0 && reading.second >= 0;
}

/// False for a zone that is not known. The feed's own zone leaves the offset unset.
bool readZone(QString word, ClockReading& reading)
{
    if (word == QLatin1String("CST") || word == QLatin1String("TST")) return true;
    if (word.startsWith(QLatin1String("GMT")) || word.startsWith(QLatin1String("UTC"))) word.remove(0, 3);
    if (word.isEmpty() || word == QLatin1String("Z") || word == QLatin1String("UT")) {
        reading.offsetMinutes = 0;
        return true;
    }
    const auto iso = readIso("2000-01-01T00:00:00" + word.toStdString());
    if (!iso || !iso->offsetMinutes) return false;
    reading.offsetMinutes = iso->offsetMinutes;
    return true;
}

/// The runs of digits in the text.
std::vector<QString> numbersIn(const QString& text)
{
    std::vector<QString> runs;
    bool within = false;
    for (const QChar c : text) {
        const int digit = c.digitValue();
        if (digit < 0) {
            within = false;
            continue;
        }
        if (!within) runs.emplace_back();
        within = true;
        runs.back() += QChar(static_cast<char16_t>('0' + digit));
    }
    return runs;
}

/// "1151003" or "1151003123000" taken apart: the last two digits of the date are the day, and so on to the
/// front.
std::vector<QString> apart(const QString& digits)
{
    const qsizetype date = digits.size() >= 10 ? (digits.size() % 2 == 0 ? 6 : 7) : digits.size();
    if (date < 5 || date > 7) return {};
    std::vector<QString> parts{digits.left(date - 4), digits.mid(date - 4, 2), digits.mid(date - 2, 2)};
    for (qsizetype i = date; i + 1 < digits.size(); i += 2)
        parts.push_back(digits.mid(i, 2));
    return parts;
}

} // namespace

std::optional<ClockReading> readEnglishDate(std::string_view text)
{
    ClockReading reading;
    bool date = false;
    bool clock = false;
    int day = 0;
    const QStringList words =
        plain(text).replace(QLatin1Char(','), QLatin1Char(' ')).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.size() < 4 || words.size() > 7) return std::nullopt;
    int month = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        bool isNumber = false;
        const int number = words[i].toInt(&isNumber);
        const bool sign = words[i].startsWith(QLatin1Char('+')) || words[i].startsWith(QLatin1Char('-'));
        if (isNumber && !sign && words[i].size() == 4) {
            reading.year = number;
            date = true;
        } else if (isNumber && !sign && words[i].size() <= 2) {
            day = number;
        } else if (words[i].contains(QLatin1Char(':')) && !sign &&
                   !words[i].startsWith(QLatin1String("GMT"))) {
            if (!readClock(words[i], reading)) return std::nullopt;
            clock = true;
        } else if (month == 0 && monthNamed(words[i]) > 0) {
            month = monthNamed(words[i]);
        } else if (i > 0 && !readZone(words[i], reading)) {
            return std::nullopt;
        }
    }
    reading.month = month;
    reading.day = day;
    return date && clock && month > 0 && day > 0 ? std::optional(reading) : std::nullopt;
}

std::optional<ClockReading> readZh12h(std::string_view text)
{
    QString said = plain(text);
    const bool morning = said.contains(QStringLiteral("上午")) || said.contains(QStringLiteral("凌晨"));
    const bool afternoon = said.contains(QStringLiteral("下午")) || said.contains(QStringLiteral("晚上"));
    if (morning == afternoon) return std::nullopt;
    for (const QString& word :
         {QStringLiteral("上午"), QStringLiteral("凌晨"), QStringLiteral("下午"), QStringLiteral("晚上")})
        said.replace(word, QStringLiteral(" "));
    auto reading = readIso(said.simplified().toStdString());
    if (!reading || reading->hour > 12) return std::nullopt;
    reading->hour = reading->hour % 12 + (afternoon ? 12 : 0);
    return reading;
}

std::optional<ClockReading> readRoc(std::string_view text)
{
    const QString said = plain(text);
    std::vector<QString> parts = numbersIn(said);
    if (!parts.empty() && parts.front().size() >= 5) {
        std::vector<QString> split = apart(parts.front());
        split.insert(split.end(), parts.begin() + 1, parts.end());
        parts = std::move(split);
    }
    if (parts.size() < 3 || parts.size() > 7 || parts.front().size() > 3) return std::nullopt;
    int values[6]{0, 1, 1, 0, 0, 0};
    for (std::size_t i = 0; i < parts.size() && i < 6; ++i)
        values[i] = parts[i].left(4).toInt();
    const bool afternoon = said.contains(QStringLiteral("下午")) && values[3] < 12;
    const bool midnight = said.contains(QStringLiteral("上午")) && values[3] == 12;
    ClockReading reading{values[0] + 1911, values[1], values[2], values[3], values[4], values[5], 0, {}};
    reading.hour += afternoon ? 12 : midnight ? -12 : 0;
    return reading;
}

std::optional<ClockReading> readWeek(std::string_view text, WeekBegins begins)
{
    using namespace std::chrono;
    std::vector<QString> parts = numbersIn(plain(text));
    if (parts.size() == 1 && parts[0].size() == 6) parts = {parts[0].left(4), parts[0].mid(4)};
    if (parts.size() != 2 || parts[0].size() != 4 || parts[1].size() > 2) return std::nullopt;
    const int number = parts[1].toInt();
    if (number < 1 || number > 53) return std::nullopt;
    const sys_days fourth{year{parts[0].toInt()} / January / 4};
    const weekday first = begins == WeekBegins::Monday ? Monday : Sunday;
    const year_month_day day{fourth - (weekday{fourth} - first) + weeks{number - 1}};
    return ClockReading{static_cast<int>(day.year()),
                        static_cast<int>(static_cast<unsigned>(day.month())),
                        static_cast<int>(static_cast<unsigned>(day.day())),
                        0,
                        0,
                        0,
                        0,
                        {}};
}

} // namespace feeds
