// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/session.h"

#include "app/shell/gis_search.h"
#include "app/shell/when_done.h"

#include <QtConcurrent>

namespace app {

namespace {

city::Focus firstFocus(const Pack& pack)
{
    city::Focus focus;
    if (!pack.dashboards.empty()) focus.dashboard = pack.dashboards.front().id;
    return focus;
}

} // namespace

Session::Session(std::shared_ptr<const Pack> pack, const RunOptions& options, QObject* parent)
    : QObject(parent), m_run(std::move(pack), options), m_feed(m_run), m_focus(firstFocus(*m_run.pack()))
{
    connect(&m_run, &CityRun::published, &m_feed, &DashboardFeed::setSnapshot);
    connect(&m_run, &CityRun::settled, this, &Session::findSearchable);
    connect(&m_run, &CityRun::settled, this, &Session::check);
    connect(&m_feed, &DashboardFeed::delivered, this, &Session::pictureReady);
    connect(&m_feed, &DashboardFeed::settled, this, &Session::check);
}

void Session::start(CityRun::Pace pace)
{
    readLayers();
    m_feed.setFocus(m_focus.current());
    m_run.start(pace);
    findSearchable();
}

void Session::go(city::Focus focus)
{
    if (focus.dashboard.isEmpty()) focus.dashboard = m_focus.current().dashboard;
    if (m_focus.go(focus)) moved();
}

void Session::back()
{
    if (m_focus.back()) moved();
}

void Session::forward()
{
    if (m_focus.forward()) moved();
}

void Session::stepOut()
{
    go(oneStepOut(m_focus.current(), *pack().areas));
}

void Session::goHome()
{
    go(home(m_focus.current()));
}

void Session::showDashboard(const QString& id)
{
    if (!pack().dashboard(id)) return;
    city::Focus focus = m_focus.current();
    focus.dashboard = id;
    // The area is kept; what was picked in the other dashboard means nothing in this one.
    focus.place.reset();
    focus.quantity.clear();
    focus.level.clear();
    go(focus);
}

void Session::moved()
{
    m_feed.setFocus(m_focus.current());
    Q_EMIT focusChanged();
}

void Session::setLook(const QString& language, const widgets::Theme& theme)
{
    const bool otherLanguage = m_look.language != language;
    m_look.language = language;
    m_look.theme = theme;
    m_feed.setLook(m_look);
    if (m_layersRead) dressLayers();
    if (otherLanguage) findSearchable();
}

void Session::setStamp(const QString& stamp)
{
    m_look.stamp = stamp;
    m_feed.setLook(m_look);
}

void Session::setLayers(const QSet<QString>& hidden, const QSet<QString>& shown)
{
    m_look.hiddenLayers = hidden;
    m_look.shownLayers = shown;
    m_feed.setLook(m_look);
}

void Session::showLayer(const QString& id)
{
    m_look.hiddenLayers.remove(id);
    m_look.shownLayers.insert(id);
    m_feed.setLook(m_look);
}

void Session::hideLayer(const QString& id)
{
    m_look.shownLayers.remove(id);
    m_look.hiddenLayers.insert(id);
    m_feed.setLook(m_look);
}

void Session::addLayer(GisSource layer)
{
    m_sources.push_back(std::move(layer));
    dressLayers();
    findSearchable();
}

void Session::removeLayer(const QString& id)
{
    std::erase_if(m_sources, [&id](const GisSource& source) { return source.dropped && source.spec.id == id; });
    dressLayers();
}

const GisSource* Session::source(const QString& id) const
{
    const auto found = std::find_if(m_sources.begin(), m_sources.end(), [&id](const GisSource& source) { return source.spec.id == id; });
    return found == m_sources.end() ? nullptr : &*found;
}

void Session::readLayers()
{
    whenDone(QtConcurrent::run([pack = m_run.pack()] { return readGisLayers(*pack); }), this, [this](GisReading reading) {
        m_layersRead = true;
        reading.sources.insert(reading.sources.end(), m_sources.begin(), m_sources.end());
        m_sources = std::move(reading.sources);
        if (!reading.problems.empty()) Q_EMIT layersFailed(reading.problems);
        findSearchable();
        dressLayers();
    });
}

void Session::dressLayers()
{
    ++m_dressing;
    auto layers = QtConcurrent::run([sources = m_sources, theme = m_look.theme, language = m_look.language] {
        return dressGisLayers(sources, theme, language);
    });
    whenDone(layers, this, [this](std::shared_ptr<const GisLayers> made) {
        if (--m_dressing > 0) return; // A newer one is on its way.
        m_dressed = std::move(made);
        showLayers();
    });
}

void Session::setDrawings(std::shared_ptr<const map::LayerScene> scene, const QString& title)
{
    if (!scene && !m_drawings) return;
    m_drawings = std::move(scene);
    m_drawingsTitle = title;
    showLayers();
}

// The dressed layers with what was drawn above them.
void Session::showLayers()
{
    if (m_drawings) {
        auto all = m_dressed ? std::make_shared<GisLayers>(*m_dressed) : std::make_shared<GisLayers>();
        all->layers.push_back({m_drawings->id, city::LocalText(m_drawingsTitle), m_drawings, true, true});
        m_look.gis = std::move(all);
    } else {
        m_look.gis = m_dressed;
    }
    m_feed.setLook(m_look);
}

void Session::findSearchable()
{
    auto entries = QtConcurrent::run([pack = m_run.pack(), snapshot = m_run.snapshot(), language = m_look.language, sources = m_sources] {
        auto found = searchEntries(*pack, *snapshot, language);
        const auto features = namedFeatures(sources, language);
        found.insert(found.end(), features.begin(), features.end());
        return found;
    });
    whenDone(entries, this, [this](const std::vector<widgets::SearchEntry>& found) { Q_EMIT searchable(found); });
}

bool Session::isComplete() const
{
    return m_run.isSettled() && m_layersRead && m_dressing == 0 && m_feed.isSettled();
}

void Session::check()
{
    if (m_complete || !isComplete()) return;
    m_complete = true;
    Q_EMIT completed();
}

} // namespace app
