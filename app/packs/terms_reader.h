// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/city/terms.h"

namespace app {

/// Reads the terms.yaml of a pack; a file that is not there has none. A word that stands for two things is a problem.
city::Terms readTerms(const QString& file, Problems& problems);

} // namespace app
