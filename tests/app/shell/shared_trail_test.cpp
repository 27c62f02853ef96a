// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/shared_desk.h"

#include "tests/support/test_main.h"

using shared_desk::Desk;

namespace {

constexpr int patience = 60'000;
const QString few0 = QStringLiteral("few@station/0");

} // namespace

/// The alarms' trail in a shared store: who may do what, and that nobody changes it unseen.
class SharedTrailTest : public QObject {
    Q_OBJECT

    shared_desk::Stores m_stores;

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::missing().isEmpty()) QSKIP(qPrintable(PostgresServer::missing()));
        QCOMPARE(m_stores.begin(), QString());
    }
    void init() { QCOMPARE(m_stores.next(), QString()); }
    void cleanup() { m_stores.end(); }

    void rightsAreThoseOfTheDatabase()
    {
        Desk desk(m_stores.url(), m_stores.clock()), viewer(m_stores.url("a_viewer"), m_stores.clock());
        QTRY_COMPARE_WITH_TIMEOUT(viewer.states().size(), 1, patience);
        viewer.acknowledge(few0, QStringLiteral("eve"));
        QTRY_COMPARE_WITH_TIMEOUT(viewer.troubles.size(), 1, patience);
        QVERIFY2(viewer.troubles.front().contains(QStringLiteral("cityops_operator")),
                 qPrintable(viewer.troubles.front()));
        QCOMPARE(viewer.states(), QStringList{few0 + QStringLiteral(" unacknowledged")});
        QCOMPARE(viewer.alarms().waiting(), 0);
        QCOMPARE(m_stores.asked(QStringLiteral("SELECT count(*) FROM cityops.alarm_request")),
                 QStringLiteral("0"));

        // Nobody changes what stands in the trail, its owner neither.
        for (const char* user : {"a_operator", "a_collector", "a_auditor", "a_viewer", "keeper"})
            for (const char* change :
                 {"UPDATE cityops.alarm_trail SET entry = '{}'", "DELETE FROM cityops.alarm_trail",
                  "TRUNCATE cityops.alarm_trail",
                  "INSERT INTO cityops.alarm_trail (number, hash, entry, at) VALUES (0, '', '', 0)"}) {
                const bool isOwnersInsert =
                    qstrcmp(user, "keeper") == 0 && QByteArray(change).startsWith("INSERT");
                if (!isOwnersInsert) QVERIFY2(!m_stores.sql(QLatin1String(change), user), user);
            }
        for (const char* user : {"a_viewer", "a_auditor"})
            QVERIFY(!m_stores.sql(QStringLiteral("SELECT cityops.keep_alarms('', '[]', '[]', 0, 0, '', '')"),
                                  user));
        const auto byAuditor = history::verifyTrail(m_stores.url("a_auditor"));
        QVERIFY(byAuditor.ok() && byAuditor->brokenAt == 0 && byAuditor->hasHead);
        const auto byViewer = history::verifyTrail(m_stores.url("a_viewer"));
        QVERIFY(!byViewer.ok());

        // Of a feed that is confidential a viewer sees no alarm.
        QVERIFY(m_stores.sql(QStringLiteral("UPDATE cityops.feed SET confidential = true")));
        Desk later(m_stores.url("a_viewer"), m_stores.clock());
        QTRY_VERIFY_WITH_TIMEOUT(later.alarms().isJudged(), patience);
        QVERIFY(later.states().isEmpty());
    }

    void tamperingIsFound()
    {
        {
            Desk desk(m_stores.url(), m_stores.clock());
            QTRY_COMPARE_WITH_TIMEOUT(desk.states().size(), 1, patience);
            desk.acknowledge(few0, QStringLiteral("ann"));
            QTRY_COMPARE_WITH_TIMEOUT(m_stores.told(QStringLiteral("acknowledged"), few0), 1, patience);
        }
        QVERIFY(m_stores.isSound());
        const QByteArray head = m_stores.verified().head;
        const auto asOwner = [&](const QString& sql) {
            return m_stores.sql(
                QStringLiteral(
                    "SET session_replication_role = replica; SET search_path = cityops, public; ") +
                sql);
        };
        QVERIFY(asOwner(QStringLiteral("UPDATE alarm_trail SET entry = entry || ' ' WHERE number = 3")));
        QCOMPARE(m_stores.verified().brokenAt, 3);
        QVERIFY(asOwner(QStringLiteral("DELETE FROM alarm_trail WHERE number = 3")));
        QCOMPARE(m_stores.verified().brokenAt, 3);
        QVERIFY(asOwner(QStringLiteral("DELETE FROM alarm_trail WHERE number >= 3")));
        QCOMPARE(m_stores.verified().brokenAt, 0);
        QVERIFY(!m_stores.verified().hasHead); // The store remembers its last link.
        QCOMPARE(m_stores.verified().wanted, head);
        QVERIFY(asOwner(QStringLiteral(
            "UPDATE alarm_judge SET number = 2, head = (SELECT hash FROM alarm_trail WHERE number = 2)")));
        QVERIFY(m_stores.verified().hasHead);
        QVERIFY(!history::verifyTrail(m_stores.url(), head)->hasHead); // As does whoever wrote it down.
    }
};

CITYOPS_TEST(QCoreApplication, SharedTrailTest)
#include "shared_trail_test.moc"
