// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/time.h"

#include <QByteArray>
#include <QString>

/// How publishers write times and numbers. Fast, for payloads of thousands of records.
namespace app::demo {

/// A time in Asia/Taipei by a pattern of yyyy MM dd HH mm ss; everything else stands for itself.
QByteArray local(city::Instant at, const char* pattern);
/// "Wed May 20 17:30:00 CST 2026", where CST is China Standard Time.
QByteArray javaDate(city::Instant at);
/// "115/05/20", counted from the republic's first year.
QByteArray rocDate(city::Instant at);
/// "2026/5/20 下午 05:30:00"
QByteArray zh12h(city::Instant at);
/// "2026-05-20T17:30:00+08:00"
QByteArray isoLocal(city::Instant at);

/// `value` as it is after being written with `decimals` after the point, ties away from zero.
double rounded(double value, int decimals);
/// A number with `decimals` after the point.
QByteArray number(double value, int decimals);
/// Text inside a JSON string, with its quotes.
QByteArray quoted(const QString& text);
/// Text inside an XML element.
QByteArray escaped(const QString& text);

} // namespace app::demo
