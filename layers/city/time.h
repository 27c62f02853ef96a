// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTimeZone>
#include <chrono>
#include <optional>

namespace city {

/// A moment, UTC, to the millisecond. Inside the program every time is one of these; a zone is applied only
/// when a person reads it.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = std::chrono::milliseconds;

/// "2026-07-15T06:30:00Z"; milliseconds are written only when they are not zero.
QString toIso(Instant at);

/// Any ISO 8601 date-time with an offset ("Z", "+08:00", "-00:00", "+0800"); nothing without one.
std::optional<Instant> fromIso(QStringView text);

/// `at` in `zone` by a Qt date-time format, for people.
QString inZone(Instant at, const QTimeZone& zone, const QString& format);

/// "1 min", "90 s", "2 h", "1 d", "1 week": a number, an optional space and one of ms s min h d week.
std::optional<Duration> parseDuration(QStringView text);

} // namespace city
