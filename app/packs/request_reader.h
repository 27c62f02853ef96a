// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/feeds/feed_spec.h"

namespace app {

/// How a document is fetched: url, every, timeout, max-size, headers, token, ca, pages. `folder` is that of
/// the pack, for the files it names.
feeds::Request readRequest(YamlMap& get, const QString& folder,
                           city::Duration every = city::Duration{60'000});

/// The second documents of a feed: join, a list of {as, get or file, format, records ..., key, by}. Of a table of locations
/// (datex2) `wanted` becomes the two fields that hold a position.
std::vector<feeds::Join> readJoins(YamlMap& top, const QString& format, const QString& folder, feeds::FieldRef& wanted);

} // namespace app
