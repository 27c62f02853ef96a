// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/record_source.h"
#include "layers/feeds/decoders/xml_tree.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/text/number.h"

namespace feeds {

namespace {

/// An element as a record: child elements and "@attributes" by path. An empty element says nothing.
class XmlRecord : public Record {
public:
    XmlRecord(const XmlTree& tree, int index) : m_tree(tree), m_index(index) {}

    Scalar find(const FieldPath& path) const override
    {
        int from = m_index;
        for (int i = 0; i < path.up && from >= 0; ++i)
            from = m_tree.at(from).parent;
        if (from < 0) return {};
        for (const PathSteps& way : path.ways) {
            const Scalar found = follow(from, way, path.anyCase);
            if (!found.isAbsent()) return found;
        }
        return {};
    }
    std::optional<city::Result<city::Geometry>> geometry(const FieldPath&) const override
    {
        return std::nullopt;
    }
    QStringList fieldNames() const override;

private:
    Scalar follow(int from, const PathSteps& steps, bool anyCase) const;
    std::vector<int> childrenCalled(int from, std::string_view name, bool anyCase) const;
    int pick(const std::vector<int>& among, const PathStep& step) const;
    static Scalar scalar(const std::string& text)
    {
        const bool empty = trimmed(text).empty();
        return {empty ? Scalar::Kind::Null : Scalar::Kind::Text, text, 0, false};
    }

    const XmlTree& m_tree;
    int m_index;
};

std::string_view withoutPrefix(std::string_view name)
{
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

int XmlRecord::pick(const std::vector<int>& among, const PathStep& step) const
{
    if (among.empty()) return -1;
    if (step.index >= 0)
        return static_cast<std::size_t>(step.index) < among.size()
                   ? among[static_cast<std::size_t>(step.index)]
                   : -1;
    if (step.key.empty()) return among.front();
    for (const int candidate : among) {
        const std::string* attribute =
            step.key.starts_with('@') ? m_tree.attribute(candidate, step.key.substr(1)) : nullptr;
        if (attribute ? *attribute == step.value : m_tree.textOf(candidate, step.key) == step.value)
            return candidate;
    }
    return -1;
}

std::vector<int> XmlRecord::childrenCalled(int from, std::string_view name, bool anyCase) const
{
    std::vector<int> found;
    for (const int child : m_tree.at(from).children)
        if (isCalled(m_tree.at(child).name, name, anyCase)) found.push_back(child);
    return found;
}

Scalar XmlRecord::follow(int from, const PathSteps& steps, bool anyCase) const
{
    for (const PathStep& step : steps) {
        if (step.name.starts_with('@')) {
            for (const auto& [name, value] : m_tree.at(from).attributes)
                if (isCalled(name, withoutPrefix(std::string_view(step.name).substr(1)), anyCase)) return scalar(value);
            return {};
        }
        if (step.name == "." || step.name == "#text") continue;
        const bool itself = &step == &steps.front() && m_tree.at(from).name == withoutPrefix(step.name);
        if (itself && m_tree.child(from, withoutPrefix(step.name)) < 0)
            continue; // a path that begins with the root's name
        from = pick(childrenCalled(from, withoutPrefix(step.name), anyCase), step);
        if (from < 0) return {};
    }
    const XmlNode& node = m_tree.at(from);
    if (!node.children.empty() && trimmed(node.text).empty()) return {Scalar::Kind::Tree, {}, 0, false};
    return scalar(node.text);
}

QStringList XmlRecord::fieldNames() const
{
    QStringList names;
    for (const auto& [name, value] : m_tree.at(m_index).attributes)
        names << QLatin1Char('@') + QString::fromStdString(name);
    for (const int child : m_tree.at(m_index).children)
        names << QString::fromStdString(m_tree.at(child).name);
    names.removeDuplicates();
    return names;
}

/// "Data/SectionData", "$.Data.SectionData[*]", "//SectionData", "vd:Data.vd:SectionData": the local names,
/// innermost last.
std::vector<std::string> namesOf(QString path)
{
    path.remove(QStringLiteral("[*]")).replace(QLatin1Char('/'), QLatin1Char('.'));
    std::vector<std::string> names;
    for (const QString& part : path.split(QLatin1Char('.'), Qt::SkipEmptyParts)) {
        if (part != QLatin1String("$"))
            names.push_back(std::string(withoutPrefix(part.trimmed().toStdString())));
    }
    return names;
}

bool endsOn(const XmlTree& tree, int index, const std::vector<std::string>& names)
{
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        if (index < 0 || (*name != "*" && tree.at(index).name != *name)) return false;
        index = tree.at(index).parent;
    }
    return true;
}

/// The elements whose own name and those around it are the path's, wherever the path begins; not within one
/// another.
std::vector<int> recordsOf(const XmlTree& tree, const std::vector<std::string>& names)
{
    std::vector<int> records;
    std::vector<bool> within(static_cast<std::size_t>(tree.size()), false);
    for (int i = 0; i < tree.size(); ++i) {
        const int parent = tree.at(i).parent;
        const bool inside = parent >= 0 && within[static_cast<std::size_t>(parent)];
        const bool record = !inside && endsOn(tree, i, names);
        if (record) records.push_back(i);
        within[static_cast<std::size_t>(i)] = inside || record;
    }
    return records;
}

/// Whether the place where records would stand is there, so that none of them means "none today" and not
/// another document.
bool hasPlaceFor(const XmlTree& tree, const std::vector<std::string>& names)
{
    const std::vector<std::string> around(names.begin(), names.end() - 1);
    for (int i = 0; i < tree.size(); ++i) {
        if (!around.empty() && endsOn(tree, i, around)) return true;
    }
    return around.empty();
}

} // namespace

std::optional<city::Problem> visitXml(const QByteArray& payload, const RecordLayout& layout,
                                      const PayloadHints&, RecordVisitor& visitor)
{
    const XmlReading reading = readXml(payload, layout.encoding);
    if (reading.refused) return reading.refused;
    const XmlRecord root(reading.tree, 0);
    visitor.readAs(reading.encoding);
    visitor.begin(root, {});
    if (reading.mended) visitor.note(*reading.mended);
    const auto visit = [&](const std::vector<int>& records) {
        for (const int index : records)
            visitor.add(XmlRecord(reading.tree, index));
    };
    bool hasPlace = false;
    for (const QString& path : QStringList{layout.records} + layout.recordsElse) {
        const std::vector<std::string> names = namesOf(path);
        const std::vector<int> records =
            names.empty() ? reading.tree.at(0).children : recordsOf(reading.tree, names);
        if (!records.empty() || names.empty()) {
            visit(records);
            return {};
        }
        hasPlace = hasPlace || hasPlaceFor(reading.tree, names);
    }
    if (hasPlace) return {};
    return city::Problem{
        {},
        layout.records,
        {QT_TRANSLATE_NOOP("Message", "there are no records at this place of the payload; its top has: %1"),
         {root.fieldNames().mid(0, 40).join(QStringLiteral(", "))}}};
}

city::Result<Decoded> decodeXml(const QByteArray& payload, const DecodeContext& context)
{
    return decodeMapped(payload, QStringLiteral("xml"), context);
}

} // namespace feeds
