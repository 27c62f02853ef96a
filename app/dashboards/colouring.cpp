// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/colouring.h"

#include "app/dashboards/format.h"
#include "app/dashboards/withheld.h"

#include <algorithm>

namespace app {

namespace {

constexpr int DimAlpha = 60;
constexpr int PaletteSteps = 5;

} // namespace

QColor namedColour(const widgets::Theme& theme, const QString& name, const QColor& otherwise)
{
    if (name.startsWith(QLatin1Char('#'))) {
        const QColor colour(name);
        return colour.isValid() ? colour : otherwise;
    }
    const QHash<QString, QColor> tokens{
        {QStringLiteral("mapBoundary"), theme.mapBoundary}, {QStringLiteral("mapWater"), theme.mapWater},
        {QStringLiteral("mapGround"), theme.mapGround},     {QStringLiteral("mapLabel"), theme.mapLabel},
        {QStringLiteral("line"), theme.line},               {QStringLiteral("muted"), theme.muted},
        {QStringLiteral("text"), theme.text},               {QStringLiteral("data"), theme.data},
        {QStringLiteral("noData"), theme.noData}};
    return tokens.value(name, otherwise);
}

QColor dimmed(QColor colour)
{
    colour.setAlpha(std::min(colour.alpha(), DimAlpha));
    return colour;
}

map::Palette paletteOf(const Scope& scope, const MapLayerSpec& spec)
{
    const QString byStyle = spec.style ? spec.style->style.by.palette : QString();
    const map::Palette* found = scope.pack.palettes->find(byStyle.isEmpty() ? spec.palette : byStyle);
    if (found) return *found;
    map::Palette own;
    own.ramp = scope.in.theme.viridis;
    return own;
}

Colouring::Colouring(const Scope& scope, const MapLayerSpec& spec, const Measure& measure,
                     const std::vector<double>& values)
    : m_scope(scope), m_spec(spec), m_measure(measure), m_palette(paletteOf(scope, spec))
{
    if (values.empty()) return;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    m_least = *least;
    m_most = *most;
    m_any = true;
    if (spec.style && spec.style->classed && !measure.scale) makeClasses(values);
}

void Colouring::makeClasses(const std::vector<double>& values)
{
    const map::ColourBy& by = m_spec.style->style.by;
    m_classes = by.method == map::ClassMethod::Given ? map::givenClasses(by.breaks, values) : map::classify(values, by.method, by.classes);
    m_classColours = m_palette.colours(m_classes->count(), by.reversed);
    for (qsizetype i = 0; i < std::min<qsizetype>(by.colours.size(), m_classes->count()); ++i)
        m_classColours[static_cast<std::size_t>(i)] = namedColour(m_scope.in.theme, by.colours[i], m_scope.in.theme.data);
}

Colouring::Look Colouring::plain() const
{
    return {namedColour(m_scope.in.theme, m_spec.colour, m_scope.in.theme.data), m_spec.style ? m_spec.style->style.shape : map::Shape::Circle, 0, {}};
}

Colouring::Look Colouring::of(double value) const
{
    if (const indicators::Level* level = m_measure.level(value))
        return {level->colour, shapeOf(level->symbol), level->number, m_scope.text(level->word)};
    if (m_measure.scale || !m_any) return {m_scope.in.theme.noData, map::Shape::Ring, 0, {}}; // off the scale
    if (m_classes) {
        const int index = std::max(0, m_classes->of(value));
        return {m_classColours[static_cast<std::size_t>(index)], map::Shape::Circle, index, {}};
    }
    const double at = m_most > m_least ? (value - m_least) / (m_most - m_least) : 0.5;
    const bool own = m_spec.palette == QLatin1String("diverging"); // the theme's, round "usual"
    return {own ? m_scope.in.theme.ramp(m_spec.palette, at) : m_palette.at(at), map::Shape::Circle, static_cast<int>(at * 100), {}};
}

void Colouring::count(double value)
{
    ++m_counted;
    if (const indicators::Level* level = m_measure.level(value)) ++m_levels[level->number];
    if (m_classes) ++m_inClass[m_classes->of(value)];
}

std::vector<map::LegendEntry> Colouring::classLegend() const
{
    std::vector<map::LegendEntry> legend;
    const map::ColourBy& by = m_spec.style->style.by;
    for (int i = 0; i < m_classes->count(); ++i) {
        map::LegendEntry entry;
        entry.text = by.texts.value(i).isEmpty() ? withUnit(m_classes->text(i), unitOf(m_scope, m_measure)) : by.texts[i];
        entry.colour = m_classColours[static_cast<std::size_t>(i)].rgba();
        entry.count = m_inClass.value(i);
        legend.push_back(std::move(entry));
    }
    return legend;
}

void Colouring::countOther(city::Freshness freshness)
{
    if (freshness == city::Freshness::Stale)
        ++m_stale;
    else
        ++m_none;
}

std::vector<map::LegendEntry> Colouring::levelLegend() const
{
    std::vector<map::LegendEntry> legend;
    for (const indicators::Level& level : m_measure.scale->levels) {
        map::LegendEntry entry;
        entry.text = m_scope.text(level.word);
        entry.colour = level.colour.rgba();
        entry.shape = shapeOf(level.symbol);
        entry.level = levelKey(*m_measure.scale, level);
        entry.count = m_levels.value(level.number);
        legend.push_back(std::move(entry));
    }
    return legend;
}

std::vector<map::LegendEntry> Colouring::paletteLegend() const
{
    std::vector<map::LegendEntry> legend;
    const int steps = m_most > m_least ? PaletteSteps : 1;
    for (int i = 0; m_any && i < steps; ++i) {
        const double value = steps == 1 ? m_least : m_least + (m_most - m_least) * i / (steps - 1);
        map::LegendEntry entry;
        entry.text = valueText(m_scope, m_measure, value);
        entry.colour = of(value).colour.rgba();
        legend.push_back(std::move(entry));
    }
    return legend;
}

std::vector<map::LegendEntry> Colouring::legend(map::LegendEntry::Symbol symbol) const
{
    std::vector<map::LegendEntry> entries;
    if (m_measure.scale)
        entries = levelLegend();
    else if (m_classes)
        entries = classLegend();
    else if (!m_spec.value.isEmpty())
        entries = paletteLegend();
    else
        entries.push_back({m_scope.kindName(m_spec.of), plain().colour.rgba(), plain().shape, symbol, {}, m_counted, 0});
    for (map::LegendEntry& entry : entries)
        entry.symbol = symbol;
    const QRgb none = m_scope.in.theme.noData.rgba();
    const auto other = [&](const char* text, int count) {
        if (count > 0)
            entries.push_back({say(text), none, map::Shape::Ring, map::LegendEntry::Symbol::Hatch, {}, count, 0});
    };
    other(QT_TRANSLATE_NOOP("Message", "stale"), m_stale);
    other(QT_TRANSLATE_NOOP("Message", "no data"), m_none);
    if (m_withheld > 0)
        entries.push_back({withheldText(m_scope, m_spec.value), none, map::Shape::Ring, map::LegendEntry::Symbol::CrossHatch, {}, m_withheld, 0});
    return entries;
}

} // namespace app
