// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/format.h"

#include "layers/city/message.h"

#include <QLocale>
#include <cmath>

namespace app {

QString say(const char* source, const QStringList& arguments)
{
    return city::Message(source, arguments).toString();
}

QString number(double value, int decimals)
{
    if (!std::isfinite(value)) return {};
    const double unit = std::pow(10.0, decimals);
    if (std::round(value * unit) == 0) value = 0; // never "-0"
    static const QLocale grouped(QLocale::English, QLocale::UnitedStates);
    return grouped.toString(value, 'f', decimals);
}

QString number(qsizetype value)
{
    return number(static_cast<double>(value), 0);
}

QString unitText(const city::Quantity& quantity, const QString& language)
{
    if (!quantity.unitText.isEmpty()) return quantity.unitText.in(language);
    return quantity.unit == QLatin1String("1") ? QString() : quantity.unit;
}

QString withUnit(const QString& number, const QString& unit)
{
    return unit.isEmpty() || number.isEmpty() ? number : number + QLatin1Char(' ') + unit;
}

QString ageText(city::Duration age)
{
    const qint64 seconds = qMax<qint64>(0, age.count() / 1000);
    if (seconds < 60) return say(QT_TRANSLATE_NOOP("Message", "%1 s"), {QString::number(seconds)});
    if (seconds < 3600) return say(QT_TRANSLATE_NOOP("Message", "%1 min"), {QString::number(seconds / 60)});
    if (seconds < 48 * 3600) return say(QT_TRANSLATE_NOOP("Message", "%1 h"), {QString::number(seconds / 3600)});
    return say(QT_TRANSLATE_NOOP("Message", "%1 d"), {number(static_cast<qsizetype>(seconds / 86400))});
}

QString clockText(city::Instant at, city::Instant now, const QTimeZone& zone)
{
    const QString day = QStringLiteral("yyyy-MM-dd");
    const bool sameDay = city::inZone(at, zone, day) == city::inZone(now, zone, day);
    return city::inZone(at, zone, sameDay ? QStringLiteral("HH:mm") : day + QStringLiteral(" HH:mm"));
}

} // namespace app
