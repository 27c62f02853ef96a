// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/local_text.h"
#include "layers/city/time.h"

#include <QHash>
#include <optional>

namespace city {

/// How values of many places become one for an area.
enum class Aggregate { Sum, Mean, Median, Max, Min, Count };

/// Small counts of people are not told: whoever is one of three may be known by it. See layers/release.
struct Privacy {
    QString topic;        ///< "health", "mobility": what the count would tell of them.
    int k = 0;            ///< Numbers from 1 to k - 1 are withheld; 0 may be told.
    QString reveals;      ///< Instead: the quantity this one would give away; withheld where that one is.
    bool running = false; ///< A total that goes on and on: two days of it differ by none or by k at least.
};

/// A named kind of value: read from resources/scales/quantities.yaml, never made in code.
struct Quantity {
    QString id; ///< "pm2.5", "bikes.available"
    LocalText name;
    QString unit;       ///< UCUM: "ug/m3", "km/h", "1", "%"
    LocalText unitText; ///< How the unit is shown: "µg/m³"; empty means as the UCUM code, nothing for "1".
    Aggregate over = Aggregate::Mean; ///< How it adds up over places.
    int decimals = 0;
    std::optional<double> least, most; ///< Physical range; values outside are refused as records.
    QString scale;                     ///< Id of the scale that gives it levels and colours; may be empty.
    bool worstIsHigh = true;
    Duration forecastAhead{24 * 3600'000}; ///< How far a forecast of it is worth looking at.
    std::optional<Privacy> privacy;        ///< Nothing: every value may be told.
};

using QuantityCatalogue = QHash<QString, Quantity>;

/// Converts between UCUM units of the same dimension ("m/s" to "km/h", "cm" to "m", "K" to "Cel", "1" to
/// "%"). Nothing when the two do not measure the same thing. The only place in the program that knows a
/// factor.
std::optional<double> convertUnit(double value, const QString& from, const QString& to);
/// Whether the UCUM code is one the program can convert.
bool isKnownUnit(const QString& unit);

} // namespace city
