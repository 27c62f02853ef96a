// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/bulk_build.h"

#include "layers/city/threads.h"
#include "layers/map/kinds/bulk_arrays.h"
#include "layers/map/paint/wide.h"

#include <QtConcurrent>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <tuple>

namespace map {

namespace {

constexpr std::size_t pieceSize = 256 * 1024; // numbers a job takes at once

// Calls job(first, end) for pieces of a count, in all threads.
template<typename Job> void inPieces(std::size_t count, Job job)
{
    const std::size_t pieces =
        std::min<std::size_t>(count, 4U * static_cast<unsigned>(std::max(1, QThread::idealThreadCount())));
    std::vector<std::size_t> numbers(pieces);
    std::iota(numbers.begin(), numbers.end(), 0);
    QtConcurrent::blockingMap(&city::workThreads(), numbers,
                              [&](std::size_t i) { job(count * i / pieces, count * (i + 1) / pieces); });
}

BulkBox together(const BulkBox& a, const BulkBox& b)
{
    return {std::min(a.left, b.left), std::min(a.bottom, b.bottom), std::max(a.right, b.right),
            std::max(a.top, b.top)};
}

/// The box round at least one vertex. By fours, so that all of a register is used.
MAP_WIDE BulkBox around(std::span<const BulkVertex> vertices)
{
    constexpr std::size_t lanes = 4;
    qint32 least[2 * lanes], most[2 * lanes];
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        least[2 * lane] = most[2 * lane] = vertices[0].x;
        least[2 * lane + 1] = most[2 * lane + 1] = vertices[0].y;
    }
    const auto take = [&least, &most](std::size_t number, qint32 value) {
        least[number] = value < least[number] ? value : least[number];
        most[number] = value > most[number] ? value : most[number];
    };
    std::size_t i = 0;
    for (; i + lanes <= vertices.size(); i += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            take(2 * lane, vertices[i + lane].x);
            take(2 * lane + 1, vertices[i + lane].y);
        }
    }
    for (; i < vertices.size(); ++i) {
        take(0, vertices[i].x);
        take(1, vertices[i].y);
    }
    BulkBox box{least[0], least[1], most[0], most[1]};
    for (std::size_t lane = 1; lane < lanes; ++lane)
        box = together(box, {least[2 * lane], least[2 * lane + 1], most[2 * lane], most[2 * lane + 1]});
    return box;
}

/// A run of positions of one part of what was read.
struct Piece {
    const geo::ShapeColumns* part;
    std::size_t first, count;
    std::size_t place; ///< Of its first position in the whole.
    double left = 0, right = 0, bottom = 0, top = 0;
};

std::vector<Piece> piecesOf(const std::vector<geo::ShapeColumns>& parts)
{
    std::vector<Piece> pieces;
    std::size_t place = 0;
    for (const geo::ShapeColumns& part : parts) {
        for (std::size_t first = 0; first < part.x.size(); first += pieceSize) {
            const std::size_t count = std::min(pieceSize, part.x.size() - first);
            pieces.push_back({&part, first, count, place});
            place += count;
        }
    }
    return pieces;
}

std::pair<double, double> extremes(std::span<const double> values)
{
    double least = values[0], most = values[0];
    for (const double value : values) {
        least = value < least ? value : least;
        most = value > most ? value : most;
    }
    return {least, most};
}

QRectF boundsOf(std::vector<Piece>& pieces)
{
    QtConcurrent::blockingMap(&city::workThreads(), pieces, [](Piece& piece) {
        std::tie(piece.left, piece.right) = extremes({piece.part->x.data() + piece.first, piece.count});
        std::tie(piece.bottom, piece.top) = extremes({piece.part->y.data() + piece.first, piece.count});
    });
    Piece all = pieces.front();
    for (const Piece& piece : pieces) {
        all.left = std::min(all.left, piece.left);
        all.right = std::max(all.right, piece.right);
        all.bottom = std::min(all.bottom, piece.bottom);
        all.top = std::max(all.top, piece.top);
    }
    return {all.left, all.bottom, all.right - all.left, all.top - all.bottom};
}

/// Builds one layer from the columns of one kind of geometry.
class Building {
public:
    Building(std::vector<geo::ShapeColumns> parts, BulkShapes shapes, const std::optional<geo::Grid>& grid)
        : m_parts(std::move(parts)), m_grid(grid), m_arrays(std::make_shared<BulkArrays>())
    {
        m_layer.shapes = shapes;
        for (const geo::ShapeColumns& part : m_parts)
            m_layer.count += static_cast<quint32>(part.ids.size());
    }

    std::shared_ptr<const BulkLayer> run()
    {
        m_arrays->levels.resize(1);
        m_grid ? join() : quantise();
        takeRings();
        takeIds();
        for (const geo::ShapeColumns& part : m_parts)
            m_arrays->values.insert(m_arrays->values.end(), part.values.begin(), part.values.end());
        m_parts.clear();
        see();
        index();
        if (!isCoherent()) {
            sortByPlace();
            index();
        }
        addFirstLevel();
        m_layer.memory = m_arrays;
        return std::make_shared<const BulkLayer>(std::move(m_layer));
    }

private:
    bool isPoints() const { return m_layer.shapes == BulkShapes::Points; }

