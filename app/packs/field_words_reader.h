// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/feeds/proposal/field_words.h"

namespace app {

/// Reads `resources`/catalogue/field-words.yaml.
feeds::FieldWords readFieldWords(const QString& resources, Problems& problems);

} // namespace app
