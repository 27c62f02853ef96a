// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/alarm_run.h"
#include "layers/alarms/rule.h"
#include "layers/alarms/standing.h"
#include "layers/history/shared/shared_schema.h"
#include "layers/history/trail.h"
#include "tests/layers/history/bikes.h"
#include "tests/support/postgres_server.h"

/// Desks on a shared store of bike stations, for the tests of alarms that all share: stations with few bikes
/// are alarms at once, those with many after five minutes.
namespace shared_desk {

using namespace std::chrono_literals;

inline alarms::Rule rule(const char* id, alarms::Comparison comparison, double limit, city::Duration delay)
{
    alarms::Rule made;
    made.id = made.group = QString::fromLatin1(id);
    made.title = city::LocalText(made.id);
    made.priority = alarms::Priority::Top;
    made.condition =
        alarms::Threshold{QStringLiteral("station"), QStringLiteral("bikes.available"), comparison, limit, 0};
    made.per = QStringLiteral("place");
    made.onDelay = delay;
    return made;
}

inline std::shared_ptr<const app::Pack> pack()
{
    auto plan = std::make_shared<alarms::Plan>();
    plan->rules = {rule("few", alarms::Comparison::AtMost, 2, 0min),
                   rule("many", alarms::Comparison::AtLeast, 100, 5min)};
    auto made = std::make_shared<app::Pack>();
    made->id = QStringLiteral("bikes");
    made->alarms = plan;
    made->zone = QTimeZone::utc();
    made->areas = std::make_shared<const city::AreaTree>();
    made->quantities = std::make_shared<const city::QuantityCatalogue>();
    feeds::FeedSpec feed;
    feed.id = bikes::feed;
    feed.promise = {10min, 1min, 24h}; // An older picture would let every delay begin anew.
    made->feeds.push_back(feed);
    return made;
}

/// What the stations say at a time: their numbers of bikes, from the first on.
inline QFuture<city::Result<int>> say(history::HistoryStore& store, city::Instant at,
                                      const std::vector<double>& counts)
{
    auto picture = std::make_shared<city::FeedPicture>(*bikes::pictureOf(0, static_cast<int>(counts.size())));
    picture->state.lastAttempt = picture->state.lastSuccess = at;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        city::Observation& one = picture->observations[i];
        one.value = counts[i];
        one.observedAt = one.receivedAt = at;
    }
    const std::vector<city::Observation> told = picture->observations;
    return store.record(std::move(picture), told, at);
}
/// The same at a minute, waiting until it is kept.
inline void tell(history::HistoryStore& store, int minute, const std::vector<double>& counts)
{
    const auto kept = say(store, bikes::start + minute * bikes::cadence, counts).result();
    if (!kept.ok()) qWarning("%s", qPrintable(kept.problem().toString()));
}

/// One desk: what it shows of the alarms.
class Desk {
public:
    explicit Desk(const QString& store, std::shared_ptr<const city::Clock> clock,
                  app::AlarmRun::Fitness fitness = app::AlarmRun::Fitness::Desk)
        : m_run(pack(), options(store, std::move(clock))), m_alarms(m_run)
    {
        QObject::connect(&m_alarms, &app::AlarmRun::trouble, &m_alarms,
                         [this](const city::Message& text) { troubles << text.toString(); });
        QObject::connect(&m_alarms, &app::AlarmRun::happened, &m_alarms,
                         [this](const std::vector<alarms::Change>& changes) {
                             for (const alarms::Change& change : changes)
                                 if (!change.alarm.id.isEmpty())
                                     happened << change.what + QLatin1Char(' ') + change.alarm.id;
                         });
        m_run.start(app::CityRun::Pace::Scheduled);
        m_alarms.start(app::CityRun::Pace::Scheduled, fitness);
    }

