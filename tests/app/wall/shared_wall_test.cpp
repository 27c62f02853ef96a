// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_city.h"
#include "app/wall/wall.h"
#include "layers/alarms/rule.h"
#include "layers/history/shared/shared_schema.h"
#include "layers/pipeline/city.h"
#include "tests/support/postgres_server.h"
#include "tests/support/test_main.h"

#include <QApplication>
#include <QSignalSpy>
#include <QStandardPaths>

namespace {

constexpr int patience = 120'000;

}

/// A wall and a desk on one store: an alarm both have takes the wall, and whoever acknowledges it at the desk
/// gives it back.
class SharedWallTest : public QObject {
    Q_OBJECT

    PostgresServer m_server;
    QString m_resources = qEnvironmentVariable("CITYOPS_RESOURCES"), m_store;
    app::Language m_language;
    std::shared_ptr<const app::Pack> m_pack;
    std::shared_ptr<city::FixedClock> m_clock =
        std::make_shared<city::FixedClock>(app::DemoCity::openingMoment());

    app::RunOptions options() const
    {
        app::RunOptions made;
        made.pack = m_resources + QStringLiteral("/packs/taipei");
        made.store = m_store;
        made.clock = m_clock;
        made.copies = false;
        made.language = QStringLiteral("en");
        return made;
    }
    static std::shared_ptr<const app::WallSpec> spec()
    {
        auto made = std::make_shared<app::WallSpec>();
        made->id = QStringLiteral("shared");
        app::WallScene scene;
        scene.id = scene.dashboard = QStringLiteral("overview");
        scene.dwell = made->alarmHolds = std::chrono::hours(10);
        made->scenes = {scene};
        app::WallScreen screen;
        screen.screen = QStringLiteral("1");
        screen.scenes = {scene.id};
        screen.alarms = true;
        made->screens = {screen};
        return made;
    }
    /// What the demo city says as it opens, which is in a cloudburst.
    void collect()
    {
        app::DemoCity demo(m_pack, *m_clock);
        history::HistoryStore history(m_store);
        pipeline::City city(
            {m_pack->feeds, m_pack->quantities, m_pack->areas, m_clock.get(), &demo, &history});
        QSignalSpy settled(&city, &pipeline::City::settled);
        city.refreshAll();
        QVERIFY(!settled.isEmpty() || settled.wait(patience));
        QVERIFY(history.append(QString(), {}).result().ok()); // behind all of it
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::missing().isEmpty()) QSKIP(qPrintable(PostgresServer::missing()));
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY2(m_server.start(), qPrintable(m_server.said()));
        QVERIFY(m_server.sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE city")));
        m_store = m_server.url(QStringLiteral("city"));
        const auto made = history::makeSharedStore(m_store, {}, QTimeZone("Asia/Taipei"));
        QVERIFY2(made.ok(), made ? "" : qPrintable(made.problem().toString()));
        m_pack = app::readPack(options().pack, m_resources).pack;
        QVERIFY(m_pack);
        collect();
    }

    void theDeskGivesTheWallBack()
    {
        app::CityRun run(m_pack, options());
        app::AlarmRun desk(run);
        run.start(app::CityRun::Pace::Scheduled);
        desk.start(app::CityRun::Pace::Scheduled);
        app::Wall wall(m_resources, m_pack, spec(), options(), m_language, QString());
        QSignalSpy shown(&wall, &app::Wall::alarmShown);
        wall.start();
        const auto state = [&] { return wall.steer(QStringLiteral("state")); };
        QVERIFY(shown.wait(patience));
        QVERIFY(state().contains(QStringLiteral(" alarm ")));
        QVERIFY(desk.isShared() && wall.session().alarms().isShared());
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOurs() != wall.session().alarms().isOurs(), patience); // one judges
        QTRY_VERIFY_WITH_TIMEOUT(desk.alarms()->alarms.count(shown.first().at(0).toString()) == 1, patience);
        const auto acknowledgeAll = [&] {
            alarms::Action all{alarms::Action::Kind::Acknowledge,
                               {},
                               QStringLiteral("ann"),
                               QStringLiteral("seen"),
                               city::Duration(0)};
            for (const auto& [id, alarm] : desk.alarms()->alarms)
                if (!alarm.acknowledged) all.alarms << id;
            if (!all.alarms.isEmpty()) desk.act(all);
            return !state().contains(QStringLiteral(" alarm "));
        };
        QTRY_VERIFY_WITH_TIMEOUT(acknowledgeAll(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(desk.alarms()->alarms == wall.session().alarms().alarms()->alarms, patience);
        QCOMPARE(wall.session().alarms().alarms()->alarms.at(shown.first().at(0).toString()).by,
                 QStringLiteral("ann"));
    }
};

CITYOPS_TEST(QApplication, SharedWallTest)
#include "shared_wall_test.moc"
