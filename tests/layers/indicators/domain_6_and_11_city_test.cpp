// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/alert_standing.h"
#include "layers/city/freshness.h"
#include "layers/city/snapshot.h"
#include "tests/support/test_main.h"

using namespace std::chrono_literals;
using city::Freshness;

/// Section 6 (which messages count) and section 11 (how old is too old), as the city itself answers them.
class CityDomainTest : public QObject {
    Q_OBJECT

    const city::Instant m_now = *city::fromIso(u"2026-03-18T09:00:00Z");
    const city::Promise m_promise{10min, 2min, 24h};

    city::Alert alert(const char* identifier, city::Duration age, const char* msgType = "Alert",
                      const QStringList& references = {}) const
    {
        city::Alert made;
        made.identifier = QLatin1String(identifier);
        made.sender = QStringLiteral("cwa");
        made.sent = m_now - age;
        made.status = QStringLiteral("Actual");
        made.msgType = QLatin1String(msgType);
        made.references = references;
        made.infos.emplace_back();
        return made;
    }
    static QString referenceTo(const city::Alert& one)
    {
        return one.sender + QLatin1Char(',') + one.identifier + QLatin1Char(',') +
               city::inZone(one.sent, QTimeZone("Asia/Taipei"), QStringLiteral("yyyy-MM-ddTHH:mm:ss")) +
               QStringLiteral("+08:00");
    }
    QStringList counting(const std::vector<city::Alert>& all) const
    {
        QStringList ids;
        std::vector<const city::Alert*> messages;
        for (const city::Alert& one : all)
            messages.push_back(&one);
        for (const city::AlertStanding& one : city::standings(messages, m_now))
            if (!one.isExercise) ids << one.alert->identifier;
        return ids;
    }

private Q_SLOTS:
    void s6_identityIsSenderIdentifierAndSent()
    {
        city::Alert a = alert("A", 1h), other = alert("A", 2h);
        QVERIFY(!(city::keyOf(a) == city::keyOf(other)));
        other.sent = a.sent;
        QVERIFY(city::keyOf(a) == city::keyOf(other));
        other.sender = QStringLiteral("wra");
        QVERIFY(!(city::keyOf(a) == city::keyOf(other)));
    }
    void s6_onlyActualCounts()
    {
        for (const char* status : {"Exercise", "System", "Test", "Draft"}) {
            city::Alert one = alert("A", 1h);
            one.status = QLatin1String(status);
            QVERIFY(counting({one}).isEmpty());
        }
    }
    void s6_updateSupersedesExactlyWhatItNames()
    {
        const city::Alert a = alert("A", 3h), like = alert("A2", 3h);
        QCOMPARE(counting({a, like, alert("B", 1h, "Update", {referenceTo(a)})}),
                 (QStringList{QStringLiteral("A2"), QStringLiteral("B")}));
    }
    void s6_updateBeforeItsTargetIsAppliedWhenThatArrives()
    {
        const city::Alert a = alert("A", 3h), b = alert("B", 1h, "Update", {referenceTo(a)});
        QCOMPARE(counting({b, a}), QStringList{QStringLiteral("B")});
    }
    void s6_chainsResolve()
    {
        const city::Alert a = alert("A", 3h), b = alert("B", 2h, "Update", {referenceTo(a)}),
                          c = alert("C", 1h, "Update", {referenceTo(b)});
        QCOMPARE(counting({a, b, c}), QStringList{QStringLiteral("C")});
        QCOMPARE(counting({c, b, a}), QStringList{QStringLiteral("C")});
    }
    void s6_cancelWithdrawsAndIsNoAlertItself()
    {
        const city::Alert a = alert("A", 3h);
        QVERIFY(counting({a, alert("B", 1h, "Cancel", {referenceTo(a)})}).isEmpty());
    }
    void s6_anUpdateOfSomethingNeverReceivedIsShown()
    {
        QCOMPARE(
            counting({alert("B", 1h, "Update", {QStringLiteral("cwa,missing,2026-03-18T01:00:00+08:00")})}),
            QStringList{QStringLiteral("B")});
    }
    void s6_activeFromEffectiveToBeforeExpires()
    {
        city::Alert a = alert("A", 3h);
        a.infos[0].effective = m_now;
        a.infos[0].expires = m_now + 1h;
        QCOMPARE(counting({a}).size(), 1);
        a.infos[0].effective = m_now + 1s;
        QVERIFY(counting({a}).isEmpty());
        a.infos[0].effective = m_now - 1h;
        a.infos[0].expires = m_now;
        QVERIFY(counting({a}).isEmpty());
    }
    void s6_withoutExpiryADayFromSent()
    {
        QCOMPARE(city::expiry(alert("A", 1h), {}), m_now + 23h);
        QVERIFY(counting({alert("A", 24h)}).isEmpty());
    }

    void s11_freshLateStaleDead()
    {
        QCOMPARE(city::freshness(m_now - 12min, m_now, m_promise), Freshness::Fresh);
        QCOMPARE(city::freshness(m_now - 13min, m_now, m_promise), Freshness::Late);
        QCOMPARE(city::freshness(m_now - 32min, m_now, m_promise), Freshness::Late);
        QCOMPARE(city::freshness(m_now - 33min, m_now, m_promise), Freshness::Stale);
        QCOMPARE(city::freshness(m_now - 24h, m_now, m_promise), Freshness::Stale);
        QCOMPARE(city::freshness(m_now - 25h, m_now, m_promise), Freshness::Dead);
    }
    void s11_futureDatedDataIsAnErrorNotFresh()
    {
        QCOMPARE(city::freshness(m_now + 3min, m_now, m_promise), Freshness::Future);
        QCOMPARE(city::freshness(m_now + 1min, m_now, m_promise), Freshness::Fresh); // clocks differ a little
    }
    void s11_ageIsOfTheObservationNotOfTheFetch()
    {
        city::FeedState state;
        state.promise = m_promise;
        state.lastSuccess = m_now;
        state.newestObservation = m_now - 2h; // fetched again and again, the same old time in it
        QCOMPARE(state.freshness(m_now), Freshness::Stale);
    }
    void s11_theWorstInputIsTheLargerWord()
    {
        QVERIFY(Freshness::Fresh < Freshness::Late && Freshness::Late < Freshness::Stale &&
                Freshness::Stale < Freshness::Dead);
    }
};

CITYOPS_TEST(QCoreApplication, CityDomainTest)
#include "domain_6_and_11_city_test.moc"
