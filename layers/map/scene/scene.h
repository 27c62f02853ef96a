// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/map/scene/bulk.h"

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <memory>
#include <vector>

/// A picture of the map as values: built off the GUI thread, immutable once shared, painted by map/paint
/// only. Coordinates are EPSG:3857 metres; sizes are pixels at device ratio 1.
namespace map {

/// Symbol shapes; a level or state is told by shape as well as by colour.
enum class Shape : quint8 { Circle, Square, Triangle, Diamond, Cross, Ring };

/// How a line is broken up, lengths growing with its width.
enum class Stroke : quint8 { Solid, Dashed, Dotted, DashDot };

/// Heads that show which way a line runs: along it at intervals, or one at its end.
enum class Arrows : quint8 { None, Along, AtEnd };

/// How a thing's data are doing, drawn the same way on every layer.
enum class DataState : quint8 { Current, Stale, Dead, None, Withheld }; ///< Withheld: there is a value, which must not be told.

/// Who a drawable speaks of, for picking and linking: an index into LayerScene::refs; -1: nobody.
using RefIndex = int;

struct Ref {
    QString kind; ///< "area", a place kind, "alert", "event", "feature"
    QString id;   ///< area code, place id, alert or event id, feature id
    QString title;
    QStringList lines; ///< Read out on hover and identify: plain text, "name: value unit".

    friend bool operator==(const Ref&, const Ref&) = default;
};

struct Mark {
    QPointF at;
    float radius = 4;
    QRgb fill = 0;
    Shape shape = Shape::Circle;
    DataState state = DataState::Current;
    RefIndex ref = -1;
    QRgb halo = 0; ///< Of a glow round the mark; transparent: none.
    int icon = -1; ///< Index into LayerScene::icons: a pictogram on the mark; -1: none.
};

/// A pictogram: one-coloured SVG, drawn in whatever colour is readable on its mark. Checked by whoever read
/// it (packs do): no scripts, no references to anything outside.
struct Icon {
    QString name;
    QByteArray svg;
};

struct Line {
    std::vector<QPointF> points;
    float width = 1.5F;
    QRgb colour = 0;
    QRgb casing = 0; ///< Transparent: none.
    Stroke stroke = Stroke::Solid;
    Arrows arrows = Arrows::None;
    float offset = 0; ///< Pixels to the right of the way it runs; negative: to the left.
    DataState state = DataState::Current;
    RefIndex ref = -1;
};

/// Several things in one place, as shares of a ring round their number.
struct Pie {
    struct Share {
        QRgb colour = 0;
        float part = 0; ///< Of all; parts add up to 1.
    };
    QPointF at;
    float radius = 14;
    std::vector<Share> shares; ///< Clockwise from the top.
    QString text;              ///< In the middle; may be empty.
    RefIndex ref = -1;
};

/// Wind as the WMO plots it: a staff towards where the wind comes from, half a barb 5 knots, a barb 10, a
/// pennant 50; a circle for calm.
struct WindBarb {
    QPointF at;
    float knots = 0;
    float fromDegrees = 0; ///< Clockwise from true north.
    float staff = 30;      ///< Pixels.
    bool southern = false; ///< Barbs on the other side of the staff, south of the equator.
    QRgb colour = 0;
    DataState state = DataState::Current;
    RefIndex ref = -1;
};

/// A thing that moves, where it was at its newest fix. Between two scenes the canvas moves it from the one
/// place to the other (widgets/map/motion.h); a file shows it where it was last seen.
struct Mover {
    QPointF at;
    float heading = -1; ///< Degrees clockwise from north; negative: not known.
    float radius = 6;
    QRgb fill = 0;
    qint64 seenAt = 0; ///< Time of the fix: milliseconds since 1970, UTC.
    DataState state = DataState::Current;
    RefIndex ref = -1;
};

/// Rings in map metres: closed, filled by the even-odd rule.
using Rings = std::vector<std::vector<QPointF>>;

/// The projected form of an area, with coarser copies for small scales. Heavy and constant: built once
/// (kinds/polygons.h) and shared by every scene that colours it anew.
struct AreaShape {
    struct Coarse {
        double tolerance = 0; ///< Map metres the outline may be off.
        Rings rings;
    };
    Rings rings;
    QRectF bounds;
    std::vector<Coarse> coarser; ///< Finest first; may be empty.

