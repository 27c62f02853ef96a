// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/area_locator.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace indicators {

namespace {

constexpr double cellsPerEdge = 2;
constexpr int mostAlong = 2048;

std::size_t edgesOf(const city::Geometry& geometry)
{
    std::size_t count = 0;
    for (const city::Polygon& polygon : geometry.polygons)
        for (const city::Ring& ring : polygon.rings)
            count += ring.size();
    return count;
}

bool isBetween(double x, double a, double b)
{
    return x >= std::min(a, b) && x < std::max(a, b);
}

/// Whether the way from `from` to `to`, first along the parallel and then along the meridian, crosses the
/// edge an odd number of times.
bool crosses(city::LonLat a, city::LonLat b, city::LonLat from, city::LonLat to)
{
    bool odd = false;
    if ((a.lat > from.lat) != (b.lat > from.lat))
        odd = isBetween(a.lon + (from.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon), from.lon, to.lon);
    if ((a.lon > to.lon) != (b.lon > to.lon))
        odd ^= isBetween(a.lat + (to.lon - a.lon) / (b.lon - a.lon) * (b.lat - a.lat), from.lat, to.lat);
    return odd;
}

} // namespace

AreaLocator::AreaLocator(const std::vector<const city::Geometry*>& areas)
{
    std::size_t edges = 0;
    for (const city::Geometry* one : areas) {
        if (one->polygons.empty()) continue;
        m_box.add(one->bounds());
        edges += edgesOf(*one);
    }
    if (m_box.isEmpty()) return;
    // A little wider, so that what lies on the rim is in a cell.
    const double margin = 1e-9 + 1e-6 * (m_box.east - m_box.west + m_box.north - m_box.south);
    m_box.add(city::LonLat{m_box.west - margin, m_box.south - margin});
    m_box.add(city::LonLat{m_box.east + margin, m_box.north + margin});
    const int along =
        std::clamp(static_cast<int>(std::sqrt(cellsPerEdge * static_cast<double>(edges))), 8, mostAlong);
    m_columns = m_rows = along;
    std::vector<std::vector<Entry>> cells(static_cast<std::size_t>(m_columns) *
                                          static_cast<std::size_t>(m_rows));
    for (std::size_t i = 0; i < areas.size(); ++i)
        if (!areas[i]->polygons.empty()) addArea(static_cast<int>(i), *areas[i], cells);
    for (const auto& cell : cells) {
        m_firstEntry.push_back(static_cast<int>(m_entries.size()));
        m_entries.insert(m_entries.end(), cell.begin(), cell.end());
    }
    m_firstEntry.push_back(static_cast<int>(m_entries.size()));
}

city::LonLat AreaLocator::centre(int column, int row) const
{
    return {m_box.west + (column + 0.5) * (m_box.east - m_box.west) / m_columns,
            m_box.south + (row + 0.5) * (m_box.north - m_box.south) / m_rows};
}

int AreaLocator::cellOf(city::LonLat p) const
{
    const double column = (p.lon - m_box.west) / (m_box.east - m_box.west) * m_columns;
    const double row = (p.lat - m_box.south) / (m_box.north - m_box.south) * m_rows;
    return std::min(static_cast<int>(row), m_rows - 1) * m_columns +
           std::min(static_cast<int>(column), m_columns - 1);
}

void AreaLocator::addArea(int area, const city::Geometry& geometry, std::vector<std::vector<Entry>>& cells)
{
    std::map<int, std::vector<Edge>> edgesByCell;
    std::vector<std::vector<double>> crossings(
        static_cast<std::size_t>(m_rows)); // Of the centre line of each row.
    const auto add = [&](city::LonLat a, city::LonLat b) {
        const int low = cellOf({std::min(a.lon, b.lon), std::min(a.lat, b.lat)});
        const int high = cellOf({std::max(a.lon, b.lon), std::max(a.lat, b.lat)});
        for (int row = low / m_columns; row <= high / m_columns; ++row) {
            for (int column = low % m_columns; column <= high % m_columns; ++column)
                edgesByCell[row * m_columns + column].push_back({a, b});
            const double lat = centre(0, row).lat;
            if ((a.lat > lat) != (b.lat > lat))
                crossings[static_cast<std::size_t>(row)].push_back(a.lon + (lat - a.lat) / (b.lat - a.lat) *
                                                                               (b.lon - a.lon));
        }
    };
    for (const city::Polygon& polygon : geometry.polygons)
        for (const city::Ring& ring : polygon.rings)
            for (std::size_t i = 1; i < ring.size(); ++i)
                add(ring[i - 1], ring[i]);
    std::map<int, bool> inside; // Every cell the area has to do with, and whether it holds the cell's centre.
    for (const auto& [cell, edges] : edgesByCell)
        inside[cell] = false;
    for (int row = 0; row < m_rows; ++row) {
        auto& line = crossings[static_cast<std::size_t>(row)];
        std::sort(line.begin(), line.end());
        for (std::size_t i = 0; i + 1 < line.size(); i += 2) {
            const int last = cellOf({line[i + 1], centre(0, row).lat}) % m_columns;
            for (int column = cellOf({line[i], centre(0, row).lat}) % m_columns; column <= last; ++column)
                if (isBetween(centre(column, row).lon, line[i], line[i + 1]))
                    inside[row * m_columns + column] = true;
        }
    }
    for (const auto& [cell, centreInside] : inside) {
        const auto edges = edgesByCell.find(cell);
        Entry entry{area, centreInside, static_cast<int>(m_edges.size()), 0};
        if (edges != edgesByCell.end()) {
            entry.edgeCount = static_cast<int>(edges->second.size());
            m_edges.insert(m_edges.end(), edges->second.begin(), edges->second.end());
        }
        cells[static_cast<std::size_t>(cell)].push_back(entry);
    }
}

int AreaLocator::locate(city::LonLat p) const
{
    if (!m_box.contains(p)) return -1;
    const int cell = cellOf(p);
    const city::LonLat from = centre(cell % m_columns, cell / m_columns);
    const auto begin = static_cast<std::size_t>(m_firstEntry[static_cast<std::size_t>(cell)]);
    const auto end = static_cast<std::size_t>(m_firstEntry[static_cast<std::size_t>(cell) + 1]);
    for (std::size_t i = begin; i < end; ++i) {
        const Entry& entry = m_entries[i];
        bool inside = entry.centreInside;
        const Edge* edge = m_edges.data() + entry.firstEdge;
        for (const Edge* last = edge + entry.edgeCount; edge != last; ++edge)
            inside ^= crosses(edge->a, edge->b, from, p);
        if (inside) return entry.area;
    }
    return -1;
}

std::vector<AreaSum> sumByArea(const AreaLocator& locator, std::size_t areaCount,
                               std::span<const city::LonLat> points, std::span<const double> values)
{
    std::vector<AreaSum> sums(areaCount);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!values.empty() && std::isnan(values[i])) continue;
        const int area = locator.locate(points[i]);
        if (area < 0) continue;
        AreaSum& sum = sums[static_cast<std::size_t>(area)];
        ++sum.count;
        if (!values.empty()) sum.sum += values[i];
    }
    return sums;
}

std::optional<double> weightedMean(std::span<const std::optional<double>> values,
                                   std::span<const double> weights, double leastShare)
{
    double sum = 0, used = 0, all = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!(weights[i] > 0)) continue;
        all += weights[i];
        if (!values[i]) continue;
        sum += weights[i] * *values[i];
        used += weights[i];
    }
    if (!(used > 0) || used < leastShare * all) return std::nullopt;
    return sum / used;
}

} // namespace indicators
