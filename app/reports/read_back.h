// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QStringList>
#include <vector>

namespace app {

/// One text as it stands in a file, and where: "page 2, line 14", "sheet 3, D7", "row 12, value".
struct Told {
    QString where, text;
};

/// All that a written report says, in the order of the file: what a reader of it sees, not what it says of itself in
/// hidden places. PDF, HTML, XLSX, CSV, GeoPackage, GeoJSON and SVG; of a PNG its picture's sum.
city::Result<std::vector<Told>> readBack(const QString& file);

/// A text that is not what it should be.
struct Difference {
    QString where, told, should;
};
/// Text by text; where one has more of them than the other, what follows is compared as far as it goes.
std::vector<Difference> differences(const std::vector<Told>& told, const std::vector<Told>& should);

} // namespace app
