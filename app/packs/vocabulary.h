// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/message.h"
#include "layers/city/quantity.h"
#include "layers/indicators/scale.h"

#include <QStringList>

namespace app {

/// What a name in a pack can be the name of.
enum class Name { Quantity, Scale, PlaceKind, EventKind, VehicleKind, Kind, Level, Layer, Zone };

/// The names that dashboards and layers of one pack may use. A view of catalogues that outlive it.
struct Vocabulary {
    const city::QuantityCatalogue& quantities;
    const indicators::ScaleCatalogue& scales;
    QStringList placeKinds;        ///< Of the feeds.
    QStringList eventKinds;        ///< Of the feeds.
    QStringList levels;            ///< Administrative, outermost first.
    QStringList layers;            ///< GIS layers.
    QStringList vehicleKinds = {}; ///< Of the feeds.

    bool isKind(const QString& name) const { return placeKinds.contains(name) || eventKinds.contains(name); }
    /// All names of one sort.
    QStringList all(Name sort) const;
    /// "there is no quantity "pm25"; the nearest is "pm2.5"".
    city::Message unknown(Name sort, const QString& name) const;
};

/// The one of `candidates` that takes the fewest changed letters to become `word`; empty when there are none.
QString nearestWord(const QString& word, const QStringList& candidates);

/// The same, but empty when that would change half of the letters or more: no help, then.
QString likelyWord(const QString& word, const QStringList& candidates);

/// That `name` is none of `candidates`, with the nearest of them.
city::Message unknownName(Name sort, const QString& name, const QStringList& candidates);

} // namespace app
