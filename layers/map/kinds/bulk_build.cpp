// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/bulk_build.h"

#include "layers/map/kinds/bulk_arrays.h"

#include <QtConcurrent>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace map {

namespace {

// Calls job(first, end) for pieces of a count, in all threads.
template<typename Job> void inPieces(std::size_t count, Job job)
{
    const std::size_t pieces =
        std::min<std::size_t>(count, 4U * static_cast<unsigned>(std::max(1, QThread::idealThreadCount())));
    std::vector<std::size_t> numbers(pieces);
    std::iota(numbers.begin(), numbers.end(), 0);
    QtConcurrent::blockingMap(numbers,
                              [&](std::size_t i) { job(count * i / pieces, count * (i + 1) / pieces); });
}

std::pair<double, double> extremes(std::span<const double> values)
{
    struct Part {
        std::span<const double> values;
        double least, most;
    };
    std::vector<Part> parts;
    constexpr std::size_t step = 256 * 1024;
    for (std::size_t first = 0; first < values.size(); first += step)
        parts.push_back(
            {values.subspan(first, std::min(step, values.size() - first)), values[first], values[first]});
    QtConcurrent::blockingMap(parts, [](Part& part) {
        double least = part.least, most = part.most;
        for (const double value : part.values) {
            least = value < least ? value : least;
            most = value > most ? value : most;
        }
        part.least = least;
        part.most = most;
    });
    std::pair all{parts.front().least, parts.front().most};
    for (const Part& part : parts)
        all = {std::min(all.first, part.least), std::max(all.second, part.most)};
    return all;
}

/// Builds one layer from the columns of one kind of geometry.
class Building {
public:
    Building(geo::ShapeColumns columns, BulkShapes shapes)
        : m_columns(std::move(columns)), m_arrays(std::make_shared<BulkArrays>())
    {
        m_layer.shapes = shapes;
        m_layer.count = static_cast<quint32>(m_columns.ids.size());
    }

    std::shared_ptr<const BulkLayer> run()
    {
        quantise();
        takeRings();
        takeIds();
        m_arrays->values = std::move(m_columns.values);
        see();
        if (!isCoherent()) sortByPlace();
        index();
        m_layer.memory = m_arrays;
        return std::make_shared<const BulkLayer>(std::move(m_layer));
    }

private:
    bool isPoints() const { return m_layer.shapes == BulkShapes::Points; }

    void quantise()
    {
        const auto [west, east] = extremes(m_columns.x);
        const auto [south, north] = extremes(m_columns.y);
        m_layer.bounds = QRectF(west, south, east - west, north - south);
        m_layer.origin = m_layer.bounds.center();
        const double half = std::max({m_layer.bounds.width() / 2, m_layer.bounds.height() / 2, 1.0});
        m_layer.quantum = std::exp2(std::ceil(std::log2(half)) - 30);
        m_arrays->levels.resize(1);
        auto& vertices = m_arrays->levels[0].vertices;
        vertices.resize(m_columns.x.size());
        inPieces(vertices.size(), [&](std::size_t first, std::size_t end) {
            const double perQuantum = 1 / m_layer.quantum, x0 = m_layer.origin.x(), y0 = m_layer.origin.y();
            for (std::size_t i = first; i < end; ++i) {
                // Half away from zero by truncation: the same as rounding, and it needs no function call.
                const double x = (m_columns.x[i] - x0) * perQuantum, y = (m_columns.y[i] - y0) * perQuantum;
                vertices[i] = {static_cast<qint32>(x + (x < 0 ? -0.5 : 0.5)),
                               static_cast<qint32>(y + (y < 0 ? -0.5 : 0.5))};
            }
        });
        m_columns.x = {};
        m_columns.y = {};
    }

    void takeRings()
    {
        if (isPoints()) return;
        m_columns.rings.push_back(static_cast<quint32>(m_arrays->levels[0].vertices.size()));
        m_arrays->levels[0].rings = std::move(m_columns.rings);
        if (m_columns.features.size() + 1 == m_arrays->levels[0].rings.size()) return; // one ring each
        m_columns.features.push_back(static_cast<quint32>(m_arrays->levels[0].rings.size() - 1));
        m_arrays->features = std::move(m_columns.features);
    }

    void takeIds()
    {
        m_layer.firstId = m_columns.ids.front();
        bool inOrder = true;
        for (std::size_t i = 0; i < m_columns.ids.size() && inOrder; ++i)
            inOrder = m_columns.ids[i] == m_layer.firstId + static_cast<qint64>(i);
        if (!inOrder) m_arrays->ids = std::move(m_columns.ids);
    }

    // The layer sees the arrays as they are now.
    void see()
    {
        m_layer.features = m_arrays->features;
        m_layer.ids = m_arrays->ids;
        m_layer.values = m_arrays->values;
        m_layer.ranks = m_arrays->ranks;
        m_layer.blocks = m_arrays->blocks;
        m_layer.groups = m_arrays->groups;
        m_layer.levels.clear();
        for (const BulkArrays::Level& level : m_arrays->levels)
            m_layer.levels.push_back({level.cell, level.rings, level.vertices});
    }

    BulkVertex middleOf(quint32 feature) const
    {
        const VertexRange range = verticesOf(m_layer, m_layer.levels[0], feature);
        return m_layer.levels[0].vertices[(range.first + range.end) / 2];
    }

