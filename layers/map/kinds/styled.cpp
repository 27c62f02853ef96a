// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/styled.h"

#include "layers/map/kinds/clusters.h"
#include "layers/map/kinds/density.h"
#include "layers/map/kinds/features.h"
#include "layers/map/kinds/flows.h"
#include "layers/map/kinds/isolines.h"
#include "layers/map/kinds/value_colours.h"
#include "layers/map/kinds/wind.h"

#include <algorithm>
#include <cmath>

namespace map {

namespace {

using Scenes = std::vector<std::shared_ptr<const LayerScene>>;

/// One style at work on one table.
class StyledTable {
public:
    StyledTable(const LayerMeta& meta, const geo::FeatureTable& table, const VectorStyle& style,
                const Dressing& dressing)
        : m_meta(meta), m_table(table), m_style(style), m_dressing(dressing),
          m_by(table.fieldIndex(style.by.field)), m_size(table.fieldIndex(style.size.field)),
          m_weight(table.fieldIndex(style.weightField)), m_colours(style.by, valuesOf(m_by), dressing),
          m_title(table.fieldIndex(dressing.titleField))
    {
        for (const QVariant& value : valuesOf(m_size))
            if (const auto one = ValueColours::number(value)) m_largest = std::max(m_largest, *one);
        if (style.size.full > 0) m_largest = style.size.full;
    }

    Scenes made() const
    {
        switch (m_style.draw) {
        case Drawing::Clusters:
            return clustered();
        case Drawing::Hexagons:
            return hexagons(m_meta, weighted(), density());
        case Drawing::Heat:
            return {heat(m_meta, weighted(), density())};
        case Drawing::Flows:
            return {flowing()};
        case Drawing::Wind:
            return {winds()};
        case Drawing::Isolines:
            return {contours()};
        case Drawing::Features:
            break;
        }
        return {plain()};
    }

private:
    QVariantList valuesOf(int field) const
    {
        QVariantList values;
        if (field < 0) return values;
        for (const geo::Feature& feature : m_table.features)
            values.append(feature.values.value(field));
        return values;
    }
    std::optional<double> numberOf(const geo::Feature& feature, int field) const
    {
        return field < 0 ? std::nullopt : ValueColours::number(feature.values.value(field));
    }
    QColor named(const QString& name) const { return name.isEmpty() ? QColor() : m_dressing.colour(name); }
    QColor colourOf(const geo::Feature& feature) const
    {
        if (m_by >= 0) return m_colours.of(feature.values.value(m_by));
        return named(m_style.colour.isEmpty() ? QStringLiteral("data") : m_style.colour);
    }
    QColor faded(QColor colour) const
    {
        if (colour.isValid()) colour.setAlphaF(static_cast<float>(colour.alphaF() * m_style.opacity));
        return colour;
    }
    double share(const geo::Feature& feature) const
    {
        const auto value = numberOf(feature, m_size);
        return value && m_largest > 0 ? std::clamp(*value / m_largest, 0.0, 1.0) : 0;
    }
    float sizeAt(double part) const
    {
        return static_cast<float>(m_style.size.least + (m_style.size.most - m_style.size.least) * part);
    }

    FeatureStyle look(const geo::Feature& feature) const;
    Ref refOf(const geo::Feature& feature) const { return describe(m_meta, m_table, feature, m_title); }
    LabelStyle labels() const;
    void addSizes(LayerScene& scene) const;
    LegendEntry::Symbol symbol() const;

    std::shared_ptr<const LayerScene> plain() const;
    Scenes clustered() const;
    std::vector<WeightedPoint> weighted() const;
    DensityStyle density() const;
    Palette palette() const;
    std::shared_ptr<const LayerScene> flowing() const;
    std::shared_ptr<const LayerScene> winds() const;
    std::shared_ptr<const LayerScene> contours() const;

