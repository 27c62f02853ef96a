// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/map_canvas_state.h"

#include "layers/map/kinds/bulk_file.h"
#include "widgets/theme/dress.h"

#include <QFrame>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace widgets {

namespace {

constexpr int untilWide = 200; // milliseconds after a picture before its surroundings are painted
constexpr int afterMoving = 120; // milliseconds the map stands still before what lies under the pointer is read

} // namespace

MapCanvas::Private::Private(MapCanvas* canvas) : q(canvas)
{
    pool.setMaxThreadCount(2);
    soon.setSingleShot(true);
    rest.setSingleShot(true);
    rest.setInterval(untilWide);
    reading.setSingleShot(true);
    frame.setInterval(33);
    clock.start();
    QObject::connect(&frame, &QTimer::timeout, q, [this] {
        if (!motion.isMoving(clock.elapsed())) frame.stop();
        q->update();
    });
    QObject::connect(&soon, &QTimer::timeout, q, [this] { order(); });
    QObject::connect(&rest, &QTimer::timeout, q, [this] { orderWide(); });
    QObject::connect(&reading, &QTimer::timeout, q, [this] {
        readUnderPointer();
        readRasters();
    });
    QObject::connect(&grounds, &GroundStore::arrived, q, [this] {
        ++tiles;
        orderSoon();
        q->update(); // the notes
    });
}

MapCanvas::Private::~Private()
{
    if (cancelled) *cancelled = true;
    pool.waitForDone();
}

void MapCanvas::Private::changeView(const map::View& next)
{
    if (next == view) return;
    view = next;
    q->update();
    orderSoon();
    unread = true;
    if (pointerInside) reading.start(afterMoving);
    Q_EMIT q->viewChanged(view);
}

void MapCanvas::Private::zoom(double factor, QPointF around)
{
    moved();
    changeView(view.zoomed(factor, around));
}

void MapCanvas::Private::pan(QPointF delta)
{
    moved();
    changeView(view.panned(delta));
}

void MapCanvas::Private::goHome()
{
    if (home) q->fit(*home);
}

bool MapCanvas::Private::serving(const ShotOrder& candidate) const
{
    return candidate.scene == scene && candidate.devicePixelRatio == q->devicePixelRatioF() &&
           serves(candidate, view);
}

bool MapCanvas::Private::isSharp() const
{
    return !shot.image.isNull() && shot.order.tiles == tiles && serving(shot.order);
}

// Also when the last picture still serves, but so little of its margin is left that the next move would show
// its edge.
bool MapCanvas::Private::wantsNewShot() const
{
    if (!isSharp()) return true;
    const QPointF off = view.toScreen(shot.order.view.centre) - view.toScreen(view.centre);
    const QSize margin = (shot.order.view.size - view.size) / 2;
    return std::abs(off.x()) > margin.width() * 0.6 || std::abs(off.y()) > margin.height() * 0.6;
}

void MapCanvas::Private::orderSoon()
{
    constexpr qint64 apart = 30; // milliseconds between two orders
    const qint64 since = ordered.isValid() ? ordered.elapsed() : apart;
    if (!soon.isActive()) soon.start(static_cast<int>(std::clamp<qint64>(apart - since, 0, apart)));
}

void MapCanvas::Private::order()
{
    if (!scene || view.size.isEmpty() || !wantsNewShot()) return;
    if (running) {
        // A picture under way that will serve is worth waiting for, and so is one that only lags behind a
        // drag.
        const bool sameScale = running->view.metresPerPixel == view.metresPerPixel;
        if (running->scene == scene && sameScale && !running->wide) return;
        *cancelled = true;
    }
    ShotOrder next;
    next.scene = scene;
    next.devicePixelRatio = q->devicePixelRatioF();
    next.view = withMargin(view, next.devicePixelRatio);
    addGrounds(next, true);
    ordered.start();
    start(std::move(next));
}

void MapCanvas::Private::orderWide()
{
    if (running || !pointerInside || !isSharp()) return; // without a pointer nobody drags
    if (!under.image.isNull() && under.order.scene == scene && surrounds(under.order, view)) return;
    ShotOrder next;
    next.scene = scene;
    next.devicePixelRatio = q->devicePixelRatioF();
    next = widened(std::move(next), view);
    addGrounds(next, false);
    start(std::move(next));
}

