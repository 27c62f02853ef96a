// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/classes.h"
#include "layers/map/kinds/layer_meta.h"
#include "layers/map/kinds/palettes.h"

#include <functional>

/// A style of a vector layer as data: what a pack's `style:` or a QGIS style says, before it meets a theme.
namespace map {

/// What becomes of the features.
enum class Drawing : quint8 { Features, Clusters, Hexagons, Heat, Flows, Wind, Isolines };

/// Colours by a field: numbers in classes, or words.
struct ColourBy {
    enum class Way : quint8 { Classes, Categories };
    struct Category {
        QString value; ///< As the field says it.
        QString colour;
        QString text; ///< In the legend; empty: the value.
    };
    QString field; ///< Empty: one colour for all.
    Way way = Way::Classes;
    ClassMethod method = ClassMethod::Quantiles;
    int classes = 5;
    std::vector<double> breaks; ///< For ClassMethod::Given.
    QString palette;            ///< Empty: viridis; for categories okabe-ito.
    bool reversed = false;
    QStringList colours;              ///< Instead of a palette, one for each class.
    QStringList texts;                ///< Of the classes in the legend; may be empty.
    std::vector<Category> categories; ///< None: those there are, the most frequent first.
    QString none;                     ///< Of features without a value; empty: the theme's colour for no data.
    QString other;                    ///< Of values that are no category; empty: not drawn.
    QString unit;                     ///< Behind the numbers of the legend.
};

/// Radius of points (its square grows with the value) or width of lines (grows with the value).
struct SizeBy {
    QString field;               ///< Empty: one size.
    double least = 3, most = 18; ///< Pixels, of 0 and of the largest value.
    double full = 0;             ///< Value of the largest size; 0: the largest there is.
};

struct LabelBy {
    double pixels = 0; ///< 0: the usual size.
    QString colour, halo;
    bool bold = false;
    bool along = false;    ///< Along lines.
    double repeat = 260;   ///< Pixels from one to the next along a line.
    QString priorityField; ///< Higher numbers win where labels collide.
};

/// Colours are "#rrggbb", "#aarrggbb" or tokens of the theme; empty: not said. Sizes are pixels.
struct VectorStyle {
    Drawing draw = Drawing::Features;
    QString colour;  ///< Of points, lines and fills.
    QString outline; ///< Of polygons; "none": without.
    QString casing, halo;
    double opacity = 1; ///< Of fills and of everything that has no outline.
    ColourBy by;
    SizeBy size;
    double radius = 4, width = 1.5, outlineWidth = 1, offset = 0;
    Shape shape = Shape::Circle;
    QString icon; ///< Name of a pictogram; empty: none.
    Stroke stroke = Stroke::Solid;
    Arrows arrows = Arrows::None;
    LabelBy label;

    double reach = 0;     ///< Clusters: pixels; isolines: metres; 0: as usual.
    double cell = 500;    ///< Hexagons and heat: metres.
    QString weightField;  ///< Hexagons and heat: how many a feature counts for; empty: one. Flows, isolines:
                          ///< the value.
    double interval = 0;  ///< Isolines; 0: round numbers.
    QString toLon, toLat; ///< Flows from points: fields with where they go, degrees. Lines go from their
                          ///< first to their last position.
    QString speedField, directionField; ///< Wind; directions are where it comes from.
    double speedFactor = 1;             ///< To metres per second.
};

/// What a style needs to become colours.
struct Dressing {
    std::function<QColor(const QString&)> colour;   ///< Of "#..." and tokens.
    std::function<QByteArray(const QString&)> icon; ///< SVG of a pictogram; empty: there is none.
    std::shared_ptr<const Palettes> palettes;       ///< Never null.
    LabelStyle labels;
    QString labelField, titleField; ///< Empty: no labels; no titles.
    QColor noData, ground;
};

} // namespace map
