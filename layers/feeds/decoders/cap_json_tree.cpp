// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/cap_json_tree.h"

#include "layers/feeds/decoders/json_values.h"

namespace feeds {

namespace {

using simdjson::dom::element;

constexpr int deepest = 12; ///< More than CAP and the lists around it need.

bool isAlert(element object)
{
    return memberOf(object, "identifier") && memberOf(object, "sender") && memberOf(object, "sent");
}

void addNode(XmlTree& tree, int parent, std::string_view name, element value, int depth)
{
    simdjson::dom::array list;
    if (depth > deepest || value.is_null()) return;
    if (!value.get(list)) { // elements of one name
        for (const element one : list)
            addNode(tree, parent, name, one, depth + 1);
        return;
    }
    const int index = tree.size();
    XmlNode& node = tree.nodes().emplace_back();
    node.name = name;
    node.parent = parent;
    if (!value.is_object()) node.text = shownText(value).toStdString();
    if (parent >= 0) tree.nodes()[static_cast<std::size_t>(parent)].children.push_back(index);
    forEachMember(value, [&](std::string_view member, element inner) {
        addNode(tree, index, member, inner, depth + 1);
    });
}

void addAlerts(XmlTree& tree, element value, int depth)
{
    simdjson::dom::array list;
    if (depth > deepest) return;
    if (!value.get(list)) {
        for (const element one : list)
            addAlerts(tree, one, depth + 1);
    } else if (isAlert(value)) {
        addNode(tree, 0, "alert", value, 0);
    } else {
        forEachMember(value, [&](std::string_view, element inner) { addAlerts(tree, inner, depth + 1); });
    }
}

} // namespace

XmlTree capTreeFromJson(element root)
{
    XmlTree tree;
    tree.nodes().emplace_back().name = "alerts";
    addAlerts(tree, root, 0);
    return tree;
}

} // namespace feeds
