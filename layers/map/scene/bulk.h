// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/dataset.h"
#include "layers/map/scene/view.h"

#include <QColor>
#include <QImage>
#include <QPointF>
#include <QRectF>
#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <vector>

/// Layers of hundreds of thousands of features as compact arrays, beside the drawables of scene.h that suit
/// thousands. Made by kinds/bulk_build.h or mapped from a cache file; immutable once shared.
namespace map {

/// In quanta from BulkLayer::origin, y north.
struct BulkVertex {
    qint32 x, y;
};

/// In quanta; holds its edges.
struct BulkBox {
    qint32 left, bottom, right, top;

    bool meets(const BulkBox& other) const
    {
        return left <= other.right && other.left <= right && bottom <= other.top && other.bottom <= top;
    }
};

/// The same rings with fewer vertices, for smaller scales.
struct BulkLevel {
    double cell = 0;                ///< Map metres within which vertices in a row became one; 0: as read.
    std::span<const quint32> rings; ///< Where each begins in `vertices`, and one more: the end.
    std::span<const BulkVertex> vertices; ///< Rings of polygons are not closed.
};

enum class BulkShapes : quint8 { Points, Lines, Polygons };

/// One kind of geometry of one layer of a file, sorted so that neighbours on the ground are neighbours in the
/// arrays. Positions are quantised to far less than a pixel of any useful scale.
struct BulkLayer {
    BulkShapes shapes = BulkShapes::Points;
    QPointF origin;     ///< EPSG:3857 metres.
    double quantum = 1; ///< Map metres; a power of two.
    QRectF bounds;      ///< Map metres; may reach beyond the edge of the world.

    quint32 count = 0;                 ///< Features; positions for points.
    std::span<const quint32> features; ///< First ring of each, and one more; empty: one ring each.
    std::span<const qint64> ids;       ///< FIDs; empty: the FID is firstId + index.
    qint64 firstId = 0;
    std::span<const float> values; ///< A number of each to colour by, NaN for none; may be empty.
    std::span<const quint32>
        ranks; ///< Place of each in the file, which is painted in that order; empty: as sorted.

    quint32 blockSize = 1;              ///< Features a block.
    std::span<const BulkBox> blocks;    ///< Boxes of consecutive features.
    std::span<const BulkBox> groups;    ///< Boxes of 64 consecutive blocks.
    std::vector<BulkLevel> levels;      ///< Finest first; for points only one, without rings.
    bool isRefined = false;             ///< All levels are there that are worth having.
    std::shared_ptr<const void> memory; ///< Owns what the spans see.

    qint64 idOf(quint32 feature) const { return ids.empty() ? firstId + feature : ids[feature]; }
    quint32 firstRing(quint32 feature) const { return features.empty() ? feature : features[feature]; }
    QPointF toMap(BulkVertex vertex) const { return origin + QPointF(vertex.x, vertex.y) * quantum; }
    /// The quanta that cover a rectangle of map metres, held within the range of the numbers.
    BulkBox toQuanta(const QRectF& map) const;
    /// The coarsest level that is off by no more than `metres`.
    const BulkLevel& levelFor(double metres) const;
    /// The feature with this FID, the first of its positions for points.
    std::optional<quint32> find(qint64 id) const;
    /// Bytes of all arrays.
    qint64 bytes() const;

    /// Calls visit(first, end) for runs of features that may lie in `box`.
    template<typename Visit> void forRuns(const BulkBox& box, Visit visit) const;
};

/// The lines or closed rings of a feature, in map metres.
std::vector<std::vector<QPointF>> ringsOf(const BulkLayer& layer, quint32 feature);

constexpr quint32 blocksOfGroup = 64;

template<typename Visit> void BulkLayer::forRuns(const BulkBox& box, Visit visit) const
{
    quint32 first = 0, end = 0; // of the run that is growing, in blocks
    const auto flush = [&] {
        if (first < end) visit(first * blockSize, std::min(end * blockSize, count));
    };
    for (quint32 group = 0; group < groups.size(); ++group) {
        if (!groups[group].meets(box)) continue;
        const quint32 last = std::min((group + 1) * blocksOfGroup, static_cast<quint32>(blocks.size()));
        for (quint32 block = group * blocksOfGroup; block < last; ++block) {
            if (!blocks[block].meets(box)) continue;
            if (block != end) {
                flush();
                first = block;
            }
            end = block + 1;
        }
    }
    flush();
}

/// How a bulk layer looks. Sizes are pixels at device ratio 1.
struct BulkStyle {
    QRgb fill = 0;    ///< Of polygons and points; transparent: none.
    QRgb outline = 0; ///< Of polygons; the colour of lines.
    float width = 1;  ///< Of outlines and lines.
    float radius = 2; ///< Of points.
    std::vector<float>
        breaks; ///< Where the classes of `BulkLayer::values` part, ascending; empty: one colour.
    std::vector<QRgb>
        colours;      ///< One more than breaks; instead of fill for points and polygons, outline for lines.
    QRgb noValue = 0; ///< Colour of features without a number.

    /// Of the class a number falls into; breaks belong to the class above.
    QRgb colourOf(float value) const;

    friend bool operator==(const BulkStyle&, const BulkStyle&) = default;
};

/// The looks of the three kinds of geometry a layer may hold.
struct BulkLook {
    BulkStyle points, lines, polygons;

    const BulkStyle& of(BulkShapes shapes) const
    {
        if (shapes == BulkShapes::Points) return points;
        return shapes == BulkShapes::Lines ? lines : polygons;
    }
};

/// Where the attributes of a bulk layer's features are read from when somebody asks for them.
struct BulkSource {
    QString file;
    geo::OpenOptions options;
    QString titleField; ///< Empty: the layer's title and the feature's number.
};

/// How a bulk layer looked in one view, for its next opening.
struct BulkPicture {
    View view;
    double devicePixelRatio = 1;
    BulkStyle style;
    QPoint corner; ///< Of `image` in the whole picture, device pixels.
    QImage image;  ///< Premultiplied, without ground; the smallest part that holds all that was painted.
};

/// A bulk layer with its look, as part of a scene.
struct Bulk {
    std::shared_ptr<const BulkLayer> layer; ///< Never null in a scene.
    BulkStyle style;
    std::shared_ptr<const BulkSource> source; ///< Null: its features cannot be picked.
    std::shared_ptr<const BulkPicture> picture = {}; ///< Shown where view and style are its own; may be null.
};

} // namespace map
