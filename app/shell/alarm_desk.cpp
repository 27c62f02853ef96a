// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/alarm_desk.h"

#include "app/dashboards/format.h"
#include "app/shell/city_frame.h"
#include "app/shell/window_actions.h"
#include "widgets/panels/alarm_button.h"
#include "widgets/panels/map_drawer.h"
#include "widgets/panels/top_bar.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QApplication>
#include <QLabel>
#include <QSettings>
#include <QSystemTrayIcon>
#include <QVBoxLayout>

namespace app {

namespace {

const QString page = QStringLiteral("alarms"), spokenKey = QStringLiteral("alarms/spoken");
constexpr int bannerHeight = 34, pageHeight = 330;

QString operatorName()
{
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? QStringLiteral("operator") : name;
}

QString groupOf(const alarms::Plan& plan, const alarms::Alarm& alarm)
{
    const alarms::Rule* rule = plan.rule(alarm.rule);
    return (rule && !rule->group.isEmpty() ? rule->group : alarm.rule) + QLatin1Char('@') + alarm.area;
}

} // namespace

AlarmDesk::AlarmDesk(CityFrame& frame, WindowActions& actions, Voice voice)
    : m_frame(frame), m_voice(voice), m_panel(new AlarmPanel), m_banner(widgets::plainLabel(widgets::Wrap::Never, &frame))
{
    frame.drawer().addPage(page, m_panel);
    frame.top().alarms().setStill(voice == Voice::Silent);
    m_banner->setAlignment(Qt::AlignCenter);
    m_banner->setFixedHeight(bannerHeight);
    m_banner->hide();
    if (auto* column = qobject_cast<QVBoxLayout*>(frame.layout())) column->insertWidget(1, m_banner);
    connect(&frame.top().alarms(), &QAbstractButton::clicked, this, &AlarmDesk::toggle);
    connect(m_panel, &AlarmPanel::asked, this, [this](alarms::Action action) {
        action.by = operatorName();
        if (m_session) m_session->alarms().act(action);
    });
    connect(m_panel, &AlarmPanel::figuresAsked, this, &AlarmDesk::showFigures);
    connect(m_panel, &AlarmPanel::spokenAsked, this, &AlarmDesk::setSpoken);
    connect(m_panel, &AlarmPanel::focusAsked, this, [this](const city::Focus& focus) {
        if (m_session) m_session->go(focus);
    });
    connect(&frame.drawer(), &widgets::MapDrawer::pageChanged, this, [this](const QString& id) {
        if (id == page) update();
    });
    actions.on(QStringLiteral("alarms"), [this] { toggle(); });
}

void AlarmDesk::setTheme(const widgets::Theme& theme)
{
    m_theme = theme;
    m_panel->setTheme(theme);
    // Not an alarm's colour: a drill must not look like one, nor be overlooked.
    m_banner->setStyleSheet(QStringLiteral("QLabel { background: %1; color: %2; }").arg(theme.text.name(), theme.ground.name()));
    m_banner->setFont(widgets::fontOf(theme, theme.large, widgets::Weight::Bold)); // a style sheet takes back what was set before it
    update();
}

void AlarmDesk::retranslate(const QString& language)
{
    m_language = language;
    if (m_notices) m_notices->setLanguage(language);
    m_frame.drawer().setTitle(page, tr("Alarms"));
    update();
}

void AlarmDesk::setSession(Session* session)
{
    if (m_session) disconnect(&m_session->alarms(), nullptr, this, nullptr);
    if (m_session) disconnect(&m_session->pastAlarms(), nullptr, this, nullptr);
    m_session = session;
    m_called.clear();
    m_notices.reset();
    if (!session) return;
    if (m_voice == Voice::Loud) {
        m_notices = std::make_unique<AlarmNotices>(session->alarms());
        m_notices->setLanguage(m_language);
        connect(m_notices.get(), &AlarmNotices::trouble, this, &AlarmDesk::trouble);
        if (!m_speech && QSettings().value(spokenKey, false).toBool()) setSpoken(true);
    }
    connect(&session->alarms(), &AlarmRun::judged, this, &AlarmDesk::update);
    connect(&session->pastAlarms(), &PastAlarms::changed, this, &AlarmDesk::update);
    connect(&session->alarms(), &AlarmRun::happened, this, &AlarmDesk::happened);
    connect(&session->alarms(), &AlarmRun::trouble, this, &AlarmDesk::trouble);
}

void AlarmDesk::toggle()
{
    widgets::MapDrawer& drawer = m_frame.drawer();
    if (!m_frame.isPageShown() && drawer.page() == page) {
        drawer.close();
    } else {
        m_frame.setPageShown(false); // Where the page of the feeds stands, there is no room for this one.
        if (m_frame.drawerHeight() == 0) m_frame.setDrawerHeight(pageHeight);
        drawer.open(page);
    }
    update();
}

void AlarmDesk::update()
{
    if (!m_session) return;
    const PastAlarms& past = m_session->pastAlarms();
    const AlarmRun& run = m_session->alarms();
    const bool isKnown = !past.isPast() || past.alarms();
    const auto shown = !past.isPast() ? run.alarms() : isKnown ? past.alarms() : std::make_shared<const alarms::Alarms>();
    const city::Instant now = past.isPast() ? m_session->now() : m_session->run().clock().now();
    const alarms::Counts counts = alarms::count(run.plan(), *shown, now);
    widgets::AlarmTally tally;
    std::copy(std::begin(counts.active), std::end(counts.active), tally.active.begin());
    std::copy(std::begin(counts.unacknowledged), std::end(counts.unacknowledged), tally.unacknowledged.begin());
    tally.flood = shown->isFlood;
    tally.unknown = !isKnown;
    const AlarmTongue tongue{m_session->pack(), m_language, now};
    tally.summary = isKnown ? alarmSummary(tongue, *shown) : AlarmPanel::unknownText();
    const auto asOf = past.isPast() ? std::nullopt : run.asOf();
    const QString notice = past.isPast() ? QString() : alarmAgeSentence(tongue, asOf, run.waiting());
    if (asOf) tally.asOf = tr("as of %1").arg(clockText(*asOf, now, m_session->pack().zone));
    if (!notice.isEmpty()) tally.summary.prepend(notice + QLatin1Char(' '));
    m_panel->setNotice(notice);
    m_frame.top().alarms().setTally(tally);
    showDrills(shown->drills);
    m_panel->setTime(!past.isPast() ? AlarmPanel::Time::Now : isKnown ? AlarmPanel::Time::Past : AlarmPanel::Time::Unknown);
    if (m_panel->isVisible()) m_panel->setAlarms(m_session->run().pack(), shown, m_language, now);
}

void AlarmDesk::showDrills(int drills)
{
    m_banner->setText(tr("EXERCISE EXERCISE EXERCISE – %n of the messages in force is a drill", nullptr, drills));
    m_banner->setVisible(drills > 0);
}

void AlarmDesk::happened(const std::vector<alarms::Change>& changes)
{
    if (m_voice == Voice::Silent || !m_session) return;
    const alarms::Plan& plan = m_session->alarms().plan();
    QSet<QString> waiting;
    for (const auto& [id, alarm] : m_session->alarms().alarms()->alarms)
        if (alarm.priority == alarms::Priority::Top && !alarm.acknowledged) waiting.insert(groupOf(plan, alarm));
    m_called.intersect(waiting);
    for (const alarms::Change& change : changes) {
        const alarms::Rule* rule = plan.rule(change.alarm.rule);
        if (!rule || !rule->alarms || change.alarm.state() != alarms::State::Unacknowledged) continue;
        const QString group = groupOf(plan, change.alarm);
        if (change.alarm.priority == alarms::Priority::Top && waiting.contains(group) && !m_called.contains(group)) {
            m_called.insert(group);
            call(change.alarm);
        }
    }
}

/// Once for each new group of top priority.
void AlarmDesk::call(const alarms::Alarm& alarm)
{
    QApplication::beep();
    const AlarmTongue tongue{m_session->pack(), m_language, m_session->run().clock().now()};
    if (m_speech) m_speech->say(spokenAlarm(tongue, alarm, m_session->run().isDemo()), m_language);
    if (!QSystemTrayIcon::isSystemTrayAvailable()) return;
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(QApplication::windowIcon(), this);
        m_tray->show();
    }
    const AlarmAdvice advice = alarmAdvice(tongue, alarm);
    // Some desktops read a notification as markup; what comes from outside must not be one.
    m_tray->showMessage(advice.title.toHtmlEscaped(), advice.where.toHtmlEscaped(), QSystemTrayIcon::Critical);
}

/// Kept for the next start, also where there is no voice yet: it says so each time.
void AlarmDesk::setSpoken(bool spoken)
{
    if (m_voice == Voice::Silent) return m_panel->setSpoken(false);
    QSettings().setValue(spokenKey, spoken);
    m_panel->setSpoken(spoken);
    if (!spoken) return m_speech.reset();
    m_speech = std::make_unique<notices::Speech>(notices::systemVoice());
    if (const auto problem = m_speech->problemOf(m_language)) Q_EMIT trouble(*problem);
}

void AlarmDesk::showFigures()
{
    if (!m_session) return;
    const city::Instant now = m_session->run().clock().now();
    const AlarmRun& run = m_session->alarms();
    const AlarmTongue tongue{m_session->pack(), m_language, now};
    m_panel->setFigures(performanceLines(tongue, alarms::performance(run.plan(), run.past(), now - std::chrono::hours(24), now)));
}

} // namespace app
