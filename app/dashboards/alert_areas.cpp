// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/alert_areas.h"

#include "app/dashboards/people.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr double Step = 0.005;       // degrees between tested positions of an edge: about 500 m
constexpr std::size_t MostSteps = 20'000;

void addOnce(std::vector<int>& found, int area)
{
    if (area >= 0 && std::find(found.begin(), found.end(), area) == found.end()) found.push_back(area);
}

// The outline as positions close enough together that no district slips between two of them.
std::vector<city::LonLat> outline(const city::Geometry& geometry)
{
    std::vector<city::LonLat> positions = geometry.points;
    const auto addEdges = [&](const std::vector<city::LonLat>& line) {
        for (std::size_t i = 0; i + 1 < line.size() && positions.size() < MostSteps; ++i) {
            const city::LonLat a = line[i], b = line[i + 1];
            const double length = std::hypot(b.lon - a.lon, b.lat - a.lat);
            const int steps = static_cast<int>(std::clamp(std::ceil(length / Step), 1.0, 1000.0));
            for (int n = 0; n < steps; ++n) {
                const double t = static_cast<double>(n) / steps;
                positions.push_back({a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)});
            }
        }
    };
    for (const auto& line : geometry.lines)
        addEdges(line);
    for (const city::Polygon& polygon : geometry.polygons)
        for (const city::Ring& ring : polygon.rings)
            addEdges(ring);
    return positions;
}

std::vector<int> byName(const city::AreaTree& areas, const QString& text)
{
    static const QRegularExpression separators(QStringLiteral("[、,，;；\\n]"));
    std::vector<int> found;
    for (const QString& part : text.split(separators, Qt::SkipEmptyParts))
        for (const QString& level : areas.levels())
            addOnce(found, areas.findByName(level, part.trimmed()));
    return found;
}

} // namespace

std::vector<int> overlapped(const city::AreaTree& areas, const QString& level, const city::Geometry& geometry)
{
    std::vector<int> found;
    if (geometry.isEmpty()) return found;
    const city::LonLatBox bounds = geometry.bounds();
    const std::vector<city::LonLat> positions = outline(geometry);
    for (std::size_t i = 0; i < areas.areas().size(); ++i) {
        const city::Area& area = areas.areas()[i];
        if (area.level != level || area.geometry.isEmpty() || !area.bounds.intersects(bounds)) continue;
        const bool touched = geometry.contains(area.geometry.anchor()) ||
                             std::any_of(positions.begin(), positions.end(), [&](city::LonLat p) {
                                 return area.bounds.contains(p) && area.geometry.contains(p);
                             });
        if (touched) found.push_back(static_cast<int>(i));
    }
    return found;
}

std::vector<int> areasOf(const city::AreaTree& areas, const city::AlertArea& area)
{
    std::vector<int> found;
    for (const auto& [name, value] : area.geocodes)
        addOnce(found, areas.findByGeocode(name, value));
    if (!found.empty()) return found;
    if (!area.geometry.isEmpty()) {
        QString level = peopleLevel(areas);
        if (level.isEmpty()) level = areas.levels().value(std::min<qsizetype>(1, areas.levels().size() - 1));
        return overlapped(areas, level, area.geometry);
    }
    return byName(areas, area.areaDesc);
}

} // namespace app
