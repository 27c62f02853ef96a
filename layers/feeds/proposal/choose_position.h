// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/proposal/mapping_choices.h"

namespace feeds {

/// Finds where the records say where they are. Fills lon, lat, position, shape, line and crs.
void choosePosition(const PayloadSample& sample, const FieldWords& words, MappingChoices& choices);

} // namespace feeds
