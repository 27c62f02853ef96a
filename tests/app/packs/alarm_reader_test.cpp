// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/wall_spec.h"
#include "layers/alarms/rule.h"
#include "tests/app/packs/pack_on_disk.h"
#include "tests/support/test_main.h"

namespace {

const char* const rules = R"(trust: [weather@cwa.gov.tw, "*@example.org"]
alarms:
  - alarm: few-bikes
    title: {en: Few bikes, zh_TW: 車少}
    priority: medium
    when: {of: bike-station, quantity: bikes.available, at-most: 2, dead-band: 3}
    per: district
    places: 4
    on-delay: 5 min
    group: bikes
    cause: {en: Rush hour., zh_TW: 尖峰。}
    consequence: {en: People walk., zh_TW: 步行。}
    action: {en: Bring bikes., zh_TW: 調度。}
    who: {en: Bikes desk, zh_TW: 單車組}
    respond-within: 20 min
    quiet: {from: "23:00", to: "06:00"}
    suppressed-by: [blind]
  - alarm: blind
    only-for-combination: true
    when: {feed: bikes, silent: 30 min}
)";

const char* const wall = R"(wall: hall
scenes:
  - {scene: all, dashboard: overview, dwell: 10 s}
screens:
  - {screen: "1", distance: 5, show: all, alarms: true}
)";

} // namespace

