// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/feeds/text/encoding.h"

#include <QByteArray>
#include <string>
#include <string_view>
#include <vector>

namespace feeds {

/// One element: its local name, its own text, its attributes and children. Prefixes and namespaces are left
/// out, since publishers change them without notice.
struct XmlNode {
    std::string name, text;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<int> children;
    int parent = -1;
};

/// A whole document as a flat list, the root first. A value; positions in the list are the handles.
class XmlTree {
public:
    const XmlNode& at(int index) const { return m_nodes[static_cast<std::size_t>(index)]; }
    int size() const { return static_cast<int>(m_nodes.size()); }

    /// The first child of that name, -1 when there is none.
    int child(int index, std::string_view name) const;
    std::vector<int> childrenNamed(int index, std::string_view name) const;
    /// Text of the first child of that name, trimmed; empty when there is none.
    std::string_view textOf(int index, std::string_view name) const;
    const std::string* attribute(int index, std::string_view name) const;
    /// Every element of that name in document order.
    std::vector<int> everyNamed(std::string_view name) const;

    std::vector<XmlNode>& nodes() { return m_nodes; }

private:
    std::vector<XmlNode> m_nodes;
};

/// A document, or what it is refused for: not well-formed, cut off, with a document type (and so possibly
/// with entities), nested deeper than 200 levels, a web page.
struct XmlReading {
    XmlTree tree;
    std::optional<city::Problem> refused;
    std::optional<city::Problem> mended;
    TextEncoding encoding;
};
XmlReading readXml(const QByteArray& payload, const QString& encoding);

/// `payload` without its document type, whatever that declares: older map services cannot do without one, and
/// nothing of theirs needs it. An entity it declared is then unknown, and refused.
QByteArray withoutDocumentType(QByteArray payload);

} // namespace feeds
