// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/project_columns.h"

#include "layers/city/threads.h"
#include "layers/geo/sieve_columns.h"
#include "layers/geo/to_wgs84.h"

#include <QtConcurrent>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace geo {

namespace {

constexpr double radius = 6'378'137.0, degree = std::numbers::pi / 180;
constexpr std::size_t chunkSize = 64 * 1024; // positions a job takes at once

double northingOf(double latitude)
{
    return radius * std::asinh(std::tan(latitude * degree));
}

/// A part of a column, for one job.
struct Chunk {
    double* x;
    double* y;
    std::size_t count;
    bool doubtful = false; ///< Something in it is off the Earth or was held at the edge.
};

constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();

void projectDegrees(Chunk& chunk)
{
    bool allGood = true; // said so that a NaN is bad too
    for (std::size_t i = 0; i < chunk.count; ++i)
        allGood &= (std::abs(chunk.x[i]) <= 180.001) & (std::abs(chunk.y[i]) <= mercatorEdge);
    for (std::size_t i = 0; !allGood && i < chunk.count; ++i) {
        const bool good = std::abs(chunk.x[i]) <= 180.001 && std::abs(chunk.y[i]) <= 90.001;
        if (good && std::abs(chunk.y[i]) <= mercatorEdge) continue;
        chunk.doubtful = true;
        chunk.y[i] = good ? std::copysign(mercatorEdge, chunk.y[i]) : 0;
        if (!good) chunk.x[i] = nowhere;
    }
    for (std::size_t i = 0; i < chunk.count; ++i)
        chunk.x[i] *= radius * degree;
    northingsOf({chunk.y, chunk.count});
}

void checkMetres(Chunk& chunk)
{
    for (std::size_t i = 0; i < chunk.count; ++i) {
        const bool good = std::abs(chunk.x[i]) <= mercatorHalf * 1.00001 && std::abs(chunk.y[i]) < 1e9;
        if (good && std::abs(chunk.y[i]) <= mercatorHalf) continue;
        chunk.doubtful = true;
        chunk.y[i] = good ? std::copysign(mercatorHalf, chunk.y[i]) : 0;
        if (!good) chunk.x[i] = nowhere;
    }
}

std::vector<Chunk> chunksOf(ColumnParts& columns)
{
    std::vector<Chunk> chunks;
    for (Columns& part : columns.parts)
        for (ShapeColumns* one : {&part.points, &part.lines, &part.polygons})
            for (std::size_t first = 0; first < one->x.size(); first += chunkSize)
                chunks.push_back({&one->x[first], &one->y[first], std::min(chunkSize, one->x.size() - first)});
    return chunks;
}

} // namespace

void northingsOf(std::span<double> latitudes)
{
    constexpr std::size_t run = 1024, nodes = 5;
    constexpr double widest = 0.25; // degrees that one polynomial serves
    for (std::size_t first = 0; first < latitudes.size(); first += run) {
        const auto part = latitudes.subspan(first, std::min(run, latitudes.size() - first));
        double low = part[0], high = part[0];
        for (const double value : part) {
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        const double width = high - low;
        if (!(width <= widest) || part.size() < 32) {
            std::transform(part.begin(), part.end(), part.begin(), northingOf);
            continue;
        }
        // Newton's form through values at Chebyshev's places, which keep the error even.
        std::array<double, nodes> at{}, newton{};
        for (std::size_t i = 0; i < nodes; ++i) {
            at[i] =
                low + width / 2 * (1 - std::cos(std::numbers::pi * (static_cast<double>(i) + 0.5) / nodes));
            newton[i] = northingOf(at[i]);
        }
        if (width == 0) {
            std::fill(part.begin(), part.end(), northingOf(low));
            continue;
        }
        for (std::size_t order = 1; order < nodes; ++order)
            for (std::size_t i = nodes - 1; i >= order; --i)
                newton[i] = (newton[i] - newton[i - 1]) / (at[i] - at[i - order]);
        for (double& value : part) {
            double sum = newton[nodes - 1];
            for (std::size_t i = nodes - 1; i-- > 0;)
                sum = sum * (value - at[i]) + newton[i];
            value = sum;
        }
    }
}

void projectPlain(Columns& part, bool metres)
{
    bool doubtful = false;
    for (ShapeColumns* one : {&part.points, &part.lines, &part.polygons}) {
        if (one->x.empty()) continue;
        Chunk chunk{one->x.data(), one->y.data(), one->x.size()};
        metres ? checkMetres(chunk) : projectDegrees(chunk);
        doubtful = doubtful || chunk.doubtful;
    }
    if (doubtful) sieveColumns(part);
}

std::optional<city::Problem> projectColumns(ColumnParts& columns, const OGRSpatialReference* stated,
                                            const QString& crs)
{
    const auto first = ToWgs84::from(stated, crs);
    if (!first) return first.problem();
    columns.sum.crs = first->name();
    const bool metres = columns.sum.crs == QLatin1String("EPSG:3857");
    if (metres || first->isPlain()) {
        QtConcurrent::blockingMap(&city::workThreads(), columns.parts, [metres](Columns& part) { projectPlain(part, metres); });
        return {};
    }
    // A transformation belongs to one thread: each job makes its own and takes every n-th chunk.
    std::vector<Chunk> chunks = chunksOf(columns);
    std::vector<std::unique_ptr<OGRSpatialReference>> sources;
    const int jobs = std::clamp(QThread::idealThreadCount(), 1, static_cast<int>(chunks.size() / 4) + 1);
    for (int i = 0; i < jobs; ++i)
        sources.emplace_back(stated ? stated->Clone() : nullptr);
    std::vector<QFuture<void>> running;
    for (int job = 0; job < jobs; ++job) {
        running.push_back(QtConcurrent::run(
            &city::workThreads(), [&chunks, &crs, jobs, job, source = sources[static_cast<std::size_t>(job)].get()] {
                const auto toWgs84 = ToWgs84::from(source, crs);
                for (std::size_t i = static_cast<std::size_t>(job); toWgs84 && i < chunks.size();
                     i += static_cast<std::size_t>(jobs)) {
                    toWgs84->apply(chunks[i].x, chunks[i].y, chunks[i].count);
                    projectDegrees(chunks[i]);
                }
            }));
    }
    for (auto& one : running)
        one.waitForFinished();
    const bool doubtful =
        std::any_of(chunks.begin(), chunks.end(), [](const Chunk& chunk) { return chunk.doubtful; });
    for (Columns& part : columns.parts) {
        joinAcrossAntimeridian(part);
        if (doubtful) sieveColumns(part);
    }
    return {};
}

} // namespace geo
