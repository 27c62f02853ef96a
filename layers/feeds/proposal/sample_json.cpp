// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_list_record.h"
#include "layers/feeds/decoders/json_records.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/proposal/json_flatten.h"
#include "layers/feeds/proposal/sample_table.h"

#include <algorithm>

namespace feeds {

namespace {

using simdjson::dom::element;

constexpr int mostPlaces = 4;
constexpr int deepest = 8;
constexpr int mostEntered = 60; ///< Lists longer than this are records and not a way to records.

/// Where a list of records may be.
struct Place {
    QString path;
    std::vector<element> records;
    double score = 0;
    bool isLists = false; ///< The records are lists.
};

int widthOf(element record)
{
    if (record.is_array()) return static_cast<int>(elementsOf(record).size());
    int width = 0;
    for (const auto field : fieldsOf(record))
        width += field.value.is_object() ? std::max(1, static_cast<int>(fieldsOf(field.value).size())) : 1;
    return width;
}

/// Finds the places of records below an element; what the same way leads to comes together.
class Search {
public:
    std::vector<Place> from(element root)
    {
        look(root, QStringLiteral("$"), 0);
        for (Place& place : m_places) {
            const double width = widthOf(place.records[place.records.size() / 2]);
            place.score = double(place.records.size()) * std::min(width, 40.0);
        }
        std::sort(m_places.begin(), m_places.end(),
                  [](const Place& a, const Place& b) { return a.score > b.score; });
        if (m_places.size() > mostPlaces) m_places.resize(mostPlaces);
        return std::move(m_places);
    }

private:
    void add(const QString& path, element record)
    {
        const auto known = std::find_if(m_places.begin(), m_places.end(),
                                        [&](const Place& one) { return one.path == path; });
        if (known == m_places.end())
            m_places.push_back({path, {record}, 0, record.is_array()});
        else if (known->isLists == record.is_array())
            known->records.push_back(record);
    }

    void look(element at, const QString& path, int depth)
    {
        if (depth > deepest) return;
        if (at.is_array()) lookIntoList(at, path, depth);
        if (at.is_object()) lookIntoObject(at, path, depth);
    }

    void lookIntoList(element at, const QString& path, int depth)
    {
        const QString every = path + QStringLiteral("[*]");
        const auto elements = elementsOf(at);
        std::size_t objects = 0, lists = 0;
        for (const element one : elements) {
            objects += one.is_object() ? 1 : 0;
            lists += one.is_array() && elementsOf(one).size() > 1 ? 1 : 0;
        }
        const std::size_t count = elements.size();
        if (count == 0) return;
        if (objects * 2 < count && lists * 2 < count) return;
        // A list of positions is the shape of something and no records.
        if (lists * 2 >= count && isPosition(*elements.begin())) return;
        for (const element one : elements) {
            if (objects * 2 >= count ? one.is_object() : one.is_array()) add(every, one);
        }
        if (objects * 2 < count || count > mostEntered) return;
        for (const element one : elements)
            look(one, every, depth + 1);
    }

    void lookIntoObject(element at, const QString& path, int depth)
    {
        const auto fields = fieldsOf(at);
        std::size_t objects = 0;
        int width = -1, alike = 0;
        bool numbered = true; // by ids: two are enough to see it
        for (const auto field : fields) {
            numbered = numbered && isNumber(field.key);
            if (!field.value.is_object()) continue;
            ++objects;
            const int here = widthOf(field.value);
            if (width < 0) width = here;
            if (here == width) ++alike;
        }
        const bool isMap = objects >= (numbered ? 2U : 3U) && objects == fields.size() &&
                           alike * 3 >= static_cast<int>(objects) * 2 && width >= 2;
        if (isMap) {
            for (const auto field : fields)
                add(path + QStringLiteral(".*"), field.value);
            return;
        }
        for (const auto field : fields) {
            const QString name = toQString(field.key);
            static const QRegularExpression plain(QStringLiteral("^[^.\\[\\]*$'\"]+$"));
            if (name.contains(QLatin1Char('\'')) || name.isEmpty()) continue;
            look(field.value,
                 plain.match(name).hasMatch() ? path + QLatin1Char('.') + name
                                              : path + QStringLiteral("['%1']").arg(name),
                 depth + 1);
        }
    }

    static bool isNumber(std::string_view key)
    {
        return !key.empty() && key.find_first_not_of("0123456789") == std::string_view::npos;
    }

    static bool isPosition(element at)
    {
        for (const element one : elementsOf(at)) {
            if (!one.is_number() && !one.is_array()) return false;
        }
        return elementsOf(at).size() <= 4;
    }

