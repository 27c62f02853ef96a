// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/colouring.h"

#include "app/dashboards/format.h"

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

Colouring::Colouring(const Scope& scope, const MapLayerSpec& spec, const Measure& measure,
                     const std::vector<double>& values)
    : m_scope(scope), m_spec(spec), m_measure(measure)
{
    if (values.empty()) return;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    m_least = *least;
    m_most = *most;
    m_any = true;
}

Colouring::Look Colouring::plain() const
{
    return {namedColour(m_scope.in.theme, m_spec.colour, m_scope.in.theme.data), map::Shape::Circle, 0, {}};
}

Colouring::Look Colouring::of(double value) const
{
    if (const indicators::Level* level = m_measure.level(value))
        return {level->colour, shapeOf(level->symbol), level->number, m_scope.text(level->word)};
    if (m_measure.scale || !m_any) return {m_scope.in.theme.noData, map::Shape::Ring, 0, {}}; // off the scale
    const double at = m_most > m_least ? (value - m_least) / (m_most - m_least) : 0.5;
    const QString palette = m_spec.palette.isEmpty() ? QStringLiteral("viridis") : m_spec.palette;
    return {m_scope.in.theme.ramp(palette, at), map::Shape::Circle, static_cast<int>(at * 100), {}};
}

void Colouring::count(double value)
{
    ++m_counted;
    if (const indicators::Level* level = m_measure.level(value)) ++m_levels[level->number];
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
    else if (!m_spec.value.isEmpty())
        entries = paletteLegend();
    else
        entries.push_back({m_scope.kindName(m_spec.of), plain().colour.rgba(), plain().shape, symbol, {}, m_counted});
    for (map::LegendEntry& entry : entries)
        entry.symbol = symbol;
    const QRgb none = m_scope.in.theme.noData.rgba();
    const auto other = [&](const char* text, int count) {
        if (count > 0)
            entries.push_back({say(text), none, map::Shape::Ring, map::LegendEntry::Symbol::Hatch, {}, count});
    };
    other(QT_TRANSLATE_NOOP("Message", "stale"), m_stale);
    other(QT_TRANSLATE_NOOP("Message", "no data"), m_none);
    return entries;
}

} // namespace app
