// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/bulk.h"
#include "layers/map/paint/coverage.h"
#include "layers/map/paint/hairline.h"
#include "layers/map/paint/look.h"
#include "layers/map/paint/straighten.h"
#include "layers/map/paint/wide.h"

#include <cmath>

namespace map {

namespace {

constexpr double cellPixels = 0.6; // vertices nearer to each other than about this are not told apart

/// Paints the features of one layer one after another: fill, then stroke.
class ShapePainter {
public:
    explicit ShapePainter(const BulkJob& job)
        : m_job(job), m_layer(*job.bulk.layer), m_style(job.bulk.style),
          m_closed(m_layer.shapes == BulkShapes::Polygons),
          m_level(m_layer.levelFor(cellPixels * job.ground.view.metresPerPixel / job.pixels.scale)),
          m_coverage(job.pixels.width, job.pixels.height), m_hairline(job.pixels)
    {
        // A stroke thinner than a pixel is one of a pixel, let through: as strokePen() does for other lines.
        const QPen pen = strokePen(m_style.outline, m_style.width, job.pixels.scale);
        m_stroke = pen.color().rgba();
        m_half = static_cast<float>(pen.widthF() * job.pixels.scale / 2);
        const bool classes = !m_style.colours.empty() && !m_layer.values.empty();
        m_fillByValue = classes && m_closed;
        m_strokeByValue = classes && !m_closed;
    }

    void paint(quint32 feature)
    {
        if (!take(feature)) return;
        const QRgb fill = m_fillByValue ? m_style.colourOf(m_layer.values[feature]) : m_style.fill;
        const QRgb stroke = m_strokeByValue ? m_style.colourOf(m_layer.values[feature]) : m_stroke;
        if (m_points.size() > (m_closed ? 24 : 8)) thin();
        if (m_closed && qAlpha(fill) > 0) {
            if (isSmallInside(0)) m_coverage.expect(m_low, m_high);
            for (std::size_t ring = 0; ring + 1 < m_rings.size(); ++ring)
                addEdges(m_rings[ring], m_rings[ring + 1]);
            m_coverage.fill(Paint(fill), m_job.pixels.first, m_job.pixels.stride);
        }
        if (qAlpha(stroke) == 0) return;
        if (m_half <= 0.5F) return layHairline(Paint(stroke));
        const bool tiny =
            m_closed && m_high.x - m_low.x <= 2.0 * m_half && m_high.y - m_low.y <= 2.0 * m_half;
        if (const double reach = 1.5 * m_half + 1; isSmallInside(reach))
            m_coverage.expect({m_low.x - reach, m_low.y - reach}, {m_high.x + reach, m_high.y + reach});
        if (tiny)
            addTinyStroke();
        else
            for (std::size_t ring = 0; ring + 1 < m_rings.size(); ++ring)
                addStroke(m_rings[ring], m_rings[ring + 1]);
        m_coverage.stroke(Paint(stroke), m_job.pixels.first, m_job.pixels.stride);
    }

private:
    // The feature's rings in pixels; false when it lies outside.
    MAP_WIDE bool take(quint32 feature)
    {
        m_points.clear();
        m_rings.assign(1, 0);
        m_low = {1e300, 1e300};
        m_high = {-1e300, -1e300};
        for (quint32 ring = m_layer.firstRing(feature); ring < m_layer.firstRing(feature + 1); ++ring) {
            const auto vertices =
                m_level.vertices.subspan(m_level.rings[ring], m_level.rings[ring + 1] - m_level.rings[ring]);
            const std::size_t first = m_points.size();
            m_points.resize(first + vertices.size());
            for (std::size_t i = 0; i < vertices.size(); ++i) {
                const PixelPoint p{vertices[i].x * m_job.toPixels.scale + m_job.toPixels.shiftX,
                                   m_job.toPixels.shiftY - vertices[i].y * m_job.toPixels.scale};
                m_low = {std::min(m_low.x, p.x), std::min(m_low.y, p.y)};
                m_high = {std::max(m_high.x, p.x), std::max(m_high.y, p.y)};
                m_points[first + i] = p;
            }
            m_rings.push_back(m_points.size());
        }
        const double reach = m_half + 1;
        return m_low.x < m_job.pixels.width + reach && m_high.x > -reach &&
               m_low.y < m_job.pixels.height + reach && m_high.y > -reach;
    }

    // Leaves out what cannot be seen, ring by ring.
    void thin()
    {
        std::size_t kept = 0;
        for (std::size_t ring = 0; ring + 1 < m_rings.size(); ++ring) {
            const std::size_t first = m_rings[ring], count = m_rings[ring + 1] - first;
            m_rings[ring] = kept;
            PixelPoint* const to = m_points.data() + kept;
            const std::span<const PixelPoint> whole{m_points.data() + first, count};
            kept = (m_closed ? spaced(whole, to) : straightened(whole, to)) - m_points.data();
        }
        m_rings.back() = kept;
    }

