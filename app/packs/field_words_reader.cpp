// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/field_words_reader.h"

namespace app {

feeds::FieldWords readFieldWords(const QString& resources, Problems& problems)
{
    feeds::FieldWords words;
    const QString file = resources + QStringLiteral("/catalogue/field-words.yaml");
    const YAML::Node root = loadYaml(file, file, problems);
    if (!root.IsDefined()) return words;
    YamlMap top(root, file, problems);
    const YAML::Node rolesNode = top.required("roles"), measuresNode = top.required("measures"),
                     kindsNode = top.required("kinds");
    YamlMap roles(rolesNode, file, problems);
    roles.allowAnyKey();
    for (const QString& role : roles.keys())
        words.roles.insert(role, roles.texts(role.toUtf8().constData()));
    YamlMap measures(measuresNode, file, problems);
    measures.allowAnyKey();
    for (const QString& quantity : measures.keys()) {
        YamlMap one(measures.node(quantity.toUtf8().constData()), file, problems);
        words.measures.push_back(
            {quantity, one.requiredText("unit"), one.texts("words"), one.texts("loosely")});
    }
    for (const YAML::Node& node : kindsNode) {
        YamlMap one(node, file, problems);
        words.kinds.push_back({one.requiredText("kind"), one.localText("name").value_or(city::LocalText()),
                               one.texts("measures"), one.texts("words")});
    }
    return words;
}

} // namespace app
