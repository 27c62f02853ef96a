// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/spark_line.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace widgets {

namespace {

city::Duration usualDistance(const std::vector<city::Sample>& samples)
{
    std::vector<city::Duration> distances;
    for (std::size_t i = 1; i < samples.size(); ++i)
        distances.push_back(samples[i].at - samples[i - 1].at);
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    return *middle;
}

} // namespace

void paintSparkLine(QPainter& painter, const QRectF& box, const std::vector<city::Sample>& samples,
                    const QColor& colour)
{
    if (samples.size() < 2) return;
    const auto [least, most] = std::minmax_element(
        samples.begin(), samples.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
    const double span = std::max(most->value - least->value, 1e-9);
    const double time =
        std::max<double>(1, static_cast<double>((samples.back().at - samples.front().at).count()));
    const auto place = [&](const city::Sample& s) {
        const double x = static_cast<double>((s.at - samples.front().at).count()) / time;
        return QPointF(box.left() + x * (box.width() - 3),
                       box.bottom() - 2 - (s.value - least->value) / span * (box.height() - 4));
    };
    const city::Duration gap = 3 * usualDistance(samples);
    QPainterPath path(place(samples.front()));
    for (std::size_t i = 1; i < samples.size(); ++i) {
        if (samples[i].at - samples[i - 1].at > gap)
            path.moveTo(place(samples[i]));
        else
            path.lineTo(place(samples[i]));
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(place(samples.back()), 2.5, 2.5);
    painter.restore();
}

} // namespace widgets
