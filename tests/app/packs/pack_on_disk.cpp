// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/packs/pack_on_disk.h"

#include <QDir>
#include <QFile>

namespace {

const char* const headText = R"(pack: small
version: "1"
title: {en: Small, zh_TW: 小城}
zone: Asia/Taipei
extent: [121.0, 25.0, 121.4, 25.2]
crs: EPSG:3826
areas:
  - level: city
    title: {en: City, zh_TW: 市}
    layer: data/cities.geojson
    id: code
    name: {zh_TW: name, en: name_en}
    people: data/population.csv
    codes:
      Taiwan_Geocode_103: {field: code, first: 1}
  - level: district
    title: {en: District, zh_TW: 區}
    layer: data/districts.geojson
    id: code
    name: {zh_TW: name}
    parent: {prefix: 2}
    codes:
      Taiwan_Geocode_103: {after-parent: "-", last: 2}
basemaps:
  - {id: osm, title: {en: Map, zh_TW: 地圖}, attribution: somebody, url: "https://tile.example.org/{z}/{x}/{y}.png", zoom: [0, 19]}
kinds:
  bike-station: {en: Bike stations, zh_TW: 自行車站}
)";

const char* const feedText = R"(feed: bikes
title: {en: Bikes, zh_TW: 自行車}
publisher: {en: Somebody, zh_TW: 某單位}
licence: OGDL-Taiwan-1.0
get: {url: "https://example.org/bikes.json", every: 1 min}
format: json
records: "$[*]"
place:
  kind: bike-station
  id: sno
  name: {zh_TW: sna}
  lon: lng
  lat: lat
time: {field: mday, format: "yyyy-MM-dd HH:mm:ss"}
observe:
  bikes.available: {field: sbi, unit: "1"}
)";

const char* const layerText = R"(layer: outline
title: {en: Outline, zh_TW: 界}
source: data/districts.geojson
kind: polygons
label: name
colour: mapBoundary
)";

const char* const dashboardText = R"(dashboard: overview
order: 1
icon: overview
title: {en: Overview, zh_TW: 總覽}
question: {en: "How is it?", zh_TW: "現在如何？"}
map:
  - {layer: bikes, title: {en: Bikes, zh_TW: 自行車}, kind: points, of: bike-station, value: bikes.available}
layers: [outline]
tiles:
  - {title: {en: Bikes, zh_TW: 自行車}, value: sum bikes.available, by: district}
charts:
  - {kind: bars, title: {en: Bikes, zh_TW: 自行車}, value: bikes.available, by: next level down, range: 24 h}
table: {rows: places, of: bike-station, columns: [name, bikes.available, age], sort: -bikes.available}
)";

QString square(const QString& code, const QString& name, double west)
{
    return QStringLiteral(
               R"({"type":"Feature","properties":{"code":"%1","name":"%2","name_en":"%1"},"geometry":)"
               R"({"type":"Polygon","coordinates":[[[%3,25],[%4,25],[%4,25.2],[%3,25.2],[%3,25]]]}})")
        .arg(code, name)
        .arg(west)
        .arg(west + 0.2);
}

QString collection(const QStringList& features)
{
    return QStringLiteral(R"({"type":"FeatureCollection","features":[%1]})")
        .arg(features.join(QLatin1Char(',')));
}

} // namespace

PackOnDisk::PackOnDisk()
{
    write(QStringLiteral("pack.yaml"), QString::fromUtf8(headText));
    write(QStringLiteral("feeds/bikes.yaml"), QString::fromUtf8(feedText));
    write(QStringLiteral("layers/outline.yaml"), QString::fromUtf8(layerText));
    write(QStringLiteral("dashboards/overview.yaml"), QString::fromUtf8(dashboardText));
    write(QStringLiteral("data/cities.geojson"),
          collection({square(QStringLiteral("63"), QStringLiteral("甲市"), 121.0),
                      square(QStringLiteral("65"), QStringLiteral("乙市"), 121.2)}));
    write(QStringLiteral("data/districts.geojson"),
          collection({square(QStringLiteral("6301"), QStringLiteral("東區"), 121.0),
                      square(QStringLiteral("6501"), QStringLiteral("西區"), 121.2)}));
    write(QStringLiteral("data/population.csv"), QStringLiteral("code,people\n63,1000\n65,2000\n"));
}

bool PackOnDisk::change(const QString& relative, const QString& before, const QString& after)
{
    QFile file(path(relative));
    if (!file.open(QIODevice::ReadOnly)) return false;
    QString text = QString::fromUtf8(file.readAll());
    file.close();
    const qsizetype at = text.indexOf(before);
    if (at < 0) return false;
    write(relative, text.replace(at, before.size(), after));
    return true;
}

void PackOnDisk::write(const QString& relative, const QString& text)
{
    QDir().mkpath(QFileInfo(path(relative)).path());
    QFile file(path(relative));
    if (file.open(QIODevice::WriteOnly)) file.write(text.toUtf8());
}

app::PackReading PackOnDisk::read() const
{
    return app::readPack(folder(), qEnvironmentVariable("CITYOPS_RESOURCES"));
}

QStringList PackOnDisk::problems() const
{
    QStringList all;
    for (const city::Problem& problem : read().problems)
        all << problem.toString().remove(folder() + QLatin1Char('/'));
    return all;
}
