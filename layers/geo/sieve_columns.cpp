// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/sieve_columns.h"

#include "layers/geo/project_columns.h"

#include <cmath>

namespace geo {

namespace {

std::size_t endOf(const std::vector<quint32>& starts, std::size_t i, std::size_t end)
{
    return i + 1 < starts.size() ? starts[i + 1] : end;
}

/// What stays of a set of columns, written over its own beginning.
class Sieve {
public:
    Sieve(ShapeColumns& columns, Columns& counts) : m_columns(columns), m_counts(counts) {}

    void run()
    {
        const std::size_t features = m_columns.ids.size();
        for (std::size_t feature = 0; feature < features; ++feature) {
            const std::size_t ring = isPoints() ? 0 : m_columns.features[feature];
            const std::size_t rings =
                isPoints() ? 0 : endOf(m_columns.features, feature, m_columns.rings.size());
            const std::size_t first = isPoints() ? feature : m_columns.rings[ring];
            const std::size_t end =
                isPoints() ? feature + 1 : endOf(m_columns.rings, rings - 1, m_columns.x.size());
            if (judge(first, end)) keep(feature, ring, rings, first, end);
        }
        m_columns.x.resize(m_vertices);
        m_columns.y.resize(m_vertices);
        m_columns.rings.resize(isPoints() ? 0 : m_rings);
        m_columns.features.resize(isPoints() ? 0 : m_features);
        m_columns.ids.resize(m_features);
        if (!m_columns.values.empty()) m_columns.values.resize(m_features);
    }

private:
    bool isPoints() const { return &m_columns == &m_counts.points; }

    bool judge(std::size_t first, std::size_t end)
    {
        bool atEdge = false;
        for (std::size_t i = first; i < end; ++i) {
            if (std::isnan(m_columns.x[i]) || std::isnan(m_columns.y[i])) {
                ++m_counts.offEarth;
                return false;
            }
            atEdge = atEdge || std::abs(m_columns.y[i]) >= mercatorHalf - 0.01;
        }
        m_counts.clamped += atEdge;
        return true;
    }

    // Reads ahead of what it writes: nothing unread is overwritten.
    void keep(std::size_t feature, std::size_t ring, std::size_t rings, std::size_t first, std::size_t end)
    {
        const std::size_t shift = first - m_vertices;
        if (!isPoints()) {
            m_columns.features[m_features] = static_cast<quint32>(m_rings);
            for (std::size_t i = ring; i < rings; ++i)
                m_columns.rings[m_rings++] = static_cast<quint32>(m_columns.rings[i] - shift);
        }
        for (std::size_t i = first; i < end; ++i, ++m_vertices) {
            m_columns.x[m_vertices] = m_columns.x[i];
            m_columns.y[m_vertices] = m_columns.y[i];
        }
        m_columns.ids[m_features] = m_columns.ids[feature];
        if (!m_columns.values.empty()) m_columns.values[m_features] = m_columns.values[feature];
        ++m_features;
    }

    ShapeColumns& m_columns;
    Columns& m_counts;
    std::size_t m_vertices = 0, m_rings = 0, m_features = 0;
};

void joinRings(ShapeColumns& columns)
{
    for (std::size_t ring = 0; ring < columns.rings.size(); ++ring) {
        const std::size_t end = endOf(columns.rings, ring, columns.x.size());
        double shift = 0;
        for (std::size_t i = columns.rings[ring] + 1; i < end; ++i) {
            const double jump = columns.x[i] + shift - columns.x[i - 1];
            if (std::abs(jump) > mercatorHalf) shift -= std::copysign(2 * mercatorHalf, jump);
            columns.x[i] += shift;
        }
    }
}

} // namespace

void sieveColumns(Columns& columns)
{
    for (ShapeColumns* one : {&columns.points, &columns.lines, &columns.polygons})
        Sieve(*one, columns).run();
}

void joinAcrossAntimeridian(Columns& columns)
{
    joinRings(columns.lines);
    joinRings(columns.polygons);
}

} // namespace geo