    const LayerMeta& m_meta;
    const geo::FeatureTable& m_table;
    const VectorStyle& m_style;
    const Dressing& m_dressing;
    int m_by, m_size, m_weight;
    ValueColours m_colours;
    int m_title;
    double m_largest = 0;
};

LabelStyle StyledTable::labels() const
{
    LabelStyle labels = m_dressing.labels;
    if (m_style.label.pixels > 0) labels.pixels = static_cast<float>(m_style.label.pixels);
    if (!m_style.label.colour.isEmpty()) labels.colour = named(m_style.label.colour);
    if (!m_style.label.halo.isEmpty()) labels.halo = named(m_style.label.halo);
    labels.bold = m_style.label.bold || labels.bold;
    return labels;
}

FeatureStyle StyledTable::look(const geo::Feature& feature) const
{
    FeatureStyle look;
    const QColor colour = colourOf(feature);
    const bool data = m_by < 0 || m_colours.isData(feature.values.value(m_by));
    look.state = data ? DataState::Current : DataState::None;
    look.fill = look.point = look.line = faded(colour);
    if (colour.isValid() && m_style.outline != QLatin1String("none"))
        look.outline = m_style.outline.isEmpty() ? colour.darker(130) : named(m_style.outline);
    look.casing = named(m_style.casing);
    look.halo = named(m_style.halo);
    look.outlineWidth = static_cast<float>(m_style.outlineWidth);
    look.lineWidth = m_size < 0 ? static_cast<float>(m_style.width) : sizeAt(share(feature));
    look.pointRadius = m_size < 0 ? static_cast<float>(m_style.radius) : sizeAt(std::sqrt(share(feature)));
    look.offset = static_cast<float>(m_style.offset);
    look.shape = m_style.shape;
    look.stroke = m_style.stroke;
    look.arrows = m_style.arrows;
    look.labelField = colour.isValid() ? m_dressing.labelField : QString();
    look.titleField = m_dressing.titleField;
    look.labels = labels();
    look.labelsAlong = m_style.label.along;
    look.labelRepeat = static_cast<float>(m_style.label.repeat);
    const auto priority = numberOf(feature, m_table.fieldIndex(m_style.label.priorityField));
    look.labelPriority = static_cast<int>(std::clamp(priority.value_or(0), -1e9, 1e9));
    return look;
}

LegendEntry::Symbol StyledTable::symbol() const
{
    for (const geo::Feature& feature : m_table.features) {
        if (!feature.geometry.polygons.empty()) return LegendEntry::Symbol::Area;
        if (!feature.geometry.lines.empty()) return LegendEntry::Symbol::Line;
        if (!feature.geometry.points.empty()) break;
    }
    return LegendEntry::Symbol::Mark;
}

void StyledTable::addSizes(LayerScene& scene) const
{
    const LegendEntry::Symbol kind = symbol();
    const QRgb colour =
        m_by >= 0 ? rgbaOf(m_dressing.noData)
                  : rgbaOf(named(m_style.colour.isEmpty() ? QStringLiteral("data") : m_style.colour));
    for (const double value : prettyBreaks(0, m_largest, 3)) {
        const double part = value / m_largest;
        scene.legend.push_back({QString::number(value),
                                colour,
                                m_style.shape,
                                kind,
                                {},
                                -1,
                                sizeAt(kind == LegendEntry::Symbol::Mark ? std::sqrt(part) : part)});
    }
}

std::shared_ptr<const LayerScene> StyledTable::plain() const
{
    auto scene = std::make_shared<LayerScene>(
        *features(m_meta, m_table, [this](const geo::Feature& feature) { return look(feature); }));
    const QByteArray svg =
        m_style.icon.isEmpty() || !m_dressing.icon ? QByteArray() : m_dressing.icon(m_style.icon);
    if (!svg.isEmpty()) {
        scene->icons.push_back({m_style.icon, svg});
        for (Mark& mark : scene->marks)
            mark.icon = 0;
    }
    // Small ones lie on top of large ones.
    if (m_size >= 0)
        std::stable_sort(scene->marks.begin(), scene->marks.end(),
                         [](const Mark& a, const Mark& b) { return a.radius > b.radius; });
    if (m_by >= 0)
        for (LegendEntry& entry : m_colours.legend(symbol(), m_style.shape))
            scene->legend.push_back(std::move(entry));
    if (m_size >= 0) addSizes(*scene);
    return scene;
}

Scenes StyledTable::clustered() const
{
    std::vector<PointInput> inputs;
    for (const geo::Feature& feature : m_table.features) {
        const FeatureStyle one = look(feature);
        if (!one.point.isValid()) continue;
        for (const city::LonLat at : feature.geometry.points) {
            PointInput input;
            input.at = at;
            input.radius = one.pointRadius;
            input.fill = one.point;
            input.shape = one.shape;
            input.state = one.state;
            input.ref = refOf(feature);
            const int label = m_table.fieldIndex(one.labelField);
            if (label >= 0) input.label = feature.values.value(label).toString();
            inputs.push_back(std::move(input));
        }
    }
    LayerMeta meta = m_meta;
    if (m_by >= 0) meta.legend = m_colours.legend(LegendEntry::Symbol::Mark, m_style.shape);
    ClusterStyle style;
    if (m_style.reach > 0) style.reach = static_cast<float>(m_style.reach);
    style.other = m_dressing.noData;
    return clusters(meta, std::move(inputs), style, labels());
}

std::vector<WeightedPoint> StyledTable::weighted() const
{
    std::vector<WeightedPoint> points;
    for (const geo::Feature& feature : m_table.features) {
        if (feature.geometry.isEmpty()) continue;
        const double weight = m_weight < 0 ? 1 : numberOf(feature, m_weight).value_or(0);
        if (feature.geometry.points.empty()) points.push_back({feature.geometry.anchor(), weight});
        for (const city::LonLat at : feature.geometry.points)
            points.push_back({at, weight});
    }
    return points;
}

Palette StyledTable::palette() const
{
    const Palette* found = m_dressing.palettes->find(m_style.by.palette);
    return found ? *found : m_dressing.palettes->all.front();
}

DensityStyle StyledTable::density() const
{
    DensityStyle style;
    style.palette = palette();
    style.reversed = m_style.by.reversed;
    style.method = m_style.by.method;
    style.classes = m_style.by.classes;
    style.cell = m_style.cell;
    style.opacity = m_style.opacity < 1 ? m_style.opacity : style.opacity;
    return style;
}

std::shared_ptr<const LayerScene> StyledTable::flowing() const
{
    const int lon = m_table.fieldIndex(m_style.toLon), lat = m_table.fieldIndex(m_style.toLat);
    std::vector<FlowInput> inputs;
    for (const geo::Feature& feature : m_table.features) {
        FlowInput input;
        input.value = m_weight < 0 ? 1 : numberOf(feature, m_weight).value_or(0);
        input.colour = faded(colourOf(feature));
        input.ref = refOf(feature);
        const auto toLon = numberOf(feature, lon), toLat = numberOf(feature, lat);
        if (toLon && toLat && !feature.geometry.points.empty()) {
            input.from = feature.geometry.points.front();
            input.to = {*toLon, *toLat};
            inputs.push_back(input);
        }
        for (const auto& line : feature.geometry.lines) {
            input.from = line.front();
            input.to = line.back();
            inputs.push_back(input);
        }
    }
    FlowStyle style;
    if (!m_style.size.field.isEmpty() || m_style.width != VectorStyle().width)
        style.most = static_cast<float>(std::max(1.0, m_style.width));
    return flows(m_meta, std::move(inputs), style, labels());
}

std::shared_ptr<const LayerScene> StyledTable::winds() const
{
    const int speed = m_table.fieldIndex(m_style.speedField),
              direction = m_table.fieldIndex(m_style.directionField);
    std::vector<WindInput> inputs;
    for (const geo::Feature& feature : m_table.features) {
        const auto fast = numberOf(feature, speed), from = numberOf(feature, direction);
        if (!fast || !from) continue;
        for (const city::LonLat at : feature.geometry.points)
            inputs.push_back({at, *fast * m_style.speedFactor, *from, colourOf(feature), DataState::Current,
                              refOf(feature)});
    }
    return wind(m_meta, std::move(inputs));
}

std::shared_ptr<const LayerScene> StyledTable::contours() const
{
    std::vector<Sounding> soundings;
    for (const geo::Feature& feature : m_table.features)
        if (const auto value = numberOf(feature, m_weight); value && !feature.geometry.points.empty())
            soundings.push_back({feature.geometry.points.front(), *value});
    IsolineStyle style;
    style.interval = m_style.interval;
    style.reach = m_style.reach;
    style.palette = palette();
    style.reversed = m_style.by.reversed;
    style.width = static_cast<float>(m_style.width);
    style.unit = m_style.by.unit;
    return isolines(m_meta, soundings, style, labels());
}

} // namespace

Scenes styled(const LayerMeta& meta, const geo::FeatureTable& table, const VectorStyle& style,
              const Dressing& dressing)
{
    return StyledTable(meta, table, style, dressing).made();
}

QStringList missingFields(const VectorStyle& style, const QStringList& fields)
{
    QStringList missing;
    for (const QString& field :
         {style.by.field, style.size.field, style.label.priorityField, style.weightField, style.toLon,
          style.toLat, style.speedField, style.directionField})
        if (!field.isEmpty() && !fields.contains(field) && !missing.contains(field)) missing << field;
    return missing;
}

} // namespace map
