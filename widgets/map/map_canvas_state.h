// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/map_canvas.h"
#include "widgets/map/ground_store.h"
#include "widgets/map/motion.h"
#include "widgets/map/outlines.h"
#include "widgets/map/shot.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>
#include <functional>

class QFrame;
class QToolButton;

namespace widgets {

constexpr int soonRead = 25; ///< Milliseconds the pointer rests before what lies under it is read.

/// What the canvas remembers, and the ordering of pictures. GUI thread only.
class MapCanvas::Private {
public:
    explicit Private(MapCanvas* canvas);
    ~Private();

    void changeView(const map::View& next);
    void zoom(double factor, QPointF around);
    void pan(QPointF delta);
    void goHome();
    /// The person has moved the map: a change of size no longer fits the box asked for.
    void moved() { fitted.reset(); }

    bool isSharp() const;
    /// Brings a picture at once, or before long when one has just been ordered: calls in quick succession
    /// become one.
    void orderSoon();
    void order();
    /// Brings the surroundings, coarsely, when the map rests: what a fast drag shows at its edge.
    void orderWide();
    void deliver(Shot taken, quint64 number);

    void readUnderPointer();
    /// Reads what the hits of large layers do not carry with them, in the pool; then tells it by `done`, unless a
    /// newer reading has begun meanwhile.
    void readOut(std::vector<map::Hit> found, std::function<void(const std::vector<map::Hit>&)> done, quint64& newest,
                 std::optional<city::LonLat> rastersAt = {});
    void pick(QPointF at);
    void forgetPointer();
    void rememberOutlines();
    /// From the edge upwards: whose data, values under the pointer, the position, what is wrong with a layer.
    QStringList footnotes() const;
    /// Reads the values of raster files under the pointer, in the pool.
    void readRasters();
    bool hasRasters() const;
    /// Gives the scene's movers to the motion and keeps it going while it lasts.
    void followMovers();

    void makeButtons();
    void placeButtons();
    void retranslate();

    MapCanvas* const q;
    Theme theme;
    std::shared_ptr<const map::Scene> scene;
    map::View view;
    std::optional<city::LonLatBox> fitted, home;

    GroundStore grounds;
    std::optional<Basemap> basemap;
    quint64 tiles = 0;

    Shot shot;  ///< The newest picture.
    Shot under; ///< An older one that reaches further out, for what the newest leaves open.
    std::optional<ShotOrder> running;
    std::shared_ptr<std::atomic<bool>> cancelled;
    quint64 number = 0;
    QThreadPool pool;
    QTimer soon, rest;
    QElapsedTimer ordered; ///< Since the last order.

    std::vector<city::PlaceId> selected;
    std::optional<city::PlaceId> highlighted;
    Outlines rings, lifted, pointed;
    std::function<void(QPainter&)> overlay;
    std::vector<map::Hit> hits;
    QPointF pointer;
    bool pointerInside = false;
    bool unread = false; ///< The view has changed since what lies under the pointer was read: it is not lifted meanwhile.
    QTimer reading;
    quint64 hoverReading = 0, pickReading = 0, rasterReading = 0; ///< Numbers of the newest.
    QStringList rasterValues; ///< Under the pointer.
    QString coordinates;

    Motion motion;
    QElapsedTimer clock; ///< Of the motion.
    QTimer frame;        ///< Of the next picture of it.
    bool motionAllowed = true;

    std::optional<QPointF> pressedAt, draggedTo;
    bool dragging = false;
    bool keyboardFocus = false;

    QFrame* buttons = nullptr;
    QToolButton* zoomIn = nullptr;
    QToolButton* zoomOut = nullptr;
    QToolButton* homeButton = nullptr;

private:
    bool serving(const ShotOrder& candidate) const;
    bool wantsNewShot() const;
    /// The pictures of tiles and rasters `next` is made from; `bring`: missing ones are asked for.
    void addGrounds(ShotOrder& next, bool bring);
    void start(ShotOrder next);
};

} // namespace widgets