    std::vector<Place> m_places;
};

bool isOfNames(element list)
{
    for (const element one : elementsOf(list)) {
        if (!one.is_string()) return false;
    }
    return true;
}

/// Names of the columns of records that are lists: their first, or a list of names elsewhere in the document.
QStringList columnsOf(element root, const Place& place, RecordLayout& layout)
{
    const element first = place.records.front();
    if (isOfNames(first) && place.records.size() > 1 && !isOfNames(place.records[1])) {
        layout.listHeader = true;
        return ListColumns(first).names();
    }
    for (const auto field : fieldsOf(root)) {
        const bool fits =
            field.value.is_array() && elementsOf(field.value).size() == elementsOf(first).size();
        if (!fits || field.value.is_array() == false ||
            (!isOfNames(field.value) && !(*elementsOf(field.value).begin()).is_object()))
            continue;
        layout.fields = QStringLiteral("$.") + toQString(field.key);
        return ListColumns(field.value).names();
    }
    QStringList numbered;
    for (std::size_t i = 0; i < elementsOf(first).size(); ++i)
        numbered << QStringLiteral("#%1").arg(i + 1);
    return numbered;
}

void addRow(element record, const QStringList& columns, SampleTable& table)
{
    qsizetype column = 0;
    for (const element one : elementsOf(record)) {
        if (column >= columns.size()) break;
        table.add(columns[column++], QString::fromStdString(scalarOf(one).toText()));
    }
}

PayloadSample sampleOf(element root, const Place& place)
{
    PayloadSample sample;
    sample.format = QStringLiteral("json");
    sample.layout.records = place.path;
    const QStringList columns = place.isLists ? columnsOf(root, place, sample.layout) : QStringList();
    const std::size_t begin = sample.layout.listHeader ? 1 : 0;
    sample.records = static_cast<int>(place.records.size() - begin);
    const int stride = strideOf(sample.records);
    SampleTable table;
    const bool isMap = place.path.endsWith(QLatin1String(".*"));
    for (std::size_t i = begin; i < place.records.size(); i += static_cast<std::size_t>(stride)) {
        table.begin();
        if (isMap)
            table.add(QStringLiteral("@key"), QString::number(i)); // Which it is does not matter: all differ.
        if (place.isLists)
            addRow(place.records[i], columns, table);
        else
            flattenJson(place.records[i], table);
    }
    sample.fields = table.take();
    return sample;
}

} // namespace

city::Result<std::vector<PayloadSample>> jsonSamples(const QByteArray& payload, const PayloadHints& hints)
{
    const auto document = parseJson(payload, {}, hints);
    if (!document) return document.problem();
    std::vector<PayloadSample> samples;
    const std::vector<SampleField> around = flattenEnvelope(document->root);
    for (const Place& place : Search().from(document->root)) {
        samples.push_back(sampleOf(document->root, place));
        samples.back().encoding = document->encoding;
        samples.back().envelope = around;
    }
    if (samples.empty() && document->root.is_object()) { // One record and no list.
        samples.push_back(sampleOf(document->root, {QStringLiteral("$"), {document->root}, 0, false}));
        samples.back().encoding = document->encoding;
    }
    return samples;
}

city::Result<std::vector<PayloadSample>> geoJsonSamples(const QByteArray& payload, const PayloadHints& hints)
{
    const auto document = parseJson(payload, {}, hints);
    if (!document) return document.problem();
    simdjson::dom::array features;
    if (!document->root.is_object() || document->root["features"].get(features))
        return city::Problem{
            {}, {}, QT_TRANSLATE_NOOP("Message", "is not GeoJSON: a FeatureCollection was expected")};
    PayloadSample sample;
    sample.format = QStringLiteral("geojson");
    sample.encoding = document->encoding;
    sample.envelope = flattenEnvelope(document->root);
    sample.records = static_cast<int>(features.size());
    const int stride = strideOf(sample.records);
    SampleTable table;
    int number = 0;
    for (const element feature : features) {
        if (number++ % stride != 0) continue;
        table.begin();
        element inside;
        if (!feature["id"].get(inside))
            table.add(QStringLiteral("id"), QString::fromStdString(scalarOf(inside).toText()));
        if (!feature["properties"].get(inside) && inside.is_object()) flattenJson(inside, table);
        if (!feature["geometry"].get(inside) && inside.is_object()) {
            std::string_view type;
            table.add(QStringLiteral("geometry"), inside["type"].get(type) ? QString() : toQString(type),
                      true);
        }
    }
    sample.fields = table.take();
    return std::vector<PayloadSample>{std::move(sample)};
}

} // namespace feeds
