// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/bulk.h"
#include "layers/map/paint/coverage.h"
#include "layers/map/paint/look.h"

#include <cmath>

namespace map {

namespace {

constexpr double tooNear = 0.5; // pixels: a vertex nearer than this to the one before is not seen

/// Paints the features of one layer one after another: fill, then stroke.
class ShapePainter {
public:
    explicit ShapePainter(const BulkJob& job)
        : m_job(job), m_layer(*job.bulk.layer), m_style(job.bulk.style), m_closed(m_layer.shapes == BulkShapes::Polygons),
          m_level(m_layer.levelFor(tooNear * job.ground.view.metresPerPixel / job.pixels.scale)),
          m_coverage(job.pixels.width, job.pixels.height)
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
        if (m_closed && qAlpha(fill) > 0) {
            for (std::size_t ring = 0; ring + 1 < m_rings.size(); ++ring)
                addEdges(m_rings[ring], m_rings[ring + 1]);
            m_coverage.fill(Paint(fill), m_job.pixels.first, m_job.pixels.stride);
        }
        if (qAlpha(stroke) == 0) return;
        for (std::size_t ring = 0; ring + 1 < m_rings.size(); ++ring)
            addBars(m_rings[ring], m_rings[ring + 1]);
        m_coverage.stroke(Paint(stroke), m_job.pixels.first, m_job.pixels.stride);
    }

private:
    // The feature's rings in pixels; false when it lies outside.
    bool take(quint32 feature)
    {
        m_points.clear();
        m_rings.assign(1, 0);
        double left = 1e300, top = 1e300, right = -1e300, bottom = -1e300;
        for (quint32 ring = m_layer.firstRing(feature); ring < m_layer.firstRing(feature + 1); ++ring) {
            const quint32 first = m_level.rings[ring], end = m_level.rings[ring + 1];
            const bool sparse = end - first <= 12; // nothing to leave out
            for (quint32 i = first; i < end; ++i) {
                const BulkVertex v = m_level.vertices[i];
                const PixelPoint p{v.x * m_job.toPixels.scale + m_job.toPixels.shiftX,
                                   m_job.toPixels.shiftY - v.y * m_job.toPixels.scale};
                if (!sparse && i > first && i + 1 < end && std::abs(p.x - m_points.back().x) < tooNear &&
                    std::abs(p.y - m_points.back().y) < tooNear)
                    continue;
                left = std::min(left, p.x);
                right = std::max(right, p.x);
                top = std::min(top, p.y);
                bottom = std::max(bottom, p.y);
                m_points.push_back(p);
            }
            m_rings.push_back(m_points.size());
        }
        const double reach = m_half + 1;
        return left < m_job.pixels.width + reach && right > -reach && top < m_job.pixels.height + reach && bottom > -reach;
    }

    void addEdges(std::size_t first, std::size_t end)
    {
        for (std::size_t i = first; i < end; ++i)
            m_coverage.addEdge(m_points[i], m_points[i + 1 < end ? i + 1 : first]);
    }

    void addBars(std::size_t first, std::size_t end)
    {
        const bool wide = m_half > 1.25F;
        for (std::size_t i = first; i < end; ++i) {
            const bool last = i + 1 == end;
            if (!last || m_closed) m_coverage.addBar(m_points[i], m_points[last ? first : i + 1], m_half);
            if (wide) m_coverage.addDisc(m_points[i], m_half);
        }
    }

    const BulkJob& m_job;
    const BulkLayer& m_layer;
    const BulkStyle& m_style;
    bool m_closed;
    const BulkLevel& m_level;
    Coverage m_coverage;
    QRgb m_stroke = 0;
    float m_half = 0.5F;
    bool m_fillByValue = false, m_strokeByValue = false;
    std::vector<PixelPoint> m_points;
    std::vector<std::size_t> m_rings;
};

} // namespace

void paintBulkShapes(const BulkJob& job)
{
    const BulkStyle& style = job.bulk.style;
    ShapePainter painter(job);
    // Strokes of one opaque colour look the same in any order.
    const bool ordered = job.bulk.layer->shapes == BulkShapes::Polygons || !style.colours.empty() || qAlpha(style.outline) < 255;
    job.forFeatures(ordered, [&](quint32 feature) { painter.paint(feature); });
}

} // namespace map
