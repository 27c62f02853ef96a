// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/fill_layer.h"

#include "layers/geo/to_ogr.h"

#include <ogrsf_frmts.h>

namespace geo {

namespace {

OGRFieldType typeOf(const FeatureTable& table, int field)
{
    bool whole = true, number = true, any = false;
    for (const Feature& feature : table.features) {
        const QVariant value = feature.values.value(field);
        if (!value.isValid()) continue;
        any = true;
        number = number && value.userType() != QMetaType::QString;
        whole = whole && value.userType() == QMetaType::LongLong;
    }
    if (!any || !number) return OFTString;
    return whole ? OFTInteger64 : OFTReal;
}

void setValue(OGRFeature& feature, int field, const QVariant& value)
{
    if (!value.isValid())
        feature.SetFieldNull(field);
    else if (value.userType() == QMetaType::QString)
        feature.SetField(field, value.toString().toUtf8().constData());
    else if (value.userType() == QMetaType::LongLong)
        feature.SetField(field, static_cast<GIntBig>(value.toLongLong()));
    else
        feature.SetField(field, value.toDouble());
}

} // namespace

bool fillLayer(OGRLayer& layer, const FeatureTable& table)
{
    // One transaction for all rows, where the format knows such a thing.
    const bool atOnce = layer.TestCapability(OLCTransactions) && layer.StartTransaction() == OGRERR_NONE;
    for (int i = 0; i < table.fields.size(); ++i) {
        OGRFieldDefn field(table.fields[i].toUtf8().constData(), typeOf(table, i));
        if (layer.CreateField(&field) != OGRERR_NONE) return false;
    }
    for (const Feature& from : table.features) {
        OGRFeature feature(layer.GetLayerDefn());
        feature.SetFID(from.id);
        feature.SetGeometryDirectly(toOgr(from.geometry).release());
        for (int i = 0; i < table.fields.size(); ++i)
            setValue(feature, i, from.values.value(i));
        if (layer.CreateFeature(&feature) != OGRERR_NONE) return false;
    }
    return !atOnce || layer.CommitTransaction() == OGRERR_NONE;
}

} // namespace geo