void MapCanvas::Private::addGrounds(ShotOrder& next, bool bring)
{
    next.tiles = tiles;
    if (basemap) {
        next.basemap = grounds.tiles(basemap->source, next.view, next.devicePixelRatio, bring);
        next.duotone = duotoneOf(theme, basemap->tone);
    }
    for (const auto& layer : scene->layers) {
        const bool shown = view.metresPerPixel >= layer->minMetresPerPixel && view.metresPerPixel <= layer->maxMetresPerPixel;
        if (layer->source && shown)
            next.grounds[layer->source.get()] = grounds.pictures(layer->source, next.view, next.devicePixelRatio, bring);
    }
}

void MapCanvas::Private::start(ShotOrder next)
{
    running = next;
    cancelled = std::make_shared<std::atomic<bool>>(false);
    const quint64 mine = ++number;
    QtConcurrent::run(&pool, [next, stop = cancelled] {
        return take(next, *stop);
    }).then(q, [this, mine](const Shot& taken) { deliver(taken, mine); });
}

void MapCanvas::Private::deliver(Shot taken, quint64 which)
{
    if (which != number) return; // Cancelled: a newer one is under way.
    running.reset();
    const bool wide = taken.order.wide;
    if (!taken.image.isNull()) {
        taken.order.basemap.clear(); // The tiles are in the picture now.
        taken.order.grounds.clear();
        const double scale = taken.order.view.metresPerPixel;
        const bool reachesFurther = shot.order.view.metresPerPixel > scale * 1.5;
        if (!wide && !shot.image.isNull() && reachesFurther && shot.order.scene == taken.order.scene) under = shot;
        if (!wide && !under.order.wide && under.order.view.metresPerPixel <= scale) under = {};
        (wide ? under : shot) = std::move(taken);
        q->update();
    }
    if (!wide && q->isSharp()) Q_EMIT q->sharpened();
    if (wantsNewShot() && !shot.image.isNull())
        orderSoon();
    else
        rest.start();
}

void MapCanvas::Private::readUnderPointer()
{
    unread = false;
    std::vector<map::Hit> found;
    if (pointerInside && scene && !dragging) found = map::hitTest(*scene, view, pointer);
    const bool same =
        found.size() == hits.size() &&
        std::equal(found.begin(), found.end(), hits.begin(),
                   [](const map::Hit& a, const map::Hit& b) {
                       return a.layer == b.layer && a.ref.kind == b.ref.kind && a.ref.id == b.ref.id;
                   });
    q->update();
    if (same) return;
    hits = std::move(found);
    pointed = hits.empty() || !scene
                  ? Outlines()
                  : outlinesOf(*scene, {city::PlaceId{hits.front().ref.kind, hits.front().ref.id}});
    if (!dragging) q->setCursor(hits.empty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    Q_EMIT q->hovered(hits);
    readOut(hits, [this](const std::vector<map::Hit>& read) {
        hits = read;
        q->update();
        Q_EMIT q->hovered(hits);
    }, hoverReading);
}

void MapCanvas::Private::readOut(std::vector<map::Hit> found, std::function<void(const std::vector<map::Hit>&)> done, quint64& newest,
                                 std::optional<city::LonLat> rastersAt)
{
    const quint64 mine = ++newest;
    const bool rasters = rastersAt && hasRasters();
    if (!rasters && std::none_of(found.begin(), found.end(), [](const map::Hit& hit) { return hit.source; })) return;
    QtConcurrent::run(&pool, [found, rasters, rastersAt, seen = scene, at = view]() mutable {
        for (map::Hit& hit : found)
            if (hit.source) hit = {hit.layer, map::describeFeature(*hit.source, hit.ref), nullptr};
        if (rasters)
            for (const map::RasterReading& one : map::readRastersAt(*seen, at, *rastersAt))
                found.push_back({one.layer, one.ref, nullptr});
        return found;
    }).then(q, [done, mine, &newest](const std::vector<map::Hit>& read) {
        if (mine == newest) done(read);
    });
}

void MapCanvas::Private::pick(QPointF at)
{
    if (!scene) return Q_EMIT q->picked({}, view.toGround(at));
    const std::vector<map::Hit> found = map::hitTest(*scene, view, at);
    const city::LonLat ground = view.toGround(at);
    Q_EMIT q->picked(found, ground);
    readOut(found, [this, ground](const std::vector<map::Hit>& read) { Q_EMIT q->picked(read, ground); }, pickReading, ground);
}

void MapCanvas::Private::forgetPointer()
{
    pointerInside = false;
    reading.stop();
    readUnderPointer();
    Q_EMIT q->pointerLeft();
}

void MapCanvas::Private::rememberOutlines()
{
    rings = lifted = pointed = {};
    if (!scene) return;
    rings = outlinesOf(*scene, selected);
    if (highlighted) lifted = outlinesOf(*scene, {*highlighted});
    if (!hits.empty())
        pointed = outlinesOf(*scene, {city::PlaceId{hits.front().ref.kind, hits.front().ref.id}});
}

void MapCanvas::Private::followMovers()
{
    motion.setAllowed(motionAllowed && q->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, q) > 0);
    motion.setScene(scene.get(), clock.elapsed());
    if (motion.isMoving(clock.elapsed())) frame.start();
}

