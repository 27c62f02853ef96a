// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/clip.h"

#include <algorithm>
#include <cmath>

namespace map {

namespace {

constexpr double visible = 0.5; // pixels: points nearer than this to the one before are not seen

// Screen positions of a line, thinned, ends kept. Answers the box of what it put out.
QRectF thinned(const std::vector<QPointF>& line, const View& view, QPolygonF& out)
{
    out.clear();
    const double scale = 1 / view.metresPerPixel;
    const double dx = view.size.width() / 2.0 - view.centre.x() * scale;
    const double dy = view.size.height() / 2.0 + view.centre.y() * scale;
    double west = 1e300, east = -1e300, north = 1e300, south = -1e300;
    QPointF last(1e300, 1e300);
    for (std::size_t i = 0; i < line.size(); ++i) {
        const QPointF p(line[i].x() * scale + dx, dy - line[i].y() * scale);
        if (i + 1 < line.size() && std::abs(p.x() - last.x()) + std::abs(p.y() - last.y()) < visible)
            continue;
        out.append(p);
        last = p;
        west = std::min(west, p.x());
        east = std::max(east, p.x());
        north = std::min(north, p.y());
        south = std::max(south, p.y());
    }
    return {west, north, east - west, south - north};
}

// One side of the frame for cutting a ring: keeps what has sign * (coordinate - limit) >= 0.
struct Side {
    bool vertical;
    double limit, sign;

    double depth(QPointF p) const { return sign * ((vertical ? p.x() : p.y()) - limit); }
};

void cut(QPolygonF& ring, const Side& side)
{
    QPolygonF kept;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i == 0 ? ring.size() - 1 : i - 1];
        const QPointF b = ring[i];
        const double da = side.depth(a);
        const double db = side.depth(b);
        if ((da < 0) != (db < 0)) kept.append(a + (b - a) * (da / (da - db)));
        if (db >= 0) kept.append(b);
    }
    ring.swap(kept);
}

} // namespace

// Liang and Barsky: the part of a-b inside the frame.
bool cutSegment(QPointF& a, QPointF& b, const QRectF& frame)
{
    double from = 0, to = 1;
    const QPointF d = b - a;
    const auto edge = [&from, &to](double p, double q) {
        if (p == 0) return q >= 0;
        const double t = q / p;
        if (p < 0)
            from = std::max(from, t);
        else
            to = std::min(to, t);
        return from <= to;
    };
    if (!edge(-d.x(), a.x() - frame.left()) || !edge(d.x(), frame.right() - a.x()) ||
        !edge(-d.y(), a.y() - frame.top()) || !edge(d.y(), frame.bottom() - a.y()))
        return false;
    const QPointF start = a;
    a = start + d * from;
    b = start + d * to;
    return true;
}

void screenRing(const std::vector<QPointF>& ring, const View& view, const QRectF& frame, QPolygonF& out)
{
    const QRectF box = thinned(ring, view, out);
    if (out.size() < 3 || box.right() < frame.left() || box.left() > frame.right() ||
        box.bottom() < frame.top() || box.top() > frame.bottom()) {
        out.clear();
        return;
    }
    if (box.left() < frame.left()) cut(out, {true, frame.left(), 1});
    if (box.right() > frame.right()) cut(out, {true, frame.right(), -1});
    if (box.top() < frame.top()) cut(out, {false, frame.top(), 1});
    if (box.bottom() > frame.bottom()) cut(out, {false, frame.bottom(), -1});
    if (!out.isEmpty() && out.first() != out.last()) out.append(QPointF(out.first()));
}

void screenLine(const std::vector<QPointF>& line, const View& view, const QRectF& frame, ScreenLine& out)
{
    out.pieces.resize(
        std::min<std::size_t>(out.pieces.size(), 1)); // keeps the memory of the usual single piece
    QPolygonF& whole = out.whole;
    const QRectF box = thinned(line, view, whole);
    const bool apart = box.right() < frame.left() || box.left() > frame.right() ||
                       box.bottom() < frame.top() || box.top() > frame.bottom();
    if (whole.size() < 2 || apart) {
        out.pieces.clear();
        return;
    }
    if (frame.contains(box)) {
        out.pieces.resize(1);
        out.pieces[0].swap(whole);
        return;
    }
    out.pieces.clear();
    bool joined = false;
    for (qsizetype i = 0; i + 1 < whole.size(); ++i) {
        QPointF a = whole[i];
        QPointF b = whole[i + 1];
        if (!cutSegment(a, b, frame)) {
            joined = false;
            continue;
        }
        if (!joined) out.pieces.push_back({a});
        out.pieces.back().append(b);
        joined = b == whole[i + 1];
    }
}

} // namespace map
