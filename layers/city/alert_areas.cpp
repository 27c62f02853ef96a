// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/alert_areas.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace city {

namespace {

constexpr double Step = 0.005;       // degrees between tested positions of an edge: about 500 m
constexpr std::size_t MostSteps = 20'000;

void addOnce(std::vector<int>& found, int area)
{
    if (area >= 0 && std::find(found.begin(), found.end(), area) == found.end()) found.push_back(area);
}

// By itself, or by an area it lies in.
bool isNamed(const AreaTree& areas, const std::vector<int>& found, int area)
{
    return std::any_of(found.begin(), found.end(), [&](int one) { return areas.isWithin(area, one); });
}

// The outline as positions close enough together that no district slips between two of them.
std::vector<LonLat> outline(const Geometry& geometry)
{
    std::vector<LonLat> positions = geometry.points;
    const auto addEdges = [&](const std::vector<LonLat>& line) {
        for (std::size_t i = 0; i + 1 < line.size() && positions.size() < MostSteps; ++i) {
            const LonLat a = line[i], b = line[i + 1];
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
    for (const Polygon& polygon : geometry.polygons)
        for (const Ring& ring : polygon.rings)
            addEdges(ring);
    return positions;
}

std::vector<int> byName(const AreaTree& areas, const QString& text)
{
    static const QRegularExpression separators(QStringLiteral("[、,，;；\\n]"));
    std::vector<int> found;
    for (const QString& part : text.split(separators, Qt::SkipEmptyParts))
        for (const QString& level : areas.levels())
            addOnce(found, areas.findByName(level, part.trimmed()));
    return found;
}

} // namespace

std::vector<int> overlapped(const AreaTree& areas, const QString& level, const Geometry& geometry)
{
    std::vector<int> found;
    if (geometry.isEmpty()) return found;
    const LonLatBox bounds = geometry.bounds();
    const std::vector<LonLat> positions = outline(geometry);
    for (std::size_t i = 0; i < areas.areas().size(); ++i) {
        const Area& area = areas.areas()[i];
        if (area.level != level || area.geometry.isEmpty() || !area.bounds.intersects(bounds)) continue;
        const bool touched = geometry.contains(area.geometry.anchor()) ||
                             std::any_of(positions.begin(), positions.end(), [&](LonLat p) {
                                 return area.bounds.contains(p) && area.geometry.contains(p);
                             });
        if (touched) found.push_back(static_cast<int>(i));
    }
    return found;
}

QString levelOfResidents(const AreaTree& areas)
{
    QString level;
    for (const QString& one : areas.levels())
        if (std::any_of(areas.areas().begin(), areas.areas().end(),
                        [&](const Area& area) { return area.level == one && area.people; }))
            level = one;
    return level;
}

std::vector<int> areasOf(const AreaTree& areas, const AlertArea& area)
{
    std::vector<int> found;
    for (const auto& [name, value] : area.geocodes)
        addOnce(found, areas.findByGeocode(name, value));
    if (!area.geometry.isEmpty()) {
        QString level = levelOfResidents(areas);
        if (level.isEmpty()) level = areas.levels().value(std::min<qsizetype>(1, areas.levels().size() - 1));
        for (const int one : overlapped(areas, level, area.geometry))
            if (!isNamed(areas, found, one)) found.push_back(one);
    }
    return found.empty() && area.geometry.isEmpty() ? byName(areas, area.areaDesc) : found;
}

std::vector<int> areasOf(const AreaTree& areas, const AlertInfo& info)
{
    std::vector<int> found;
    for (const AlertArea& area : info.areas)
        for (const int one : areasOf(areas, area))
            addOnce(found, one);
    return found;
}

QStringList unknownGeocodes(const AreaTree& areas, const AlertInfo& info)
{
    QStringList unknown;
    for (const AlertArea& area : info.areas)
        for (const auto& [name, value] : area.geocodes)
            if (areas.findByGeocode(name, value) < 0) unknown << name + QLatin1Char('=') + value;
    return unknown;
}

} // namespace city
