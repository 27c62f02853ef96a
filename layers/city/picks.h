// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"

#include <memory>
#include <vector>

namespace city {

/// What was picked of one layer of the map.
struct LayerPick {
    QString layer;
    std::vector<qint64> features; ///< Of a GIS layer: FIDs, ascending, each once.
    std::vector<PlaceId> things;  ///< Of others: places, "area", "alert", "event"; ascending, each once.

    friend bool operator==(const LayerPick&, const LayerPick&) = default;
};

/// What was picked by rectangle, outline, circle or in a table. A value; copies share what it holds, since
/// that may be a million features and a Focus is copied often. Any thread.
class Picks {
public:
    Picks() = default;
    /// Layers of which nothing is picked are left out.
    explicit Picks(std::vector<LayerPick> layers);

    bool isEmpty() const { return !m_layers; }
    std::size_t count() const;
    const std::vector<LayerPick>& layers() const;

    friend bool operator==(const Picks& a, const Picks& b)
    {
        return a.m_layers == b.m_layers || a.layers() == b.layers();
    }

private:
    std::shared_ptr<const std::vector<LayerPick>> m_layers; ///< Null: nothing.
};

} // namespace city
