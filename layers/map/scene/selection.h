// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/scene.h"

namespace map {

/// What is selected of one layer.
struct LayerSelection {
    QString layer, title;
    std::vector<qint64> features; ///< Of a GIS layer: FIDs, ascending, each once.
    std::vector<Ref> things;      ///< Of other layers: places, areas, alerts, events.

    std::size_t count() const { return features.size() + things.size(); }
};

/// What is selected, layer by layer, the topmost first; no layer is empty.
struct Selection {
    std::vector<LayerSelection> layers;

    bool isEmpty() const { return layers.empty(); }
    std::size_t count() const;
    const LayerSelection* of(const QString& layer) const;
    void add(const Selection& other);
    void remove(const Selection& other);
};

/// The FID a ref of a GIS layer's feature speaks of; nothing for any other thing.
std::optional<qint64> featureIdOf(const Ref& ref);
/// A line of Ref::lines parted into name and value, whichever language its colon is of; the name is empty where there is
/// none.
std::pair<QString, QString> nameAndValue(const QString& line);
/// A selection of the things that refs speak of.
Selection selectionOf(const QString& layer, const QString& title, const std::vector<Ref>& refs);

} // namespace map
