// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/dataset.h"
#include "layers/geo/gdal_access.h"

#include <QFileInfo>
#include <ogrsf_frmts.h>

namespace geo {

city::Result<QStringList> layerFields(const QString& file, const QString& layer)
{
    const auto dataset = openDataset(file, DatasetKind::Vector);
    if (!dataset) return dataset.problem();
    QStringList layers;
    for (OGRLayer* one : (*dataset)->GetLayers()) {
        layers << QString::fromUtf8(one->GetName());
        if (!layer.isEmpty() && layers.last() != layer) continue;
        QStringList fields;
        const OGRFeatureDefn& definition = *one->GetLayerDefn();
        for (int i = 0; i < definition.GetFieldCount(); ++i)
            fields << QString::fromUtf8(definition.GetFieldDefn(i)->GetNameRef());
        return fields;
    }
    return city::Problem{QFileInfo(file).fileName(),
                         {},
                         city::Message(QT_TRANSLATE_NOOP("Message", "There is no layer %1; there are: %2"),
                                       {layer, layers.join(QStringLiteral(", "))})};
}

} // namespace geo
