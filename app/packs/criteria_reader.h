// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/indicators/criteria.h"
#include "layers/indicators/guideline.h"

namespace app {

/// Reads one resources/scales/criteria-*.yaml. Nothing when it has no id; what is wrong is in `problems`.
std::optional<indicators::Criterion> readCriterion(const QString& file, Problems& problems);

/// Reads one resources/scales/guideline-*.yaml; the same.
std::optional<indicators::Guideline> readGuideline(const QString& file, Problems& problems);

} // namespace app
