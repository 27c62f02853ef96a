// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/raster.h"
#include "layers/map/kinds/layer_meta.h"
#include "layers/map/scene/view.h"

namespace map {

/// A raster file, surveyed once.
class RasterSource : public ViewSource {
public:
    RasterSource(QString path, geo::RasterSurvey found);

    QString file;
    geo::RasterSurvey survey;
    quint64 number; ///< No other source of this process has it: what is kept of it is kept by it.
};

/// One picture on the ground, `bounds` in map metres.
std::shared_ptr<const LayerScene> raster(const LayerMeta& meta, const QRectF& bounds, QImage image);

/// A raster layer, its pictures to be read as they are seen. `unit` instead of the file's, if not empty. The legend
/// is that of `meta`, or that of the file where `meta` has none.
std::shared_ptr<const LayerScene> rasterLayer(const LayerMeta& meta, std::shared_ptr<const RasterSource> source, const QString& unit = {});

/// Rows of a legend.
std::vector<LegendEntry> rasterLegend(const geo::RasterSurvey& survey, const QString& unit);

/// What the raster layers of `scene` hold at a position that are shown at the scale of `view`, topmost first: the
/// layer and its values. Reads the files; any thread.
struct RasterReading {
    QString layer;
    Ref ref; ///< Of kind "feature", the id made of layer and place; `lines` hold the values.
};
std::vector<RasterReading> readRastersAt(const Scene& scene, const View& view, city::LonLat at);

} // namespace map
