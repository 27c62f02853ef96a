// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/projection.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <proj.h>

namespace geo {

namespace {

constexpr double earthRadius = 6'378'137.0; // semi-major axis of WGS 84, the sphere of EPSG:3857
constexpr double mercatorLimit = 85.06;
constexpr double degree = std::numbers::pi / 180;

} // namespace

QPointF toMercator(city::LonLat position)
{
    const double lat = std::clamp(position.lat, -mercatorLimit, mercatorLimit) * degree;
    return {earthRadius * position.lon * degree, earthRadius * std::asinh(std::tan(lat))};
}

city::LonLat fromMercator(QPointF metres)
{
    return {metres.x() / earthRadius / degree, std::atan(std::sinh(metres.y() / earthRadius)) / degree};
}

struct Projection::Handle {
    PJ_CONTEXT* context = nullptr;
    PJ* toLonLat = nullptr;
    bool geographic = false;

    Handle() = default;
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle()
    {
        if (toLonLat) proj_destroy(toLonLat);
        if (context) proj_context_destroy(context);
    }
};

Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;
Projection::~Projection() = default;

city::Result<Projection> Projection::fromCrs(const QString& crs)
{
    const auto refused = [&crs](const char* text) {
        return city::Problem{crs, {}, city::Message(text, {crs})};
    };
    Projection projection;
    projection.m_handle = std::make_unique<Handle>();
    Handle& handle = *projection.m_handle;
    handle.context = proj_context_create();
    proj_log_level(handle.context, PJ_LOG_NONE);
    proj_context_set_enable_network(handle.context, 0);

    PJ* source = proj_create(handle.context, crs.toUtf8().constData());
    if (!source)
        return refused(QT_TRANSLATE_NOOP(
            "Message", "%1 is no coordinate reference system; expected one such as EPSG:3826"));
    const PJ_TYPE type = proj_get_type(source);
    handle.geographic = type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
    const bool isCrs = proj_is_crs(source) != 0;
    proj_destroy(source);
    PJ* raw = isCrs ? proj_create_crs_to_crs(handle.context, crs.toUtf8().constData(), "EPSG:4326", nullptr)
                    : nullptr;
    if (raw) {
        handle.toLonLat = proj_normalize_for_visualization(handle.context, raw);
        proj_destroy(raw);
    }
    if (!handle.toLonLat)
        return refused(QT_TRANSLATE_NOOP(
            "Message", "There is no way from the coordinate reference system %1 to WGS 84"));
    return projection;
}

std::optional<city::LonLat> Projection::toLonLat(QPointF coordinate) const
{
    const PJ_COORD out =
        proj_trans(m_handle->toLonLat, PJ_FWD, proj_coord(coordinate.x(), coordinate.y(), 0, 0));
    if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y)) return {};
    if (std::abs(out.xy.x) > 180.0001 || std::abs(out.xy.y) > 90.0001) return {};
    return city::LonLat{out.xy.x, out.xy.y};
}

std::optional<QPointF> Projection::fromLonLat(city::LonLat position) const
{
    const PJ_COORD out = proj_trans(m_handle->toLonLat, PJ_INV, proj_coord(position.lon, position.lat, 0, 0));
    if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y)) return {};
    return QPointF(out.xy.x, out.xy.y);
}

bool Projection::isNorthingFirst(const QString& crs)
{
    PJ_CONTEXT* context = proj_context_create();
    proj_log_level(context, PJ_LOG_NONE);
    proj_context_set_enable_network(context, 0);
    bool northing = false;
    PJ* source = proj_create(context, crs.toUtf8().constData());
    PJ* axes = source && proj_is_crs(source) ? proj_crs_get_coordinate_system(context, source) : nullptr;
    const char* direction = nullptr;
    if (axes && proj_cs_get_axis_info(context, axes, 0, nullptr, nullptr, &direction, nullptr, nullptr,
                                      nullptr, nullptr))
        northing = qstrcmp(direction, "north") == 0;
    if (axes) proj_destroy(axes);
    if (source) proj_destroy(source);
    proj_context_destroy(context);
    return northing;
}

bool Projection::isGeographic() const
{
    return m_handle->geographic;
}

} // namespace geo
