// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/focus_link.h"
#include "tests/support/test_main.h"

using namespace Qt::StringLiterals;

/// Links to a view: there and back, and nonsense refused by name.
class FocusLinkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thereAndBack()
    {
        city::Focus focus;
        focus.dashboard = u"air-quality"_s;
        focus.area = u"63000030"_s;
        focus.place = city::PlaceId{u"venue"_s, u"M01/甲 & b=%"_s};
        focus.walk = city::WalkReach{{121.5, 25.04}, 10};
        focus.against = city::PlaceId{u"district"_s, u"63000020"_s};
        focus.quantity = u"pm2.5"_s;
        focus.level = u"tw-aqi-2025:3"_s;
        focus.range = std::chrono::hours(48);
        focus.span =
            city::TimeSpan{*city::fromIso(u"2026-05-20T01:00:00Z"), *city::fromIso(u"2026-05-20T03:30:00Z")};
        focus.outline = {{121.5, 25.0}, {121.6, 25.0}, {121.6, 25.1}, {121.5, 25.0}};
        focus.picks = city::Picks({{u"traffic/sec: a,b"_s, {}, {{u"road"_s, u"a,b:c/d%"_s}, {u"road"_s, u"臺"_s}}},
                                   {u"districts"_s, {-3, 12, 9'000'000'000}, {}}});
        const auto back = app::focusFromLink(app::focusLink(focus));
        QVERIFY2(back.ok(), qPrintable(app::focusLink(focus)));
        QVERIFY(*back == focus);
    }

    void aSelectionTooLargeIsLeftOut()
    {
        city::Focus focus;
        focus.dashboard = u"traffic"_s;
        city::LayerPick pick{u"roads"_s, {}, {}};
        for (qint64 i = 0; i < 2000; ++i)
            pick.features.push_back(1'000'000'000'000 + i);
        focus.picks = city::Picks({pick});
        const auto back = app::focusFromLink(app::focusLink(focus));
        QVERIFY(back.ok());
        QCOMPARE(back->dashboard, focus.dashboard);
        QVERIFY(back->picks.isEmpty());
    }

    void whatIsLeftOutIsAsAtTheStart()
    {
        const auto focus = app::focusFromLink(u" cityops:focus?dashboard=traffic\n"_s);
        QVERIFY(focus.ok());
        city::Focus wanted;
        wanted.dashboard = u"traffic"_s;
        QVERIFY(*focus == wanted);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("field");
        QTest::newRow("no link") << u"https://example.org"_s << QString();
        QTest::newRow("unknown part") << u"cityops:focus?colour=red"_s << u"colour"_s;
        QTest::newRow("place without kind") << u"cityops:focus?place=12"_s << u"place"_s;
        QTest::newRow("picked of no layer") << u"cityops:focus?picked=12"_s << u"picked"_s;
        QTest::newRow("picked nothing") << u"cityops:focus?picked=roads:"_s << u"picked"_s;
        QTest::newRow("range of nothing") << u"cityops:focus?range=0"_s << u"range"_s;
        QTest::newRow("range of ages") << u"cityops:focus?range=99999999999"_s << u"range"_s;
        QTest::newRow("time backwards")
            << u"cityops:focus?time=2026-05-20T03:00:00Z/2026-05-20T01:00:00Z"_s << u"time"_s;
        QTest::newRow("outline of two") << u"cityops:focus?outline=121,25;122,25"_s << u"outline"_s;
        QTest::newRow("outline off the earth")
            << u"cityops:focus?outline=121,25;122,95;121,26"_s << u"outline"_s;
        QTest::newRow("outline of words") << u"cityops:focus?outline=a,b;c,d;e,f"_s << u"outline"_s;
    }
    void nonsenseIsRefused()
    {
        QFETCH(QString, link);
        QFETCH(QString, field);
        const auto focus = app::focusFromLink(link);
        QVERIFY(!focus.ok());
        QCOMPARE(focus.problem().field, field);
    }

    void aHugeLinkIsRefused()
    {
        QVERIFY(!app::focusFromLink(u"cityops:focus?area="_s + QString(20'000, u'x')).ok());
    }

    void anOpenOutlineIsClosed()
    {
        const auto focus = app::focusFromLink(u"cityops:focus?outline=121,25;122,25;122,26"_s);
        QVERIFY(focus.ok());
        QCOMPARE(focus->outline.size(), 4u);
        QVERIFY(focus->outline.front() == focus->outline.back());
    }
};

CITYOPS_TEST(QCoreApplication, FocusLinkTest)
#include "focus_link_test.moc"