/// Alarm rules and playlists of a pack: read whole, and refused with the place of what is wrong.
class AlarmReaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSoundFileIsRead()
    {
        PackOnDisk disk;
        disk.write(QStringLiteral("alarms/bikes.yaml"), QString::fromUtf8(rules));
        disk.write(QStringLiteral("walls/hall.yaml"), QString::fromUtf8(wall));
        const auto reading = disk.read();
        QVERIFY2(reading.pack, qPrintable(disk.problems().join(QLatin1Char('\n'))));
        const alarms::Plan& plan = *reading.pack->alarms;
        QCOMPARE(plan.rules.size(), std::size_t(2));
        const alarms::Rule& rule = plan.rules[0];
        QCOMPARE(rule.priority, alarms::Priority::Medium);
        QCOMPARE(rule.per, QStringLiteral("district"));
        QCOMPARE(rule.places, 4);
        QCOMPARE(rule.respondWithin, city::Duration(std::chrono::minutes(20)));
        QVERIFY(rule.quiet && rule.quiet->holds(QTime(1, 0)) && !rule.quiet->holds(QTime(12, 0)));
        const auto& limit = std::get<alarms::Threshold>(rule.condition);
        QCOMPARE(limit.comparison, alarms::Comparison::AtMost);
        QCOMPARE(limit.deadband, 3.0);
        QVERIFY(!plan.rules[1].alarms);
        const auto trusts = [&](const char* sender) {
            city::Alert message;
            message.sender = QString::fromLatin1(sender);
            return plan.trusts(message);
        };
        QVERIFY(trusts("Weather@cwa.gov.tw") && trusts("a@example.org"));
        QVERIFY(!trusts("weather@cwa.gov.tw.evil"));
        QCOMPARE(reading.pack->walls.size(), std::size_t(1));
        QCOMPARE(reading.pack->walls[0]->screens[0].distanceMetres, 5.0);
    }

    void whatIsExpectedIsRead()
    {
        PackOnDisk disk;
        disk.write(QStringLiteral("alarms/bikes.yaml"), QString::fromUtf8(rules));
        QVERIFY(disk.change(QStringLiteral("alarms/bikes.yaml"), QStringLiteral("at-most: 2, dead-band: 3"), QStringLiteral("at-most: 2, expected-within: 3 h, certainty: possible")));
        const auto reading = disk.read();
        QVERIFY2(reading.pack, qPrintable(disk.problems().join(QLatin1Char('\n'))));
        const auto& expected = std::get<alarms::Expected>(reading.pack->alarms->rules[0].condition);
        QCOMPARE(expected.within, city::Duration(std::chrono::hours(3)));
        QCOMPARE(expected.comparison, alarms::Comparison::AtMost);
        QVERIFY(!expected.likelyOnly);
    }

    void mailIsRead()
    {
        PackOnDisk disk;
        disk.write(QStringLiteral("alarms/bikes.yaml"), QStringLiteral("mail: {to: [a@city.example, b@city.example], from: medium}\n") + QString::fromUtf8(rules));
        QVERIFY(disk.problems().join(QLatin1Char('\n')).contains(QStringLiteral("names no server that takes e-mail")));
        QVERIFY(disk.change(QStringLiteral("pack.yaml"), QStringLiteral("zone:"),
                            QStringLiteral("mail: {server: \"smtps://mail.city.example\", from: c@city.example, user: u, password: \"{secret:smtp}\"}\nzone:")));
        const auto reading = disk.read();
        QVERIFY2(reading.pack, qPrintable(disk.problems().join(QLatin1Char('\n'))));
        QCOMPARE(reading.pack->alarms->mailTo.size(), 2);
        QCOMPARE(reading.pack->mail->user, QStringLiteral("u"));
        QVERIFY(disk.change(QStringLiteral("pack.yaml"), QStringLiteral("{secret:smtp}"), QStringLiteral("geheim")));
        QVERIFY(disk.problems().join(QLatin1Char('\n')).contains(QStringLiteral("must not stand in a pack")));
        QVERIFY(disk.change(QStringLiteral("pack.yaml"), QStringLiteral("smtps://"), QStringLiteral("https://")));
        QVERIFY(disk.problems().join(QLatin1Char('\n')).contains(QStringLiteral("smtps://HOST:465")));
    }

    void aPackWithoutAlarmsHasAnEmptyPlan()
    {
        PackOnDisk disk;
        const auto reading = disk.read();
        QVERIFY(reading.pack && reading.pack->alarms && reading.pack->alarms->rules.empty());
    }

    void oneMistake_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* file, const char* before, const char* after, const char* says) {
            QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(before) << QString::fromUtf8(after) << QString::fromUtf8(says);
        };
        const char* file = "alarms/bikes.yaml";
        row("quantity", file, "quantity: bikes.available", "quantity: bikes.availabel", "alarms/bikes.yaml:6:40: quantity: there is no quantity \"bikes.availabel\"");
        row("kind", file, "of: bike-station", "of: bikestation", "alarms/bikes.yaml:6:16: of: no feed has places of the kind");
        row("nobody measures it", file, "quantity: bikes.available", "quantity: docks.available", "alarms/bikes.yaml:6:40: few-bikes: quantity: no feed of the pack measures");
        row("never", file, "at-most: 2", "below: 0", "alarms/bikes.yaml:6:11: few-bikes: when: can never fire");
        row("never over", file, "dead-band: 3", "dead-band: 600", "dead-band: is so wide");
        row("no advice", file, "    who: {en: Bikes desk, zh_TW: 單車組}\n", "", "alarms/bikes.yaml:3:5: who: is missing");
        row("one language", file, "{en: Rush hour., zh_TW: 尖峰。}", "{en: Rush hour.}", "zh_TW: is missing");
        row("nobody signs", file, "trust: [weather@cwa.gov.tw, \"*@example.org\"]\nalarms:", "trust-signed: [a@b]\nalarms:\n  - alarm: cap\n    title: {en: a, zh_TW: a}\n    cause: {en: a, zh_TW: a}\n    consequence: {en: a, zh_TW: a}\n    action: {en: a, zh_TW: a}\n    who: {en: a, zh_TW: a}\n    respond-within: 5 min\n    when: {alerts: all}", "no feed names a certificate");
        row("no recipient", file, "alarms:", "mail: {to: nobody}\nalarms:", "“nobody” is no e-mail address");
        row("too soon", file, "at-most: 2, dead-band: 3", "at-most: 2, expected-within: 5 min", "forecasts go by the hour");
        row("loop", file, "when: {feed: bikes, silent: 30 min}", "when: {all: [few-bikes]}", "waits for itself");
        row("unknown rule", file, "[blind]", "[blidn]", "alarms/bikes.yaml:17:20: few-bikes: suppressed-by: there is no alarm \"blidn\"; the nearest is \"blind\"");
        row("promised silence", file, "silent: 30 min", "silent: 1 min", "would be an alarm all the time");
        row("unknown key", file, "group: bikes", "grup: bikes", "alarms/bikes.yaml:10:5: grup: unknown key");
        row("twice", file, "alarm: blind", "alarm: few-bikes", "\"few-bikes\" stands here twice");
        const char* play = "walls/hall.yaml";
        row("dashboard", play, "overview", "overvue", "walls/hall.yaml:3:29: dashboard: there is no dashboard \"overvue\"");
        row("scene", play, "show: all", "show: al", "there is no scene \"al\"; the nearest is \"all\"");
        row("too short", play, "10 s", "1 s", "too short");
    }

    void oneMistake()
    {
        QFETCH(QString, file);
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, says);
        PackOnDisk disk;
        disk.write(QStringLiteral("alarms/bikes.yaml"), QString::fromUtf8(rules));
        disk.write(QStringLiteral("walls/hall.yaml"), QString::fromUtf8(wall));
        QVERIFY(disk.change(file, before, after));
        const QStringList problems = disk.problems();
        QVERIFY2(problems.join(QLatin1Char('\n')).contains(says), qPrintable(problems.join(QLatin1Char('\n'))));
    }
};

CITYOPS_TEST(QCoreApplication, AlarmReaderTest)
#include "alarm_reader_test.moc"