QStringList MapCanvas::Private::footnotes() const
{
    QStringList sources, notes;
    if (basemap) {
        sources.push_back(basemap->attribution);
        notes.push_back(grounds.note(MapCanvas::tr("Basemap"), basemap->source));
    }
    if (scene) {
        sources += scene->attributions();
        for (const auto& layer : scene->layers)
            if (layer->source) notes.push_back(grounds.note(*layer));
    }
    sources.removeAll(QString());
    sources.removeDuplicates();
    return QStringList{sources.join(QStringLiteral(" · ")), rasterValues.join(QStringLiteral(" · ")), coordinates} + notes;
}

bool MapCanvas::Private::hasRasters() const
{
    return scene && std::any_of(scene->layers.begin(), scene->layers.end(), [](const auto& layer) {
               return dynamic_cast<const map::RasterSource*>(layer->source.get()) != nullptr;
           });
}

void MapCanvas::Private::readRasters()
{
    const quint64 mine = ++rasterReading;
    if (!pointerInside || dragging || !hasRasters()) {
        rasterValues.clear();
        return;
    }
    QtConcurrent::run(&pool, [seen = scene, at = view, ground = view.toGround(pointer)] {
        return map::readRastersAt(*seen, at, ground);
    }).then(q, [this, mine](const std::vector<map::RasterReading>& read) {
        if (mine != rasterReading) return;
        rasterValues.clear();
        for (const map::RasterReading& one : read)
            rasterValues << one.ref.title + QStringLiteral(": ") + one.ref.lines.join(QLatin1Char(' '));
        q->update();
    });
}

void MapCanvas::Private::makeButtons()
{
    buttons = new QFrame(q);
    buttons->setObjectName(QStringLiteral("mapButtons"));
    buttons->setCursor(Qt::ArrowCursor);
    auto* column = new QVBoxLayout(buttons);
    column->setContentsMargins(2, 2, 2, 2);
    column->setSpacing(0);
    for (QToolButton** button : {&zoomIn, &zoomOut, &homeButton}) {
        *button = new QToolButton(buttons);
        (*button)->setIconSize({18, 18});
        column->addWidget(*button);
    }
    const auto middle = [this] { return QPointF(view.size.width() / 2.0, view.size.height() / 2.0); };
    QObject::connect(zoomIn, &QToolButton::clicked, q, [this, middle] { zoom(2, middle()); });
    QObject::connect(zoomOut, &QToolButton::clicked, q, [this, middle] { zoom(0.5, middle()); });
    QObject::connect(homeButton, &QToolButton::clicked, q, [this] { goHome(); });
    retranslate();
}

void MapCanvas::Private::placeButtons()
{
    buttons->adjustSize();
    // The corners above belong to the breadcrumb and the stamp, the edge below to the notes.
    buttons->move(q->width() - buttons->width() - 8, q->height() - buttons->height() - 48);
}

void MapCanvas::Private::retranslate()
{
    const std::tuple<QToolButton*, QString, QString> words[] = {
        {zoomIn, MapCanvas::tr("Zoom in"), MapCanvas::tr("Zoom in (+)")},
        {zoomOut, MapCanvas::tr("Zoom out"), MapCanvas::tr("Zoom out (-)")},
        {homeButton, MapCanvas::tr("Whole city"), MapCanvas::tr("Whole city (Home)")}};
    for (const auto& [button, name, tip] : words) {
        button->setAccessibleName(name);
        button->setToolTip(tip);
    }
    q->setAccessibleName(MapCanvas::tr("Map"));
}

} // namespace widgets
