// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"

namespace app {

/// Places of problems as editors count them: the YAML parser counts bytes, and a line with 臺北 in it would
/// send a person too far to the right. Turns the column of each "file:line:column" into characters; to be
/// done once, at the end.
void countColumnsInCharacters(Problems& problems);

} // namespace app
