// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/alarm_json.h"
#include "tests/layers/alarms/small_alarms.h"
#include "tests/support/test_main.h"

using namespace small;

namespace {

city::Alert warning(const char* sender, const char* severity, const char* status = "Actual")
{
    city::Alert alert;
    alert.identifier = u("w");
    alert.sender = u(sender);
    alert.sent = start;
    alert.status = u(status);
    alert.msgType = u("Alert");
    alert.scope = u("Public");
    city::AlertInfo info;
    info.language = u("zh-TW");
    info.event = info.headline = u("豪雨");
    info.severity = u(severity);
    info.urgency = u("Immediate");
    info.certainty = u("Observed");
    info.expires = start + 2h;
    alert.infos.push_back(info);
    return alert;
}

} // namespace

/// CAP messages as alarms: whose, how grave, and what takes them back.
class AlarmWarningsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// A list that forgets a withdrawal, but not what was withdrawn, and a restart in between.
    void whatWasWithdrawnStaysSoAfterARestart()
    {
        const auto warnings = rule("warning", alarms::Warning());
        Run run({warnings});
        run.feed().alerts = {warning("cwa", "Severe")};
        run.step();
        QVERIFY(!run.states().isEmpty());
        city::Alert cancel = warning("cwa", "Severe");
        cancel.identifier = u("c");
        cancel.sent += 1min;
        cancel.msgType = u("Cancel");
        cancel.references = {alarms::referenceOf(city::keyOf(run.feed().alerts.front()))};
        run.feed().alerts.push_back(cancel);
        run.step(2min);
        run.act(alarms::Action::Kind::Acknowledge, "warning@alert/cwa,w");
        QCOMPARE(run.states(), QString());
        std::vector<QByteArray> entries;
        for (const alarms::Change& change : run.changes) entries.push_back(alarms::entryOf(change));
        QVERIFY(run.happened().contains(u("withdrawn")));
        Run later({warnings});
        later.alarms() = alarms::restored(entries);
        later.feed().alerts = {warning("cwa", "Severe")};
        later.step(5min);
        QCOMPARE(later.states(), QString());
        QCOMPARE(later.happened(), QString());
    }

    void brokenSignaturesNeverAlarm()
    {
        using Signature = city::Alert::Signature;
        const auto states = [](Signature signature, bool mustSign) {
            Run run({rule("warning", alarms::Warning())});
            if (mustSign) {
                run.plan().trusted.clear();
                run.plan().trustedSigned = {u("cwa")};
            }
            city::Alert message = warning("cwa", "Severe");
            message.signature = signature;
            message.signedBy = u("Agency");
            run.feed().alerts = {message};
            run.step();
            return run.alarms().alarms.empty() ? QString() : run.alarms().alarms.begin()->second.signedBy;
        };
        QCOMPARE(states(Signature::None, false), u("Agency"));
        QCOMPARE(states(Signature::UnknownKey, false), u("Agency"));
        QCOMPARE(states(Signature::Invalid, false), QString());
        QCOMPARE(states(Signature::Valid, true), u("Agency"));
        QCOMPARE(states(Signature::UnknownKey, true), QString());
        QCOMPARE(states(Signature::None, true), QString());
    }

    void warningsOfTheTrusted()
    {
        Run run({rule("cap", alarms::Warning{}, "")});
        run.feed().alerts = {warning("cwa", "Severe"), warning("somebody", "Extreme")};
        run.step();
        QCOMPARE(run.states(), u("cap@alert/cwa,w unacknowledged"));
        QCOMPARE(run.alarms().alarms.begin()->second.priority, alarms::Priority::Top);
        QCOMPARE(run.alarms().untrusted, QStringList{u("somebody")});
        // Nor may somebody withdraw it.
        city::Alert cancel = warning("somebody", "Minor");
        cancel.identifier = u("c");
        cancel.msgType = u("Cancel");
        cancel.references = {u("cwa,w,") + city::toIso(start)};
        run.feed().alerts.push_back(cancel);
        run.step(1min);
        QCOMPARE(run.states(), u("cap@alert/cwa,w unacknowledged"));
        run.feed().alerts.back().sender = u("cwa");
        run.step(1min);
        QCOMPARE(run.states(), u("cap@alert/cwa,w returned-unacknowledged"));
        // The cancel stays in force though it is listed no longer.
        run.feed().alerts.pop_back();
        run.step(1min);
        QCOMPARE(run.states(), u("cap@alert/cwa,w returned-unacknowledged"));
    }

    void anUpdateIsTheSameAlarmAndCallsAgainWhenItIsWorse()
    {
        Run run({rule("cap", alarms::Warning{}, "")});
        run.feed().alerts = {warning("cwa", "Moderate")};
        run.step();
        run.act(alarms::Action::Kind::Acknowledge, "cap@alert/cwa,w");
        city::Alert update = warning("cwa", "Extreme");
        update.identifier = u("u");
        update.msgType = u("Update");
        update.references = {u("cwa,w,") + city::toIso(start)};
        run.feed().alerts.push_back(update);
        run.step(1min);
        QCOMPARE(run.states(), u("cap@alert/cwa,w unacknowledged"));
        QCOMPARE(run.happened(), u("raised acknowledged worsened withdrawn"));
        QCOMPARE(run.alarms().alarms.begin()->second.cap->identifier, u("u"));
    }

    void drillsAreNoAlarms()
    {
        Run run({rule("cap", alarms::Warning{}, "")});
        run.feed().alerts = {warning("cwa", "Extreme", "Exercise"), warning("cwa", "Extreme", "Test")};
        run.step();
        QCOMPARE(run.states(), QString());
        QCOMPARE(run.alarms().drills, 1);
    }
};

CITYOPS_TEST(QCoreApplication, AlarmWarningsTest)
#include "alarm_warnings_test.moc"
