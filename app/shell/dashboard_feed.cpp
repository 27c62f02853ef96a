// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/dashboard_feed.h"

#include "app/dashboards/now_index.h"
#include "app/shell/when_done.h"
#include "layers/city/threads.h"

#include <QtConcurrent>

namespace app {

namespace {

constexpr int patienceMs = 300;

}

DashboardFeed::DashboardFeed(CityRun& run, QObject* parent)
    : QObject(parent), m_run(run), m_city{run.snapshot()}, m_expectations(run)
{
    connect(&m_expectations, &Expectations::changed, this, &DashboardFeed::markOld);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_stage == Stage::Asking) computeNow();
    });
}

DashboardFeed::~DashboardFeed() = default;

void DashboardFeed::setCity(ShownCity city)
{
    m_city = std::move(city);
    markOld();
}

void DashboardFeed::setFocus(const city::Focus& focus)
{
    m_focus = focus;
    markOld();
}

void DashboardFeed::setLook(const Look& look)
{
    m_look = look;
    markOld();
}

void DashboardFeed::refresh()
{
    markOld();
}

void DashboardFeed::askWhy(const widgets::WhyAsk& ask, WhyTaker take)
{
    auto answer = QtConcurrent::run(&city::workThreads(), [input = input(), ask] { return why(input, ask); });
    whenDone(answer, this, [take = std::move(take)](const widgets::WhyAnswer& made) { take(made); });
}

void DashboardFeed::markOld()
{
    if (m_old || m_resting) return;
    m_old = true;
    // Through the event loop, so that several changes of one action become one picture.
    if (m_stage == Stage::Idle) QMetaObject::invokeMethod(this, &DashboardFeed::begin, Qt::QueuedConnection);
}

void DashboardFeed::begin()
{
    if (m_stage != Stage::Idle || !m_old) return;
    m_old = false;
    m_stage = Stage::Needing;
    struct Needs {
        std::shared_ptr<const map::ProjectedAreas> projected;
        Indexed indexed;
        std::vector<history::SeriesQuery> queries;
    };
    auto needs = QtConcurrent::run(&city::paintThreads(), [pack = m_run.pack(), snapshot = m_city.snapshot,
                                                          focus = m_focus, now = now(),
                                                          projected = m_projectedAreas, last = m_indexed] {
        const NowIndex* same = last.of == snapshot ? last.index.get() : nullptr;
        const auto index = std::make_shared<const NowIndex>(*snapshot, *pack->areas, now, same);
        return Needs{projected ? projected : map::projectAreas(*pack->areas), {snapshot, now, index},
                     seriesNeeded(*pack, *snapshot, focus, now, index)};
    });
    whenDone(needs, this, [this](Needs answer) {
        m_projectedAreas = std::move(answer.projected);
        m_indexed = std::move(answer.indexed);
        askHistory(std::move(answer.queries));
    });
}

void DashboardFeed::askHistory(std::vector<history::SeriesQuery> queries)
{
    m_stage = Stage::Asking;
    const int asked = ++m_asked;
    m_awaiting = true;
    m_queries = queries;
    m_patience.start(patienceMs);
    m_run.askSeries(
        std::move(queries),
        whileThere(this, [this, asked](city::Result<std::vector<city::Series>> answer) {
            takeSeries(std::move(answer), asked);
        }),
        m_city.asOf);
}

void DashboardFeed::takeSeries(city::Result<std::vector<city::Series>> answer, int asked)
{
    if (asked != m_asked) return;
    m_awaiting = false;
    if (answer.ok()) m_series = std::move(answer.value());
    if (m_stage == Stage::Asking)
        computeNow();
    else
        markOld(); // It came after patience had run out: draw again, now with it.
}

void DashboardFeed::computeNow()
{
    m_patience.stop();
    m_stage = Stage::Computing;
    using Picture = std::shared_ptr<const DashboardPicture>;
    auto picture = QtConcurrent::run(&city::paintThreads(), [input = input()]() -> Picture { return std::make_shared<const DashboardPicture>(compute(input)); });
    whenDone(picture, this, [this](Picture made) { deliver(std::move(made)); });
    Q_EMIT computing();
}

void DashboardFeed::deliver(std::shared_ptr<const DashboardPicture> picture)
{
    m_stage = Stage::Idle;
    std::vector<Usual::SeriesKey> toForecast = picture->toForecast;
    Q_EMIT delivered(std::move(picture));
    if (m_old)
        return begin();
    if (!m_awaiting) m_expectations.look(input(), m_queries, std::move(toForecast));
    if (isSettled()) Q_EMIT settled();
}

DashboardInput DashboardFeed::input() const
{
    DashboardInput input;
    input.pack = m_run.pack();
    input.snapshot = m_city.snapshot;
    input.focus = m_focus;
    input.now = now();
    // One moment for a whole picture, but for a past one that has moved on meanwhile.
    if (m_indexed.of == m_city.snapshot && m_city.at.value_or(m_indexed.now) == m_indexed.now) {
        input.now = m_indexed.now;
        input.index = m_indexed.index;
    }
    input.language = m_look.language;
    input.theme = m_look.theme;
    input.history = m_series;
    input.hiddenLayers = m_look.hiddenLayers;
    input.shownLayers = m_look.shownLayers;
    input.gis = m_look.gis;
    input.exposure = m_look.exposure;
    input.projectedAreas = m_projectedAreas;
    input.stamp = m_look.stamp;
    input.usual = m_expectations.usual();
    input.forecasts = m_expectations.forecasts();
    return input;
}

} // namespace app
