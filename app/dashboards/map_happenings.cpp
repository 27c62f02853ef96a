// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/colouring.h"
#include "app/dashboards/event_measures.h"
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/map_layers.h"
#include "app/dashboards/read_out.h"
#include "layers/map/kinds/lines.h"
#include "layers/map/kinds/points.h"
#include "layers/map/kinds/polygons.h"

#include <algorithm>

namespace app {

namespace {

constexpr int AlertAlpha = 55;
constexpr float EventRadius = 6;

QColor alertColour(const Scope& scope, const AlertNow& alert)
{
    const auto& alarms = scope.in.theme.alarms;
    return alert.alarm >= 1 && alert.alarm <= 3 ? alarms[static_cast<std::size_t>(alert.alarm) - 1].colour
                                                : scope.in.theme.muted;
}

void addAlert(const Scope& scope, const AlertNow& alert, std::vector<map::AreaInput>& inputs)
{
    map::AreaInput look;
    look.outline = alertColour(scope, alert);
    look.outlineWidth = alert.exercise ? 1 : 2;
    look.fill = look.outline;
    look.fill.setAlpha(alert.exercise ? 0 : AlertAlpha);
    look.ref = alertRef(scope, alert);
    look.priority = alert.rank;
    const std::size_t before = inputs.size();
    for (const city::AlertArea& area : alert.info->areas)
        if (!area.geometry.polygons.empty()) {
            inputs.push_back(look);
            inputs.back().geometry = &area.geometry;
        }
    if (inputs.size() == before)
        for (const int area : alert.areas) {
            inputs.push_back(look);
            const auto& projected = scope.in.projectedAreas;
            if (projected && static_cast<std::size_t>(area) < projected->shapes.size()) {
                inputs.back().shape = projected->shapes[static_cast<std::size_t>(area)];
                inputs.back().labelAt = projected->anchors[static_cast<std::size_t>(area)];
            } else {
                inputs.back().geometry = &scope.areas.at(area).geometry;
            }
        }
    if (inputs.size() > before) inputs[before].label = scope.text(city::eventText(*alert.info, scope.pack.terms));
}

std::vector<map::LegendEntry> alertLegend(const Scope& scope)
{
    std::vector<map::LegendEntry> legend;
    for (const char* severity : {"Extreme", "Severe", "Moderate", "Minor", "Unknown"}) {
        const QString word = QString::fromLatin1(severity);
        map::LegendEntry entry;
        entry.text = severityWord(word);
        entry.symbol = map::LegendEntry::Symbol::Area;
        entry.level = QStringLiteral("severity:") + word;
        entry.count = 0;
        for (const AlertNow& alert : scope.alerts) {
            if (alert.exercise || alert.info->severity != word || !touchesFocus(scope, alert)) continue;
            if (entry.count++ == 0) entry.colour = alertColour(scope, alert).rgba();
        }
        if (entry.count > 0) legend.push_back(std::move(entry));
    }
    return legend;
}

void addState(const Scope& scope, const QStringList& feeds, DrawnLayer& layer)
{
    layer.freshness = freshnessOf(scope, feeds);
    std::optional<city::Instant> oldest;
    for (const city::FeedPicture* feed : answered(scope, feeds))
        oldest = std::min(*feed->state.speaksOf(), oldest.value_or(*feed->state.speaksOf()));
    if (oldest) layer.age = ageText(scope.now - *oldest);
}

} // namespace

DrawnLayer drawAlerts(const Scope& scope, const map::LayerMeta& plainMeta)
{
    std::vector<map::AreaInput> inputs;
    for (const AlertNow& alert : alertsInFocus(scope))
        addAlert(scope, alert, inputs);
    map::LayerMeta meta = plainMeta;
    meta.legend = alertLegend(scope);
    DrawnLayer layer;
    layer.scenes.push_back(map::polygons(meta, std::move(inputs)));
    addState(scope, feedsFor(scope, {{}, {}, {}, FeedsFor::Alerts::Yes}), layer);
    return layer;
}

DrawnLayer drawEvents(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& plainMeta)
{
    const Measure scale = measure(scope, spec.value, spec.scale);
    std::vector<double> values;
    for (const EventNow& one : scope.events)
        if (one.event->kind == spec.of)
            if (const auto value = measureOf(*one.event, spec.value)) values.push_back(*value);
    Colouring colouring(scope, spec, scale, values);
    std::vector<map::PointInput> points;
    std::vector<map::LineInput> lines;
    std::vector<map::AreaInput> areas;
    for (const EventNow& one : scope.events) {
        const city::Geometry& where = one.event->geometry;
        if (one.event->kind != spec.of || where.isEmpty()) continue;
        const std::optional<double> value = measureOf(*one.event, spec.value);
        const bool inFocus = scope.isInFocus(one.area) && scope.isPicked(QStringLiteral("event"), one.event->id);
        Colouring::Look look = value ? colouring.of(*value) : colouring.plain();
        if (!inFocus) look.colour = dimmed(look.colour);
        if (inFocus) colouring.count(value.value_or(0));
        const map::Ref ref = eventRef(scope, one);
        const QString label = value && spec.label == QLatin1String("value") ? number(*value, scale.decimals()) : QString();
        const map::Shape shape = value && scale.scale ? look.shape : map::Shape::Diamond;
        for (const city::LonLat at : where.points)
            points.push_back({at, EventRadius + static_cast<float>(scale.scale ? look.rank : 0), look.colour, shape,
                              map::DataState::Current, ref, label, look.rank});
        if (!where.lines.empty())
            lines.push_back({&where, look.colour, 3, scope.in.theme.mapGround, map::Stroke::Dashed,
                             map::DataState::Current, ref, label, look.rank});
        if (!where.polygons.empty()) {
            QColor fill = look.colour;
            fill.setAlpha(std::min(fill.alpha(), AlertAlpha));
            areas.push_back({nullptr, &where, fill, look.colour, 1.5F, map::DataState::Current, ref, label, {1e9, 0}, look.rank});
        }
    }
    map::LayerMeta meta = plainMeta;
    meta.legend = colouring.legend(map::LegendEntry::Symbol::Mark);
    if (!scale.scale)
        for (map::LegendEntry& entry : meta.legend)
            entry.shape = map::Shape::Diamond;
    DrawnLayer layer;
    layer.scenes.push_back(map::points(meta, std::move(points)));
    meta.legend.clear();
    if (!lines.empty()) layer.scenes.push_back(map::lines(meta, std::move(lines)));
    if (!areas.empty()) layer.scenes.push_back(map::polygons(meta, std::move(areas)));
    addState(scope, feedsFor(scope, {{}, {}, spec.of, FeedsFor::Alerts::No}), layer);
    return layer;
}

} // namespace app
