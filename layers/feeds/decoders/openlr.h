// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"

#include <QByteArray>

namespace feeds {

/// The positions that an OpenLR location reference of version 3 in its binary form states, without a road
/// map: of a line its location reference points in their order (the way between them is on the roads, which
/// only a map knows), of a point its position, of a point along a line that line's. Areas and bytes that are
/// no reference have none.
city::Geometry openLrPositions(const QByteArray& bytes);

} // namespace feeds
