// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/city/result.h"

#include <QStringList>
#include <QVariant>
#include <vector>

namespace geo {

/// One feature of a vector layer, its geometry in WGS 84 degrees. `values` run beside FeatureTable::fields.
struct Feature {
    qint64 id = 0;
    city::Geometry geometry; ///< Empty for a null geometry.
    QVariantList values;     ///< QString, double, qlonglong or an invalid QVariant for null.
};

/// A vector layer read whole.
struct FeatureTable {
    QString layer;
    QString crs; ///< Of the file, "EPSG:3826" where PROJ recognises it.
    QStringList fields;
    std::vector<Feature> features;
    std::vector<city::Problem> problems; ///< Features left out and why.

    int fieldIndex(const QString& name) const { return static_cast<int>(fields.indexOf(name)); }
};

/// What to assume where a file does not say.
struct OpenOptions {
    QString layer;          ///< Empty: the first.
    QString crs;            ///< Used only when the file states none.
    QString encoding;       ///< Used only when the file states none ("UTF-8", "CP950").
    bool attributes = true; ///< False: geometry only, faster.
};

/// What must be asked of a person before a file can be read without guessing.
struct Unstated {
    bool crs = false;
    bool encoding = false;
    QString likelyEncoding; ///< By trying: UTF-8 strictly, then CP950.
};

/// Names of the vector layers of a file.
city::Result<QStringList> vectorLayers(const QString& file);
/// Names of the fields of a vector layer (empty: the first), without reading its features.
city::Result<QStringList> layerFields(const QString& file, const QString& layer);
city::Result<Unstated> unstated(const QString& file, const QString& layer);
/// Reads a vector layer with GDAL into WGS 84. Runs in the calling thread; opens its own dataset.
city::Result<FeatureTable> readLayer(const QString& file, const OpenOptions& options = {});
/// One feature by its FID with its attributes and no geometry; empty when it is not there any more.
city::Result<FeatureTable> readFeature(const QString& file, const OpenOptions& options, qint64 id);
/// Geometry from GeoJSON geometry text or WKT, in `crs`.
city::Result<city::Geometry> parseGeometry(const QByteArray& text, const QString& crs);

} // namespace geo
