// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/geo/dataset.h"
#include "layers/geo/unset.h"

#include <QPointF>
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace geo {

using Numbers = UnsetVector<double>; ///< Of coordinates.

/// Positions as whole numbers: `quantum` map metres each, from `origin` (EPSG:3857), y north.
struct Grid {
    QPointF origin;
    double quantum = 0; ///< A power of two.
};
struct GridPosition {
    qint32 x, y;
};

/// All features of one kind of geometry as plain columns. Positions are EPSG:3857 metres, easting in `x`,
/// northing in `y`.
struct ShapeColumns {
    Numbers x, y;
    UnsetVector<GridPosition> onGrid; ///< Instead of x and y where ColumnParts::grid says so.
    std::vector<quint32> rings;    ///< Where each ring or line begins among the positions. Empty for points.
    std::vector<quint32> features; ///< Where each feature begins in `rings`. Empty for points.
    std::vector<qint64> ids;       ///< FID of each feature; of each position for points.
    std::vector<float> values; ///< Beside `ids`: the number asked for, NaN where there is none; may be empty.

    bool isEmpty() const { return ids.empty(); }
};

/// A vector layer read whole, without its attributes, for layers of millions of vertices. A feature of mixed
/// geometry stands in several of the three. Rings of polygons are not closed: the last position is not the
/// first again; a ring is filled by the even-odd rule together with the others of its feature.
struct Columns {
    QString layer;
    QString crs;        ///< Of the file, "EPSG:3826" where PROJ recognises it.
    bool alone = false; ///< The file holds no other layer.
    ShapeColumns points, lines, polygons;
    qint64 read = 0;     ///< Features in all.
    qint64 empty = 0;    ///< Without a geometry, or with one that has no position.
    qint64 damaged = 0;  ///< Geometry that cannot be understood; left out.
    qint64 offEarth = 0; ///< NaN, infinite or beyond the Earth; left out.
    qint64 clamped = 0;  ///< Reach further than 85.0511 degrees north or south and are held there.
    std::vector<city::Problem> problems; ///< The same in words, and what GDAL complained of.
};

/// A layer in parts, as it was read by several threads: one after another they are the features in the order of
/// the file. `sum` says what holds for all of them, and has no features itself.
struct ColumnParts {
    Columns sum;
    std::vector<Columns> parts;
    std::optional<Grid> grid; ///< Of all positions; nothing: they are in map metres.
};

/// How a reading goes on, and the wish to end it; shared with the thread that waits.
struct ReadingProgress {
    std::atomic<qint64> features{0};
    std::atomic<qint64> expected{0}; ///< 0: not known.
    std::atomic<bool> cancelled{false};
};

struct ColumnOptions {
    OpenOptions open;   ///< `attributes` does not matter.
    QString valueField; ///< A field of numbers to read beside the geometry; empty: none.
    ReadingProgress* progress = nullptr;
    bool onGrid = false; ///< Positions as whole numbers, where the layer says beforehand how far it reaches: half the memory.
};

/// Reads a layer by GDAL's columnar stream where its driver is fast at it, feature by feature elsewhere, while
/// other threads take apart and project what has come. Opens its own dataset. A cancelled reading is a Problem.
city::Result<ColumnParts> readColumns(const QString& file, const ColumnOptions& options);

/// How large a layer is, without reading it where the driver knows.
struct LayerSize {
    qint64 features = -1; ///< -1: only a reading would tell.
    qint64 bytes = 0;     ///< Of the file.
};
city::Result<LayerSize> layerSize(const QString& file, const QString& layer);

} // namespace geo
