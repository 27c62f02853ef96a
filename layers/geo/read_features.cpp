// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/field_value.h"
#include "layers/geo/from_ogr.h"
#include "layers/geo/open_layer.h"
#include "layers/geo/to_wgs84.h"
#include "layers/geo/write_features.h"

#include <algorithm>
#include <ogrsf_frmts.h>

namespace geo {

namespace {

void take(OGRFeature& source, const ToWgs84& toWgs84, FeatureTable& table)
{
    Feature feature;
    feature.id = source.GetFID();
    if (OGRGeometry* geometry = source.GetGeometryRef(); geometry && toWgs84.apply(*geometry)) feature.geometry = fromOgr(*geometry);
    for (int i = 0; i < source.GetFieldCount(); ++i)
        feature.values << valueOf(source, i);
    table.features.push_back(std::move(feature));
}

} // namespace

city::Result<FeatureTable> readFeatures(const QString& file, const OpenOptions& options, const std::vector<qint64>& ids)
{
    FeatureTable table;
    const auto dataset = openDataset(file, DatasetKind::Vector, openOptions(file, options, table.problems));
    if (!dataset) return dataset.problem();
    const auto found = findLayer(**dataset, file, options.layer);
    if (!found) return found.problem();
    OGRLayer& layer = **found;
    const Complaints complaints;
    const QString byColumns = statedByColumns(file, layer);
    const auto toWgs84 = ToWgs84::from(layer.GetSpatialRef(), byColumns.isEmpty() ? options.crs : byColumns);
    if (!toWgs84) return toWgs84.problem();
    table.layer = QString::fromUtf8(layer.GetName());
    table.crs = toWgs84->name();
    for (int i = 0; i < layer.GetLayerDefn()->GetFieldCount(); ++i)
        table.fields << QString::fromUtf8(layer.GetLayerDefn()->GetFieldDefn(i)->GetNameRef());
    std::vector<qint64> wanted = ids;
    std::sort(wanted.begin(), wanted.end());
    // Many of them, or a driver that searches from the beginning each time: one pass is faster.
    if (wanted.size() > 10'000 || !layer.TestCapability(OLCRandomRead)) {
        layer.ResetReading();
        while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()})
            if (std::binary_search(wanted.begin(), wanted.end(), feature->GetFID())) take(*feature, *toWgs84, table);
    } else {
        for (const qint64 id : wanted)
            if (const OGRFeatureUniquePtr feature{layer.GetFeature(id)}) take(*feature, *toWgs84, table);
    }
    return table;
}

} // namespace geo
