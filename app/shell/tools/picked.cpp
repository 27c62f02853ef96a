// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/picked.h"

#include <QHash>
#include <algorithm>

namespace app {

city::Picks picksOf(const map::Selection& selection)
{
    std::vector<city::LayerPick> layers;
    for (const map::LayerSelection& layer : selection.layers) {
        city::LayerPick pick{layer.layer, layer.features, {}};
        for (const map::Ref& thing : layer.things)
            pick.things.push_back({thing.kind, thing.id});
        std::sort(pick.things.begin(), pick.things.end());
        pick.things.erase(std::unique(pick.things.begin(), pick.things.end()), pick.things.end());
        layers.push_back(std::move(pick));
    }
    return city::Picks(std::move(layers));
}

map::Selection selectionOf(const city::Picks& picks, const map::Scene* scene)
{
    map::Selection selection;
    for (const city::LayerPick& pick : picks.layers()) {
        QHash<city::PlaceId, const map::Ref*> drawn;
        if (scene && !pick.things.empty())
            for (const auto& layer : scene->layers)
                if (layer->id == pick.layer)
                    for (const map::Ref& ref : layer->refs)
                        drawn.insert({ref.kind, ref.id}, &ref);
        map::LayerSelection layer{pick.layer, {}, pick.features, {}};
        for (const city::PlaceId& thing : pick.things) {
            const map::Ref* ref = drawn.value(thing);
            layer.things.push_back(ref ? *ref : map::Ref{thing.kind, thing.id, thing.id, {}});
        }
        selection.layers.push_back(std::move(layer));
    }
    return selection;
}

} // namespace app
