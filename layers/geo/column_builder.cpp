// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/column_builder.h"

#include "layers/geo/wkb.h"

#include <memory>

namespace geo {

namespace {

constexpr int deepest = 8; // collections within collections

void beginRing(ShapeColumns& columns)
{
    columns.rings.push_back(static_cast<quint32>(columns.x.size()));
}

// Takes the closing position off the ring that was put on last; a ring that is no ring is taken away again.
bool closeRing(ShapeColumns& columns)
{
    const std::size_t first = columns.rings.back();
    std::size_t count = columns.x.size() - first;
    if (count > 1 && columns.x.back() == columns.x[first] && columns.y.back() == columns.y[first]) --count;
    const bool good = count >= 3;
    if (!good) {
        columns.rings.pop_back();
        count = 0;
    }
    columns.x.resize(first + count);
    columns.y.resize(first + count);
    return good;
}

void append(ShapeColumns& columns, const OGRSimpleCurve& curve)
{
    const std::size_t first = columns.x.size(), count = static_cast<std::size_t>(curve.getNumPoints());
    columns.x.resize(first + count);
    columns.y.resize(first + count);
    if (count > 0) curve.getPoints(&columns.x[first], sizeof(double), &columns.y[first], sizeof(double));
}

void appendWkb(ShapeColumns& columns, const uchar* positions, std::size_t count, int doubles, bool swapped)
{
    const std::size_t first = columns.x.size();
    columns.x.resize(first + count);
    columns.y.resize(first + count);
    for (std::size_t i = 0; i < count; ++i, positions += 8 * doubles) {
        columns.x[first + i] = wkb::number(positions, swapped);
        columns.y[first + i] = wkb::number(positions + 8, swapped);
    }
}

} // namespace

struct ColumnBuilder::Mark {
    std::size_t points, lineVertices, lines, polygonVertices, polygons;
};

ColumnBuilder::Mark ColumnBuilder::mark() const
{
    return {m_out.points.x.size(), m_out.lines.x.size(), m_out.lines.rings.size(), m_out.polygons.x.size(),
            m_out.polygons.rings.size()};
}

void ColumnBuilder::goBack(const Mark& mark)
{
    const auto cut = [](ShapeColumns& columns, std::size_t vertices, std::size_t rings) {
        columns.x.resize(vertices);
        columns.y.resize(vertices);
        columns.rings.resize(rings);
    };
    cut(m_out.points, mark.points, 0);
    cut(m_out.lines, mark.lineVertices, mark.lines);
    cut(m_out.polygons, mark.polygonVertices, mark.polygons);
}

void ColumnBuilder::finish(qint64 id, float value, const Mark& before)
{
    const auto note = [&](ShapeColumns& columns) {
        columns.ids.push_back(id);
        if (m_withValues) columns.values.push_back(value);
    };
    for (std::size_t i = before.points; i < m_out.points.x.size(); ++i)
        note(m_out.points);
    const auto rings = [&](ShapeColumns& columns, std::size_t first) {
        if (columns.rings.size() == first) return;
        columns.features.push_back(static_cast<quint32>(first));
        note(columns);
    };
    rings(m_out.lines, before.lines);
    rings(m_out.polygons, before.polygons);
    if (m_out.points.x.size() == before.points && m_out.lines.rings.size() == before.lines &&
        m_out.polygons.rings.size() == before.polygons)
        ++m_out.empty;
}

void ColumnBuilder::add(qint64 id, float value, const OGRGeometry* geometry)
{
    ++m_out.read;
    const Mark before = mark();
    if (geometry && !take(*geometry, 0)) {
        goBack(before);
        ++m_out.damaged;
        return;
    }
    finish(id, value, before);
}

bool ColumnBuilder::take(const OGRGeometry& geometry, int depth)
{
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
        if (const OGRPoint* point = geometry.toPoint(); !point->IsEmpty()) {
            m_out.points.x.push_back(point->getX());
            m_out.points.y.push_back(point->getY());
        }
        return true;
    case wkbLineString:
        if (const OGRSimpleCurve* curve = geometry.toSimpleCurve(); curve->getNumPoints() >= 2) {
            beginRing(m_out.lines);
            append(m_out.lines, *curve);
        }
        return true;
    case wkbTriangle:
    case wkbPolygon:
        takePolygon(*geometry.toPolygon());
        return true;
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
        if (depth >= deepest) return false;
        for (const OGRGeometry* member : *geometry.toGeometryCollection())
            if (!take(*member, depth + 1)) return false;
        return true;
    case wkbPolyhedralSurface:
    case wkbTIN:
        for (const OGRPolygon* member : *geometry.toPolyhedralSurface())
            takePolygon(*member);
        return true;
    default:
        if (!geometry.hasCurveGeometry() || depth >= deepest) return false;
        const std::unique_ptr<OGRGeometry> straight(geometry.getLinearGeometry());
        return straight && !straight->hasCurveGeometry() && take(*straight, depth + 1);
    }
}

