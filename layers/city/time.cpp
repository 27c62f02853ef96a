// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/time.h"

#include <QDateTime>
#include <QRegularExpression>
#include <array>

namespace city {

QString toIso(Instant at)
{
    const qint64 ms = at.time_since_epoch().count();
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return when.toString(ms % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

std::optional<Instant> fromIso(QStringView text)
{
    static const QRegularExpression offset(QStringLiteral("(Z|z|[+-]\\d{2}:?\\d{2})$"));
    const QString trimmed = text.trimmed().toString();
    const QRegularExpressionMatch match = offset.match(trimmed);
    // A date alone ("2026-07-15") ends in digits that look like an offset: a time must stand before the
    // offset.
    if (!match.hasMatch() || match.capturedStart() < 13) return std::nullopt;
    const QString zone = match.captured(1);
    QString naive = trimmed.left(match.capturedStart());
    naive.replace(QLatin1Char(' '), QLatin1Char('T'));
    QDateTime when = QDateTime::fromString(naive.left(23), Qt::ISODateWithMs);
    if (!when.isValid()) return std::nullopt;
    when.setTimeSpec(Qt::UTC);
    qint64 ms = when.toMSecsSinceEpoch();
    if (zone.size() > 1) {
        const int minutes = zone.mid(1, 2).toInt() * 60 + zone.right(2).toInt();
        ms -= (zone.startsWith(QLatin1Char('-')) ? -1 : 1) * minutes * 60'000LL;
    }
    return Instant{Duration{ms}};
}

QString inZone(Instant at, const QTimeZone& zone, const QString& format)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), zone).toString(format);
}

std::optional<Duration> parseDuration(QStringView text)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*(\\d+(?:\\.\\d+)?)\\s*(ms|s|min|h|d|week)\\s*$"));
    const QRegularExpressionMatch match = form.match(text.toString());
    if (!match.hasMatch()) return std::nullopt;
    struct Unit {
        const char* name;
        double ms;
    };
    static constexpr std::array<Unit, 6> units{
        {{"ms", 1}, {"s", 1e3}, {"min", 6e4}, {"h", 3.6e6}, {"d", 8.64e7}, {"week", 6.048e8}}};
    for (const Unit& unit : units) {
        if (match.captured(2) == QLatin1String(unit.name))
            return Duration{static_cast<qint64>(match.captured(1).toDouble() * unit.ms)};
    }
    return std::nullopt;
}

} // namespace city
