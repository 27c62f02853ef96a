// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"

namespace app {

/// What a feed file says of its kinds, also when other parts of it are wrong, so that one mistake is not
/// reported again by every dashboard that uses the feed: of its mapping, or of its standard as far as the pack
/// speaks of them ("kinds: {places: [bike-station]}").
struct FeedKinds {
    QStringList places, events, vehicles;
};
FeedKinds feedKinds(const YAML::Node& root);

/// What a pack asks of a feed beyond the mapping: fetched over https (or http from this machine only), keys
/// by name and never by value, and the name of the file that of the feed. Works on the file itself, so that a
/// feed that could not be read for another reason is checked all the same.
void checkFeed(const YAML::Node& root, const QString& file, Problems& problems);

} // namespace app
