// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace feeds {

/// How publishers of sensors write units and quantities, brought to the program's own words.

/// The UCUM code of a unit as it is written ("µg/m³", "degree celsius", "percentage"); the text itself when
/// it is none we know, so that nothing is measured in a unit nobody stated.
QString ucumOf(const QString& symbol, const QString& name = {});

/// The id of a quantity by its customary name ("PM2.5", "pm25", "Relative humidity"): the catalogue's where
/// it has it, otherwise the name in lower case with "-" for blanks. A gas stated by mass is "o3.mass": to
/// turn it into a share of volume needs the temperature, which is not known.
QString quantityOf(const QString& name, const QString& ucum);

} // namespace feeds
