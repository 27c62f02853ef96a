// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/remote.h"
#include "app/wall/wall.h"
#include "layers/alarms/rule.h"
#include "tests/support/test_main.h"

#include <QApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

/// A wall of the demo city on one screen without a display: it turns, an alarm takes it, steering and memory work.
class WallTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_resources = qEnvironmentVariable("CITYOPS_RESOURCES");
    app::Language m_language;
    std::shared_ptr<const app::Pack> m_pack;

    std::shared_ptr<const app::WallSpec> spec() const
    {
        auto made = std::make_shared<app::WallSpec>();
        made->id = QStringLiteral("test");
        for (const char* id : {"overview", "traffic"}) {
            app::WallScene scene;
            scene.id = scene.dashboard = QString::fromLatin1(id);
            scene.dwell = std::chrono::hours(10);
            made->scenes.push_back(scene);
        }
        made->alarmHolds = std::chrono::hours(10);
        app::WallScreen screen;
        screen.screen = QStringLiteral("1");
        screen.scenes = {QStringLiteral("overview"), QStringLiteral("traffic")};
        screen.alarms = true;
        app::WallScreen absent = screen;
        absent.screen = QStringLiteral("9");
        made->screens = {screen, absent};
        return made;
    }

    app::RunOptions demo() const
    {
        app::RunOptions options;
        options.source = app::RunOptions::Source::Demo;
        options.pack = m_resources + QStringLiteral("/packs/taipei");
        options.speed = 0;
        return options;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        const app::PackReading reading = app::readPack(demo().pack, m_resources);
        QVERIFY(reading.pack);
        m_pack = reading.pack;
    }

    void anAlarmTakesTheScreenAndGivesItBack()
    {
        const QString memory = m_folder.filePath(QStringLiteral("wall.json"));
        app::Wall wall(m_resources, m_pack, spec(), demo(), m_language, memory);
        QSignalSpy shown(&wall, &app::Wall::alarmShown), scenes(&wall, &app::Wall::sceneShown), unseen(&wall.session(), &app::Session::pictureReady);
        wall.start();
        // The demo city opens in the cloudburst: rules without delay have top alarms at once.
        QVERIFY(shown.wait(60'000));
        QVERIFY(wall.steer(QStringLiteral("state")).contains(QStringLiteral(" alarm ")));
        for (int i = 0; i < 200 && wall.steer(QStringLiteral("state")).contains(QStringLiteral(" alarm ")); ++i) {
            QSignalSpy judged(&wall.session().alarms(), &app::AlarmRun::judged);
            wall.steer(QStringLiteral("1 acknowledge"));
            judged.wait(5000);
            QCoreApplication::processEvents();
        }
        QVERIFY(!wall.steer(QStringLiteral("state")).contains(QStringLiteral(" alarm ")));
        QVERIFY(wall.steer(QStringLiteral("1 next")).startsWith(QStringLiteral("1 traffic")));
        QVERIFY(wall.steer(QStringLiteral("2 state")).contains(QStringLiteral("unplugged")));
        QVERIFY(wall.steer(QStringLiteral("dance")).startsWith(QStringLiteral("error")));
        QVERIFY(wall.steer(QStringLiteral("7 next")).startsWith(QStringLiteral("error")));
        QVERIFY(wall.steer(QStringLiteral("1 pause")).contains(QStringLiteral("paused")));
        QVERIFY(wall.steer(QStringLiteral("1 show overview")).startsWith(QStringLiteral("1 overview")));
        wall.steer(QStringLiteral("1 show traffic"));
        const auto isTrafficShown = [&] {
            wall.steer(QStringLiteral("1 acknowledge")); // Should a new alarm have taken the screen meanwhile.
            return !scenes.isEmpty() && scenes.last().at(1).toString() == QLatin1String("traffic");
        };
        QTRY_VERIFY_WITH_TIMEOUT(isTrafficShown(), 60'000);
        QCOMPARE(unseen.count(), 0); // The only pictures made are those of the monitors.
    }

    void aRestartGoesOnWithTheSameScene()
    {
        app::Wall wall(m_resources, m_pack, spec(), demo(), m_language, m_folder.filePath(QStringLiteral("wall.json")));
        wall.start();
        QVERIFY(wall.steer(QStringLiteral("1 state")).startsWith(QStringLiteral("1 traffic")));
    }

    void steeredThroughALocalSocket()
    {
        const QString name = m_folder.filePath(QStringLiteral("socket"));
        QVERIFY(!app::Remote::say(name, QStringLiteral("state")).ok());
        QStringList heard;
        app::Remote remote(name, [&heard](const QString& words) {
            heard << words;
            return QStringLiteral("done ") + words;
        });
        QVERIFY2(remote.isListening(), qPrintable(remote.problem()));
        std::unique_ptr<QThread> desk(QThread::create([name] {
            const auto answer = app::Remote::say(name, QStringLiteral("2 next"));
            if (!answer.ok() || *answer != QStringLiteral("done 2 next")) qWarning("no answer");
        }));
        QSignalSpy ended(desk.get(), &QThread::finished);
        desk->start();
        QVERIFY(ended.wait(10'000));
        QCOMPARE(heard, QStringList{QStringLiteral("2 next")});
    }
};

CITYOPS_TEST(QApplication, WallTest)
#include "wall_test.moc"
