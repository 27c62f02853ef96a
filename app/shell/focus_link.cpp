// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/focus_link.h"

#include <QUrl>
#include <QUrlQuery>
#include <algorithm>
#include <cmath>

namespace app {

namespace {

const QString prefix = QStringLiteral("cityops:focus");
constexpr qsizetype longest = 16 * 1024;
constexpr std::size_t mostPicked = 2000;          ///< More do not fit into a link.
constexpr qint64 mostSeconds = 400LL * 24 * 3600; ///< Of a range.

/// Parts of a pick that hold what it is parted by.
QString escaped(const QString& part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

QString unescaped(const QString& part)
{
    return QUrl::fromPercentEncoding(part.toLatin1());
}

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

/// "layer:12,13" of features, "layer:kind/id,kind/id" of other things.
QStringList pickTexts(const city::Picks& picks)
{
    QStringList layers;
    for (const city::LayerPick& layer : picks.layers()) {
        QStringList things;
        for (const qint64 feature : layer.features)
            things << QString::number(feature);
        for (const city::PlaceId& thing : layer.things)
            things << escaped(thing.kind) + QLatin1Char('/') + escaped(thing.id);
        layers << escaped(layer.layer) + QLatin1Char(':') + things.join(QLatin1Char(','));
    }
    return layers;
}

std::optional<city::LayerPick> pickOf(const QString& text)
{
    city::LayerPick pick;
    pick.layer = unescaped(text.section(QLatin1Char(':'), 0, 0));
    for (const QString& thing : text.section(QLatin1Char(':'), 1).split(QLatin1Char(','))) {
        bool isFeature = false;
        const qint64 feature = thing.toLongLong(&isFeature);
        const city::PlaceId place{unescaped(thing.section(QLatin1Char('/'), 0, 0)),
                                  unescaped(thing.section(QLatin1Char('/'), 1))};
        if (isFeature)
            pick.features.push_back(feature);
        else if (!place.kind.isEmpty() && !place.id.isEmpty())
            pick.things.push_back(place);
        else
            return std::nullopt;
    }
    const auto once = [](auto& list) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    };
    once(pick.features);
    once(pick.things);
    return pick.layer.isEmpty() ? std::nullopt : std::optional(pick);
}

/// "kind/id", of which the id may hold anything.
std::optional<city::PlaceId> placeOf(const QString& text)
{
    city::PlaceId place{text.section(QLatin1Char('/'), 0, 0), text.section(QLatin1Char('/'), 1)};
    return place.kind.isEmpty() || place.id.isEmpty() ? std::nullopt : std::optional(std::move(place));
}

/// "longitude,latitude,minutes".
std::optional<city::WalkReach> walkOf(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char(','));
    bool lonGood = false, latGood = false, minutesGood = false;
    const city::WalkReach walk{{parts.value(0).toDouble(&lonGood), parts.value(1).toDouble(&latGood)}, parts.value(2).toInt(&minutesGood)};
    const bool good = parts.size() == 3 && lonGood && latGood && minutesGood && std::abs(walk.from.lon) <= 180 &&
                      std::abs(walk.from.lat) <= 90 && walk.minutes > 0 && walk.minutes <= 120;
    return good ? std::optional(walk) : std::nullopt;
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
        focus.place = placeOf(value);
        return focus.place.has_value();
    } else if (name == QLatin1String("against")) {
        focus.against = placeOf(value);
        return focus.against.has_value();
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
    } else if (name == QLatin1String("walk")) {
        focus.walk = walkOf(value);
        return focus.walk.has_value();
    } else if (name == QLatin1String("picked")) {
        const auto pick = pickOf(value);
        std::vector<city::LayerPick> layers = focus.picks.layers();
        if (pick) layers.push_back(*pick);
        focus.picks = city::Picks(std::move(layers));
        return pick.has_value();
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
    if (focus.against) add("against", focus.against->kind + QLatin1Char('/') + focus.against->id);
    add("quantity", focus.quantity);
    add("level", focus.level);
    if (focus.range != city::Focus{}.range) add("range", QString::number(focus.range.count() / 1000));
    if (focus.span)
        add("time", city::toIso(focus.span->from) + QLatin1Char('/') + city::toIso(focus.span->to));
    add("outline", outlineText(focus.outline));
    if (focus.walk)
        add("walk", QStringLiteral("%1,%2,%3").arg(focus.walk->from.lon, 0, 'f', 6).arg(focus.walk->from.lat, 0, 'f', 6).arg(focus.walk->minutes));
    const QStringList unpicked = parts;
    if (focus.picks.count() <= mostPicked)
        for (const QString& layer : pickTexts(focus.picks))
            add("picked", layer);
    const QString link = prefix + QLatin1Char('?') + parts.join(QLatin1Char('&'));
    return link.size() <= longest ? link : prefix + QLatin1Char('?') + unpicked.join(QLatin1Char('&'));
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
