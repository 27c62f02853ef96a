// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/dataset.h"
#include "layers/geo/field_value.h"
#include "layers/geo/open_layer.h"

#include <ogrsf_frmts.h>

namespace geo {

city::Result<FeatureTable> readFeature(const QString& file, const OpenOptions& options, qint64 id)
{
    FeatureTable table;
    const auto dataset = openDataset(file, DatasetKind::Vector, openOptions(file, options, table.problems));
    if (!dataset) return dataset.problem();
    const auto layer = findLayer(**dataset, file, options.layer);
    if (!layer) return layer.problem();
    const Complaints complaints; // a FID that is gone is no failure here
    const OGRFeatureUniquePtr source{(*layer)->GetFeature(id)};
    if (!source) return table;
    Feature feature;
    feature.id = id;
    for (int i = 0; i < source->GetFieldCount(); ++i) {
        table.fields << QString::fromUtf8(source->GetFieldDefnRef(i)->GetNameRef());
        feature.values << valueOf(*source, i);
    }
    table.features.push_back(std::move(feature));
    return table;
}

} // namespace geo
