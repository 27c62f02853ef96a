// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/inverse_distance.h"

#include "layers/geo/projection.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace map {

namespace {

constexpr std::size_t neighbours = 10;

struct Station {
    QPointF at;
    double value;
};

std::vector<Station> stationsOf(const std::vector<Sounding>& soundings)
{
    std::vector<Station> stations;
    for (const Sounding& one : soundings)
        if (std::isfinite(one.value)) stations.push_back({geo::toMercator(one.at), one.value});
    return stations;
}

double squared(QPointF a, QPointF b)
{
    const QPointF off = a - b;
    return QPointF::dotProduct(off, off);
}

/// The stations by the square of the map they lie in, so that the nearest few are found without looking at all of them.
class Neighbourhood {
public:
    /// Squared distance and value.
    using Near = std::vector<std::pair<double, double>>;

    explicit Neighbourhood(const std::vector<Station>& stations);
    /// Puts the nearest `count` (all, where there are fewer) into `near`, nearest first; and none where the nearest is further
    /// than `reach`.
    void find(QPointF at, std::size_t count, double reach, Near& near) const;

private:
    int columnOf(double x) const { return static_cast<int>(std::floor((x - m_corner.x()) / m_side)); }
    int rowOf(double y) const { return static_cast<int>(std::floor((y - m_corner.y()) / m_side)); }
    void addRing(QPointF at, int column, int row, int ring, Near& near) const;

    QPointF m_corner;
    double m_side = 1;
    int m_columns = 1, m_rows = 1;
    std::vector<std::vector<Station>> m_squares; ///< Row after row.
};

Neighbourhood::Neighbourhood(const std::vector<Station>& stations)
{
    const auto byX = [](const Station& a, const Station& b) { return a.at.x() < b.at.x(); };
    const auto byY = [](const Station& a, const Station& b) { return a.at.y() < b.at.y(); };
    const auto [west, east] = std::minmax_element(stations.begin(), stations.end(), byX);
    const auto [south, north] = std::minmax_element(stations.begin(), stations.end(), byY);
    const QPointF size = QPointF(east->at.x(), north->at.y()) - QPointF(west->at.x(), south->at.y());
    const double count = static_cast<double>(stations.size());
    m_corner = {west->at.x(), south->at.y()};
    m_side = std::max({std::sqrt(size.x() * size.y() / count), std::max(size.x(), size.y()) / count, 1e-3});
    m_columns = columnOf(east->at.x()) + 1;
    m_rows = rowOf(north->at.y()) + 1;
    m_squares.resize(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
    for (const Station& one : stations)
        m_squares[static_cast<std::size_t>(rowOf(one.at.y()) * m_columns + columnOf(one.at.x()))].push_back(one);
}

void Neighbourhood::find(QPointF at, std::size_t count, double reach, Near& near) const
{
    near.clear();
    const int column = columnOf(at.x()), row = rowOf(at.y());
    const int last = std::max({std::abs(column), std::abs(row), std::abs(m_columns - 1 - column), std::abs(m_rows - 1 - row)});
    for (int ring = 0; ring <= last; ++ring) {
        addRing(at, column, row, ring, near);
        const double seen = ring * m_side; // all that is nearer has been met
        if (near.empty() && seen > reach) return;
        if (near.size() < count) continue;
        std::nth_element(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(count - 1), near.end());
        if (near[count - 1].first < seen * seen) break;
    }
    const std::size_t kept = std::min(count, near.size());
    std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(kept), near.end());
    near.resize(near.front().first > reach * reach ? 0 : kept);
}

/// The stations of the squares `ring` squares away.
void Neighbourhood::addRing(QPointF at, int column, int row, int ring, Near& near) const
{
    const int bottom = std::max(0, row - ring), top = std::min(m_rows - 1, row + ring);
    for (int y = bottom; y <= top; ++y) {
        const bool isWhole = y == row - ring || y == row + ring; // or only its two ends
        const int step = isWhole || ring == 0 ? 1 : 2 * ring;
        for (int x = column - ring; x <= column + ring; x += step) {
            if (x < 0 || x >= m_columns) continue;
            for (const Station& station : m_squares[static_cast<std::size_t>(y * m_columns + x)])
                near.emplace_back(squared(station.at, at), station.value);
        }
    }
}

// The middle one of the distances from each station to its nearest neighbour.
double usualDistance(const std::vector<Station>& stations)
{
    std::vector<double> nearest;
    for (const Station& one : stations) {
        double least = std::numeric_limits<double>::infinity();
        for (const Station& other : stations)
            if (&one != &other && squared(one.at, other.at) > 0)
                least = std::min(least, squared(one.at, other.at));
        if (std::isfinite(least)) nearest.push_back(std::sqrt(least));
    }
    if (nearest.empty()) return 0;
    std::nth_element(nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(nearest.size() / 2),
                     nearest.end());
    return nearest[nearest.size() / 2];
}

// Franke and Little's weights fall to nothing at the farthest of the neighbours: the surface has no steps
// where one neighbour takes the place of another.
double valueAt(const Neighbourhood& stations, QPointF at, double reach, Neighbourhood::Near& near)
{
    stations.find(at, neighbours, reach, near);
    if (near.empty()) return std::numeric_limits<double>::quiet_NaN();
    if (near.front().first < 1e-6) return near.front().second;
    const double farthest = std::sqrt(near.back().first) * 1.001;
    double sum = 0, weights = 0;
    for (const auto& [square, value] : near) {
        const double distance = std::sqrt(square);
        const double weight = std::pow((farthest - distance) / (farthest * distance), 2);
        sum += value * weight;
        weights += weight;
    }
    return sum / weights;
}

Lattice latticeOf(const std::vector<Station>& stations, double reach, int finest)
{
    double west = 1e300, east = -1e300, south = 1e300, north = -1e300;
    for (const Station& station : stations) {
        west = std::min(west, station.at.x() - reach);
        east = std::max(east, station.at.x() + reach);
        south = std::min(south, station.at.y() - reach);
        north = std::max(north, station.at.y() + reach);
    }
    Lattice lattice;
    lattice.corner = {west, south};
    lattice.step = std::max(east - west, north - south) / finest;
    lattice.columns = static_cast<int>((east - west) / lattice.step) + 2;
    lattice.rows = static_cast<int>((north - south) / lattice.step) + 2;
    const Neighbourhood neighbourhood(stations);
    Neighbourhood::Near near;
    for (int row = 0; row < lattice.rows; ++row)
        for (int column = 0; column < lattice.columns; ++column)
            lattice.values.push_back(
                valueAt(neighbourhood, lattice.corner + QPointF(column, row) * lattice.step, reach, near));
    return lattice;
}

} // namespace

std::optional<Lattice> interpolated(const std::vector<Sounding>& soundings, double reach, int finest)
{
    const std::vector<Station> stations = stationsOf(soundings);
    const double usual = stations.size() < 3 ? 0 : usualDistance(stations);
    if (!(usual > 0)) return std::nullopt;
    const double stretch = 1 / std::cos(geo::fromMercator(stations.front().at).lat * std::numbers::pi / 180);
    return latticeOf(stations, reach > 0 ? reach * stretch : 2 * usual, finest);
}

} // namespace map
