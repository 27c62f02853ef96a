// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/report_spec.h"
#include "app/packs/style_reader.h"
#include "app/packs/vocabulary.h"
#include "app/packs/yaml_reader.h"

namespace app {

/// Reads one reports/*.yaml. Nothing when the file is no YAML mapping; every mistake is added to `problems`.
std::optional<ReportSpec> readReport(const QString& file, const Vocabulary& names, const StyleSources& styles,
                                     Problems& problems);

} // namespace app
