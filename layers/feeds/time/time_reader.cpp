// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/time/time_reader.h"

#include "layers/feeds/text/number.h"
#include "layers/feeds/time/spoken_time.h"

#include <QDateTime>
#include <QLocale>
#include <cmath>

namespace feeds {

namespace {

using city::Duration;
using city::Instant;

bool isDigits(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Instant> fromEpoch(std::string_view text, double millisecondsEach)
{
    const auto number = toNumber(text);
    if (!number || std::abs(*number * millisecondsEach) > 8e15) return std::nullopt;
    return Instant{Duration{std::llround(*number * millisecondsEach)}};
}

/// "/Date(1790812800000+0800)/", as old services of .NET write a moment: the offset says only where it was written.
std::optional<Instant> fromDotNet(std::string_view text)
{
    if (!text.starts_with("/Date(") || !text.ends_with(")/")) return std::nullopt;
    text = text.substr(6, text.size() - 8);
    const std::size_t sign = text.find_first_of("+-", 1);
    return fromEpoch(text.substr(0, sign), 1);
}

QString compactFormat(std::size_t digits)
{
    switch (digits) {
    case 8:
        return QStringLiteral("yyyyMMdd");
    case 10:
        return QStringLiteral("yyyyMMddHH");
    case 12:
        return QStringLiteral("yyyyMMddHHmm");
    default:
        return QStringLiteral("yyyyMMddHHmmss");
    }
}

} // namespace

QStringList TimeReader::words()
{
    return {QStringLiteral("iso8601"),   QStringLiteral("unix-s"),  QStringLiteral("unix-ms"),
            QStringLiteral("java-date"), QStringLiteral("rfc1123"), QStringLiteral("zh-12h"),
            QStringLiteral("roc"),       QStringLiteral("week"),    QStringLiteral("week-sunday")};
}

TimeReader::TimeReader(const QStringList& formats, QTimeZone zone) : m_zone(std::move(zone))
{
    static constexpr Form forms[]{Form::Iso,      Form::UnixSeconds, Form::UnixMilliseconds,
                                  Form::JavaDate, Form::Rfc1123,     Form::Zh12h,
                                  Form::Roc,      Form::Week,        Form::WeekFromSunday};
    for (const QString& format : formats) {
        const qsizetype word = words().indexOf(format);
        m_formats.push_back(word >= 0 ? Format{forms[word], {}, {}}
                                      : Format{Form::Pattern, TimePattern(format), format});
        m_isHalfDay = m_isHalfDay || format == QLatin1String("zh-12h") ||
                      (word < 0 && format.contains(QLatin1Char('a'), Qt::CaseInsensitive));
    }
    if (m_formats.empty()) m_formats.push_back({Form::Any, {}, {}});
}

std::optional<Instant> TimeReader::read(std::string_view text)
{
    text = trimmed(text);
    if (text.empty() || text.size() > 100) return std::nullopt;
    if (text == m_lastText) return m_last;
    m_last = fromDotNet(text);
    if (m_last) {
        m_lastText = text;
        return m_last;
    }
    for (const Format& format : m_formats) {
        if ((m_last = readAs(format, text))) break;
    }
    if (!m_last && !m_isHalfDay) m_last = readYearFirst(text);
    m_lastText = text;
    return m_last;
}

/// What begins with the year can be read one way only, unless its hours are those of half a day: publishers change to it without a word.
std::optional<Instant> TimeReader::readYearFirst(std::string_view text)
{
    constexpr std::size_t compact = 14;
    if (text.size() == compact && isDigits(text) && (text.starts_with("20") || text.starts_with("19"))) {
        const auto reading = TimePattern(compactFormat(compact)).read(text);
        return reading ? instant(*reading) : std::nullopt;
    }
    const bool hasTime = text.find(':') != std::string_view::npos;
    const auto iso = hasTime ? readIso(text) : std::nullopt;
    return iso ? instant(*iso) : std::nullopt;
}

std::optional<Instant> TimeReader::readAs(const Format& format, std::string_view text)
{
    std::optional<ClockReading> reading;
    switch (format.form) {
    case Form::Any:
        return readAny(text);
    case Form::UnixSeconds:
        return fromEpoch(text, 1000);
    case Form::UnixMilliseconds:
        return fromEpoch(text, 1);
    case Form::JavaDate:
    case Form::Rfc1123:
        reading = readEnglishDate(text);
        break;
    case Form::Iso:
        reading = readIso(text);
        break;
    case Form::Zh12h:
        reading = readZh12h(text);
        break;
    case Form::Roc:
        reading = readRoc(text);
        break;
    case Form::Week:
        reading = readWeek(text, WeekBegins::Monday);
        break;
    case Form::WeekFromSunday:
        reading = readWeek(text, WeekBegins::Sunday);
        break;
    case Form::Pattern:
        if (!format.pattern.isNumeric()) return fromQt(format.text, text);
        reading = format.pattern.read(text);
    }
    return reading ? instant(*reading) : std::nullopt;
}

std::optional<Instant> TimeReader::readAny(std::string_view text)
{
    if (isDigits(text)) {
        const std::size_t digits = text.size();
        const bool calendar = digits == 8 || digits == 12 || digits == 14;
        if (calendar) {
            const auto reading = TimePattern(compactFormat(digits)).read(text);
            return reading ? instant(*reading) : std::nullopt;
        }
        if (digits == 13) return fromEpoch(text, 1);
        return digits == 10 || digits == 9 ? fromEpoch(text, 1000) : std::nullopt;
    }
    if (const auto iso = readIso(text)) return instant(*iso);
    if (const auto spoken = readZh12h(text)) return instant(*spoken);
    const auto english = readEnglishDate(text);
    return english ? instant(*english) : std::nullopt;
}

std::optional<Instant> TimeReader::fromQt(const QString& format, std::string_view text) const
{
    const QString said = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    const QDateTime read = QLocale::c().toDateTime(said, format);
    if (!read.isValid()) return std::nullopt;
    const bool ownOffset = read.timeSpec() != Qt::LocalTime;
    const QDateTime at = ownOffset ? read : QDateTime(read.date(), read.time(), m_zone);
    return Instant{Duration{at.toMSecsSinceEpoch()}};
}

std::optional<Instant> TimeReader::instant(const ClockReading& reading)
{
    const auto naive = reading.naive();
    if (!naive) return std::nullopt;
    if (reading.offsetMinutes) return Instant{Duration{*naive - *reading.offsetMinutes * 60'000LL}};
    constexpr qint64 hour = 3'600'000;
    const qint64 thisHour = *naive >= 0 ? *naive / hour : -1;
    if (thisHour < 0) return std::nullopt;
    if (thisHour != m_hour) {
        const QDateTime asUtc = QDateTime::fromMSecsSinceEpoch(thisHour * hour, Qt::UTC);
        m_offset = thisHour * hour - QDateTime(asUtc.date(), asUtc.time(), m_zone).toMSecsSinceEpoch();
        m_hour = thisHour;
    }
    return Instant{Duration{*naive - m_offset}};
}

} // namespace feeds
