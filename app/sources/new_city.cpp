// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/new_city.h"

#include "app/packs/yaml_text.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr double margin = 0.1;        ///< Of the width, on each side.
constexpr double leastDegrees = 0.02; ///< A city with one station is still a city.

QByteArray headOf(const NewCity& city, const QString& id)
{
    const city::LonLatBox& box = city.extent;
    QStringList sides;
    for (const double side : {box.west, box.south, box.east, box.north})
        sides << QString::number(side, 'f', 4);
    QString text;
    text += QStringLiteral("# What each key means: resources/help/pack.txt.\n");
    text += QStringLiteral("pack: ") + yaml::text(id) + QStringLiteral("\nversion: \"1\"\n");
    text += QStringLiteral("title: ") + yaml::local(city.title) + QLatin1Char('\n');
    text += QStringLiteral("zone: ") + yaml::text(city.zone) + QLatin1Char('\n');
    text += QStringLiteral("extent: [") + sides.join(QStringLiteral(", ")) + QStringLiteral("]\n");
    text += QStringLiteral("crs: ") + yaml::text(metricCrs(box.centre())) + QStringLiteral("\n\n");
    text += QStringLiteral("# The extent stands for the city until there is a file of its districts.\n"
                           "areas:\n"
                           "  - level: city\n"
                           "    title: {en: City, zh_TW: 市}\n"
                           "    layer: data/extent.geojson\n"
                           "    id: code\n"
                           "    name: {zh_TW: name, en: name_en}\n\n"
                           "basemaps:\n"
                           "  - id: openstreetmap\n"
                           "    title: {en: OpenStreetMap, zh_TW: 開放街圖}\n"
                           "    attribution: © OpenStreetMap contributors\n"
                           "    url: \"https://tile.openstreetmap.org/{z}/{x}/{y}.png\"\n"
                           "    zoom: [0, 19]\n\n"
                           "# What the kinds of places and events in the feeds are called.\n"
                           "kinds: {}\n");
    return text.toUtf8();
}

QString jsonText(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + text.simplified() + QLatin1Char('"');
}

QByteArray extentLayer(const NewCity& city, const QString& id)
{
    const city::LonLatBox& box = city.extent;
    const std::pair<double, double> corners[]{{box.west, box.south},
                                              {box.east, box.south},
                                              {box.east, box.north},
                                              {box.west, box.north},
                                              {box.west, box.south}};
    QStringList ring;
    for (const auto& [lon, lat] : corners)
        ring << QStringLiteral("[%1,%2]").arg(lon, 0, 'f', 6).arg(lat, 0, 'f', 6);
    const QString feature =
        QStringLiteral(
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":") +
        jsonText(id) + QStringLiteral(",\"name\":") + jsonText(city.title.in(QStringLiteral("zh_TW"))) +
        QStringLiteral(",\"name_en\":") + jsonText(city.title.in(QStringLiteral("en"))) +
        QStringLiteral("},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[") +
        ring.join(QLatin1Char(',')) + QStringLiteral("]]}}]}\n");
    return feature.toUtf8();
}

} // namespace

QString metricCrs(city::LonLat at)
{
    if (at.lon > 119.9 && at.lon < 122.3 && at.lat > 21.7 && at.lat < 25.6)
        return QStringLiteral("EPSG:3826");
    const int zone = std::clamp(static_cast<int>(std::floor((at.lon + 180) / 6)) + 1, 1, 60);
    return QStringLiteral("EPSG:%1").arg((at.lat >= 0 ? 32600 : 32700) + zone);
}

city::LonLatBox extentOf(std::vector<city::LonLat> positions)
{
    city::LonLatBox box;
    if (positions.empty()) return box;
    std::vector<double> lons, lats;
    for (const city::LonLat& at : positions)
        lons.push_back(at.lon), lats.push_back(at.lat);
    std::sort(lons.begin(), lons.end());
    std::sort(lats.begin(), lats.end());
    const std::size_t off = positions.size() / 50;
    box.add(city::LonLat{lons[off], lats[off]});
    box.add(city::LonLat{lons[lons.size() - 1 - off], lats[lats.size() - 1 - off]});
    const double wide = std::max(leastDegrees, (box.east - box.west) * margin),
                 high = std::max(leastDegrees, (box.north - box.south) * margin);
    return {std::max(-180.0, box.west - wide), std::max(-90.0, box.south - high),
            std::min(180.0, box.east + wide), std::min(90.0, box.north + high)};
}

QString slugOf(const QString& text)
{
    QString slug;
    for (const QChar c : text.toLower()) {
        if ((c >= QLatin1Char('a') && c <= QLatin1Char('z')) ||
            (c >= QLatin1Char('0') && c <= QLatin1Char('9')))
            slug += c;
        else if (!slug.isEmpty() && !slug.endsWith(QLatin1Char('-')))
            slug += QLatin1Char('-');
    }
    slug.truncate(48);
    while (slug.endsWith(QLatin1Char('-')))
        slug.chop(1);
    if (!slug.isEmpty() && slug.front().isDigit()) slug.prepend(QStringLiteral("n-"));
    return slug;
}

PackChange newPack(const NewCity& city, const QString& id)
{
    PackChange change;
    change.what = city.title.in(QStringLiteral("en"));
    change.files.push_back({QStringLiteral("pack.yaml"), headOf(city, id)});
    change.files.push_back({QStringLiteral("data/extent.geojson"), extentLayer(city, id)});
    change.files.push_back({QStringLiteral("dashboards/overview.yaml"),
                            QStringLiteral("dashboard: overview\norder: 1\nicon: overview\n"
                                           "title: {en: Overview, zh_TW: 總覽}\n"
                                           "question: {en: \"What needs attention in the city now, and "
                                           "where?\", zh_TW: 此刻城市哪裡需要關注？}\n"
                                           "map: []\nlayers: []\ntiles: []\n"
                                           "table: {rows: feeds, columns: [name, age, state, publisher]}\n")
                                .toUtf8()});
    return change;
}

} // namespace app
