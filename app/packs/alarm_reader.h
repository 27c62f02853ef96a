// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/vocabulary.h"
#include "app/packs/yaml_reader.h"
#include "layers/alarms/rule.h"
#include "layers/city/area_tree.h"
#include "layers/feeds/feed_spec.h"

namespace app {

/// What the rules of a pack may speak of. A view; what it refers to must outlive it.
struct AlarmWords {
    const Vocabulary& names;
    const city::AreaTree& areas;
    const std::vector<feeds::FeedSpec>& feeds;
    const city::Terms& terms;
    bool hasMail = false; ///< The pack names a server that takes e-mail.
};

/// Reads the files of alarms/*.yaml as one plan and checks that each of its rules can fire, can end and waits for no loop.
/// Never null; what is wrong is in `problems`.
std::shared_ptr<const alarms::Plan> readAlarms(const QStringList& files, const AlarmWords& words, const QTimeZone& zone,
                                               Problems& problems);

} // namespace app
