// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/map_style.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace app {

city::Result<MapStyle> MapStyle::read(const QString& resources)
{
    const QString file = resources + QStringLiteral("/styles/map.json");
    auto palettes = map::readPalettes(resources + QStringLiteral("/styles/palettes.json"));
    if (!palettes.ok()) return palettes.problem();
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return city::Problem{file, {}, QT_TRANSLATE_NOOP("Message", "The style file cannot be opened")};
    const QJsonObject json = QJsonDocument::fromJson(source.readAll()).object();
    const auto colour = [&json](const char* key) {
        return QColor(json.value(QLatin1String(key)).toString());
    };
    const auto number = [&json](const char* key, double usual) {
        return json.value(QLatin1String(key)).toDouble(usual);
    };
    MapStyle style;
    style.palettes = std::make_shared<const map::Palettes>(std::move(palettes.value()));
    style.ink.ground = colour("ground");
    style.ink.label = colour("label");
    style.ink.labelHalo = colour("labelHalo");
    style.ink.noData = colour("noData");
    const QJsonArray hues = json.value(QLatin1String("hues")).toArray();
    for (const QJsonValue& hue : hues)
        style.hues.push_back(QColor(hue.toString()));
    style.fillOpacity = number("fillOpacity", style.fillOpacity);
    style.outlineDarker = number("outlineDarker", style.outlineDarker);
    style.outlineWidth = static_cast<float>(number("outlineWidth", 1));
    style.lineWidth = static_cast<float>(number("lineWidth", 1));
    style.pointRadius = static_cast<float>(number("pointRadius", 2.5));
    if (style.hues.empty() || !style.ink.ground.isValid())
        return city::Problem{
            file, {}, QT_TRANSLATE_NOOP("Message", "The style file has no ground or no hues")};
    return style;
}

map::FeatureStyle MapStyle::ofLayer(std::size_t index) const
{
    const QColor hue = hues[index % hues.size()];
    map::FeatureStyle style;
    style.fill = hue;
    style.fill.setAlphaF(static_cast<float>(fillOpacity));
    style.outline = hue.darker(100 + static_cast<int>(100 * outlineDarker));
    style.outlineWidth = outlineWidth;
    style.line = hue;
    style.lineWidth = lineWidth;
    style.point = hue;
    style.pointRadius = pointRadius;
    return style;
}

void MapStyle::readOwn(const QString& file, const QString& resources, std::vector<city::Problem>& problems)
{
    own = readGisStyle(file, {*palettes, resources, {}}, problems);
    if (own && own->background.isValid()) ink.ground = own->background;
}

map::Dressing MapStyle::dressing(std::size_t index, const ReadStyle& read, const QString& labelField) const
{
    map::Dressing dressing;
    const QColor hue = hues[index % hues.size()];
    dressing.colour = [hue, ink = ink](const QString& name) {
        if (name.startsWith(QLatin1Char('#'))) return QColor(name);
        if (name == QLatin1String("mapGround")) return ink.ground;
        if (name == QLatin1String("mapLabel") || name == QLatin1String("text")) return ink.label;
        return name == QLatin1String("noData") ? ink.noData : hue;
    };
    dressing.icon = [icon = read.icon](const QString&) { return icon; };
    dressing.palettes = palettes;
    dressing.labelField = dressing.titleField = labelField;
    dressing.noData = ink.noData;
    return dressing;
}

map::BulkLook MapStyle::lookOfLayer(std::size_t index) const
{
    const map::FeatureStyle usual = ofLayer(index);
    map::BulkLook look;
    look.points.fill = usual.point.rgba();
    look.points.radius = usual.pointRadius;
    look.lines.outline = usual.line.rgba();
    look.lines.width = usual.lineWidth;
    look.polygons.fill = usual.fill.rgba();
    look.polygons.outline = usual.outline.rgba();
    look.polygons.width = usual.outlineWidth;
    if (!own) return look;
    const auto colour = [](QRgb& to, const QColor& from) {
        if (from.isValid()) to = from.rgba();
    };
    colour(look.points.fill, own->point);
    colour(look.lines.outline, own->line);
    colour(look.polygons.fill, own->fill);
    colour(look.polygons.outline, own->outline);
    look.points.radius = static_cast<float>(own->pointRadius);
    look.lines.width = static_cast<float>(own->lineWidth);
    look.polygons.width = static_cast<float>(own->outlineWidth);
    for (map::BulkStyle* style : {&look.points, &look.lines, &look.polygons}) {
        for (const double value : own->breaks)
            style->breaks.push_back(static_cast<float>(value));
        for (const QColor& one : own->colours)
            style->colours.push_back(one.rgba());
        style->noValue = (own->noValue.isValid() ? own->noValue : ink.noData).rgba();
    }
    return look;
}

} // namespace app
