// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/session.h"

#include "app/shell/exposure_reading.h"
#include "app/shell/gis_search.h"
#include "app/shell/when_done.h"
#include "layers/city/threads.h"

#include <QtConcurrent>

namespace app {

namespace {

city::Focus firstFocus(const Pack& pack, const RunOptions& options)
{
    city::Focus focus = options.focus.value_or(city::Focus{});
    if (!focus.dashboard.isEmpty()) return focus;
    if (!pack.dashboards.empty()) focus.dashboard = pack.dashboards.front().id;
    return focus;
}

} // namespace

Session::Session(std::shared_ptr<const Pack> pack, const RunOptions& options, QObject* parent)
    : QObject(parent), m_run(std::move(pack), options), m_time(m_run), m_alarms(m_run), m_pastAlarms(m_run, m_alarms), m_feed(m_run),
      m_focus(firstFocus(*m_run.pack(), options)), m_layers(*m_run.pack())
{
    connect(&m_run, &CityRun::published, this, [this](std::shared_ptr<const city::CitySnapshot> snapshot) {
        if (m_time.isLive())
            show({std::move(snapshot), m_run.rememberedAt()}); // Otherwise it is recorded and waits.
    });
    connect(&m_time, &TimeMachine::shown, this, &Session::show);
    connect(&m_run, &CityRun::settled, &m_feed, &DashboardFeed::refresh); // Now it can be compared with other days.
    connect(&m_run, &CityRun::settled, this, &Session::findSearchable);
    connect(&m_run, &CityRun::settled, this, &Session::check);
    m_dressSoon.setSingleShot(true);
    m_dressSoon.setInterval(300);
    connect(&m_dressSoon, &QTimer::timeout, this, &Session::dressLayers);
    connect(&m_layers, &LayerReading::changed, this, [this] {
        if (!m_dressSoon.isActive()) m_dressSoon.start();
    });
    connect(&m_layers, &LayerReading::further, this, &Session::tellProgress);
    connect(&m_layers, &LayerReading::done, this, [this] {
        findSearchable();
        if (const auto problems = m_layers.problems(); !problems.empty()) Q_EMIT layersFailed(problems);
        dressLayers();
    });
    // The next moment is read while the picture of this one is made; more would only take the processor from that.
    connect(&m_feed, &DashboardFeed::computing, &m_time, &TimeMachine::release);
    connect(&m_feed, &DashboardFeed::delivered, this, &Session::pictureReady);
    connect(&m_feed, &DashboardFeed::settled, this, &Session::check);
    connect(&m_pastAlarms, &PastAlarms::changed, this, &Session::check);
    connect(&m_alarms, &AlarmRun::judged, this, &Session::check);
}

void Session::show(ShownCity city)
{
    m_feed.setCity(std::move(city));
    if (m_feed.isOld()) m_time.hold();
    m_pastAlarms.show(m_feed.city());
    Q_EMIT cityShown(m_feed.city());
}

void Session::start(CityRun::Pace pace)
{
    m_layers.start();
    m_feed.setFocus(m_focus.current());
    m_run.start(pace);
    m_alarms.start(pace);
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

// What is brushed in a chart is looked at everywhere: map, tiles and tables show the city as it was at its end, and the
// window says that this is not live.
void Session::followBrush()
{
    const std::optional<city::TimeSpan>& span = m_focus.current().span;
    const std::optional<city::Instant> end = span ? std::optional(span->to) : std::nullopt;
    if (end == m_brushed) return;
    constexpr city::Duration touchesNow = std::chrono::minutes(5);
    const bool past = end && *end + touchesNow < m_run.clock().now();
    if (!m_brushed) m_beforeBrush = m_time.isLive() ? std::nullopt : std::optional(m_time.moment());
    const bool stillThere = m_brushed && !m_time.isLive() && m_time.moment() == *m_brushed;
    m_brushed = end;
    if (past) {
        m_time.goTo(*end);
    } else if (stillThere) { // Whoever has gone elsewhere since stays there.
        if (m_beforeBrush)
            m_time.goTo(*m_beforeBrush);
        else
            m_time.goLive();
    }
}

void Session::moved()
{
    followBrush();
    m_feed.setFocus(m_focus.current());
    Q_EMIT focusChanged();
}

void Session::setLook(const QString& language, const widgets::Theme& theme)
{
    const bool otherLanguage = m_look.language != language;
    m_look.language = language;
    m_look.theme = theme;
    m_feed.setLook(m_look);
    if (m_layers.isDone()) dressLayers();
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
    showLook();
}

void Session::showLayer(const QString& id)
{
    m_look.hiddenLayers.remove(id);
    m_look.shownLayers.insert(id);
    showLook();
}

void Session::hideLayer(const QString& id)
{
    m_look.shownLayers.remove(id);
    m_look.hiddenLayers.insert(id);
    showLook();
}

void Session::addLayer(GisSource layer)
{
    m_dropped.push_back(layer);
    dressLayers();
    findSearchable();
    if (!layer.bulk || layer.bulk->cached) return;
    auto refining = QtConcurrent::run(&city::workThreads(), [layer = std::move(layer)] { return refined(layer); });
    whenDone(refining, this, [this](const GisSource& better) {
        for (GisSource& one : m_dropped)
            if (one.spec.id == better.spec.id) one = better;
        dressLayers();
    });
}

void Session::removeLayer(const QString& id)
{
    std::erase_if(m_dropped, [&id](const GisSource& source) { return source.spec.id == id; });
    dressLayers();
}

std::vector<GisSource> Session::sources() const
{
    std::vector<GisSource> all = m_layers.sources();
    all.insert(all.end(), m_dropped.begin(), m_dropped.end());
    return all;
}

const GisSource* Session::layer(const QString& id) const
{
    const auto found = std::find_if(m_dropped.begin(), m_dropped.end(), [&id](const GisSource& one) { return one.spec.id == id; });
    return found != m_dropped.end() ? &*found : m_layers.find(id);
}

void Session::setLayerStyle(const QString& id, const std::optional<ReadStyle>& style, const city::LocalText& labelField)
{
    m_layers.setStyle(id, style, labelField);
    for (GisSource& source : m_dropped) {
        if (source.spec.id != id) continue;
        source.spec.style = style;
        source.spec.labelField = labelField;
    }
    dressLayers();
}

void Session::showLook()
{
    m_layers.setHidden(m_look.hiddenLayers);
    m_feed.setLook(m_look);
}

// Without dressing anything anew.
void Session::tellProgress()
{
    if (!m_dressed || m_dressing) return;
    auto layers = std::make_shared<GisLayers>(*m_dressed);
    const std::vector<GisSource> sources = m_layers.sources();
    for (GisLayers::Layer& layer : layers->layers)
        for (const GisSource& source : sources)
            if (source.spec.id == layer.id) layer.percent = source.percent;
    m_dressed = std::move(layers);
    showLayers();
}

void Session::dressLayers()
{
    m_dressSoon.stop();
    m_dressAgain = m_dressing;
    if (m_dressing) return;
    m_dressing = true;
    auto layers = QtConcurrent::run(&city::workThreads(), [sources = sources(), theme = m_look.theme, language = m_look.language,
                                   palettes = pack().palettes] {
        return dressGisLayers(sources, theme, language, palettes);
    });
    auto exposure = QtConcurrent::run(&city::workThreads(), exposureOf, sources(), m_look.language);
    whenDone(exposure, this, [this](std::shared_ptr<const Exposure> made) {
        if (!made && !m_look.exposure) return;
        m_look.exposure = std::move(made);
        m_feed.setLook(m_look);
        Q_EMIT lookChanged();
    });
    whenDone(layers, this, [this](std::shared_ptr<const GisLayers> made) {
        m_dressing = false;
        m_dressed = std::move(made);
        showLayers();
        if (m_dressAgain) dressLayers();
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
        all->layers.push_back({m_drawings->id, city::LocalText(m_drawingsTitle), {m_drawings}, true, true, false, {}, {}});
        m_look.gis = std::move(all);
    } else {
        m_look.gis = m_dressed;
    }
    m_feed.setLook(m_look);
    Q_EMIT lookChanged();
}

void Session::findSearchable()
{
    auto entries = QtConcurrent::run(&city::workThreads(), [pack = m_run.pack(), snapshot = m_run.snapshot(), language = m_look.language,
                                                            all = sources()] {
        auto found = searchEntries(*pack, *snapshot, language);
        const auto features = namedFeatures(all, language);
        found.insert(found.end(), features.begin(), features.end());
        return found;
    });
    whenDone(entries, this, [this](const std::vector<widgets::SearchEntry>& found) { Q_EMIT searchable(found); });
}

bool Session::isComplete() const
{
    return m_run.isSettled() && m_time.isSettled() && m_layers.isDone() && !m_dressing && m_alarms.isSettled() && m_pastAlarms.isSettled() && m_feed.isSettled();
}

void Session::check()
{
    if (m_complete || !isComplete()) return;
    m_complete = true;
    Q_EMIT completed();
}

} // namespace app
