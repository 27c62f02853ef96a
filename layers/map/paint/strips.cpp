// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/strips.h"

#include "layers/map/paint/look.h"

#include <QThread>
#include <algorithm>

namespace map {

namespace {

constexpr int stripPixels = 256 * 1024; // a strip smaller than this is not worth a thread
constexpr int leastRows = 8;
constexpr double verticesARow = 30; // what clearing and filling a row costs

/// How much is painted on each row, in vertices. Text and single drawables are few and not counted.
std::vector<double> workOfRows(const Scene& scene, const View& view, int rows)
{
    std::vector<double> steps(static_cast<std::size_t>(rows) + 1,
                              0); // by how much a row differs from the one above
    const QRectF seen = view.mapRect();
    const double perMetre = rows / seen.height();
    for (const auto& layer : scene.layers) {
        if (!isShown(*layer, view.metresPerPixel)) continue;
        for (const Bulk& bulk : layer->bulk) {
            const BulkLayer& one = *bulk.layer;
            const double each =
                static_cast<double>(one.levelFor(view.metresPerPixel).vertices.size()) / one.count;
            const auto rowOf = [&](qint32 y) {
                const double row = (seen.bottom() - one.toMap({0, y}).y()) * perMetre;
                return static_cast<std::size_t>(std::clamp<double>(row, 0, rows - 1));
            };
            one.forRuns(one.toQuanta(seen), [&](quint32 first, quint32 end) {
                for (quint32 feature = first; feature < end; feature += one.blockSize) {
                    const BulkBox& box = one.blocks[feature / one.blockSize];
                    const std::size_t top = rowOf(box.top), bottom = rowOf(box.bottom);
                    const double work = each * one.blockSize / static_cast<double>(bottom - top + 1);
                    steps[top] += work;
                    steps[bottom + 1] -= work;
                }
            });
        }
    }
    double sum = 0;
    for (double& step : steps)
        step = (sum += step) + verticesARow;
    steps.pop_back();
    return steps;
}

} // namespace

std::vector<Strip> stripsOf(QImage& whole, const Scene& scene, const View& view)
{
    const int rows = whole.height(), threads = std::max(1, QThread::idealThreadCount());
    const qint64 pixels = static_cast<qint64>(whole.width()) * rows;
    // Bulk layers are found again for each strip at little cost: twice as many strips as threads, so that
    // what was guessed wrong of one is taken up by others.
    const bool bulk = std::any_of(scene.layers.begin(), scene.layers.end(),
                                  [](const auto& layer) { return !layer->bulk.empty(); });
    const qint64 most = threads > 1 && bulk ? 2 * threads : threads;
    const int count = static_cast<int>(std::clamp<qint64>(pixels / stripPixels, 1, most));
    const std::vector<double> work = workOfRows(scene, view, rows);
    double all = 0;
    for (const double row : work)
        all += row;
    std::vector<Strip> strips;
    uchar* const bits = whole.bits();
    double done = 0;
    int top = 0;
    for (int row = 0; row < rows; ++row) {
        done += work[static_cast<std::size_t>(row)];
        const bool full =
            done * count >= all * static_cast<double>(strips.size() + 1) && row + 1 - top >= leastRows;
        if (row + 1 < rows && !full) continue;
        QImage part(bits + top * whole.bytesPerLine(), whole.width(), row + 1 - top, whole.bytesPerLine(),
                    whole.format());
        part.setDevicePixelRatio(whole.devicePixelRatio());
        strips.push_back({std::move(part), top});
        top = row + 1;
    }
    return strips;
}

} // namespace map