    app::AlarmRun& alarms() { return m_alarms; }
    const app::CityRun& run() const { return m_run; }
    /// "few@station/0 unacknowledged" and so on, all that is not normal.
    QStringList states() const
    {
        QStringList all;
        for (const auto& [id, alarm] : m_alarms.alarms()->alarms)
            if (alarm.state() != alarms::State::Normal)
                all << id + QLatin1Char(' ') + alarms::stateWord(alarm.state());
        return all;
    }
    void act(alarms::Action::Kind kind, const QString& alarm, const QString& by, const QString& note = {},
             city::Duration lasts = 0min)
    {
        m_alarms.act({kind, {alarm}, by, note, lasts});
    }
    void acknowledge(const QString& alarm, const QString& by, const QString& note = {})
    {
        act(alarms::Action::Kind::Acknowledge, alarm, by, note);
    }

    QStringList happened, troubles;

private:
    static app::RunOptions options(const QString& store, std::shared_ptr<const city::Clock> clock)
    {
        app::RunOptions made;
        made.store = store;
        made.clock = std::move(clock);
        made.copies = false;
        return made;
    }

    app::CityRun m_run;
    app::AlarmRun m_alarms;
};

/// Stores on a server of their own, one at a time, each with a collector that told of one minute: station 0
/// has few bikes, 2 many.
class Stores {
public:
    /// Why there are none; empty: there are.
    QString begin()
    {
        QStandardPaths::setTestModeEnabled(true); // what waits for a store
        if (!m_server.start() ||
            !m_server.sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE ready")))
            return m_server.said();
        const auto made =
            history::makeSharedStore(m_server.url(QStringLiteral("ready")), {}, QTimeZone::utc());
        if (!made) return made.problem().toString();
        for (const char* user : {"operator", "viewer", "auditor", "collector"})
            if (!m_server.sql(QStringLiteral("ready"),
                              QStringLiteral("CREATE ROLE a_%1 LOGIN; GRANT cityops_%1 TO a_%1")
                                  .arg(QLatin1String(user))))
                return m_server.said();
        return {};
    }
    QString next()
    {
        m_database = QStringLiteral("store%1").arg(++m_made);
        if (!m_server.sql(QStringLiteral("postgres"), QStringLiteral("SELECT 1")))
            m_server.start(); // A test may have left it so.
        if (!m_server.sql(QStringLiteral("postgres"),
                          QStringLiteral("CREATE DATABASE %1 TEMPLATE ready").arg(m_database)))
            return m_server.said();
        m_clock = std::make_shared<city::FixedClock>(bikes::start);
        m_collector = std::make_unique<history::HistoryStore>(url());
        tell(*m_collector, 0, {1, 50, 120});
        return {};
    }
    void end() { m_collector.reset(); }

    PostgresServer& server() { return m_server; }
    history::HistoryStore& collector() { return *m_collector; }
    const std::shared_ptr<city::FixedClock>& clock() const { return m_clock; }
    void itIs(int minute) { m_clock->set(bikes::start + minute * bikes::cadence); }
    /// As its owner, or as "a_viewer" and so on.
    QString url(const char* user = "keeper") const { return m_server.url(m_database, QLatin1String(user)); }
    bool sql(const QString& statements, const char* user = "keeper")
    {
        return m_server.sql(m_database, statements, QLatin1String(user));
    }
    QString asked(const QString& statement)
    {
        return sql(statement) ? m_server.said() : QStringLiteral("failed: ") + m_server.said();
    }
    /// How often an entry says this of that alarm.
    int told(const QString& what, const QString& alarm)
    {
        return asked(QStringLiteral(
                         "SELECT count(*) FROM cityops.alarm_entries WHERE what = '%1' AND alarm = '%2'")
                         .arg(what, alarm))
            .toInt();
    }
    history::TrailCheck verified() const { return history::verifyTrail(url()).value(); }
    bool isSound() const
    {
        const history::TrailCheck check = verified();
        return check.brokenAt == 0 && check.hasHead && check.entries > 0;
    }

private:
    PostgresServer m_server;
    QString m_database;
    std::shared_ptr<city::FixedClock> m_clock;
    std::unique_ptr<history::HistoryStore> m_collector;
    int m_made = 0;
};

} // namespace shared_desk
