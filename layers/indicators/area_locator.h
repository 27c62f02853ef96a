// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"

#include <optional>
#include <span>
#include <vector>

namespace indicators {

/// Finds the area of a position among many: a grid whose cells know the few edges that run through them, so
/// that a question looks at those and not at whole polygons. Even-odd rule, as city::Geometry::contains.
/// Built once, immutable, any thread.
class AreaLocator {
public:
    /// Areas without polygons are never found. They may overlap: the first counts.
    explicit AreaLocator(const std::vector<const city::Geometry*>& areas);
    int locate(city::LonLat p) const; ///< Index of the area, -1 outside of all.

private:
    struct Edge {
        city::LonLat a, b;
    };
    /// What of one area is in one cell.
    struct Entry {
        int area = 0;
        bool centreInside = false;
        int firstEdge = 0, edgeCount = 0;
    };
    int cellOf(city::LonLat p) const;
    city::LonLat centre(int column, int row) const;
    void addArea(int area, const city::Geometry& geometry, std::vector<std::vector<Entry>>& cells);

    city::LonLatBox m_box;
    int m_columns = 1, m_rows = 1;
    std::vector<int> m_firstEntry; ///< One more than there are cells.
    std::vector<Entry> m_entries;
    std::vector<Edge> m_edges;
};

/// What lies in an area.
struct AreaSum {
    int count = 0;
    double sum = 0;

    std::optional<double> mean() const { return count > 0 ? std::optional(sum / count) : std::nullopt; }
};

/// Points with values summed into their areas; `values` empty: they are only counted. NaN values are no
/// values.
std::vector<AreaSum> sumByArea(const AreaLocator& locator, std::size_t areaCount,
                               std::span<const city::LonLat> points, std::span<const double> values);

/// The mean of parts, each by its weight (its area or its people; say which). Parts without a value, or
/// without weight, do not count; nothing when less than `leastShare` of the weight has a value.
std::optional<double> weightedMean(std::span<const std::optional<double>> values,
                                   std::span<const double> weights, double leastShare = 0.5);

} // namespace indicators
