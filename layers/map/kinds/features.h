// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/dataset.h"
#include "layers/map/kinds/layer_meta.h"

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
    QString labelField; ///< Field whose text names the feature; empty: no labels.
    LabelStyle labels;
    QString titleField; ///< Field for Ref::title; empty: the layer's title and the feature's number.
};

/// Fills what identify reads out of a feature: a line for each attribute that has a value, and the title where
/// `titleField` (an index, -1: none) has one.
void readOut(const geo::FeatureTable& table, const geo::Feature& feature, int titleField, Ref& ref);

/// A layer of a GIS file as it stands there: every feature drawn by its geometry, its attributes readable on
/// identify.
std::shared_ptr<const LayerScene> features(const LayerMeta& meta, const geo::FeatureTable& table,
                                           const FeatureStyle& style);

} // namespace map
