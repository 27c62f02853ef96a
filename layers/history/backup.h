// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

namespace history {

/// Writes the history `file`, which may be in use by any number of programs, as it is at this moment into the
/// new file `target`, and checks that copy from end to end. Bytes written. An existing target is not touched;
/// a copy that failed leaves none. Slow: any thread but the GUI's.
city::Result<qint64> backUp(const QString& file, const QString& target);

} // namespace history
