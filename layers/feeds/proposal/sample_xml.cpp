// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/xml_tree.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/proposal/sample_table.h"
#include "layers/feeds/text/number.h"

#include <algorithm>

namespace feeds {

namespace {

constexpr int deepest = 8;
constexpr int mostPlaces = 4;
constexpr int mostTwins = 60;

QString nameOf(const XmlTree& tree, int index)
{
    return QString::fromStdString(tree.at(index).name);
}

/// A child or attribute that tells an element from its twins ("elementName").
QString keyOfTwins(const XmlTree& tree, const std::vector<int>& twins)
{
    static const QStringList keys{
        QStringLiteral("elementName"), QStringLiteral("parameterName"), QStringLiteral("@name"),
        QStringLiteral("name"),        QStringLiteral("type"),          QStringLiteral("@type"),
        QStringLiteral("@id"),         QStringLiteral("VehicleType"),   QStringLiteral("valueName")};
    for (const QString& key : keys) {
        QStringList seen;
        for (const int twin : twins) {
            const std::string name = key.mid(key.startsWith(QLatin1Char('@')) ? 1 : 0).toStdString();
            const std::string* attribute = tree.attribute(twin, name);
            const QString text = key.startsWith(QLatin1Char('@'))
                                     ? (attribute ? QString::fromStdString(*attribute) : QString())
                                     : toQString(tree.textOf(twin, name));
            if (!text.isEmpty() && !text.contains(QLatin1Char(']'))) seen << text;
        }
        const bool all = seen.size() == static_cast<qsizetype>(twins.size());
        if (all && seen.removeDuplicates() == 0) return key;
    }
    return {};
}

QString valueOf(const XmlTree& tree, int index, const QString& key)
{
    const std::string name = key.toStdString();
    if (key.startsWith(QLatin1Char('@'))) {
        const std::string* value = tree.attribute(index, std::string_view(name).substr(1));
        return value ? QString::fromStdString(*value) : QString();
    }
    return toQString(tree.textOf(index, name));
}

/// Adds the texts below an element under their paths.
void flatten(const XmlTree& tree, int index, const QString& path, int depth, SampleTable& table)
{
    const XmlNode& node = tree.at(index);
    const QString before = path.isEmpty() ? QString() : path + QLatin1Char('.');
    for (const auto& [name, value] : node.attributes)
        table.add(before + QLatin1Char('@') + QString::fromStdString(name), QString::fromStdString(value));
    const QString own = toQString(trimmed(node.text));
    if (!path.isEmpty() && (!own.isEmpty() || node.children.empty())) table.add(path, own);
    if (path.isEmpty() && !own.isEmpty()) table.add(QStringLiteral("#text"), own);
    if (depth >= deepest) return;
    QStringList done;
    for (const int child : node.children) {
        const QString name = nameOf(tree, child);
        if (done.contains(name)) continue;
        done << name;
        const std::vector<int> twins = tree.childrenNamed(index, tree.at(child).name);
        if (twins.size() == 1) {
            flatten(tree, child, before + name, depth + 1, table);
            continue;
        }
        const QString key = keyOfTwins(tree, twins);
        for (std::size_t i = 0; i < twins.size() && i < (key.isEmpty() ? 4U : mostTwins); ++i) {
            const QString pick =
                key.isEmpty() ? QString::number(i) : key + QLatin1Char('=') + valueOf(tree, twins[i], key);
            flatten(tree, twins[i], before + name + QLatin1Char('[') + pick + QLatin1Char(']'), depth + 1,
                    table);
        }
    }
}

/// Elements of one name in one place.
struct Place {
    QString path; ///< Own name and that around it.
    std::vector<int> elements;
    double score = 0;
};

int leavesOf(const XmlTree& tree, int index)
{
    const XmlNode& node = tree.at(index);
    int leaves = static_cast<int>(node.attributes.size());
    if (node.children.empty()) return leaves + 1;
    QStringList names;
    for (const int child : node.children) {
        if (names.contains(nameOf(tree, child))) continue;
        names << nameOf(tree, child);
        leaves += leavesOf(tree, child);
    }
    return leaves;
}

std::vector<Place> placesOf(const XmlTree& tree)
{
    QHash<QString, std::size_t> index;
    std::vector<QString> full(static_cast<std::size_t>(tree.size()));
    std::vector<Place> places;
    for (int i = 0; i < tree.size(); ++i) {
        const int parent = tree.at(i).parent;
        const QString around = parent < 0 ? QString() : full[static_cast<std::size_t>(parent)];
        full[static_cast<std::size_t>(i)] =
            around.isEmpty() ? nameOf(tree, i) : around + QLatin1Char('/') + nameOf(tree, i);
        const bool bare = tree.at(i).children.empty() && tree.at(i).attributes.size() < 2;
        if (parent < 0 || bare) continue;
        const QString& path = full[static_cast<std::size_t>(i)];
        if (!index.contains(path)) {
            index.insert(path, places.size());
            places.push_back({path.section(QLatin1Char('/'), -2), {}, 0});
        }
        places[index.value(path)].elements.push_back(i);
    }
    for (Place& place : places) {
        const auto middle = place.elements[place.elements.size() / 2];
        place.score = double(place.elements.size()) * std::min(leavesOf(tree, middle), 30);
    }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.score > b.score; });
    if (places.size() > mostPlaces) places.resize(mostPlaces);
    return places;
}

PayloadSample sampleOf(const XmlTree& tree, const Place& place)
{
    PayloadSample sample;
    sample.format = QStringLiteral("xml");
    sample.layout.records = place.path;
    sample.records = static_cast<int>(place.elements.size());
    const int stride = strideOf(sample.records);
    SampleTable table;
    for (int i = 0; i < sample.records; i += stride) {
        table.begin();
        flatten(tree, place.elements[static_cast<std::size_t>(i)], {}, 0, table);
    }
    sample.fields = table.take();
    // Around: the texts beside the list, on the way up to the root.
    const int first = place.elements.front();
    for (const int child : tree.at(0).children) {
        if (tree.at(child).children.empty())
            sample.envelope.push_back(
                envelopeField(nameOf(tree, child), toQString(trimmed(tree.at(child).text))));
    }
    for (const auto& [name, value] : tree.at(0).attributes)
        sample.envelope.push_back(
            envelopeField(QLatin1Char('@') + QString::fromStdString(name), QString::fromStdString(value)));
    QString way;
    std::vector<int> line;
    for (int at = tree.at(first).parent; at > 0; at = tree.at(at).parent)
        line.insert(line.begin(), at);
    for (const int at : line) {
        way += (way.isEmpty() ? QString() : QStringLiteral(".")) + nameOf(tree, at);
        for (const int child : tree.at(at).children) {
            if (tree.at(child).children.empty())
                sample.envelope.push_back(envelopeField(way + QLatin1Char('.') + nameOf(tree, child),
                                                        toQString(trimmed(tree.at(child).text))));
        }
    }
    return sample;
}

} // namespace

city::Result<std::vector<PayloadSample>> xmlSamples(const QByteArray& payload, const PayloadHints&)
{
    const XmlReading reading = readXml(payload, {});
    if (reading.refused) return *reading.refused;
    std::vector<PayloadSample> samples;
    for (const Place& place : placesOf(reading.tree)) {
        samples.push_back(sampleOf(reading.tree, place));
        samples.back().encoding = reading.encoding;
    }
    return samples;
}

} // namespace feeds
