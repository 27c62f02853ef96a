// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/feed_spec.h"

namespace feeds {

/// The names of all fields that a mapping looks at, each once.
QStringList fieldNamesOf(const Mapping& mapping);

} // namespace feeds
