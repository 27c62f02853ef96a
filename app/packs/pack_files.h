// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QString>
#include <optional>

namespace app {

/// A file of a pack, with the layer of it that is meant.
struct PackFile {
    QString path;  ///< Absolute.
    QString layer; ///< Empty: the first.
};

/// The file that `text` ("data/roads.gpkg:roads", relative to the pack) means. Refused: absolute paths, "..",
/// links that lead out of the pack, and files that are not there. A pack from a stranger cannot read what
/// lies beside it.
city::Result<PackFile> fileInPack(const QString& folder, const QString& text);

} // namespace app
