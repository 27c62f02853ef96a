// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/pack_head.h"

#include "app/packs/area_reader.h"
#include "app/packs/ground_reader.h"
#include "app/packs/mail_reader.h"
#include "app/packs/vocabulary.h"
#include "layers/geo/projection.h"

namespace app {

namespace {

constexpr double widestDegrees = 20; ///< A pack is a city or a region, not the globe.

void readZone(YamlMap& top, Pack& pack)
{
    const QString zone = top.requiredText("zone");
    pack.zone = QTimeZone(zone.toUtf8());
    if (zone.isEmpty() || pack.zone.isValid()) return;
    QStringList known;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
        known << QString::fromUtf8(id);
    top.report("zone", unknownName(Name::Zone, zone, known));
}

void readExtent(YamlMap& top, Pack& pack)
{
    const YAML::Node node = top.required("extent");
    if (!node.IsDefined() || node.IsNull()) return;
    double side[4] = {0, 0, 0, 0};
    bool ok = node.IsSequence() && node.size() == 4;
    for (std::size_t i = 0; ok && i < 4; ++i)
        ok = YAML::convert<double>::decode(node[i], side[i]);
    if (!ok) {
        top.report("extent",
                   QT_TRANSLATE_NOOP("Message",
                                     "four numbers were expected: [west, south, east, north] in degrees"));
        return;
    }
    const auto [west, south, east, north] = side;
    const bool sane =
        west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
    if (!sane)
        top.report("extent",
                   QT_TRANSLATE_NOOP("Message", "is no place on Earth; expected [west, south, east, north] "
                                                "in degrees, west before east, south before north"));
    else if (east - west > widestDegrees || north - south > widestDegrees)
        top.report("extent", {QT_TRANSLATE_NOOP("Message", "is wider than %1 degrees, more than a city"),
                              {QString::number(widestDegrees)}});
    else
        pack.extent = {west, south, east, north};
}

void readCrs(YamlMap& top, Pack& pack)
{
    pack.crs = top.requiredText("crs");
    if (pack.crs.isEmpty()) return;
    const auto projection = geo::Projection::fromCrs(pack.crs);
    if (!projection.ok())
        top.report("crs", {QT_TRANSLATE_NOOP(
                               "Message",
                               "\"%1\" is no coordinate system known to PROJ; expected one like EPSG:3826"),
                           {pack.crs}});
    else if (projection->isGeographic())
        top.report("crs", {QT_TRANSLATE_NOOP("Message",
                                             "\"%1\" is in degrees; expected one in metres, like EPSG:3826"),
                           {pack.crs}});
    else if (!pack.extent.isEmpty() && !projection->fromLonLat(pack.extent.centre()))
        top.report("crs", {QT_TRANSLATE_NOOP("Message", "\"%1\" does not reach the extent of the pack"),
                           {pack.crs}});
}

BasemapSpec readBasemap(YamlMap& map)
{
    BasemapSpec basemap;
    basemap.id = map.requiredText("id");
    map.required("title");
    basemap.title = map.localText("title").value_or(city::LocalText());
    basemap.attribution = map.requiredText("attribution");
    basemap.tiles = readTileSource(map, basemap.id);
    basemap.dark = map.flag("dark").value_or(false);
    return basemap;
}

void readBasemaps(YamlMap& top, Pack& pack)
{
    const YAML::Node list = top.node("basemaps");
    if (!list.IsDefined()) return;
    if (!list.IsSequence()) {
        top.report("basemaps",
                   QT_TRANSLATE_NOOP("Message", "a list was expected, each entry beginning with \"-\""));
        return;
    }
    QStringList seen;
    for (const YAML::Node& node : list) {
        YamlMap map(node, top.shownAs(), top.problems());
        if (!map.isValid()) continue;
        pack.basemaps.push_back(readBasemap(map));
        const QString& id = pack.basemaps.back().id;
        if (!id.isEmpty() && seen.contains(id))
            map.report("id", {QT_TRANSLATE_NOOP("Message", "\"%1\" stands here twice"), {id}});
        seen << id;
    }
}

void readKinds(YamlMap& top, Pack& pack)
{
    const YAML::Node node = top.required("kinds");
    YamlMap kinds(node, top.shownAs(), top.problems());
    kinds.allowAnyKey();
    for (const QString& kind : kinds.keys())
        pack.kindNames.insert(kind, kinds.localText(kind.toUtf8().constData()).value_or(city::LocalText()));
}

/// Kinds of places that are somebody or something in danger, in the order in which they are told.
void readExposure(YamlMap& top, Pack& pack)
{
    pack.exposure = top.texts("exposure");
    for (const QString& kind : std::as_const(pack.exposure))
        if (!pack.kindNames.contains(kind))
            top.report("exposure", unknownName(Name::PlaceKind, kind, pack.kindNames.keys()));
}

/// keep: {all: 3650 d, bikes.available: 90 d}; names of quantities are checked once those are known.
void readKeep(YamlMap& top, Pack& pack)
{
    const YAML::Node node = top.node("keep");
    if (!node.IsDefined()) return;
    YamlMap keep(node, top.shownAs(), top.problems());
    keep.allowAnyKey();
    constexpr city::Duration least = std::chrono::hours(24);
    for (const QString& name : keep.keys()) {
        const QByteArray key = name.toUtf8();
        const auto time = keep.duration(key.constData());
        if (!time) continue;
        if (*time < least)
            keep.report(key.constData(),
                        QT_TRANSLATE_NOOP("Message", "is too short; expected a day or more"));
        else if (name == QLatin1String("all"))
            pack.keep.all = *time;
        else
            pack.keep.quantities.insert(name, *time);
    }
}

} // namespace

void readPackHead(YamlMap& top, const QString& folder, Pack& pack)
{
    pack.id = top.requiredText("pack");
    pack.version = top.requiredText("version");
    top.required("title");
    pack.title = top.localText("title").value_or(city::LocalText());
    readZone(top, pack);
    readExtent(top, pack);
    readCrs(top, pack);
    Areas areas = readAreas(top, folder);
    pack.areas = std::move(areas.tree);
    pack.levelNames = std::move(areas.levelNames);
    readBasemaps(top, pack);
    readKinds(top, pack);
    readExposure(top, pack);
    readKeep(top, pack);
    pack.mail = readMailServer(top, folder);
}

std::optional<QTimeZone> packZone(const QString& packFile)
{
    Problems unread;
    const YAML::Node root = loadYaml(packFile, packFile, unread);
    if (!root.IsMap() || !root["zone"] || !root["zone"].IsScalar()) return std::nullopt;
    const QTimeZone zone(QByteArray::fromStdString(root["zone"].Scalar()));
    return zone.isValid() ? std::optional(zone) : std::nullopt;
}

} // namespace app
