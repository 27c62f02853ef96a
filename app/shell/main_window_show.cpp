// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/coordinates.h"
#include "app/shell/main_window.h"
#include "app/shell/style_editing.h"
#include "app/shell/time_travel.h"
#include "widgets/panels/layer_panel.h"
#include "widgets/panels/rail_bar.h"
#include "widgets/panels/ranked_table.h"
#include "widgets/panels/search_box.h"
#include "widgets/panels/top_bar.h"

#include <QToolButton>

/// What the window shows of a picture, and what becomes of what the user picks in it.
namespace app {

namespace {

constexpr int refreshSeconds = 10; ///< Ages are told in minutes; more often would be work for nothing.

} // namespace

void MainWindow::showPicture(std::shared_ptr<const DashboardPicture> picture)
{
    m_picture = std::move(picture);
    m_frame->setPicture(*m_picture);
    m_tools->setPicture(m_picture);
    m_frame->layers().setLevel(m_session->focus().current().level);
    // The map moves when the focus moves to somewhere else, never because values changed.
    const auto sameBox = [](const city::LonLatBox& a, const city::LonLatBox& b) {
        return a.west == b.west && a.south == b.south && a.east == b.east && a.north == b.north;
    };
    if (m_picture->fit && !(m_fitted && sameBox(*m_fitted, *m_picture->fit))) {
        m_fitted = m_picture->fit;
        if (!m_keepsView) m_frame->map().canvas().fit(*m_fitted);
    }
    checkReady();
}

void MainWindow::connectSession()
{
    connect(m_session.get(), &Session::pictureReady, this, &MainWindow::showPicture);
    connect(m_session.get(), &Session::completed, this, &MainWindow::checkReady);
    // Alarms may have been about to be judged when the map had become sharp.
    connect(&m_session->alarms(), &AlarmRun::judged, this, &MainWindow::checkReady);
    connect(&m_session->pastAlarms(), &PastAlarms::changed, this, &MainWindow::checkReady);
    connect(m_session.get(), &Session::cityShown, this, &MainWindow::tellFeeds);
    connect(&m_session->run(), &CityRun::published, this, &MainWindow::tellStamp);
    connect(m_session.get(), &Session::focusChanged, this, [this] {
        showFeeds(false); // Whoever goes somewhere wants to see it.
        m_keepsView = false;
        const FocusHistory& focus = m_session->focus();
        m_frame->map().crumbs().setHistory(focus.stepsBack(), focus.stepsForward());
        m_actions->setEnabled(QStringLiteral("back"), focus.canGoBack());
        m_actions->setEnabled(QStringLiteral("forward"), focus.canGoForward());
    });
    connect(m_session.get(), &Session::searchable, this, [this](std::vector<widgets::SearchEntry> entries) {
        m_searchable = std::move(entries);
        auto all = m_actions->searchable();
        all.insert(all.begin(), m_searchable.begin(), m_searchable.end());
        m_frame->top().search()->setEntries(all);
    });
    connect(m_session.get(), &Session::layersFailed, this, [this](const std::vector<city::Problem>& problems) {
        QStringList lines;
        for (const city::Problem& problem : problems) lines.append(problem.toString());
        showError(tr("Some GIS layers of the pack could not be read."), lines.join(QLatin1Char('\n')),
                  tr("The rest is shown. Mend the files and open the pack again."));
    });
    connect(&m_session->run(), &CityRun::historyTrouble, this, [this](const city::Message& text) {
        showError(tr("The history has a problem."), text.toString(), tr("The city is shown; charts may lack the past."));
    });
    connect(&m_session->run(), &CityRun::storeLost, this, [this](const city::Message& why) {
        showError(tr("The shared store is gone for now."), why.toString(),
                  tr("What is shown is this desk's own copy, as it was last. It goes on by itself when the store is back."));
        tellStamp();
    });
    connect(&m_session->run(), &CityRun::storeBack, this, [this] {
        m_frame->map().hideError();
        tellStamp();
    });
    connect(&m_session->time(), &TimeMachine::failed, this, [this](const city::Problem& why) {
        showError(tr("That moment cannot be shown."), why.toString(),
                  tr("The last picture stays. Press Esc for what is now."));
    });
    connect(m_files.get(), &DroppedFiles::layerRead, m_session.get(), &Session::addLayer);
    connect(m_files.get(), &DroppedFiles::busy, &m_frame->map(), &MapPane::setBusy);
    connect(m_files.get(), &DroppedFiles::failed, &m_frame->map(), &MapPane::showError);
}

void MainWindow::connectPanels()
{
    const auto go = [this](const city::Focus& focus) {
        if (m_session) m_session->go(focus);
    };
    connect(&m_frame->top(), &widgets::TopBar::situationActivated, this, go);
    connect(&m_frame->map().crumbs(), &widgets::BreadcrumbBar::activated, this, go);
    connect(&m_frame->side(), &SidePanel::focusAsked, this, go);
    connect(m_frame->top().search(), &widgets::SearchBox::focusPicked, this, go);
    connect(m_frame->top().search(), &widgets::SearchBox::positionPicked, this, [this](city::LonLat at) { goTo(at); });
    connect(m_frame->top().search(), &widgets::SearchBox::submitted, this, [this](const QString& text) { goTo(text); });
    connect(m_frame->top().search(), &widgets::SearchBox::commandPicked, m_actions, &WindowActions::ask);
    connect(&m_frame->rail(), &widgets::RailBar::picked, this, [this](const QString& id) {
        showFeeds(false);
        if (m_session) m_session->showDashboard(id);
    });
    connect(&m_frame->map().crumbs(), &widgets::BreadcrumbBar::backAsked, this, [this] { m_actions->ask(QStringLiteral("back")); });
    connect(&m_frame->map().crumbs(), &widgets::BreadcrumbBar::forwardAsked, this, [this] { m_actions->ask(QStringLiteral("forward")); });
    connect(&m_frame->side(), &SidePanel::placeClosed, this, [this] { m_actions->ask(QStringLiteral("up")); });
    connect(&m_frame->side(), &SidePanel::quantityAsked, this, [this](const QString& quantity) {
        city::Focus focus = m_session->focus().current();
        focus.quantity = quantity;
        m_session->go(focus);
    });
    connect(&m_frame->side(), &SidePanel::rowHovered, this, &MainWindow::highlight);
    connectDecisions();
    widgets::LayerPanel& layers = m_frame->layers();
    connect(&layers, &widgets::LayerPanel::layerShown, this, [this](const QString& id) { m_session->showLayer(id); });
    connect(&layers, &widgets::LayerPanel::layerHidden, this, [this](const QString& id) { m_session->hideLayer(id); });
    connect(&layers, &widgets::LayerPanel::removeAsked, this, [this](const QString& id) {
        if (id == DrawTool::layerId())
            m_tools->draw().removeAll();
        else
            m_session->removeLayer(id);
    });
    connect(&layers, &widgets::LayerPanel::styleAsked, this, [this](const QString& id) { m_styles->edit(*m_session, id); });
    connect(m_styles, &StyleEditing::failed, &m_frame->map(), &MapPane::showError);
    connect(&layers, &widgets::LayerPanel::levelPicked, this, [this](const QString&, const QString& level) {
        city::Focus focus = m_session->focus().current();
        focus.level = level;
        m_session->go(focus);
    });
    connect(&layers, &widgets::LayerPanel::basemapPicked, this, [this](const QString& id) {
        m_memory.basemap = id.isEmpty() ? QStringLiteral("none") : id;
        applyBasemap();
    });
}

void MainWindow::connectMap()
{
    widgets::MapCanvas& canvas = m_frame->map().canvas();
    connect(&canvas, &widgets::MapCanvas::picked, this, &MainWindow::pick);
    connect(&canvas, &widgets::MapCanvas::hovered, this, [this](const std::vector<map::Hit>& hits) {
        m_frame->side().table().setHighlighted(hits.empty() ? QString() : hits.front().ref.id);
    });
    connect(&canvas, &widgets::MapCanvas::pointerMoved, this, &MainWindow::pointAt);
    connect(&canvas, &widgets::MapCanvas::pointerLeft, this, [this] { m_frame->map().canvas().setCoordinateText({}); });
    connect(&canvas, &widgets::MapCanvas::filesDropped, this, &MainWindow::addFiles);
    connect(&canvas, &widgets::MapCanvas::sharpened, this, &MainWindow::checkReady);
}

void MainWindow::pick(const std::vector<map::Hit>& hits, city::LonLat at)
{
    if (!m_session) return;
    // A cluster parts into what it is made of as one comes nearer.
    if (!hits.empty() && hits.front().ref.kind == QLatin1String("cluster")) {
        widgets::MapCanvas& canvas = m_frame->map().canvas();
        return canvas.setView(canvas.view().zoomed(2.5, canvas.view().toScreen(at)));
    }
    static const QStringList readOutOnly{QStringLiteral("feature"), QStringLiteral("hexagon"), QStringLiteral("vehicle"),
                                          QStringLiteral("drawing")};
    city::Focus focus = m_session->focus().current();
    for (const map::Hit& hit : hits) {
        if (readOutOnly.contains(hit.ref.kind) || hit.ref.id.isEmpty()) continue;
        if (hit.ref.kind == QLatin1String("area")) {
            focus.area = hit.ref.id;
            focus.place.reset();
        } else {
            focus.place = city::PlaceId{hit.ref.kind, hit.ref.id};
        }
        m_session->go(focus);
        return;
    }
    // Bare ground: let go of the place that was picked.
    focus.place.reset();
    m_session->go(focus);
}

void MainWindow::pointAt(city::LonLat at)
{
    m_pointer = at;
    const QString crs = m_session && m_memory.metricCoordinates ? m_session->pack().crs : QString();
    m_frame->map().canvas().setCoordinateText(coordinateText(at, crs));
}

void MainWindow::highlight(const QString& rowKey)
{
    std::optional<city::PlaceId> thing;
    if (m_picture && !rowKey.isEmpty()) {
        for (const widgets::TableRow& row : m_picture->table.rows) {
            if (row.key != rowKey || !row.target) continue;
            thing = row.target->place ? *row.target->place : city::PlaceId{QStringLiteral("area"), rowKey};
        }
    }
    m_frame->map().canvas().setHighlighted(thing);
}

void MainWindow::goTo(const QString& typed)
{
    if (!m_session) return;
    const Pack& pack = m_session->pack();
    if (const auto position = parseCoordinates(typed, pack.extent, pack.crs))
        goTo(*position);
    else
        m_tools->select().find(typed, [this, typed, crs = pack.crs] {
            showError(tr("Nothing was found for “%1”.").arg(typed), tr("Search"),
                      tr("Type part of a name, or a position: longitude and latitude, or easting and northing in %1.").arg(crs));
        });
}

void MainWindow::goTo(city::LonLat position)
{
    constexpr double halfDegrees = 0.004; // About 400 m each way: a neighbourhood.
    m_frame->map().canvas().fit({position.lon - halfDegrees, position.lat - halfDegrees, position.lon + halfDegrees, position.lat + halfDegrees});
}

void MainWindow::tick()
{
    if (!m_session) return;
    const city::Instant now = m_session->time().moment();
    const QTimeZone& zone = m_session->pack().zone;
    m_frame->top().setClock(city::inZone(now, zone, QStringLiteral("HH:mm:ss")), city::inZone(now, zone, QStringLiteral("yyyy-MM-dd")));
    m_time->tick();
    if (++m_seconds % refreshSeconds != 0) return;
    m_session->tick();
    tellFeeds();
}

void MainWindow::applyBasemap()
{
    std::vector<widgets::BasemapChoice> choices;
    const BasemapSpec* chosen = nullptr;
    // Pictures and invented data stand on the pack's own map and fetch nothing.
    const bool fetches = m_mode == Memory::Remembered && m_session;
    const bool byDefault = fetches && m_memory.basemap.isEmpty() && m_options.source == RunOptions::Source::Live;
    if (m_session) {
        for (const BasemapSpec& basemap : m_session->pack().basemaps) {
            choices.push_back({basemap.id, basemap.title.in(m_language.current())});
            if (basemap.id == m_memory.basemap || (byDefault && !chosen && basemap.dark == m_theme.isDark())) chosen = &basemap;
        }
    }
    m_frame->layers().setBasemaps(choices, chosen ? chosen->id : QString());
    widgets::MapCanvas& canvas = m_frame->map().canvas();
    if (fetches && !m_tiles) m_tiles = std::make_unique<feeds::TileStore>(feeds::TileStore::usualFolder(), m_session->run().clock());
    canvas.setTileStore(fetches ? m_tiles.get() : nullptr);
    canvas.setBasemap(fetches && chosen ? std::optional(widgets::Basemap{chosen->tiles, chosen->attribution}) : std::nullopt);
}

} // namespace app
