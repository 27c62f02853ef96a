// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/portals_reader.h"

namespace app {

std::vector<feeds::Portal> readPortals(const QString& resources, Problems& problems)
{
    std::vector<feeds::Portal> portals;
    const QString file = resources + QStringLiteral("/catalogue/portals.yaml");
    const YAML::Node root = loadYaml(file, file, problems);
    if (!root.IsDefined()) return portals;
    YamlMap top(root, file, problems);
    const YAML::Node list = top.required("portals");
    for (const YAML::Node& node : list) {
        YamlMap map(node, file, problems);
        feeds::Portal portal;
        portal.title = map.localText("title").value_or(city::LocalText());
        portal.url = QUrl(map.requiredText("url"));
        const QString name = map.requiredText("kind");
        const auto kind = feeds::portalKind(name);
        if (!kind)
            map.report("kind", {QT_TRANSLATE_NOOP("Message", "\"%1\" is no kind of catalogue"), {name}});
        portal.kind = kind.value_or(portal.kind);
        portals.push_back(std::move(portal));
    }
    return portals;
}

} // namespace app
