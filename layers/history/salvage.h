// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace history {

class Database;

/// What could be taken out of a damaged history.
struct Salvage {
    qint64 answers = 0;  ///< Of feeds, with what they told.
    qint64 pictures = 0; ///< Past moments of a feed that can still be shown.
    qint64 lost = 0; ///< Rows that are known to be gone; what is not even known to have been is not counted.
    bool tried = false; ///< False: nothing of the file could be read, or it was of an older version.
};

/// Copies every row that can still be read out of the damaged file `damaged` into the empty history `into`.
/// Past pictures that would be shown wrong without what was lost are left out. Slow for large files; in the
/// thread of `into`.
Salvage salvage(const Database& into, const QString& damaged);

} // namespace history
