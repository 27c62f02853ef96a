// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/feeds/feed_spec.h"

namespace app {

/// Where the records of a payload are: records, fields, header, delimiter, encoding, member, columns.
feeds::RecordLayout readLayout(YamlMap& map, const QString& format);

} // namespace app
