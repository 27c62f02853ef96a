// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/alarm_json.h"
#include "layers/history/audit_trail.h"
#include "layers/history/history_store.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

/// `cityops alarms` and `cityops audit` as a script uses them.
class AlarmsCommandTest : public QObject {
    Q_OBJECT

    struct Run {
        int status = -1;
        QByteArray out, complaint;
        QList<QJsonObject> lines() const
        {
            QList<QJsonObject> all;
            for (const QByteArray& line : out.split('\n'))
                if (!line.isEmpty()) all << QJsonDocument::fromJson(line).object();
            return all;
        }
    };
    static Run run(const QStringList& words)
    {
        QProcess process;
        process.start(QStringLiteral(CITYOPS_PROGRAM), words);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000)) return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static QStringList words(const char* text) { return QString::fromUtf8(text).split(QLatin1Char(' ')); }

    QTemporaryDir m_folder;
    const QString m_pack = qEnvironmentVariable("CITYOPS_RESOURCES") + QStringLiteral("/packs/taipei");

    /// A history with a trail of one alarm: raised at 06:00, acknowledged at 06:10.
    QString trailed()
    {
        const QString file = m_folder.filePath(QStringLiteral("city.gpkg"));
        { history::HistoryStore store(file); }
        history::AuditTrail trail(history::trailOf(file));
        alarms::Alarm alarm;
        alarm.id = QStringLiteral("cloudburst@area/63000030");
        alarm.rule = QStringLiteral("cloudburst");
        alarm.subject = {QStringLiteral("area"), QStringLiteral("63000030")};
        alarm.area = alarm.subject.id;
        alarm.active = true;
        alarm.acknowledged = false;
        alarm.raisedAt = alarm.since = city::fromIso(u"2026-07-15T06:00:00Z").value();
        alarms::Alarm seen = alarm;
        seen.acknowledged = true;
        seen.by = QStringLiteral("me");
        const auto later = alarm.since + std::chrono::minutes(10);
        if (!trail.append({alarms::entryOf({alarm.since, QStringLiteral("raised"), alarm, {}, {}}),
                           alarms::entryOf({later, QStringLiteral("acknowledged"), seen, QStringLiteral("me"), {}})})
                 .result()
                 .ok())
            qFatal("no trail");
        return file;
    }

private Q_SLOTS:
    void theDemoCityHasAlarmsWithTheirReasons()
    {
        const Run made = run({QStringLiteral("alarms"), QStringLiteral("--pack"), m_pack, QStringLiteral("--demo"), QStringLiteral("--lang"), QStringLiteral("en")});
        QVERIFY2(made.status == 0, made.complaint);
        bool warned = false, rained = false;
        for (const QJsonObject& line : made.lines()) {
            for (const char* key : {"alarm", "state", "priority", "since", "cause"}) QVERIFY2(line.contains(QLatin1String(key)), key);
            rained = rained || line[u"rule"] == QLatin1String("cloudburst");
            if (line[u"rule"] != QLatin1String("warning")) continue;
            warned = true;
            const QJsonObject cap = line[u"cap"].toObject();
            QVERIFY(cap.contains(u"sender") && cap.contains(u"identifier") && cap.contains(u"sent"));
        }
        QVERIFY(warned && rained);
    }

    void theTrailSaysWhatWasAndWho()
    {
        const QString file = trailed();
        const auto at = [&](const char* time) {
            return run({QStringLiteral("alarms"), QStringLiteral("--pack"), m_pack, QStringLiteral("--store"), file, QStringLiteral("--at"), QString::fromLatin1(time)});
        };
        QCOMPARE(at("2026-07-15T05:59:00Z").lines().size(), 0);
        QCOMPARE(at("2026-07-15T06:05:00Z").lines().value(0)[u"state"].toString(), QStringLiteral("unacknowledged"));
        const QJsonObject line = at("2026-07-15T06:15:00Z").lines().value(0);
        QCOMPARE(line[u"state"].toString(), QStringLiteral("acknowledged"));
        QCOMPARE(line[u"by"].toString(), QStringLiteral("me"));
        const Run sound = run({QStringLiteral("audit"), QStringLiteral("--store"), file, QStringLiteral("--verify")});
        QCOMPARE(sound.status, 0);
        QVERIFY(sound.out.contains("2 entries"));
        QCOMPARE(run({QStringLiteral("audit"), QStringLiteral("--store"), file}).lines().size(), 2);
        QFile trail(history::trailOf(file));
        QVERIFY(trail.open(QIODevice::ReadOnly));
        const QByteArray changed = trail.readAll().replace("\"me\"", "\"us\"");
        trail.close();
        QVERIFY(trail.open(QIODevice::WriteOnly) && trail.write(changed) == changed.size());
        trail.close();
        const Run broken = run({QStringLiteral("audit"), QStringLiteral("--store"), file, QStringLiteral("--verify")});
        QCOMPARE(broken.status, 1);
        QVERIFY(broken.out.contains("CHANGED"));
    }

    void wrongWords_data()
    {
        QTest::addColumn<QStringList>("given");
        QTest::newRow("no pack") << words("alarms --demo");
        QTest::newRow("nothing to look at") << QStringList{QStringLiteral("alarms"), QStringLiteral("--pack"), m_pack};
        QTest::newRow("no such store") << QStringList{QStringLiteral("alarms"), QStringLiteral("--pack"), m_pack, QStringLiteral("--store"), QStringLiteral("/nowhere/x")};
        QTest::newRow("audit of nothing") << words("audit --verify");
        QTest::newRow("wall without words") << words("wall eoc");
    }
    void wrongWords()
    {
        QFETCH(QStringList, given);
        const Run made = run(given);
        QCOMPARE(made.status, 2);
        QVERIFY(!made.complaint.isEmpty());
    }
};

CITYOPS_TEST(QCoreApplication, AlarmsCommandTest)
#include "alarms_test.moc"
