// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/time.h"
#include "layers/feeds/time/time_pattern.h"

#include <QStringList>
#include <string>
#include <string_view>

namespace feeds {

/// Turns a publisher's times into instants, in the formats of TimeMapping; with no format, in any that cannot
/// be misread (ISO 8601 with and without offset, slashes, 8 to 14 digits, POSIX seconds and milliseconds).
/// Times without an offset are of `zone`. Remembers the offset of the last hour and the last text, since most
/// records of a payload share them.
class TimeReader {
public:
    TimeReader(const QStringList& formats, QTimeZone zone);

    std::optional<city::Instant> read(std::string_view text);
    /// The words that are formats of their own; anything else is a Qt date-time format.
    static QStringList words();

private:
    enum class Form {
        Any,
        Iso,
        UnixSeconds,
        UnixMilliseconds,
        JavaDate,
        Rfc1123,
        Zh12h,
        Roc,
        Week,
        WeekFromSunday,
        Pattern
    };
    struct Format {
        Form form;
        TimePattern pattern;
        QString text;
    };

    std::optional<city::Instant> readAs(const Format& format, std::string_view text);
    std::optional<city::Instant> readAny(std::string_view text);
    std::optional<city::Instant> readYearFirst(std::string_view text);
    std::optional<city::Instant> fromQt(const QString& format, std::string_view text) const;
    /// A clock reading in the reader's zone, or with the offset it states itself.
    std::optional<city::Instant> instant(const ClockReading& reading);

    std::vector<Format> m_formats;
    bool m_isHalfDay = false; ///< Some format counts hours twice a day.
    QTimeZone m_zone;
    qint64 m_hour = -1;  ///< Hours since 1970 of the local clock for which `m_offset` holds.
    qint64 m_offset = 0; ///< Milliseconds east of UTC.
    std::string m_lastText;
    std::optional<city::Instant> m_last;
};

} // namespace feeds
