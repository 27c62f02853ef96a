// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/exposure_reading.h"

namespace app {

std::shared_ptr<const Exposure> exposureOf(const std::vector<GisSource>& sources, const QString& language)
{
    auto made = std::make_shared<Exposure>();
    for (const GisSource& source : sources) {
        if (source.spec.exposure.isEmpty() || !source.table) continue;
        Exposure::Layer layer{source.spec.id, source.spec.exposure, {}};
        const int field = source.table->fieldIndex(source.spec.labelField.in(language));
        for (const geo::Feature& feature : source.table->features) {
            if (feature.geometry.isEmpty()) continue;
            layer.features.push_back(
                {field < 0 ? QString() : feature.values.value(field).toString(), feature.geometry.anchor()});
        }
        made->layers.push_back(std::move(layer));
    }
    if (made->layers.empty()) return nullptr;
    return made;
}

} // namespace app
