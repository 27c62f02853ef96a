// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/map_canvas.h"

#include "layers/map/paint/furniture.h"
#include "widgets/map/canvas_overlay.h"
#include "widgets/map/map_canvas_state.h"
#include "widgets/map/pinch.h"
#include "widgets/theme/dress.h"

#include <QFrame>
#include <QPainter>
#include <QToolButton>

namespace widgets {

MapCanvas::MapCanvas(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 120);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    grabGesture(TwoFingers::type());
    d->makeButtons();
}

MapCanvas::~MapCanvas() = default;

void MapCanvas::setTheme(const Theme& theme)
{
    d->theme = theme;
    d->buttons->setStyleSheet(
        QStringLiteral("#mapButtons { background: %1; border: 1px solid %2; border-radius: %3px; }")
            .arg(theme.surface.name(), theme.line.name())
            .arg(theme.corner));
    d->zoomIn->setIcon(icon(theme, QStringLiteral("zoom-in")));
    d->zoomOut->setIcon(icon(theme, QStringLiteral("zoom-out")));
    d->homeButton->setIcon(icon(theme, QStringLiteral("home")));
    d->placeButtons();
    ++d->tiles; // The basemap takes its two colours from the theme.
    d->orderSoon();
    update();
}

void MapCanvas::setScene(std::shared_ptr<const map::Scene> scene)
{
    if (scene == d->scene) return;
    d->scene = std::move(scene);
    d->rememberOutlines();
    d->followMovers();
    if (d->pointerInside) d->reading.start(soonRead);
    d->orderSoon();
    update();
}

void MapCanvas::setMotion(bool allowed)
{
    d->motionAllowed = allowed;
    d->followMovers();
    update();
}

void MapCanvas::setView(const map::View& view)
{
    d->moved();
    map::View next = view;
    next.size = size();
    d->changeView(next);
}

const map::View& MapCanvas::view() const
{
    return d->view;
}

void MapCanvas::fit(const city::LonLatBox& box)
{
    if (box.isEmpty()) return;
    d->changeView(map::View::fitting(box, size()));
    d->fitted = box;
}

void MapCanvas::setHome(const city::LonLatBox& box)
{
    d->home = box;
}

void MapCanvas::setTileStore(feeds::TileStore* store)
{
    d->grounds.setTiles(store);
    ++d->tiles;
    d->orderSoon();
}

void MapCanvas::setBasemap(const std::optional<Basemap>& basemap)
{
    d->basemap = basemap;
    ++d->tiles;
    d->orderSoon();
    update();
}

void MapCanvas::setSelected(std::vector<city::PlaceId> things)
{
    d->selected = std::move(things);
    d->rememberOutlines();
    update();
}

void MapCanvas::setHighlighted(std::optional<city::PlaceId> thing)
{
    if (thing == d->highlighted) return;
    d->highlighted = std::move(thing);
    d->rememberOutlines();
    update();
}

void MapCanvas::setCoordinateText(const QString& text)
{
    d->coordinates = text;
    update();
}

void MapCanvas::setOverlay(std::function<void(QPainter&)> overlay)
{
    d->overlay = std::move(overlay);
    update();
}

void MapCanvas::askServices(city::LonLat at, std::function<void(const map::Hit&)> each)
{
    if (!d->scene) return;
    d->grounds.ask(*d->scene, d->view, at, [seen = d->scene, each = std::move(each)](const QString& id, const QStringList& lines) {
        const auto layer = std::find_if(seen->layers.begin(), seen->layers.end(), [&id](const auto& one) { return one->id == id; });
        each({id, {QStringLiteral("service"), id, (*layer)->title, lines}, nullptr});
    });
}

bool MapCanvas::isSharp() const
{
    return d->isSharp() && !d->grounds.isReading();
}

void MapCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    // What the newest picture covers need not be painted first: on a large screen each takes some milliseconds.
    const auto covers = [this](const Shot& shot) {
        return !shot.image.isNull() && shot.order.scene->ink.ground.alpha() == 255 &&
               placeOf(shot, d->view).adjusted(1, 1, -1, -1).contains(QRectF(rect()));
    };
    const bool covered = covers(d->shot);
    if (!covered && !covers(d->under)) painter.fillRect(rect(), d->theme.mapGround);
    if (!covered && !d->under.image.isNull()) painter.drawImage(placeOf(d->under, d->view), d->under.image);
    if (!d->shot.image.isNull()) painter.drawImage(placeOf(d->shot, d->view), d->shot.image);
    if (d->scene && !d->motion.isEmpty()) {
        painter.setRenderHint(QPainter::Antialiasing);
        d->motion.paint(painter, d->view, d->scene->ink, d->clock.elapsed());
    }
    if (d->overlay) d->overlay(painter);
    if (!d->lifted.isEmpty()) paintOutlines(painter, d->lifted, d->view, d->theme, Ringing::Lifted);
    if (!d->pointed.isEmpty() && !d->unread) paintOutlines(painter, d->pointed, d->view, d->theme, Ringing::Lifted);
    if (!d->rings.isEmpty()) paintOutlines(painter, d->rings, d->view, d->theme, Ringing::Selected);
    if (d->scene) map::paintStamp(painter, *d->scene, size());
    paintScaleBar(painter, d->view, d->theme);
    paintFootnotes(painter, size(), d->footnotes(), d->theme);
    if (!d->dragging && d->pointerInside) paintReadOut(painter, size(), d->pointer, d->hits, d->theme);
    if (hasFocus() && d->keyboardFocus) {
        painter.setPen(QPen(d->theme.accent, 2));
        painter.setBrush(Qt::NoBrush); // The stamp may have left one.
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
        // What Return would pick.
        const QPoint middle = rect().center();
        painter.drawLine(middle - QPoint(8, 0), middle + QPoint(8, 0));
        painter.drawLine(middle - QPoint(0, 8), middle + QPoint(0, 8));
    }
}

void MapCanvas::resizeEvent(QResizeEvent*)
{
    d->placeButtons();
    if (d->fitted) return fit(city::LonLatBox(*d->fitted));
    map::View next = d->view;
    next.size = size();
    d->changeView(next);
}

} // namespace widgets
