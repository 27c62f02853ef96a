// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/tools/view_history.h"

#include <cmath>

namespace widgets {

namespace {

constexpr std::size_t longest = 100;
constexpr int restMs = 400;

} // namespace

ViewHistory::ViewHistory(MapCanvas& canvas) : m_canvas(canvas), m_views{canvas.view()}
{
    m_resting.setSingleShot(true);
    m_resting.setInterval(restMs);
    connect(&m_resting, &QTimer::timeout, this, &ViewHistory::rest);
    connect(&canvas, &MapCanvas::viewChanged, this, [this](const map::View& view) {
        if (m_walking || same(view, m_views[m_at])) return;
        m_resting.start();
        Q_EMIT changed();
    });
}

// Nothing that a person would call another view: a resize, a pixel.
bool ViewHistory::same(const map::View& a, const map::View& b)
{
    const QPointF off = a.centre - b.centre;
    return std::abs(a.metresPerPixel / b.metresPerPixel - 1) < 1e-6 && std::hypot(off.x(), off.y()) < a.metresPerPixel * 2;
}

void ViewHistory::rest()
{
    m_resting.stop();
    const map::View view = m_canvas.view();
    if (same(view, m_views[m_at])) return;
    m_views.resize(m_at + 1);
    m_views.push_back(view);
    if (m_views.size() > longest) m_views.erase(m_views.begin());
    m_at = m_views.size() - 1;
    Q_EMIT changed();
}

void ViewHistory::back()
{
    if (m_resting.isActive()) rest();
    if (m_at == 0) return;
    --m_at;
    show();
}

void ViewHistory::forward()
{
    if (m_resting.isActive()) rest();
    if (m_at + 1 >= m_views.size()) return;
    ++m_at;
    show();
}

void ViewHistory::clear()
{
    m_resting.stop();
    m_views = {m_canvas.view()};
    m_at = 0;
    Q_EMIT changed();
}

void ViewHistory::show()
{
    m_walking = true;
    m_canvas.setView(m_views[m_at]);
    m_walking = false;
    Q_EMIT changed();
}

} // namespace widgets
