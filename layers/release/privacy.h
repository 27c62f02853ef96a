// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/area_tree.h"
#include "layers/city/quantity.h"

#include <memory>

/// The one step between what is kept and what is shown: small counts of people (city::Privacy) are withheld here, once, and
/// whatever a map, tile, chart, table, card, report or export says is made of what is left. The history keeps the truth.
namespace release {

/// What has to be known to tell what may be told.
struct Rules {
    std::shared_ptr<const city::QuantityCatalogue> quantities;
    std::shared_ptr<const city::AreaTree> areas = std::make_shared<const city::AreaTree>();

    /// Null: every value of it may be told. A quantity nobody knows that counts people is one of health.
    const city::Privacy* privacyOf(const QString& quantity, const QString& unit) const;
    /// The quantity whose small counts decide about this one: the one it would give away, or itself.
    QString deciding(const QString& quantity, const city::Privacy& privacy) const;
};

/// Whether values in this unit count people: "{person}", "{case}".
bool countsPeople(const QString& unit);

} // namespace release
