// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/layer_rows.h"

#include "app/shell/tools/selection_summary.h"
#include "layers/geo/projection.h"
#include "layers/map/scene/selection.h"

namespace app {

namespace {

/// Columns in the order their names first appear.
struct Columns {
    QStringList names;
    std::vector<geo::RowField> fields;
    QHash<QString, int> places;

    int of(const QString& name)
    {
        const auto found = places.constFind(name);
        if (found != places.cend()) return *found;
        const int place = static_cast<int>(names.size());
        places.insert(name, place);
        names.push_back(name);
        fields.push_back({name, {}, false});
        return place;
    }
};

void addGeometry(const map::LayerScene& layer, std::vector<geo::Feature>& features)
{
    const auto feature = [&features](map::RefIndex ref) { return ref < 0 ? nullptr : &features[static_cast<std::size_t>(ref)].geometry; };
    const auto degrees = [](const std::vector<QPointF>& points) {
        std::vector<city::LonLat> line;
        for (const QPointF at : points)
            line.push_back(geo::fromMercator(at));
        return line;
    };
    for (const map::Mark& mark : layer.marks)
        if (auto* geometry = feature(mark.ref)) geometry->points.push_back(geo::fromMercator(mark.at));
    for (const map::Pie& pie : layer.pies)
        if (auto* geometry = feature(pie.ref)) geometry->points.push_back(geo::fromMercator(pie.at));
    for (const map::WindBarb& barb : layer.barbs)
        if (auto* geometry = feature(barb.ref)) geometry->points.push_back(geo::fromMercator(barb.at));
    for (const map::Mover& mover : layer.movers)
        if (auto* geometry = feature(mover.ref)) geometry->points.push_back(geo::fromMercator(mover.at));
    for (const map::Line& line : layer.lines)
        if (auto* geometry = feature(line.ref)) geometry->lines.push_back(degrees(line.points));
    for (const map::Area& area : layer.areas) {
        auto* geometry = feature(area.ref);
        if (!geometry) continue;
        city::Polygon polygon;
        for (const auto& ring : area.shape->rings)
            polygon.rings.push_back(degrees(ring));
        geometry->polygons.push_back(std::move(polygon));
    }
}

// A column is of numbers when every value in it is one, all of the same unit; the unit then goes into its head.
void partNumbers(Columns& columns, std::vector<geo::Feature>& features)
{
    for (std::size_t i = 1; i < columns.fields.size(); ++i) {
        QString unit;
        bool first = true, all = true;
        for (const geo::Feature& feature : features) {
            const QVariant value = feature.values.value(static_cast<int>(i));
            if (!value.isValid()) continue;
            const auto number = readNumber(value.toString());
            all = all && number && (first || number->unit == unit);
            if (!all) break;
            unit = number->unit;
            first = false;
        }
        if (!all || first) continue;
        columns.fields[i].numeric = true;
        columns.fields[i].unit = unit;
        for (geo::Feature& feature : features)
            if (feature.values[static_cast<int>(i)].isValid()) feature.values[static_cast<int>(i)] = readNumber(feature.values[static_cast<int>(i)].toString())->value;
    }
}

} // namespace

qint64 ThingKeys::of(const map::Ref& ref)
{
    const city::PlaceId id{ref.kind, ref.id};
    const auto found = m_keys.constFind(id);
    if (found != m_keys.cend()) {
        m_things[static_cast<std::size_t>(*found)] = ref;
        return *found;
    }
    const qint64 key = static_cast<qint64>(m_things.size());
    m_keys.insert(id, key);
    m_things.push_back(ref);
    return key;
}

const map::Ref* ThingKeys::thing(qint64 key) const
{
    return key >= 0 && key < static_cast<qint64>(m_things.size()) ? &m_things[static_cast<std::size_t>(key)] : nullptr;
}

ThingTable thingTable(const map::LayerScene& layer, ThingKeys& keys, const ThingWords& words)
{
    Columns columns;
    columns.of(words.name);
    std::vector<geo::Feature> features(layer.refs.size());
    for (std::size_t i = 0; i < layer.refs.size(); ++i) {
        const map::Ref& ref = layer.refs[i];
        geo::Feature& feature = features[i];
        feature.id = featureIdOf(ref).value_or(-1);
        if (feature.id < 0) feature.id = keys.of(ref);
        feature.values << ref.title;
        const auto put = [&](const QString& name, const QString& value) {
            const int column = columns.of(name);
            while (feature.values.size() <= column)
                feature.values << QVariant();
            const QString before = feature.values[column].toString();
            feature.values[column] = before.isEmpty() ? value : before + QStringLiteral(" · ") + value;
        };
        for (const QString& line : ref.lines) {
            const auto [name, value] = map::nameAndValue(line);
            const auto number = name.isEmpty() ? std::nullopt : readNumber(value);
            put(name.isEmpty() ? words.details : name, number ? value.left(value.size() - (number->word.isEmpty() ? 0 : number->word.size() + 2)).trimmed() : value);
            if (number && !number->word.isEmpty()) put(words.level.arg(name), number->word);
        }
    }
    for (geo::Feature& feature : features)
        while (feature.values.size() < columns.names.size())
            feature.values << QVariant();
    addGeometry(layer, features);
    partNumbers(columns, features);
    auto table = std::make_shared<geo::FeatureTable>();
    table->layer = layer.title;
    table->fields = columns.names;
    table->features = std::move(features);
    return {std::move(table), std::move(columns.fields)};
}

std::shared_ptr<geo::RowSource> rowsOf(const GisSource& source)
{
    if (source.table) return geo::tableRows(source.table);
    return geo::fileRows(source.bulk->file, source.bulk->options);
}

} // namespace app
