// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/simplify.h"

#include <algorithm>
#include <utility>

namespace map {

namespace {

double squaredDistance(QPointF p, QPointF a, QPointF b)
{
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(p - a, along) / length, 0.0, 1.0) : 0;
    const QPointF off = p - (a + along * t);
    return QPointF::dotProduct(off, off);
}

} // namespace

std::vector<QPointF> simplified(const std::vector<QPointF>& line, double tolerance)
{
    if (line.size() < 3) return line;
    std::vector<bool> kept(line.size(), false);
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double farthest = tolerance * tolerance;
        std::size_t at = 0;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double distance = squaredDistance(line[i], line[first], line[last]);
            if (distance > farthest) {
                farthest = distance;
                at = i;
            }
        }
        if (at == 0) continue;
        kept[at] = true;
        open.push_back({first, at});
        open.push_back({at, last});
    }
    std::vector<QPointF> out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (kept[i]) out.push_back(line[i]);
    }
    return out;
}

} // namespace map
