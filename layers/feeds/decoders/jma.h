// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"
#include "layers/feeds/decoders/xml_values.h"

#include <optional>

namespace feeds {

/// The words of the Japan Meteorological Agency's XML.

struct JmaHypocentre {
    std::optional<city::LonLat> at;
    std::optional<double> depthKm; ///< Nothing: unknown.
};
/// ISO 6709 as JMA writes it: "+35.1+137.3-40000/" in degrees and metres below the ground,
/// "+3531.80+13721.00/" in degrees and minutes; without the last part the depth is not known.
JmaHypocentre jmaHypocentre(std::string_view text);

/// "4", "5-", "5+" and "震度５弱" as in the scale of this program: 5 lower is 5, 5 upper 5.5.
std::optional<double> jmaIntensity(std::string_view word);

/// Full-width letters and digits as plain ones.
QString jmaPlain(const QString& text);

/// A report that is no quake as an alert: warnings of weather, tsunami, volcanoes. Severity by the words
/// 特別警報, 大津波警報 (Extreme), 警報 (Severe), 注意報 (Moderate) of what is in force.
city::Alert jmaAlert(XmlElement report, city::Instant sent);

} // namespace feeds
