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

void paintSparkLine(QPainter& painter, const QRectF& box, const SparkLine& line)
{
    const std::vector<city::Sample>& samples = line.samples;
    if (samples.size() < 2) return;
    const auto [lowest, highest] = std::minmax_element(
        samples.begin(), samples.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
    double least = lowest->value, most = highest->value;
    for (const UsualPoint& point : line.usual) {
        least = std::min(least, point.low);
        most = std::max(most, point.high);
    }
    const double span = std::max(most - least, 1e-9);
    const double time =
        std::max<double>(1, static_cast<double>((samples.back().at - samples.front().at).count()));
    const auto place = [&](city::Instant at, double value) {
        const double x = static_cast<double>((at - samples.front().at).count()) / time;
        return QPointF(box.left() + x * (box.width() - 3),
                       box.bottom() - 2 - (value - least) / span * (box.height() - 4));
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(box);
    QPolygonF band;
    for (const UsualPoint& point : line.usual)
        band << place(point.at, point.high);
    for (auto point = line.usual.rbegin(); point != line.usual.rend(); ++point)
        band << place(point->at, point->low);
    painter.setPen(Qt::NoPen);
    painter.setBrush(line.band);
    painter.drawPolygon(band);
    const city::Duration gap = 3 * usualDistance(samples);
    QPainterPath path(place(samples.front().at, samples.front().value));
    for (std::size_t i = 1; i < samples.size(); ++i) {
        if (samples[i].at - samples[i - 1].at > gap)
            path.moveTo(place(samples[i].at, samples[i].value));
        else
            path.lineTo(place(samples[i].at, samples[i].value));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(line.colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(line.colour);
    painter.drawEllipse(place(samples.back().at, samples.back().value), 2.5, 2.5);
    painter.restore();
}

} // namespace widgets
