// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/gis_reading.h"

namespace app {

/// The features of those layers that the pack marks as exposure, each at one position, with its name. Null
/// when there are none. Slow for large layers; any thread.
std::shared_ptr<const Exposure> exposureOf(const std::vector<GisSource>& sources, const QString& language);

} // namespace app
