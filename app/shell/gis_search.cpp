// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/gis_search.h"

#include "app/shell/tools/layer_rows.h"

#include <algorithm>

namespace app {

namespace {

// The field of names, and one of addresses by what publishers call it.
std::vector<int> searchedFields(const geo::FeatureTable& table, const QString& label)
{
    std::vector<int> fields;
    if (const int field = table.fieldIndex(label); field >= 0) fields.push_back(field);
    for (int i = 0; i < table.fields.size(); ++i) {
        const QString name = table.fields[i].toLower();
        const bool isAddress = name.startsWith(QLatin1String("addr")) ||
                               name.endsWith(QLatin1String("address")) ||
                               name.contains(QStringLiteral("地址")) || name.contains(QStringLiteral("住址"));
        if (isAddress && std::find(fields.begin(), fields.end(), i) == fields.end()) {
            fields.push_back(i);
            break;
        }
    }
    return fields;
}

} // namespace

std::vector<widgets::SearchEntry> namedFeatures(const std::vector<GisSource>& sources,
                                                const QString& language)
{
    constexpr std::size_t mostOfALayer =
        5000; // more names than anybody reads through; `featuresWith` finds them all
    std::vector<widgets::SearchEntry> entries;
    for (const GisSource& source : sources) {
        if (!source.table || source.table->features.size() > mostOfALayer) continue;
        for (const int field : searchedFields(*source.table, source.spec.labelField.in(language))) {
            for (const geo::Feature& feature : source.table->features) {
                const QString name = feature.values.value(field).toString();
                if (!name.isEmpty() && !feature.geometry.isEmpty())
                    entries.push_back({name, source.spec.title.in(language), feature.geometry.anchor()});
            }
        }
    }
    return entries;
}

map::Selection featuresWith(const QString& words, const std::vector<GisSource>& sources)
{
    constexpr std::size_t mostOfALayer = 10'000;
    map::Selection found;
    for (const GisSource& source : sources) {
        geo::ReadingProgress progress;
        const auto keys = rowsOf(source)->find({words, -1, false, nullptr}, progress);
        if (!keys || keys->empty()) continue;
        map::LayerSelection layer{source.spec.id, {}, *keys, {}};
        if (layer.features.size() > mostOfALayer) layer.features.resize(mostOfALayer);
        std::sort(layer.features.begin(), layer.features.end());
        found.layers.push_back(std::move(layer));
    }
    return found;
}

} // namespace app
