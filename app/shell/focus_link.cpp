// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/focus_link.h"

#include <QUrl>
#include <QUrlQuery>
#include <cmath>

namespace app {

namespace {

const QString prefix = QStringLiteral("cityops:focus");
constexpr qsizetype longest = 16 * 1024;
constexpr qint64 mostSeconds = 400LL * 24 * 3600; ///< Of a range.

QString outlineText(const city::Ring& ring)
{
    QStringList corners;
    for (const city::LonLat& corner : ring)
        corners << QStringLiteral("%1,%2").arg(corner.lon, 0, 'f', 6).arg(corner.lat, 0, 'f', 6);
    return corners.join(QLatin1Char(';'));
}

std::optional<city::Ring> outlineOf(const QString& text)
{
    city::Ring ring;
    for (const QString& corner : text.split(QLatin1Char(';'))) {
        bool lonOk = false, latOk = false;
        const double lon = corner.section(QLatin1Char(','), 0, 0).toDouble(&lonOk);
        const double lat = corner.section(QLatin1Char(','), 1).toDouble(&latOk);
        if (!lonOk || !latOk || !(std::abs(lon) <= 180) || !(std::abs(lat) <= 90)) return std::nullopt;
        ring.push_back({lon, lat});
    }
    if (ring.size() < 3) return std::nullopt;
    if (!(ring.front() == ring.back())) ring.push_back(ring.front());
    return ring.size() < 4 ? std::nullopt : std::optional(ring);
}

/// False when the part makes no sense.
bool take(const QString& name, const QString& value, city::Focus& focus)
{
    if (name == QLatin1String("dashboard")) {
        focus.dashboard = value;
    } else if (name == QLatin1String("area")) {
        focus.area = value;
    } else if (name == QLatin1String("quantity")) {
        focus.quantity = value;
    } else if (name == QLatin1String("level")) {
        focus.level = value;
    } else if (name == QLatin1String("place")) {
        focus.place =
            city::PlaceId{value.section(QLatin1Char('/'), 0, 0), value.section(QLatin1Char('/'), 1)};
        return !focus.place->kind.isEmpty() && !focus.place->id.isEmpty();
    } else if (name == QLatin1String("range")) {
        const qint64 seconds = value.toLongLong();
        focus.range = city::Duration(seconds * 1000);
        return seconds > 0 && seconds <= mostSeconds;
    } else if (name == QLatin1String("time")) {
        const auto from = city::fromIso(value.section(QLatin1Char('/'), 0, 0)),
                   to = city::fromIso(value.section(QLatin1Char('/'), 1));
        if (!from || !to || *from >= *to) return false;
        focus.span = city::TimeSpan{*from, *to};
    } else if (name == QLatin1String("outline")) {
        const auto ring = outlineOf(value);
        if (ring) focus.outline = *ring;
        return ring.has_value();
    } else {
        return false;
    }
    return true;
}

} // namespace

QString focusLink(const city::Focus& focus)
{
    QStringList parts;
    const auto add = [&](const char* name, const QString& value) {
        if (!value.isEmpty())
            parts << QLatin1String(name) + QLatin1Char('=') +
                         QString::fromLatin1(QUrl::toPercentEncoding(value, ":/,;"));
    };
    add("dashboard", focus.dashboard);
    add("area", focus.area);
    if (focus.place) add("place", focus.place->kind + QLatin1Char('/') + focus.place->id);
    add("quantity", focus.quantity);
    add("level", focus.level);
    if (focus.range != city::Focus{}.range) add("range", QString::number(focus.range.count() / 1000));
    if (focus.span)
        add("time", city::toIso(focus.span->from) + QLatin1Char('/') + city::toIso(focus.span->to));
    add("outline", outlineText(focus.outline));
    return prefix + QLatin1Char('?') + parts.join(QLatin1Char('&'));
}

city::Result<city::Focus> focusFromLink(const QString& link)
{
    const QString text = link.trimmed();
    if (text.size() > longest || text.section(QLatin1Char('?'), 0, 0) != prefix)
        return city::Problem{
            {},
            {},
            QT_TRANSLATE_NOOP("Message", "this is no link to a view; one begins with cityops:focus?")};
    city::Focus focus;
    for (const auto& [name, value] :
         QUrlQuery(text.section(QLatin1Char('?'), 1)).queryItems(QUrl::FullyDecoded))
        if (!take(name, value, focus))
            return city::Problem{
                {}, name, {QT_TRANSLATE_NOOP("Message", "“%1” makes no sense here"), {value.left(80)}}};
    return focus;
}

} // namespace app
