// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/map_tool.h"

namespace app {

QString ToolDesk::titleOf(const QString& layer) const
{
    if (picture) {
        for (const widgets::LayerEntry& entry : picture->layers)
            if (entry.id == layer) return entry.title;
        for (const auto& drawn : picture->scene->layers)
            if (drawn->id == layer && !drawn->title.isEmpty()) return drawn->title;
    }
    return layer;
}

} // namespace app
