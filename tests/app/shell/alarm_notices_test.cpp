// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/alarm_notices.h"
#include "layers/alarms/rule.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>

/// What those read who are not in front of the window.
class AlarmNoticesTest : public QObject {
    Q_OBJECT

    app::Pack m_pack;

    static alarms::Alarm alarm(int number, alarms::Priority priority)
    {
        alarms::Alarm made;
        made.rule = QStringLiteral("rain");
        made.id = QStringLiteral("rain@gauge/%1").arg(number);
        made.name = city::LocalText(QStringLiteral("Gauge %1").arg(number));
        made.subject = {QStringLiteral("gauge"), QString::number(number)};
        made.priority = priority;
        made.active = true;
        made.acknowledged = false;
        return made;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto plan = std::make_shared<alarms::Plan>();
        alarms::Rule rule;
        rule.id = QStringLiteral("rain");
        rule.title = city::LocalText(QStringLiteral("Cloudburst"));
        rule.action = city::LocalText(QStringLiteral("Close the underpass."));
        plan->rules.push_back(rule);
        m_pack.alarms = plan;
        m_pack.zone = QTimeZone::utc();
        m_pack.title = city::LocalText(QStringLiteral("Taipei"));
        m_pack.areas = std::make_shared<const city::AreaTree>();
        m_pack.quantities = std::make_shared<const city::QuantityCatalogue>();
    }

    void oneMailTellsTheMostUrgentFirst()
    {
        const notices::Mail mail =
            app::alarmMail({m_pack, QStringLiteral("en"), {}},
                           {alarm(1, alarms::Priority::Low), alarm(2, alarms::Priority::Top)}, false);
        QCOMPARE(mail.subject, QStringLiteral("[Top] Cloudburst – Gauge 2 and 1 more"));
        QVERIFY(mail.text.indexOf(QStringLiteral("Gauge 2")) < mail.text.indexOf(QStringLiteral("Gauge 1")));
        QVERIFY(mail.text.contains(QStringLiteral("Close the underpass.")));
    }

    void aFloodIsOneMailThatCanBeRead()
    {
        std::vector<alarms::Alarm> many;
        for (int i = 0; i < 10'000; ++i)
            many.push_back(alarm(i, alarms::Priority::Low));
        const notices::Mail mail = app::alarmMail({m_pack, QStringLiteral("en"), {}}, many, false);
        QVERIFY(mail.text.size() < 10'000);
        QVERIFY(mail.text.contains(QString::fromUtf8("9,980 more are in the list of alarms.")) ||
                mail.text.contains(QStringLiteral("9980 more")));
    }

    void oneBreathSaysWhatWhereAndWhatToDo()
    {
        alarms::Alarm one = alarm(7, alarms::Priority::Top);
        QCOMPARE(app::spokenAlarm({m_pack, QStringLiteral("en"), {}}, one, false),
                 QStringLiteral("Alarm of priority Top. Cloudburst. Gauge 7. Close the underpass."));
        QVERIFY(app::spokenAlarm({m_pack, QStringLiteral("en"), {}}, one, true).startsWith(QStringLiteral("Invented data. ")));
        one.instruction = city::LocalText(QString(5000, QLatin1Char('x')));
        QVERIFY(app::spokenAlarm({m_pack, QStringLiteral("en"), {}}, one, false).size() <= 401);
    }

    void inventedAlarmsSaySo()
    {
        QVERIFY(app::alarmMail({m_pack, QStringLiteral("en"), {}}, {alarm(1, alarms::Priority::Top)}, true)
                    .subject.startsWith(QStringLiteral("DEMO DATA ")));
    }
};

CITYOPS_TEST(QCoreApplication, AlarmNoticesTest)
#include "alarm_notices_test.moc"