void ColumnBuilder::takePolygon(const OGRPolygon& polygon)
{
    bool outside = true;
    for (const OGRLinearRing* ring : polygon) {
        beginRing(m_out.polygons);
        append(m_out.polygons, *ring);
        if (!closeRing(m_out.polygons) && outside) return; // holes of nothing
        outside = false;
    }
}

void ColumnBuilder::addDamaged()
{
    ++m_out.read;
    ++m_out.damaged;
}

void ColumnBuilder::addWkb(qint64 id, float value, std::span<const uchar> wkb)
{
    ++m_out.read;
    const Mark before = mark();
    if (!wkb.empty() && !takeWkb(wkb, 0)) {
        goBack(before);
        ++m_out.damaged;
        return;
    }
    finish(id, value, before);
}

bool ColumnBuilder::takeWkb(std::span<const uchar>& wkb, int depth)
{
    const auto whole = wkb;
    const auto head = wkb::takeHead(wkb);
    if (!head) return false;
    switch (head->type) {
    case wkb::Point: {
        if (wkb.size() < 8U * head->doubles) return false;
        const double x = wkb::number(wkb.data(), head->swapped),
                     y = wkb::number(wkb.data() + 8, head->swapped);
        wkb = wkb.subspan(8U * head->doubles);
        if (x != x && y != y) return true; // how an empty point is written
        m_out.points.x.push_back(x);
        m_out.points.y.push_back(y);
        return true;
    }
    case wkb::LineString: {
        const auto count = wkb::takeCount(wkb, head->swapped, 8U * head->doubles);
        if (!count) return false;
        if (*count >= 2) {
            beginRing(m_out.lines);
            appendWkb(m_out.lines, wkb.data(), *count, head->doubles, head->swapped);
        }
        wkb = wkb.subspan(*count * 8U * head->doubles);
        return true;
    }
    case wkb::Triangle:
    case wkb::Polygon:
        return takeWkbPolygon(wkb, head->doubles, head->swapped);
    case wkb::MultiPoint:
    case wkb::MultiLineString:
    case wkb::MultiPolygon:
    case wkb::Collection:
    case wkb::PolyhedralSurface:
    case wkb::Tin: {
        const auto count = wkb::takeCount(wkb, head->swapped, 5);
        if (!count || depth >= deepest) return false;
        for (std::size_t i = 0; i < *count; ++i)
            if (!takeWkb(wkb, depth + 1)) return false;
        return true;
    }
    default: { // curves: GDAL draws them out
        OGRGeometry* raw = nullptr;
        std::size_t used = 0;
        if (OGRGeometryFactory::createFromWkb(whole.data(), nullptr, &raw, whole.size(), wkbVariantIso,
                                              used) != OGRERR_NONE)
            return false;
        const std::unique_ptr<OGRGeometry> geometry(raw);
        wkb = whole.subspan(std::min(used, whole.size()));
        return take(*geometry, depth);
    }
    }
}

bool ColumnBuilder::takeWkbPolygon(std::span<const uchar>& wkb, int doubles, bool swapped)
{
    const auto rings = wkb::takeCount(wkb, swapped, 4);
    if (!rings) return false;
    bool outside = true, wanted = true;
    for (std::size_t i = 0; i < *rings; ++i) {
        const auto count = wkb::takeCount(wkb, swapped, 8U * static_cast<unsigned>(doubles));
        if (!count) return false;
        if (wanted) {
            beginRing(m_out.polygons);
            appendWkb(m_out.polygons, wkb.data(), *count, doubles, swapped);
            if (!closeRing(m_out.polygons) && outside) wanted = false; // holes of nothing
        }
        outside = false;
        wkb = wkb.subspan(*count * 8U * static_cast<unsigned>(doubles));
    }
    return true;
}

} // namespace geo
