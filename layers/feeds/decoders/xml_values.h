// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoders/xml_tree.h"

#include <QString>
#include <optional>

namespace feeds {

/// An element of a tree as a standard's reader wants it: a small handle, valid while the tree lives. A handle
/// of no element is empty, and everything asked of it is empty too.
class XmlElement {
public:
    XmlElement() = default;
    XmlElement(const XmlTree& tree, int index) : m_tree(&tree), m_index(index) {}

    explicit operator bool() const { return m_index >= 0; }
    int index() const { return m_index; }
    std::string_view name() const;
    /// Its own text, trimmed.
    std::string_view text() const;
    QString qText() const;
    std::optional<double> number() const;
    /// The child by local name; several names lead downwards. Empty when there is none.
    XmlElement child(std::string_view name) const;
    template<typename... More> XmlElement child(std::string_view name, More... more) const
    {
        return child(name).child(more...);
    }
    std::vector<XmlElement> children() const;
    std::vector<XmlElement> children(std::string_view name) const;
    /// The first element of that name below it, at any depth.
    XmlElement below(std::string_view name) const;
    std::vector<XmlElement> allBelow(std::string_view name) const;
    std::string_view attribute(std::string_view name) const;
    QString qAttribute(std::string_view name) const;
    /// What xsi:type says, without its prefix.
    std::string_view type() const;

private:
    const XmlTree* m_tree = nullptr;
    int m_index = -1;
};

} // namespace feeds
