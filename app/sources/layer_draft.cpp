// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/layer_draft.h"

#include <QFileInfo>

namespace app {

namespace {

/// What most of the features are.
QString kindOf(const geo::FeatureTable& table)
{
    int points = 0, lines = 0, polygons = 0;
    for (const geo::Feature& feature : table.features) {
        if (!feature.geometry.polygons.empty())
            ++polygons;
        else if (!feature.geometry.lines.empty())
            ++lines;
        else if (!feature.geometry.points.empty())
            ++points;
    }
    if (polygons >= lines && polygons >= points) return QStringLiteral("polygons");
    return lines >= points ? QStringLiteral("lines") : QStringLiteral("points");
}

/// The field that sounds like a name.
QString labelOf(const QStringList& fields)
{
    for (const char* word : {"name", "名稱", "title", "label"}) {
        for (const QString& field : fields) {
            if (field.compare(QString::fromUtf8(word), Qt::CaseInsensitive) == 0) return field;
        }
    }
    for (const QString& field : fields) {
        if (field.contains(QLatin1String("name"), Qt::CaseInsensitive) ||
            field.contains(QStringLiteral("名")))
            return field;
    }
    return {};
}

} // namespace

bool isGisFile(const QString& file)
{
    static const QStringList endings{QStringLiteral("gpkg"), QStringLiteral("shp"), QStringLiteral("fgb"),
                                     QStringLiteral("kml"),  QStringLiteral("kmz"), QStringLiteral("gml"),
                                     QStringLiteral("tab"),  QStringLiteral("dxf")};
    return endings.contains(QFileInfo(file).suffix().toLower());
}

city::Result<LayerDraft> readLayerDraft(const QString& file, const QString& crs, const QString& encoding)
{
    const auto layers = geo::vectorLayers(file);
    if (!layers) return layers.problem();
    const QString first = layers->value(0);
    const auto unstated = geo::unstated(file, first);
    if (!unstated) return unstated.problem();
    geo::OpenOptions options;
    options.layer = first;
    options.crs = crs;
    options.encoding = encoding.isEmpty() ? unstated->likelyEncoding : encoding;
    auto table = geo::readLayer(file, options);
    if (!table) return table.problem();
    LayerDraft draft;
    draft.addition.file = file;
    draft.addition.layer = layers->size() > 1 ? first : QString();
    draft.addition.kind = kindOf(*table);
    draft.addition.labelField = labelOf(table->fields);
    if (unstated->crs) draft.addition.crs = options.crs;
    if (unstated->encoding) draft.addition.encoding = options.encoding;
    draft.addition.colour = draft.addition.kind == QLatin1String("polygons") ? QStringLiteral("mapBoundary")
                                                                             : QStringLiteral("muted");
    draft.table = std::move(table.value());
    return draft;
}

} // namespace app
