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
double valueAt(const std::vector<Station>& stations, QPointF at, double reach,
               std::vector<std::pair<double, double>>& near)
{
    near.clear();
    for (const Station& station : stations)
        near.emplace_back(squared(station.at, at), station.value);
    const std::size_t count = std::min(neighbours, near.size());
    std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(count), near.end());
    if (near.front().first > reach * reach) return std::numeric_limits<double>::quiet_NaN();
    if (near.front().first < 1e-6) return near.front().second;
    const double farthest = std::sqrt(near[count - 1].first) * 1.001;
    double sum = 0, weights = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double distance = std::sqrt(near[i].first);
        const double weight = std::pow((farthest - distance) / (farthest * distance), 2);
        sum += near[i].second * weight;
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
    std::vector<std::pair<double, double>> near;
    for (int row = 0; row < lattice.rows; ++row)
        for (int column = 0; column < lattice.columns; ++column)
            lattice.values.push_back(
                valueAt(stations, lattice.corner + QPointF(column, row) * lattice.step, reach, near));
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