    // Whether the feature with a margin is inside the picture and so small that looking at all of its box
    // costs less than noting what is touched.
    bool isSmallInside(double margin) const
    {
        const double width = m_high.x - m_low.x + 2 * margin, height = m_high.y - m_low.y + 2 * margin;
        return width * height < 800 && isInside(margin);
    }

    bool isInside(double margin) const
    {
        return m_low.x >= margin && m_low.y >= margin && m_high.x + margin < m_job.pixels.width - 1 &&
               m_high.y + margin < m_job.pixels.height - 1;
    }

    void layHairline(const Paint& paint)
    {
        const bool inside = isInside(2);
        for (std::size_t ring = 0; ring + 1 < m_rings.size(); ++ring)
            m_hairline.lay(m_points.data() + m_rings[ring], m_rings[ring + 1] - m_rings[ring], m_closed,
                           inside, paint);
    }

    // The outline of what is smaller than its own stroke leaves nothing open within: a box of the area that a
    // round pen would cover.
    void addTinyStroke()
    {
        double twice = 0;
        for (std::size_t i = 0; i < m_rings[1]; ++i) {
            const PixelPoint a = m_points[i], b = m_points[i + 1 < m_rings[1] ? i + 1 : 0];
            twice += a.x * b.y - a.y * b.x;
        }
        const double width = m_high.x - m_low.x, height = m_high.y - m_low.y, box = width * height;
        const double shrunk = box > 1e-9 ? std::sqrt(std::min(1.0, std::abs(twice) / 2 / box)) : 1;
        constexpr double roundness = 0.84; // the root of a quarter of pi
        const double cx = m_low.x + width / 2, cy = m_low.y + height / 2;
        const double dx = width / 2 * shrunk + m_half * roundness,
                     dy = height / 2 * shrunk + m_half * roundness;
        m_coverage.addBox({cx - dx, cy - dy}, {cx + dx, cy + dy}, 1);
    }

    void addEdges(std::size_t first, std::size_t end)
    {
        for (std::size_t i = first; i < end; ++i)
            m_coverage.addEdge(m_points[i], m_points[i + 1 < end ? i + 1 : first]);
    }

    void addStroke(std::size_t first, std::size_t end)
    {
        const bool wide = m_half > 1.25F;
        const std::size_t pieces = m_closed ? end - first : end - first - 1;
        const auto next = [&](std::size_t i) { return i + 1 < end ? i + 1 : first; };
        for (std::size_t i = first; i < first + pieces; ++i)
            wide ? m_coverage.addWide(m_points[i], m_points[next(i)], m_half)
                 : m_coverage.addThin(m_points[i], m_points[next(i)], m_half);
        for (std::size_t i = first; i < end; ++i) {
            const bool isEnd = !m_closed && (i == first || i + 1 == end);
            if (wide || isEnd || turns(m_points[i > first ? i - 1 : end - 1], m_points[i], m_points[next(i)]))
                m_coverage.addDisc(m_points[i], m_half);
        }
    }

    // Whether thin pieces leave a notch between them: where the longer axis changes or the direction turns
    // much.
    static bool turns(PixelPoint a, PixelPoint b, PixelPoint c)
    {
        const double ux = b.x - a.x, uy = b.y - a.y, vx = c.x - b.x, vy = c.y - b.y;
        return (std::abs(ux) >= std::abs(uy)) != (std::abs(vx) >= std::abs(vy)) || ux * vx + uy * vy < 0;
    }

    const BulkJob& m_job;
    const BulkLayer& m_layer;
    const BulkStyle& m_style;
    bool m_closed;
    const BulkLevel& m_level;
    Coverage m_coverage;
    Hairline m_hairline;
    QRgb m_stroke = 0;
    float m_half = 0.5F;
    bool m_fillByValue = false, m_strokeByValue = false;
    std::vector<PixelPoint> m_points;
    PixelPoint m_low{}, m_high{}; ///< Box of m_points.
    std::vector<std::size_t> m_rings;
};

} // namespace

void paintBulkShapes(const BulkJob& job)
{
    const BulkStyle& style = job.bulk.style;
    ShapePainter painter(job);
    // Strokes of one opaque colour look the same in any order.
    const bool ordered = job.bulk.layer->shapes == BulkShapes::Polygons || !style.colours.empty() ||
                         qAlpha(style.outline) < 255;
    job.forFeatures(ordered, [&](quint32 feature) { painter.paint(feature); });
}

} // namespace map
