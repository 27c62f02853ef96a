// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/time_travel.h"

#include "app/dashboards/format.h"
#include "app/shell/timeline_marks.h"
#include "app/shell/when_done.h"
#include "layers/alarms/groups.h"
#include "layers/city/threads.h"
#include "widgets/panels/map_drawer.h"
#include "widgets/panels/top_bar.h"
#include "widgets/timeline/past_banner.h"
#include "widgets/timeline/timeline_bar.h"

#include <QtConcurrent>
#include <algorithm>

namespace app {

namespace {

using namespace std::chrono_literals;

constexpr int marksEverySeconds = 20; ///< Live brings new ones.
constexpr city::Duration leastGap = 10min;
constexpr int gapShare = 300; ///< Of the bar: what is shorter could not be seen.

int alarmsWaiting(Session& session)
{
    const AlarmRun& run = session.alarms();
    const alarms::Counts counts = alarms::count(run.plan(), *run.alarms(), session.run().clock().now());
    return counts.unacknowledged[0] + counts.unacknowledged[1] + counts.unacknowledged[2];
}

/// A feed or two may be late; several cadences of the quickest without any picture are a gap.
city::Duration gapOf(const Pack& pack, city::Duration range)
{
    city::Duration quickest = leastGap;
    for (const feeds::FeedSpec& feed : pack.feeds)
        if (feed.promise.cadence > 0ms) quickest = std::min(quickest, feed.promise.cadence);
    return std::max({leastGap, 3 * quickest, range / gapShare});
}

} // namespace

TimeTravel::TimeTravel(CityFrame& frame, WindowActions& actions)
    : QObject(&frame), m_frame(frame), m_actions(actions)
{
    m_marksSoon.setSingleShot(true);
    m_marksSoon.setInterval(150);
    connect(&m_marksSoon, &QTimer::timeout, this, &TimeTravel::askMarks);
    definePages();
    connectBar();
    defineActions();
}

void TimeTravel::connectBar()
{
    using Bar = widgets::TimelineBar;
    Bar& bar = m_frame.bar();
    const auto onTime = [this](auto act) {
        return [this, act](auto... values) {
            if (m_session) act(m_session->time(), values...);
        };
    };
    connect(&bar, &Bar::liveAsked, this, onTime([](TimeMachine& time) { time.goLive(); }));
    connect(&m_frame.banner(), &widgets::PastBanner::liveAsked, this,
            onTime([](TimeMachine& time) { time.goLive(); }));
    connect(&bar, &Bar::pauseAsked, this, onTime([](TimeMachine& time) { time.pause(); }));
    connect(&bar, &Bar::playAsked, this,
            onTime([](TimeMachine& time) { time.isPlaying() ? time.pause() : time.play(); }));
    connect(&bar, &Bar::stepAsked, this, onTime([](TimeMachine& time, city::Duration by) { time.step(by); }));
    connect(&bar, &Bar::speedAsked, this,
            onTime([](TimeMachine& time, double speed) { time.setSpeed(speed); }));
    connect(&bar, &Bar::knowledgeAsked, this, onTime([](TimeMachine& time, bool now) {
        time.setKnowledge(now ? history::Knowledge::Now : history::Knowledge::Then);
    }));
    connect(&bar, &Bar::loopAsked, this, onTime([](TimeMachine& time, std::optional<widgets::TimeSpan> loop) {
        time.setLoop(loop ? std::optional(TimeMachine::Span{loop->from, loop->to}) : std::nullopt);
    }));
    connect(&bar.axis(), &widgets::TimeAxis::momentAsked, this,
            onTime([](TimeMachine& time, city::Instant at) { time.goTo(at); }));
    connect(&bar.axis(), &widgets::TimeAxis::noteAsked, this, [this](city::Instant at) {
        if (!m_session) return;
        m_session->time().goTo(at);
        askNote();
    });
    connect(&bar.axis(), &widgets::TimeAxis::rangeChanged, this, [this] { m_marksSoon.start(); });
    connect(&bar, &Bar::jumpAsked, this, &TimeTravel::jump);
    connect(&bar, &Bar::noteAsked, this, &TimeTravel::askNote);
    connect(&bar, &Bar::changesAsked, this, [this] { m_actions.ask(QStringLiteral("past-changes")); });
    connect(&bar, &Bar::timesAsked, this, [this] { m_actions.ask(QStringLiteral("past-times")); });
}

void TimeTravel::defineActions()
{
    const auto on = [this](const char* id, auto act) {
        m_actions.on(QLatin1String(id), [this, act] {
            if (m_session) act(m_session->time());
        });
    };
    on("live", [](TimeMachine& time) { time.isLive() ? time.pause() : time.goLive(); });
    on("past-play",
       [](TimeMachine& time) { time.isLive() || time.isPlaying() ? time.pause() : time.play(); });
    on("past-back", [](TimeMachine& time) { time.step(-1min); });
    on("past-forward", [](TimeMachine& time) { time.step(1min); });
    on("past-jump-back", [this](TimeMachine&) { jump(-1); });
    on("past-jump-forward", [this](TimeMachine&) { jump(1); });
    on("past-known", [](TimeMachine& time) {
        const bool now = time.knowledge() == history::Knowledge::Now;
        time.setKnowledge(now ? history::Knowledge::Then : history::Knowledge::Now);
    });
    on("past-changes",
       [this](TimeMachine&) { showChanges(m_frame.drawer().page() != QLatin1String("changes")); });
    on("past-times", [this](TimeMachine&) { showTimes(m_frame.drawer().page() != QLatin1String("times")); });
    on("past-note", [this](TimeMachine&) { askNote(); });
    on("past-notes", [this](TimeMachine&) { m_frame.drawer().open(QStringLiteral("notes")); });
}

void TimeTravel::setSession(Session* session)
{
    m_session = session;
    m_timeline = {};
    m_marks = {};
    m_wasLive = true;
    ++m_asked;
    ++m_compared;
    m_times->setSession(session);
    if (!session) return;
    m_frame.bar().axis().setZone(session->pack().zone);
    connect(&session->time(), &TimeMachine::changed, this, &TimeTravel::tell);
    connect(session, &Session::cityShown, this, &TimeTravel::showCity);
    connect(&session->run(), &CityRun::notesChanged, this, &TimeTravel::askMarks);
    tell();
    m_marksSoon.start();
}

void TimeTravel::retranslate(const QString& language)
{
    m_language = language;
    m_frame.drawer().setTitle(QStringLiteral("changes"), tr("Learned later"));
    m_frame.drawer().setTitle(QStringLiteral("notes"), tr("Notes on time"));
    m_frame.drawer().setTitle(QStringLiteral("times"), tr("Several times"));
    if (!m_session) return;
    tellBanner();
    takeMarks(m_timeline);
}

bool TimeTravel::escape()
{
    if (!m_session || m_session->time().isLive()) return false;
    m_session->time().goLive();
    return true;
}

void TimeTravel::tick()
{
    if (!m_session) return;
    tell();
    if (++m_seconds % marksEverySeconds == 0) askMarks();
}

void TimeTravel::tell()
{
    if (!m_session) return;
    const TimeMachine& time = m_session->time();
    widgets::TimelineState state;
    state.now = m_session->run().clock().now();
    if (!time.isLive()) state.moment = time.moment();
    state.playing = time.isPlaying();
    state.speed = time.speed();
    if (time.loop()) state.loop = widgets::TimeSpan{time.loop()->from, time.loop()->to};
    state.knownNow = time.knowledge() == history::Knowledge::Now;
    m_frame.bar().setState(state);
    tellBanner();
    if (std::exchange(m_wasLive, time.isLive()) && !time.isLive()) askMarks();
}

void TimeTravel::tellBanner()
{
    if (!m_session) return;
    const TimeMachine& time = m_session->time();
    m_frame.setPast(!time.isLive());
    if (time.isLive()) return;
    const city::Instant at = time.moment();
    const QTimeZone& zone = m_session->pack().zone;
    QString ago = tr("%1 ago").arg(ageText(m_session->run().clock().now() - at));
    // Who looks at the past must not miss the present.
    if (const int waiting = alarmsWaiting(*m_session); waiting > 0)
        ago += QStringLiteral("  \u2013  ") + tr("NOW: alarms to acknowledge: %1").arg(waiting);
    m_frame.banner().setMoment(city::inZone(at, zone, QStringLiteral("yyyy-MM-dd  HH:mm:ss")), ago,
                               time.knowledge() == history::Knowledge::Then ? tr("as it was shown then")
                                                                             : tr("with all that was learned since"));
    m_frame.top().setClock(city::inZone(at, zone, QStringLiteral("HH:mm:ss")),
                           city::inZone(at, zone, QStringLiteral("yyyy-MM-dd")));
}

void TimeTravel::askMarks()
{
    const widgets::TimeSpan range = m_frame.bar().axis().range();
    if (!m_session || range.length() <= 0ms) return;
    // A little more than is seen, so that jumps find what lies just outside.
    const city::Duration more = range.length();
    const auto answer = m_session->run().history().timeline(range.from - more, range.to + more,
                                                            gapOf(m_session->pack(), range.length()));
    whenDone(answer, this, [this, asked = ++m_asked](const city::Result<history::Timeline>& timeline) {
        if (asked == m_asked && timeline.ok()) takeMarks(*timeline);
    });
}

void TimeTravel::takeMarks(const history::Timeline& timeline)
{
    if (&timeline != &m_timeline) m_timeline = timeline;
    auto marks = QtConcurrent::run(&city::workThreads(),
                                   [pack = m_session->run().pack(), timeline = m_timeline,
                                    language = m_language] { return marksOf(*pack, timeline, language); });
    whenDone(marks, this, [this, asked = m_asked](widgets::TimelineMarks made) {
        if (asked != m_asked || !m_session) return;
        if (const auto since = m_session->run().inventedSince()) made.first = since;
        m_marks = std::move(made);
        m_frame.bar().axis().setMarks(m_marks);
        listNotes();
    });
}

void TimeTravel::jump(int direction)
{
    if (!m_session) return;
    TimeMachine& time = m_session->time();
    const widgets::TimeMark* mark = m_frame.bar().axis().markFrom(time.moment(), direction);
    if (mark)
        time.goTo(mark->at);
    else if (direction > 0)
        time.goLive();
    else if (m_marks.first && *m_marks.first < time.moment())
        time.goTo(*m_marks.first);
}

} // namespace app
