// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/feed_writer.h"
#include "app/packs/pack.h"
#include "app/sources/pack_change.h"
#include "layers/feeds/decoder.h"

namespace app {

/// What facts a source brings, as far as dashboards speak of them.
struct FactSummary {
    QMap<QString, int> places, events;     ///< By kind.
    QMap<QString, QStringList> quantities; ///< By kind of place: the most frequent first.
    QMap<QString, QStringList> measures;   ///< By kind of event.
    int alerts = 0, vehicles = 0;
    bool isLines = false; ///< The places are lines.
};
FactSummary summaryOf(const feeds::Decoded& decoded);

/// A source that a person wants in a pack.
struct SourceAddition {
    /// A quantity that the program does not know.
    struct Quantity {
        QString id, unit;
        city::LocalText name;
        double least = 0, most = 1e9;
    };
    feeds::FeedSpec feed;
    FeedWriting writing;
    FactSummary facts;
    QMap<QString, city::LocalText> kindNames; ///< What kinds are called, where the pack has no name yet.
    std::vector<Quantity> quantities;
    QByteArray payload; ///< Of a file: kept in the pack as writing.watch.
    QString dashboard;  ///< Gets a layer and a tile; empty: none.
    bool ownDashboard = true;
};

/// The files it takes: the feed, names of kinds and quantities, layers, tiles, charts and a table that show
/// it. Existing files are added to and keep their comments. Pure but for reading the pack's files.
city::Result<PackChange> changeFor(const SourceAddition& addition, const Pack& pack);

/// A GIS file as a layer of a pack.
struct LayerAddition {
    QString file, layer; ///< To be copied into the pack, with what belongs to it.
    QString id, kind;    ///< "points", "lines", "polygons"
    QString labelField, crs, encoding, colour;
    city::LocalText title, attribution;
    QString dashboard;
};
city::Result<PackChange> changeFor(const LayerAddition& addition, const Pack& pack);

} // namespace app
