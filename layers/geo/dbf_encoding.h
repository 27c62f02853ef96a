// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace geo {

/// What a dBASE table (the attributes of a shapefile) says about its text.
struct DbfEncoding {
    QString stated; ///< By its .cpg file, in a spelling GDAL knows, or "LDID" when its header says; empty:
                    ///< not stated.
    QString likely; ///< When not stated and the text is more than ASCII: "UTF-8" or "CP950"; empty when
                    ///< neither fits.
    bool plainAscii = false; ///< Then no encoding is needed.
};

/// `file`: the .shp or .dbf. Nothing stated and plain ASCII when there is no table.
DbfEncoding dbfEncoding(const QString& file);

} // namespace geo
