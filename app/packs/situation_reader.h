// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "app/packs/vocabulary.h"
#include "app/packs/yaml_reader.h"

namespace app {

/// Who wrote a file of rules: the program, whose rules about what a pack does not know are passed over, or
/// the pack itself, where such a rule is a mistake.
enum class RulesOf { Program, Pack };

/// Reads the rules of a situation.yaml; a file that is not there has none.
std::vector<SituationRule> readSituation(const QString& file, RulesOf whose, const Vocabulary& names,
                                         Problems& problems);

} // namespace app
