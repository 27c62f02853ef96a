// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/columns.h"

namespace geo {

/// Puts a batch to the end of a part and empties it; its memory stays for the next one.
void append(Columns& part, Columns& batch);

/// Room for `factor` times as much as there is.
void makeRoom(Columns& part, double factor);

} // namespace geo