    /// The coarsest form that is off by no more than half a pixel.
    const Rings& forScale(double metresPerPixel) const;
};

struct Area {
    std::shared_ptr<const AreaShape> shape; ///< Never null in a scene.
    QRgb fill = 0;                          ///< Transparent: none.
    QRgb outline = 0;
    float outlineWidth = 1;
    DataState state = DataState::Current; ///< None is hatched grey, Withheld crosswise, Stale is hatched over its muted colour.
    RefIndex ref = -1;
};

/// Text centred on `at`, `offsetY` below it; or bent along a line, upright, again and again.
struct Label {
    QPointF at;
    QString text;
    float pixels = 12;
    QRgb colour = 0, halo = 0; ///< Transparent: those of Ink.
    int priority = 0;          ///< Higher wins where labels collide.
    float offsetY = 0;         ///< Pixels below `at`.
    bool bold = false;
    int along = -1;     ///< Index into LayerScene::lines; -1: stands at `at`.
    float repeat = 260; ///< Pixels from one to the next along a line.
};

/// A picture laid on the ground: a raster layer or one basemap tile.
struct Picture {
    QRectF bounds;
    std::shared_ptr<const QImage> image;
};

/// One row of the legend; a click on it filters by `level`.
struct LegendEntry {
    QString text;
    QRgb colour = 0;
    Shape shape = Shape::Circle;
    enum class Symbol : quint8 { Mark, Line, Area, Hatch, CrossHatch } symbol = Symbol::Mark;
    QString level;  ///< What Focus::level becomes; empty: not clickable.
    int count = -1; ///< How many; -1: not counted.
    float size = 0; ///< Pixels, where it tells something: radius of marks, width of lines; 0: as usual.
};

/// Where the pictures of a layer come from that depend on what is seen: a raster file, a tile service. Immutable.
/// Whoever shows or writes the scene asks it for them and paints them as LayerScene::pictures.
class ViewSource {
public:
    virtual ~ViewSource() = default;
};

/// One layer, painted in the order pictures, bulk, areas, lines, marks, barbs, pies, movers, labels.
struct LayerScene {
    QString id;
    QString title;
    std::vector<Picture> pictures;
    std::vector<Bulk> bulk; ///< What a large GIS layer holds, instead of drawables one by one.
    std::vector<Area> areas;
    std::vector<Line> lines;
    std::vector<Mark> marks;
    std::vector<WindBarb> barbs;
    std::vector<Pie> pies;
    std::vector<Mover> movers;
    std::vector<Label> labels;
    std::vector<Icon> icons; ///< Named by marks.
    std::vector<Ref> refs;
    std::vector<LegendEntry> legend;
    QString attribution;
    double minMetresPerPixel = 0; ///< Shown only between these.
    double maxMetresPerPixel = 1e12;
    std::shared_ptr<const ViewSource> source; ///< Null: `pictures` are all there are.
    double labelMaxMetresPerPixel = 1e12; ///< Labels are left out when zoomed out further.
};

/// Colours of the map that are not data; from resources/themes.
struct Ink {
    QColor ground, water, boundary, label, labelHalo, noData, selection, stamp;
    QString fontFamily;
};

/// Bottom layer first.
struct Scene {
    std::vector<std::shared_ptr<const LayerScene>> layers;
    Ink ink;
    QString stamp;      ///< Written across the picture ("DEMO DATA"); empty: nothing.
    bool movers = true; ///< Whether the painter draws them; not where somebody else keeps them moving.

    QStringList attributions() const;
};

} // namespace map