    // Whether the file keeps neighbours together already, as files with a packed index do.
    bool isCoherent() const
    {
        if (m_layer.count < 1024) return true;
        double way = 0;
        const quint32 stride = std::max(1U, m_layer.count / 20'000);
        quint32 looked = 0;
        for (quint32 i = 0; i + 1 < m_layer.count; i += stride, ++looked) {
            const BulkVertex a = middleOf(i), b = middleOf(i + 1);
            way += std::hypot(static_cast<double>(a.x) - b.x, static_cast<double>(a.y) - b.y);
        }
        const double area =
            m_layer.bounds.width() * m_layer.bounds.height() / (m_layer.quantum * m_layer.quantum);
        return way / looked < 8 * std::sqrt(area / m_layer.count);
    }

    void sortByPlace();

    void index()
    {
        const std::size_t vertices = m_layer.levels[0].vertices.size();
        const double each = std::max(1.0, static_cast<double>(vertices) / m_layer.count);
        m_layer.blockSize = std::clamp(static_cast<quint32>(64 / each), 1U, 64U);
        m_arrays->blocks.resize((m_layer.count + m_layer.blockSize - 1) / m_layer.blockSize);
        inPieces(m_arrays->blocks.size(), [this](std::size_t first, std::size_t end) {
            for (std::size_t block = first; block < end; ++block)
                m_arrays->blocks[block] = boxOf(static_cast<quint32>(block) * m_layer.blockSize);
        });
        const std::vector<BulkBox>& blocks = m_arrays->blocks;
        for (std::size_t first = 0; first < blocks.size(); first += blocksOfGroup) {
            BulkBox box = blocks[first];
            for (std::size_t i = first; i < std::min<std::size_t>(first + blocksOfGroup, blocks.size()); ++i)
                box = {std::min(box.left, blocks[i].left), std::min(box.bottom, blocks[i].bottom),
                       std::max(box.right, blocks[i].right), std::max(box.top, blocks[i].top)};
            m_arrays->groups.push_back(box);
        }
        see();
    }

    BulkBox boxOf(quint32 firstFeature) const
    {
        const BulkLevel& level = m_layer.levels[0];
        const quint32 last = std::min(firstFeature + m_layer.blockSize, m_layer.count) - 1;
        const std::size_t first = verticesOf(m_layer, level, firstFeature).first,
                          end = verticesOf(m_layer, level, last).end;
        BulkBox box{level.vertices[first].x, level.vertices[first].y, level.vertices[first].x,
                    level.vertices[first].y};
        for (const BulkVertex v : level.vertices.subspan(first, end - first))
            box = {std::min(box.left, v.x), std::min(box.bottom, v.y), std::max(box.right, v.x),
                   std::max(box.top, v.y)};
        return box;
    }

    geo::ShapeColumns m_columns;
    std::shared_ptr<BulkArrays> m_arrays;
    BulkLayer m_layer;
};

template<typename T> void reorder(std::vector<T>& values, const std::vector<quint32>& order)
{
    if (values.empty()) return;
    std::vector<T> sorted(values.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        sorted[i] = values[order[i]];
    values = std::move(sorted);
}

void Building::sortByPlace()
{
    // Place on the curve in the upper half, number of the feature in the lower.
    std::vector<quint64> keys(m_layer.count);
    inPieces(keys.size(), [&](std::size_t first, std::size_t end) {
        const auto cell = [](qint32 v) {
            return static_cast<quint32>((static_cast<qint64>(v) + (1LL << 30)) >> 15) & 0xffffU;
        };
        for (std::size_t i = first; i < end; ++i) {
            const BulkVertex v = middleOf(static_cast<quint32>(i));
            keys[i] = static_cast<quint64>(hilbertPlace(cell(v.x), cell(v.y))) << 32 | i;
        }
    });
    std::sort(keys.begin(), keys.end());
    std::vector<quint32> order(keys.size());
    std::transform(keys.begin(), keys.end(), order.begin(),
                   [](quint64 key) { return static_cast<quint32>(key); });

    BulkArrays::Level sorted;
    sorted.vertices.reserve(m_arrays->levels[0].vertices.size());
    std::vector<quint32> features;
    for (const quint32 from : order) {
        const VertexRange range = verticesOf(m_layer, m_layer.levels[0], from);
        if (!isPoints()) {
            features.push_back(static_cast<quint32>(sorted.rings.size()));
            for (quint32 ring = m_layer.firstRing(from); ring < m_layer.firstRing(from + 1); ++ring)
                sorted.rings.push_back(static_cast<quint32>(sorted.vertices.size() +
                                                            m_layer.levels[0].rings[ring] - range.first));
        }
        const auto part = m_layer.levels[0].vertices.subspan(range.first, range.end - range.first);
        sorted.vertices.insert(sorted.vertices.end(), part.begin(), part.end());
    }
    if (!isPoints()) sorted.rings.push_back(static_cast<quint32>(sorted.vertices.size()));
    if (!m_arrays->features.empty()) {
        features.push_back(static_cast<quint32>(sorted.rings.size() - 1));
        m_arrays->features = std::move(features);
    }
    if (m_arrays->ids.empty()) {
        m_arrays->ids.resize(m_layer.count);
        std::iota(m_arrays->ids.begin(), m_arrays->ids.end(), m_layer.firstId);
    }
    reorder(m_arrays->ids, order);
    reorder(m_arrays->values, order);
    m_arrays->ranks = std::move(order);
    m_arrays->levels[0] = std::move(sorted);
    see();
}

} // namespace

std::vector<std::shared_ptr<const BulkLayer>> buildBulk(geo::Columns columns)
{
    std::vector<std::shared_ptr<const BulkLayer>> layers;
    const auto add = [&layers](geo::ShapeColumns& one, BulkShapes shapes) {
        if (!one.isEmpty()) layers.push_back(Building(std::move(one), shapes).run());
    };
    add(columns.polygons, BulkShapes::Polygons);
    add(columns.lines, BulkShapes::Lines);
    add(columns.points, BulkShapes::Points);
    return layers;
}

} // namespace map
