// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/stored_style.h"

#include "layers/geo/gdal_access.h"

#include <QFileInfo>
#include <ogrsf_frmts.h>

namespace geo {

namespace {

constexpr qsizetype largest = 4 * 1024 * 1024;

} // namespace

city::Result<QByteArray> storedStyle(const QString& file, const QString& layer)
{
    if (!file.endsWith(QLatin1String(".gpkg"), Qt::CaseInsensitive)) return QByteArray();
    const auto dataset = openDataset(file, DatasetKind::Vector);
    if (!dataset) return dataset.problem();
    GDALDataset& data = **dataset;
    const QString wanted = !layer.isEmpty()           ? layer
                           : data.GetLayerCount() > 0 ? QString::fromUtf8(data.GetLayer(0)->GetName())
                                                      : QString();
    QString quoted = wanted;
    quoted.replace(QLatin1Char('\''), QLatin1String("''"));
    const QString query =
        QStringLiteral("SELECT styleQML FROM layer_styles WHERE f_table_name = '%1' AND styleQML IS NOT NULL "
                       "ORDER BY useAsDefault DESC, update_time DESC LIMIT 1")
            .arg(quoted);
    const Complaints complaints; // a file without the table has no styles: no mistake
    OGRLayer* rows = data.ExecuteSQL(query.toUtf8().constData(), nullptr, nullptr);
    if (!rows) return QByteArray();
    QByteArray qml;
    if (const OGRFeatureUniquePtr row{rows->GetNextFeature()}) qml = row->GetFieldAsString(0);
    data.ReleaseResultSet(rows);
    if (qml.size() > largest)
        return city::Problem{
            QFileInfo(file).fileName(),
            {},
            {QT_TRANSLATE_NOOP("Message", "the style of layer %1 is larger than 4 MiB"), {wanted}}};
    return qml;
}

} // namespace geo
