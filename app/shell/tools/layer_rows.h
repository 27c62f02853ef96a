// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/gis_reading.h"
#include "layers/geo/rows.h"

#include <QHash>

namespace app {

/// Numbers for things that have only names: the same thing keeps its number as long as this lives. GUI thread.
class ThingKeys {
public:
    qint64 of(const map::Ref& ref);
    /// Null: never numbered.
    const map::Ref* thing(qint64 key) const;

private:
    QHash<city::PlaceId, qint64> m_keys;
    std::vector<map::Ref> m_things;
};

/// Heads of the columns that have no name of their own.
struct ThingWords {
    QString name, details;
    QString level; ///< With %1 for what it is the level of.
};

/// The things of a layer that is drawn one by one (stations, districts, alerts) as a table: what identify reads out, a
/// column for each name, numbers parted from their units, with their geometry. Keys are those of `keys`.
struct ThingTable {
    std::shared_ptr<const geo::FeatureTable> table;
    std::vector<geo::RowField> fields;
};
ThingTable thingTable(const map::LayerScene& layer, ThingKeys& keys, const ThingWords& words);

/// The attributes of a GIS layer: from memory, or from its file where it is large.
std::shared_ptr<geo::RowSource> rowsOf(const GisSource& source);

} // namespace app
