// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/picks.h"

#include <algorithm>

namespace city {

Picks::Picks(std::vector<LayerPick> layers)
{
    std::erase_if(layers, [](const LayerPick& one) { return one.features.empty() && one.things.empty(); });
    if (!layers.empty()) m_layers = std::make_shared<const std::vector<LayerPick>>(std::move(layers));
}

std::size_t Picks::count() const
{
    std::size_t all = 0;
    for (const LayerPick& one : layers())
        all += one.features.size() + one.things.size();
    return all;
}

const std::vector<LayerPick>& Picks::layers() const
{
    static const std::vector<LayerPick> none;
    return m_layers ? *m_layers : none;
}

} // namespace city
