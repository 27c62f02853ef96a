// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/extent_picker.h"

#include "layers/map/kinds/polygons.h"

#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

ExtentPicker::ExtentPicker(const widgets::Theme& theme, bool fetches, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_canvas(new widgets::MapCanvas(this)),
      m_draw(new QPushButton(tr("Draw a box"), this)),
      m_view(new QPushButton(tr("Take what is in view"), this))
{
    m_canvas->setTheme(theme);
    m_canvas->setMinimumHeight(220);
    m_canvas->installEventFilter(this);
    if (fetches) {
        m_tiles = std::make_unique<feeds::TileStore>(feeds::TileStore::usualFolder(), m_clock);
        const feeds::TileSource streets{
            QStringLiteral("openstreetmap"),
            QUrl(QStringLiteral("https://tile.openstreetmap.org/{z}/{x}/{y}.png")), 0, 19};
        widgets::Basemap basemap;
        basemap.source = streets;
        basemap.attribution = QStringLiteral("© OpenStreetMap contributors");
        m_canvas->setBasemap(m_tiles.get(), basemap);
    }
    m_draw->setCheckable(true);
    m_draw->setObjectName(QStringLiteral("draw-extent"));
    m_view->setObjectName(QStringLiteral("view-extent"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_draw);
    buttons->addWidget(m_view);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(buttons);
    column->addWidget(m_canvas, 1);
    connect(m_view, &QPushButton::clicked, this, [this] {
        const QSize size = m_canvas->size();
        const city::LonLat low = positionAt({0.0, double(size.height())}),
                           high = positionAt({double(size.width()), 0.0});
        setExtent({low.lon, low.lat, high.lon, high.lat});
        Q_EMIT changed();
    });
    redraw();
}

ExtentPicker::~ExtentPicker()
{
    m_canvas->setBasemap(nullptr, std::nullopt);
}

city::LonLat ExtentPicker::positionAt(QPointF pixel) const
{
    return m_canvas->view().toGround(pixel);
}

void ExtentPicker::setExtent(const city::LonLatBox& extent)
{
    m_extent = extent;
    redraw();
}

bool ExtentPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_canvas || !m_draw->isChecked()) return QWidget::eventFilter(watched, event);
    auto* mouse = dynamic_cast<QMouseEvent*>(event);
    if (!mouse) return QWidget::eventFilter(watched, event);
    const city::LonLat at = positionAt(mouse->position());
    if (event->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton) {
        m_corner = at;
    } else if (event->type() == QEvent::MouseMove && m_corner) {
        city::LonLatBox box;
        box.add(*m_corner);
        box.add(at);
        setExtent(box);
    } else if (event->type() == QEvent::MouseButtonRelease && m_corner) {
        m_corner.reset();
        m_draw->setChecked(false);
        Q_EMIT changed();
    }
    return true;
}

void ExtentPicker::redraw()
{
    auto scene = std::make_shared<map::Scene>();
    scene->ink = widgets::inkOf(m_theme);
    if (!m_extent.isEmpty()) {
        const auto& box = m_extent;
        city::Geometry geometry;
        geometry.polygons.push_back({{{{box.west, box.south},
                                       {box.east, box.south},
                                       {box.east, box.north},
                                       {box.west, box.north},
                                       {box.west, box.south}}}});
        map::AreaInput area;
        area.geometry = &geometry;
        area.fill = m_theme.accent;
        area.fill.setAlpha(40);
        area.outline = m_theme.accent;
        area.outlineWidth = 2;
        map::LayerMeta meta;
        meta.id = QStringLiteral("extent");
        scene->layers.push_back(map::polygons(meta, {area}));
    }
    m_canvas->setScene(scene);
}

} // namespace app
