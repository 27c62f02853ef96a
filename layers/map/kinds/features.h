// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/dataset.h"
#include "layers/map/kinds/layer_meta.h"

#include <functional>

namespace map {

/// How a plain GIS layer looks.
struct FeatureStyle {
    QColor fill;    ///< Of polygons; invalid: none.
    QColor outline; ///< Of polygons; invalid: none.
    QColor line;    ///< Of lines.
    QColor point;   ///< Of points.
    float outlineWidth = 1;
    float lineWidth = 1.5F;
    float pointRadius = 3;
    Shape shape = Shape::Circle;
    QColor casing; ///< Of lines; invalid: none.
    QColor halo;   ///< Of points; invalid: none.
    float offset = 0;
    Stroke stroke = Stroke::Solid;
    Arrows arrows = Arrows::None;
    DataState state = DataState::Current;
    QString labelField; ///< Field whose text names the feature; empty: no labels.
    LabelStyle labels;
    bool labelsAlong = false; ///< Along lines.
    float labelRepeat = 260;
    int labelPriority = 0;
    QString titleField; ///< Field for Ref::title; empty: the layer's title and the feature's number.
};

/// Fills what identify reads out of a feature: a line for each attribute that has a value, and the title where
/// `titleField` (an index, -1: none) has one.
void readOut(const geo::FeatureTable& table, const geo::Feature& feature, int titleField, Ref& ref);

/// Who a feature is: the layer's id and its own, its title and all it has to tell.
Ref describe(const LayerMeta& meta, const geo::FeatureTable& table, const geo::Feature& feature, int titleField);

/// A layer of a GIS file as it stands there: every feature drawn by its geometry, its attributes readable on
/// identify.
std::shared_ptr<const LayerScene> features(const LayerMeta& meta, const geo::FeatureTable& table,
                                           const FeatureStyle& style);
/// The same, each feature with a look of its own.
std::shared_ptr<const LayerScene> features(const LayerMeta& meta, const geo::FeatureTable& table,
                                           const std::function<FeatureStyle(const geo::Feature&)>& styleOf);

} // namespace map
