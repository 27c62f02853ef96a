// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/tools/overview_map.h"

#include <QKeyEvent>
#include <QPainter>
#include <QtConcurrent>

namespace widgets {

namespace {

constexpr double leastFrame = 6; // pixels; smaller could not be seen or gripped

}

OverviewMap::OverviewMap(MapCanvas& canvas, QWidget* parent) : QWidget(parent), m_canvas(canvas)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::ArrowCursor);
    resize(sizeHint());
    m_pool.setMaxThreadCount(1);
    hide();
    connect(&canvas, &MapCanvas::viewChanged, this, [this] { update(); });
    retranslate();
}

OverviewMap::~OverviewMap()
{
    if (m_cancelled) *m_cancelled = true;
    m_pool.waitForDone();
}

void OverviewMap::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void OverviewMap::setScene(std::shared_ptr<const map::Scene> scene)
{
    m_scene = std::move(scene);
    order();
}

void OverviewMap::setExtent(const city::LonLatBox& extent)
{
    m_view = map::View::fitting(extent, size(), 4);
    m_image = {};
    order();
}

void OverviewMap::order()
{
    if (!isVisible() || !m_scene) return;
    if (m_cancelled) *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    // Labels would be larger than what they name, and the stamp is on the large map.
    auto plain = std::make_shared<map::Scene>(*m_scene);
    plain->stamp.clear();
    for (auto& layer : plain->layers) {
        if (layer->labels.empty()) continue;
        auto bare = std::make_shared<map::LayerScene>(*layer);
        bare->labels.clear();
        layer = std::move(bare);
    }
    QtConcurrent::run(&m_pool, [plain, view = m_view, ratio = devicePixelRatioF(), stop = m_cancelled] {
        return map::render(*plain, view, ratio, {}, stop.get());
    }).then(this, [this, stop = m_cancelled](const QImage& image) {
        if (*stop) return;
        m_image = image;
        update();
        Q_EMIT painted();
    });
}

QRectF OverviewMap::frame() const
{
    const QRectF seen = m_canvas.view().mapRect();
    QRectF frame = QRectF(m_view.toScreen(seen.topLeft()), m_view.toScreen(seen.bottomRight())).normalized();
    if (frame.width() < leastFrame) frame = QRectF(frame.center().x() - leastFrame / 2, frame.top(), leastFrame, frame.height());
    if (frame.height() < leastFrame) frame = QRectF(frame.left(), frame.center().y() - leastFrame / 2, frame.width(), leastFrame);
    return frame;
}

void OverviewMap::moveTo(QPointF middle)
{
    map::View view = m_canvas.view();
    view.centre = m_view.toMap(middle);
    m_canvas.setView(view);
}

void OverviewMap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.mapGround);
    if (!m_image.isNull()) painter.drawImage(rect(), m_image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF inside = frame().intersected(QRectF(rect()).adjusted(1, 1, -1, -1));
    QColor faint = m_theme.accent;
    faint.setAlpha(40);
    painter.fillRect(inside, faint);
    painter.setPen(QPen(m_theme.mapLabelHalo, 4));
    painter.drawRect(inside);
    painter.setPen(QPen(m_theme.accent, 2));
    painter.drawRect(inside);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(hasFocus() ? m_theme.accent : m_theme.line, 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void OverviewMap::showEvent(QShowEvent*)
{
    if (m_image.isNull()) order();
}

void OverviewMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    const QRectF held = frame();
    m_grip = held.contains(event->position()) ? event->position() - held.center() : QPointF();
    moveTo(event->position() - *m_grip);
}

void OverviewMap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_grip) moveTo(event->position() - *m_grip);
}

void OverviewMap::mouseReleaseEvent(QMouseEvent*)
{
    m_grip.reset();
}

void OverviewMap::keyPressEvent(QKeyEvent* event)
{
    const bool forMap = event->key() >= Qt::Key_Left && event->key() <= Qt::Key_Down;
    if (!forMap && event->key() != Qt::Key_Plus && event->key() != Qt::Key_Minus) return QWidget::keyPressEvent(event);
    const QPointF step(m_canvas.width() / 5.0, m_canvas.height() / 5.0);
    map::View view = m_canvas.view();
    if (event->key() == Qt::Key_Left) view = view.panned({step.x(), 0});
    if (event->key() == Qt::Key_Right) view = view.panned({-step.x(), 0});
    if (event->key() == Qt::Key_Up) view = view.panned({0, step.y()});
    if (event->key() == Qt::Key_Down) view = view.panned({0, -step.y()});
    const QPointF middle(m_canvas.width() / 2.0, m_canvas.height() / 2.0);
    if (event->key() == Qt::Key_Plus) view = view.zoomed(std::sqrt(2), middle);
    if (event->key() == Qt::Key_Minus) view = view.zoomed(std::sqrt(0.5), middle);
    m_canvas.setView(view);
}

void OverviewMap::wheelEvent(QWheelEvent* event)
{
    const QPointF middle(m_canvas.width() / 2.0, m_canvas.height() / 2.0);
    m_canvas.setView(m_canvas.view().zoomed(std::pow(2, event->angleDelta().y() / 240.0), middle));
    event->accept();
}

void OverviewMap::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void OverviewMap::retranslate()
{
    setAccessibleName(tr("Overview map"));
    setToolTip(tr("Drag the frame or click to move the map; arrow keys, + and - work, too"));
}

} // namespace widgets
