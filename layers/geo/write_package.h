// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/dataset.h"

namespace geo {

/// A layer with the style QGIS shows it in.
struct StyledTable {
    FeatureTable table;
    QString title;  ///< For people; FeatureTable::layer is its name.
    QByteArray qml; ///< Empty: none.
};

/// Writes a GeoPackage in WGS 84 of several layers, with the table of styles QGIS applies when it opens them, and facts
/// about the whole ("name": text) as its metadata. The file appears whole or not at all. A Problem says why not.
std::optional<city::Problem> writePackage(const QString& file, const std::vector<StyledTable>& layers, const QMap<QString, QString>& facts);

/// One fact of a GeoPackage written so; empty when it has none of that name.
city::Result<QString> packageFact(const QString& file, const QString& name);

} // namespace geo
