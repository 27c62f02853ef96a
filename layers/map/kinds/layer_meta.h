// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/scene.h"

namespace map {

/// What every kind of layer needs to be told beside its things.
struct LayerMeta {
    QString id;
    QString title;
    QString attribution;
    std::vector<LegendEntry> legend;
    double minMetresPerPixel = 0;
    double maxMetresPerPixel = 1e12;
    double labelMaxMetresPerPixel = 1e12;
};

/// How the names of a layer are written.
struct LabelStyle {
    float pixels = 12;
    QColor colour, halo; ///< Invalid: as Ink says.
    bool bold = false;
};

/// An empty scene of a layer.
LayerScene beginScene(const LayerMeta& meta);
/// Takes the ref into the scene; -1 for one without a kind.
RefIndex addRef(LayerScene& scene, Ref ref);
/// Colours left unset are those of Ink.
Label makeLabel(QPointF at, const QString& text, const LabelStyle& style, int priority);
/// Index of the line with the most points from `first` on; -1 where there is none.
int longestLine(const LayerScene& scene, std::size_t first);
/// Transparent for an invalid colour.
QRgb rgbaOf(const QColor& colour);

} // namespace map
