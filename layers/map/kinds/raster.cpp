// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/raster.h"

#include <QCoreApplication>
#include <atomic>

namespace map {

namespace {

QString valueText(const std::optional<double>& value, const QString& unit)
{
    if (!value) return QCoreApplication::translate("Message", "no data");
    const QString number = QString::number(*value, 'g', 7);
    return unit.isEmpty() ? number : number + QLatin1Char(' ') + unit;
}

/// "231 m", or "1: 12  2: 40  3: 7" of several bands.
QString valuesText(const std::vector<std::optional<double>>& values, const RasterSource& source)
{
    if (values.size() == 1) return valueText(values.front(), source.survey.unit);
    QStringList texts;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::vector<int>& bands = source.survey.options.bands;
        const int band = i < bands.size() ? bands[i] : static_cast<int>(i) + 1;
        texts << QStringLiteral("%1: %2").arg(band).arg(valueText(values[i], {}));
    }
    return texts.join(QStringLiteral("  "));
}

} // namespace

RasterSource::RasterSource(QString path, geo::RasterSurvey found) : file(std::move(path)), survey(std::move(found))
{
    static std::atomic<quint64> newest{0};
    number = ++newest;
}

std::shared_ptr<const LayerScene> raster(const LayerMeta& meta, const QRectF& bounds, QImage image)
{
    auto scene = std::make_shared<LayerScene>(beginScene(meta));
    if (!image.isNull())
        scene->pictures.push_back({bounds, std::make_shared<const QImage>(std::move(image))});
    return scene;
}

std::vector<LegendEntry> rasterLegend(const geo::RasterSurvey& survey, const QString& unit)
{
    std::vector<LegendEntry> legend;
    for (const geo::RasterColour& colour : survey.legend) {
        LegendEntry entry;
        entry.text = survey.unit.isEmpty() && !unit.isEmpty() ? colour.text + QLatin1Char(' ') + unit : colour.text;
        entry.colour = colour.colour;
        entry.symbol = LegendEntry::Symbol::Area;
        legend.push_back(entry);
    }
    return legend;
}

std::shared_ptr<const LayerScene> rasterLayer(const LayerMeta& meta, std::shared_ptr<const RasterSource> source, const QString& unit)
{
    auto scene = std::make_shared<LayerScene>(beginScene(meta));
    if (scene->legend.empty()) scene->legend = rasterLegend(source->survey, unit);
    scene->source = std::move(source);
    return scene;
}

std::vector<RasterReading> readRastersAt(const Scene& scene, const View& view, city::LonLat at)
{
    std::vector<RasterReading> readings;
    for (auto layer = scene.layers.rbegin(); layer != scene.layers.rend(); ++layer) {
        const LayerScene& one = **layer;
        const auto* source = dynamic_cast<const RasterSource*>(one.source.get());
        if (!source || view.metresPerPixel < one.minMetresPerPixel || view.metresPerPixel > one.maxMetresPerPixel) continue;
        const auto values = geo::rasterValues(source->file, at, source->survey.options);
        if (!values || values->empty()) continue;
        const QString place = QStringLiteral("%1/%2,%3").arg(one.id).arg(at.lon, 0, 'f', 6).arg(at.lat, 0, 'f', 6);
        readings.push_back({one.id, {QStringLiteral("feature"), place, one.title, {valuesText(*values, *source)}}});
    }
    return readings;
}

} // namespace map
