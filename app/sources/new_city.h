// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sources/pack_change.h"
#include "layers/city/geometry.h"
#include "layers/city/local_text.h"

namespace app {

/// A city that begins: what a person says of it.
struct NewCity {
    city::LocalText title;
    QString zone; ///< IANA.
    city::LonLatBox extent;
};

/// A coordinate system in metres for a place: TWD97 in Taiwan, elsewhere the UTM zone.
QString metricCrs(city::LonLat at);
/// The box around positions but for the few that lie far off, with a margin; empty when there are none.
city::LonLatBox extentOf(std::vector<city::LonLat> positions);
/// A name for files: "bay-wheels" of "Bay Wheels!"; empty when no letter of it is Latin.
QString slugOf(const QString& text);

/// The files of the smallest pack that shows a map: its head, its extent as the one area, an overview without
/// layers.
PackChange newPack(const NewCity& city, const QString& id);

} // namespace app
