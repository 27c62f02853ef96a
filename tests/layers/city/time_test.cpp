// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/time.h"
#include "tests/support/test_main.h"

class TimeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isoWithOffset_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        QTest::newRow("Z") << "2026-07-15T06:30:00Z"
                           << "2026-07-15T06:30:00Z";
        QTest::newRow("Taipei") << "2026-07-15T14:30:00+08:00"
                                << "2026-07-15T06:30:00Z";
        QTest::newRow("minus zero") << "2026-07-15T06:30:00-00:00"
                                    << "2026-07-15T06:30:00Z";
        QTest::newRow("milliseconds") << "2026-07-15T06:30:00.250Z"
                                      << "2026-07-15T06:30:00.250Z";
        QTest::newRow("space, microseconds") << "2026-07-15 14:30:00.250464+08:00"
                                             << "2026-07-15T06:30:00.250Z";
        QTest::newRow("no colon") << "2026-07-15T14:30:00+0800"
                                  << "2026-07-15T06:30:00Z";
    }
    void isoWithOffset()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);
        const auto at = city::fromIso(text);
        QVERIFY(at.has_value());
        QCOMPARE(city::toIso(*at), utc);
    }

    void isoWithoutOffsetIsNoInstant()
    {
        for (const char* text : {"2026-07-15T06:30:00", "2026-07-15", "", "noon", "2026-13-01T00:00:00Z"})
            QVERIFY2(!city::fromIso(QString::fromLatin1(text)), text);
    }

    void durations()
    {
        QCOMPARE(city::parseDuration(u"1 min").value().count(), 60'000);
        QCOMPARE(city::parseDuration(u"90s").value().count(), 90'000);
        QCOMPARE(city::parseDuration(u"1 week").value().count(), 604'800'000);
        QVERIFY(!city::parseDuration(u"1 fortnight"));
        QVERIFY(!city::parseDuration(u"-1 min"));
    }
};

CITYOPS_TEST(QCoreApplication, TimeTest)
#include "time_test.moc"
