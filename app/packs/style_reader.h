// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/read_style.h"
#include "app/packs/yaml_reader.h"

namespace app {

/// What a `style:` may name.
struct StyleSources {
    const map::Palettes& palettes;
    QString resources; ///< Holds icons/map.
    QString folder;    ///< Of the pack, which may have icons of its own; empty: none.
};

/// Of features the style says which fields it reads; of a dashboard's layer the value is said elsewhere.
enum class StyleOf { Features, Places };

/// Reads the mapping `style:` of a layer; nothing when there is none. See resources/help/pack.txt.
std::optional<ReadStyle> readStyle(YamlMap& layer, const StyleSources& sources, StyleOf of);

/// A problem for each field the style reads and the layer does not have.
void checkStyleFields(YamlMap& layer, const map::VectorStyle& style, const QStringList& fields);

} // namespace app