    void quantise()
    {
        std::vector<Piece> pieces = piecesOf(m_parts);
        m_layer.bounds = boundsOf(pieces);
        m_layer.origin = m_layer.bounds.center();
        const double half = std::max({m_layer.bounds.width() / 2, m_layer.bounds.height() / 2, 1.0});
        m_layer.quantum = std::exp2(std::ceil(std::log2(half)) - 30);
        auto& vertices = m_arrays->levels[0].vertices;
        vertices.resize(pieces.back().place + pieces.back().count);
        QtConcurrent::blockingMap(&city::workThreads(), pieces, [&](const Piece& piece) {
            const double perQuantum = 1 / m_layer.quantum, x0 = m_layer.origin.x(), y0 = m_layer.origin.y();
            const double* const xs = piece.part->x.data() + piece.first;
            const double* const ys = piece.part->y.data() + piece.first;
            for (std::size_t i = 0; i < piece.count; ++i) {
                // Half away from zero by truncation: the same as rounding, and it needs no function call.
                const double x = (xs[i] - x0) * perQuantum, y = (ys[i] - y0) * perQuantum;
                vertices[piece.place + i] = {static_cast<qint32>(x + (x < 0 ? -0.5 : 0.5)),
                                             static_cast<qint32>(y + (y < 0 ? -0.5 : 0.5))};
            }
        });
    }

    // What is on a grid already is put together as it is.
    void join()
    {
        struct Part {
            const geo::ShapeColumns* from;
            std::size_t place; ///< Of its first position in the whole.
        };
        std::vector<Part> parts;
        std::size_t place = 0;
        for (const geo::ShapeColumns& part : m_parts) {
            parts.push_back({&part, place});
            place += part.onGrid.size();
        }
        auto& vertices = m_arrays->levels[0].vertices;
        vertices.resize(place);
        static_assert(sizeof(BulkVertex) == sizeof(geo::GridPosition));
        QtConcurrent::blockingMap(&city::workThreads(), parts, [&vertices](const Part& part) {
            std::memcpy(vertices.data() + part.place, part.from->onGrid.data(), part.from->onGrid.size() * sizeof(BulkVertex));
        });
        m_layer.origin = m_grid->origin;
        m_layer.quantum = m_grid->quantum;
    }

    // For the first map of the whole: rings of many vertices are then not walked through to the last. As fine as a
    // screen of a thousand rows needs; the others come later, by withLevels().
    void addFirstLevel()
    {
        constexpr double rows = 1080, pixel = 0.6;
        constexpr std::size_t many = 64, worthIt = 500'000; // vertices
        const BulkLevel& whole = m_layer.levels[0];
        if (isPoints() || whole.vertices.size() < std::max(worthIt, many * whole.rings.size())) return;
        const double widest = std::max(m_layer.bounds.width(), m_layer.bounds.height());
        m_arrays->levels.push_back(coarser(m_layer, whole, std::exp2(std::floor(std::log2(widest / rows * pixel)))));
        see();
    }

    void takeRings()
    {
        if (isPoints()) return;
        std::vector<quint32>& rings = m_arrays->levels[0].rings;
        std::vector<quint32>& features = m_arrays->features;
        quint32 vertices = 0;
        for (const geo::ShapeColumns& part : m_parts) {
            const auto before = static_cast<quint32>(rings.size());
            for (const quint32 ring : part.rings)
                rings.push_back(vertices + ring);
            for (const quint32 feature : part.features)
                features.push_back(before + feature);
            vertices += static_cast<quint32>(m_grid ? part.onGrid.size() : part.x.size());
        }
        features.push_back(static_cast<quint32>(rings.size()));
        rings.push_back(vertices);
        if (features.size() == rings.size()) features.clear(); // one ring each
    }

    void takeIds()
    {
        std::vector<qint64>& ids = m_arrays->ids;
        for (const geo::ShapeColumns& part : m_parts)
            ids.insert(ids.end(), part.ids.begin(), part.ids.end());
        m_layer.firstId = ids.front();
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (ids[i] != m_layer.firstId + static_cast<qint64>(i)) return;
        ids = {};
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
        m_arrays->groups.clear();
        for (std::size_t first = 0; first < blocks.size(); first += blocksOfGroup) {
            BulkBox box = blocks[first];
            for (std::size_t i = first; i < std::min<std::size_t>(first + blocksOfGroup, blocks.size()); ++i)
                box = together(box, blocks[i]);
            m_arrays->groups.push_back(box);
        }
        BulkBox all = m_arrays->groups.front();
        for (const BulkBox& group : m_arrays->groups)
            all = together(all, group);
        if (m_grid) m_layer.bounds = QRectF(m_layer.toMap({all.left, all.bottom}), m_layer.toMap({all.right, all.top}));
        see();
    }

    BulkBox boxOf(quint32 firstFeature) const
    {
        const BulkLevel& level = m_layer.levels[0];
        const quint32 last = std::min(firstFeature + m_layer.blockSize, m_layer.count) - 1;
        const std::size_t first = verticesOf(m_layer, level, firstFeature).first,
                          end = verticesOf(m_layer, level, last).end;
        return around(level.vertices.subspan(first, end - first));
    }

    std::vector<geo::ShapeColumns> m_parts;
    std::optional<geo::Grid> m_grid;
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

std::vector<std::shared_ptr<const BulkLayer>> buildBulk(std::vector<geo::Columns> parts, const std::optional<geo::Grid>& grid)
{
    std::vector<std::shared_ptr<const BulkLayer>> layers;
    const auto add = [&](geo::ShapeColumns geo::Columns::*which, BulkShapes shapes) {
        std::vector<geo::ShapeColumns> some;
        for (geo::Columns& part : parts)
            if (!(part.*which).isEmpty()) some.push_back(std::move(part.*which));
        if (!some.empty()) layers.push_back(Building(std::move(some), shapes, grid).run());
    };
    add(&geo::Columns::polygons, BulkShapes::Polygons);
    add(&geo::Columns::lines, BulkShapes::Lines);
    add(&geo::Columns::points, BulkShapes::Points);
    return layers;
}

} // namespace map
