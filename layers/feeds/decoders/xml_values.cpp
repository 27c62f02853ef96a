// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/xml_values.h"

#include "layers/feeds/mapping/field.h"
#include "layers/feeds/text/number.h"

namespace feeds {

std::string_view XmlElement::name() const
{
    return *this ? std::string_view(m_tree->at(m_index).name) : std::string_view();
}

std::string_view XmlElement::text() const
{
    return *this ? trimmed(m_tree->at(m_index).text) : std::string_view();
}

QString XmlElement::qText() const
{
    return toQString(text());
}

std::optional<double> XmlElement::number() const
{
    return toNumber(text());
}

XmlElement XmlElement::child(std::string_view name) const
{
    return *this ? XmlElement(*m_tree, m_tree->child(m_index, name)) : XmlElement();
}

std::vector<XmlElement> XmlElement::children() const
{
    std::vector<XmlElement> all;
    if (!*this) return all;
    for (const int index : m_tree->at(m_index).children)
        all.emplace_back(*m_tree, index);
    return all;
}

std::vector<XmlElement> XmlElement::children(std::string_view name) const
{
    std::vector<XmlElement> all;
    if (!*this) return all;
    for (const int index : m_tree->at(m_index).children) {
        if (m_tree->at(index).name == name) all.emplace_back(*m_tree, index);
    }
    return all;
}

std::vector<XmlElement> XmlElement::allBelow(std::string_view name) const
{
    std::vector<XmlElement> all;
    if (!*this) return all;
    // The list of a tree is in document order: what is below an element stands right behind it.
    const int outside = m_tree->at(m_index).parent;
    for (int i = m_index + 1; i < m_tree->size() && m_tree->at(i).parent > outside; ++i) {
        if (m_tree->at(i).name == name) all.emplace_back(*m_tree, i);
    }
    return all;
}

XmlElement XmlElement::below(std::string_view name) const
{
    if (!*this) return {};
    const int outside = m_tree->at(m_index).parent;
    for (int i = m_index + 1; i < m_tree->size() && m_tree->at(i).parent > outside; ++i) {
        if (m_tree->at(i).name == name) return {*m_tree, i};
    }
    return {};
}

std::string_view XmlElement::attribute(std::string_view name) const
{
    const std::string* value = *this ? m_tree->attribute(m_index, name) : nullptr;
    return value ? trimmed(*value) : std::string_view();
}

QString XmlElement::qAttribute(std::string_view name) const
{
    return toQString(attribute(name));
}

std::string_view XmlElement::type() const
{
    const std::string_view said = attribute("type");
    const std::size_t colon = said.rfind(':');
    return colon == std::string_view::npos ? said : said.substr(colon + 1);
}

} // namespace feeds
