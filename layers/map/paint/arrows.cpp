// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/arrows.h"

#include "layers/map/paint/clip.h"

#include <QPainter>
#include <cmath>

namespace map {

namespace {

constexpr double interval = 96; // pixels from one head to the next

// `tip` is where the head points to, `along` the way of the line there, of length 1.
void drawHead(const Ground& ground, QPointF tip, QPointF along, double size)
{
    const QPointF across(-along.y(), along.x());
    const QPointF back = tip - along * size;
    ground.painter.drawPolygon(QPolygonF{tip, back + across * (size * 0.5), back + along * (size * 0.22),
                                         back - across * (size * 0.5)});
}

// Calls visit(tip, along) for every head along the line that may be seen.
template<typename Visit> void eachHead(const Ground& ground, const Line& line, double size, Visit visit)
{
    const QRectF frame = ground.frame(size + std::abs(static_cast<double>(line.offset)));
    double whole = 0;
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
        const QPointF d = (line.points[i + 1] - line.points[i]) / ground.view.metresPerPixel;
        whole += std::hypot(d.x(), d.y());
    }
    if (whole < 3 * size) return;
    const double step = whole / std::max(1.0, std::floor(whole / interval));
    double next = step / 2, from = 0; // lengths along the line
    QPointF a = ground.view.toScreen(line.points.front());
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        const QPointF b = ground.view.toScreen(line.points[i]);
        const QPointF d = b - a;
        const double length = std::hypot(d.x(), d.y());
        QPointF first = a, last = b;
        if (length > 0 && cutSegment(first, last, frame)) {
            const double enters = from + std::hypot(first.x() - a.x(), first.y() - a.y());
            const double leaves = from + std::hypot(last.x() - a.x(), last.y() - a.y());
            if (next < enters) next += std::ceil((enters - next) / step) * step;
            for (; next <= leaves; next += step)
                visit(a + d * ((next - from) / length), d / length);
        }
        from += length;
        if (next < from) next += std::ceil((from - next) / step) * step;
        a = b;
    }
}

} // namespace

double headLength(const Line& line)
{
    return 5 + 1.7 * static_cast<double>(line.width);
}

void paintArrows(const Ground& ground, const Line& line)
{
    if (line.points.size() < 2) return;
    const double size = headLength(line);
    const QColor fill = QColor::fromRgba(seen(line.colour, line.state, ground.ink));
    ground.painter.setBrush(QColor(fill.rgb()));
    QColor edge = ground.ink.ground.isValid() ? ground.ink.ground : QColor(Qt::white);
    ground.painter.setPen(QPen(edge, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto beside = [&line](QPointF at, QPointF along) {
        return at + QPointF(-along.y(), along.x()) * static_cast<double>(line.offset);
    };
    if (line.arrows == Arrows::Along) {
        eachHead(ground, line, size, [&](QPointF at, QPointF along) {
            drawHead(ground, beside(at, along) + along * (size / 2), along, size);
        });
        return;
    }
    const QPointF tip = ground.view.toScreen(line.points.back());
    if (!ground.frame(size + std::abs(static_cast<double>(line.offset))).contains(tip)) return;
    for (auto before = line.points.rbegin() + 1; before != line.points.rend(); ++before) {
        const QPointF d = tip - ground.view.toScreen(*before);
        const double length = std::hypot(d.x(), d.y());
        if (length < size && std::next(before) != line.points.rend()) continue;
        if (length > 0) drawHead(ground, beside(tip, d / length), d / length, size);
        return;
    }
}

} // namespace map
