// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/wall.h"

#include "app/wall/wall_window.h"
#include "layers/alarms/groups.h"
#include "layers/city/memory.h"
#include "layers/city/threads.h"

#include <QGuiApplication>
#include <QScreen>
#include <QThreadPool>
#include <algorithm>

namespace app {

namespace {

constexpr int beatMs = 250;
constexpr city::Duration tidiedEvery = std::chrono::minutes(10);

/// From the left, then from the top.
QList<QScreen*> screensInOrder()
{
    QList<QScreen*> screens = QGuiApplication::screens();
    std::stable_sort(screens.begin(), screens.end(), [](const QScreen* a, const QScreen* b) {
        const QPoint one = a->geometry().topLeft(), other = b->geometry().topLeft();
        return one.x() != other.x() ? one.x() < other.x() : one.y() < other.y();
    });
    return screens;
}

} // namespace

Wall::Wall(const QString& resources, std::shared_ptr<const Pack> pack, std::shared_ptr<const WallSpec> spec, const RunOptions& options,
           Language& language, const QString& memory, QObject* parent)
    : QObject(parent), m_resources(resources), m_memory(memory), m_spec(std::move(spec)), m_language(language),
      m_session(std::make_unique<Session>(std::move(pack), options))
{
    m_language.use(Language::choose(options.language.isEmpty() ? m_spec->language : options.language, {}));
    const auto theme = widgets::readTheme(resources, options.theme.isEmpty() ? m_spec->theme : options.theme);
    if (theme.ok()) m_theme = theme.value();
    m_desks.resize(m_spec->screens.size());
    for (std::size_t i = 0; i < m_desks.size(); ++i) m_desks[i].spec = m_spec->screens[i];
    m_session->setUnseen(); // Each monitor has a picture of its own.
    m_session->setLook(m_language.current(), m_theme);
    connect(&m_session->run(), &CityRun::published, this, [this](const std::shared_ptr<const city::CitySnapshot>& snapshot) {
        const QString stamp = m_session->run().isDemo() ? tr("DEMO DATA") : QString();
        if (m_session->look().stamp != stamp) m_session->setStamp(stamp);
        const auto shown = publicOnly(snapshot);
        for (Desk& desk : m_desks)
            if (desk.feed) desk.feed->setCity({shown});
    });
    connect(m_session.get(), &Session::lookChanged, this, [this] {
        for (Desk& desk : m_desks) dress(desk);
    });
    connect(&m_session->alarms(), &AlarmRun::judged, this, &Wall::tick);
    for (auto signal : {&QGuiApplication::screenAdded, &QGuiApplication::screenRemoved})
        connect(qGuiApp, signal, this, [this] { QTimer::singleShot(200, this, &Wall::arrange); });
    m_beat.setInterval(beatMs);
    connect(&m_beat, &QTimer::timeout, this, &Wall::tick);
}

Wall::~Wall()
{
    for (Desk& desk : m_desks) desk.feed.reset(); // They use the session's run.
}

void Wall::start()
{
    recall();
    arrange();
    m_session->start(CityRun::Pace::Scheduled);
    // Of those who share a store whoever judges tells those elsewhere; that may be a wall.
    if (m_session->alarms().isShared()) m_notices = std::make_unique<AlarmNotices>(m_session->alarms());
    m_beat.start();
}

QScreen* Wall::screenFor(const WallScreen& spec) const
{
    const QList<QScreen*> screens = screensInOrder();
    bool number = false;
    const int place = spec.screen.toInt(&number);
    if (number) return screens.value(place - 1);
    const auto named = std::find_if(screens.begin(), screens.end(), [&](const QScreen* one) { return one->name() == spec.screen; });
    return named == screens.end() ? nullptr : *named;
}

void Wall::arrange()
{
    const QList<QScreen*> present = QGuiApplication::screens();
    for (Desk& desk : m_desks) {
        QScreen* screen = screenFor(desk.spec);
        if (!screen) {
            desk.feed.reset();
            desk.window.reset();
            desk.screen = nullptr;
        } else if (desk.screen != screen || !desk.window) {
            open(desk, *screen);
        }
    }
    tick();
}

void Wall::open(Desk& desk, QScreen& screen)
{
    const city::Instant now = m_session->run().clock().now();
    desk.screen = &screen;
    desk.window = std::make_unique<WallWindow>();
    desk.window->setHome(m_session->pack().extent);
    desk.window->place(screen, desk.spec, m_theme);
    if (desk.show.since == city::Instant()) desk.show.since = now;
    desk.feed = std::make_unique<DashboardFeed>(m_session->run());
    desk.feed->setCity({publicOnly(m_session->run().snapshot())});
    desk.shown.clear();
    dress(desk);
    connect(desk.feed.get(), &DashboardFeed::delivered, desk.window.get(), [this, &desk](const std::shared_ptr<const DashboardPicture>& picture) {
        const WallScene* scene = sceneOf(*m_spec, desk.spec, desk.show);
        const QString own = scene ? scene->title.in(m_language.current()) : QString();
        desk.window->setPicture(*picture, own.isEmpty() || !desk.show.alarm.isEmpty() ? picture->title : own);
        if (!desk.show.alarm.isEmpty()) advise(desk, picture->impact ? picture->impact->facts : QStringList());
        tellFeeds(desk, picture->feeds);
        if (scene && !desk.told && desk.show.alarm.isEmpty() && picture->dashboard == scene->dashboard) {
            desk.told = true;
            Q_EMIT sceneShown(desk.spec.screen, scene->id);
        }
    });
    connect(desk.window.get(), &WallWindow::keyAsked, this, [this, &desk](int pressed) { key(desk, pressed); });
    turnTo(desk);
}

void Wall::dress(Desk& desk)
{
    if (!desk.feed || !desk.window) return;
    Look look = m_session->look();
    look.theme = desk.window->theme();
    look.language = m_language.current();
    const Look& known = desk.feed->look();
    if (known.gis == look.gis && known.exposure == look.exposure && known.stamp == look.stamp && known.theme.body == look.theme.body && known.language == look.language) return;
    desk.feed->setLook(look);
}

std::vector<WaitingAlarm> Wall::waiting() const
{
    const AlarmRun& run = m_session->alarms();
    std::vector<WaitingAlarm> found;
    for (const auto& [id, alarm] : run.alarms()->alarms)
        if (alarm.priority == alarms::Priority::Top && alarm.state() == alarms::State::Unacknowledged && alarms::isShown(run.plan(), alarm))
            found.push_back({id, alarm.raisedAt});
    return found;
}

void Wall::tick()
{
    const city::Instant now = m_session->run().clock().now();
    const auto calls = waiting();
    if (m_spec->pixelShift > city::Duration(0) && now - m_shifted >= m_spec->pixelShift) {
        m_shifted = now;
        ++m_shift;
        for (Desk& desk : m_desks)
            if (desk.window) desk.window->shift(m_shift);
    }
    for (Desk& desk : m_desks) advance(desk, now, calls);
    if (now - m_tidied < tidiedEvery) return;
    m_tidied = now;
    city::workThreads().start(city::giveMemoryBack);
}

void Wall::advance(Desk& desk, city::Instant now, const std::vector<WaitingAlarm>& calls)
{
    desk.show = advanced(*m_spec, desk.spec, std::move(desk.show), now, calls);
    if (!desk.window) return;
    turnTo(desk);
    tellHead(desk, now);
    const auto rest = left(*m_spec, desk.spec, desk.show, now);
    const WallScene* scene = sceneOf(*m_spec, desk.spec, desk.show);
    const city::Duration whole = !desk.show.alarm.isEmpty() ? m_spec->alarmHolds : scene ? scene->dwell : city::Duration(1);
    const QString place = desk.spec.scenes.size() > 1 ? QStringLiteral("%1/%2").arg(desk.show.scene + 1).arg(desk.spec.scenes.size()) : QString();
    desk.window->setLeft(rest && whole.count() > 0 ? static_cast<double>(rest->count()) / static_cast<double>(whole.count()) : -1,
                         desk.show.paused ? tr("Paused") + QLatin1Char(' ') + place : place);
}

/// Points the desk's picture to what it should show, if it does not yet.
void Wall::turnTo(Desk& desk)
{
    const WallScene* scene = sceneOf(*m_spec, desk.spec, desk.show);
    const QString wanted = !desk.show.alarm.isEmpty() ? QStringLiteral("!") + desk.show.alarm : scene ? scene->id : QString();
    if (wanted == desk.shown || !desk.feed) return;
    const bool alarm = !desk.show.alarm.isEmpty();
    desk.shown = wanted;
    desk.told = false;
    remember(); // Also of a screen that an alarm has taken: it goes back to the scene.
    if (alarm) {
        showAlarm(desk);
        return;
    }
    desk.window->setAlarm(std::nullopt);
    if (scene) {
        city::Focus focus;
        focus.dashboard = scene->dashboard;
        focus.area = scene->area;
        if (scene->range > city::Duration(0)) focus.range = scene->range;
        desk.feed->setFocus(focus);
    }
}

void Wall::showAlarm(Desk& desk)
{
    const auto& all = m_session->alarms().alarms()->alarms;
    const auto found = all.find(desk.show.alarm);
    if (found == all.end()) return;
    advise(desk, {});
    desk.feed->setFocus(alarmTarget(m_session->pack(), found->second));
    desk.window->repaint();
    Q_EMIT alarmShown(found->first, m_session->alarms().sinceFacts());
}

/// What the operators read of the alarm on a screen; `impact`: sentences on what it hits.
void Wall::advise(Desk& desk, const QStringList& impact)
{
    const auto& all = m_session->alarms().alarms()->alarms;
    const auto found = all.find(desk.show.alarm);
    if (found == all.end()) return;
    AlarmAdvice advice = alarmAdvice({m_session->pack(), m_language.current(), m_session->run().clock().now()}, found->second);
    // Behind what to do; of the many facts those that can be read from afar.
    const std::ptrdiff_t behind = found->second.value ? 3 : 2;
    if (!impact.isEmpty())
        advice.lines.insert(advice.lines.begin() + std::min(behind, std::ssize(advice.lines)), {tr("Impact"), impact.mid(0, 2).join(QStringLiteral(" · "))});
    desk.window->setAlarm(advice);
}

void Wall::tellHead(Desk& desk, city::Instant now)
{
    const QTimeZone& zone = m_session->pack().zone;
    QStringList marks;
    if (m_session->run().isDemo()) marks << tr("DEMO DATA");
    if (m_session->run().isOnCopy()) marks << tr("OWN COPY");
    if (const auto asOf = m_session->alarms().asOf()) marks << tr("ALARMS AS OF %1").arg(city::inZone(*asOf, zone, QStringLiteral("HH:mm")));
    desk.window->setClock(city::inZone(now, zone, QStringLiteral("HH:mm")), city::inZone(now, zone, QStringLiteral("yyyy-MM-dd")),
                          marks.join(QStringLiteral(" · ")));
    const int drills = m_session->alarms().alarms()->drills;
    desk.window->setDrills(drills > 0 ? tr("EXERCISE – one of the messages is a drill") : QString());
}

void Wall::tellFeeds(Desk& desk, const std::vector<widgets::FeedAge>& feeds)
{
    const auto current = std::count_if(feeds.begin(), feeds.end(), [](const widgets::FeedAge& one) { return one.freshness <= city::Freshness::Late; });
    const auto answered = std::any_of(feeds.begin(), feeds.end(), [](const widgets::FeedAge& one) { return one.freshness != city::Freshness::Missing; });
    bool online = false;
    for (const auto& [id, feed] : m_session->run().snapshot()->feeds()) online = online || (feed->state.lastSuccess && !feed->state.failure);
    const QString words = !answered ? tr("No data yet") : !online ? tr("NO NETWORK") : tr("%1/%2 feeds").arg(current).arg(feeds.size());
    desk.window->setFeeds(feeds, words);
}

/// Messages for a few must not stand on a wall for all.
std::shared_ptr<const city::CitySnapshot> Wall::publicOnly(const std::shared_ptr<const city::CitySnapshot>& snapshot) const
{
    const auto isPublic = [](const city::Alert& alert) { return alert.scope.isEmpty() || alert.scope == QLatin1String("Public"); };
    city::CitySnapshot::Feeds feeds = snapshot->feeds();
    bool changed = false;
    for (auto& [id, feed] : feeds) {
        if (std::all_of(feed->alerts.begin(), feed->alerts.end(), isPublic)) continue;
        auto copy = std::make_shared<city::FeedPicture>(*feed);
        std::erase_if(copy->alerts, [&](const city::Alert& alert) { return !isPublic(alert); });
        feed = std::move(copy);
        changed = true;
    }
    return changed ? std::make_shared<const city::CitySnapshot>(snapshot->at(), std::move(feeds), snapshot->sharedAreas(), snapshot->releasedSums()) : snapshot;
}

bool Wall::isSettled() const
{
    return m_session->alarms().isSettled() && std::all_of(m_desks.begin(), m_desks.end(), [](const Desk& desk) {
        return !desk.window || (desk.feed->isSettled() && desk.window->isSettled());
    });
}

void Wall::setThorough(bool thorough)
{
    for (Desk& desk : m_desks)
        if (desk.feed) desk.feed->setThorough(thorough);
}

int Wall::changes() const
{
    int sum = 0;
    for (const Desk& desk : m_desks) sum += desk.show.changes;
    return sum;
}

int Wall::missed() const
{
    int sum = 0;
    for (const Desk& desk : m_desks) sum += desk.show.missed;
    return sum;
}

} // namespace app
