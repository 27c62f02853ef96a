// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/dashboards/small_city.h"
#include "tests/support/test_main.h"

using namespace small;

class AlertsTest : public QObject {
    Q_OBJECT

    static city::Alert alert(const QString& id, const QString& severity = u"Severe"_s)
    {
        city::Alert made;
        made.identifier = id;
        made.sender = u"office"_s;
        made.sent = Noon - 60 * Minute;
        made.status = u"Actual"_s;
        made.msgType = u"Alert"_s;
        city::AlertInfo info;
        info.language = u"zh-TW"_s;
        info.event = u"豪雨"_s;
        info.headline = u"豪雨特報"_s;
        info.severity = severity;
        info.urgency = u"Immediate"_s;
        info.certainty = u"Observed"_s;
        info.expires = Noon + 60 * Minute;
        made.infos.push_back(info);
        return made;
    }
    static city::Alert at(city::Alert made, const QString& geocode)
    {
        city::AlertArea area;
        area.areaDesc = u"somewhere"_s;
        area.geocodes.emplace_back(u"Taiwan_Geocode_103"_s, geocode);
        made.infos.front().areas.push_back(area);
        return made;
    }
    static app::DashboardPicture picture(std::vector<city::Alert> alerts, const city::Focus& focus = {})
    {
        Feed feed(u"ncdr"_s);
        feed.picture().alerts = std::move(alerts);
        app::Pack made = pack();
        feeds::FeedSpec spec;
        spec.id = u"ncdr"_s;
        spec.format = u"cap"_s;
        made.feeds.push_back(spec);
        made.dashboards.front().tiles.push_back(
            {both(u"T"_s, u"圖"_s), of(app::Expression::What::Alerts), {}, {}});
        made.dashboards.front().map.push_back(
            {u"alerts"_s, both(u"A"_s, u"警"_s), u"alerts"_s, {}, {}, {}, {}, {}, {}, {}, true});
        made.dashboards.front().table = {
            u"alerts"_s, {}, {u"name"_s, u"severity"_s, u"area"_s, u"expires"_s}, u"severity"_s};
        app::DashboardInput in = input(std::move(made), {feed});
        in.focus = focus;
        return app::compute(in);
    }

private Q_SLOTS:
    void noneInForceIsAFactOnceTheFeedHasAnswered()
    {
        const app::DashboardPicture shown = picture({});
        QCOMPARE(shown.tiles.front().value, u"0"_s);
        QVERIFY(shown.table.rows.empty());
        QCOMPARE(shown.table.note, u"No alert is in force here."_s);
    }

    void foundByGeocode()
    {
        const app::DashboardPicture shown = picture({at(alert(u"1"_s), u"63D2"_s)});
        QCOMPARE(shown.tiles.front().value, u"1"_s);
        QCOMPARE(shown.alerts.size(), 1u);
        QCOMPARE(shown.alerts.front().area, u"District 2 (about 2,000 residents)"_s);
        QCOMPARE(shown.alerts.front().alarm, 1);
        QCOMPARE(shown.alerts.front().target.value().area, u"D2"_s);
        QCOMPARE(shown.scene->layers.front()->areas.size(), 1u);
        QCOMPARE(shown.scene->layers.front()->refs.front().kind, u"alert"_s);
        QVERIFY(shown.situation.text.startsWith(u"Severe alert: 豪雨特報, District 2"_s));
        QCOMPARE(shown.situation.alarm, 1);
    }

    void onlyWhereItTouchesTheFocus()
    {
        const std::vector<city::Alert> alerts{at(alert(u"1"_s), u"63D2"_s)};
        QCOMPARE(picture(alerts, onArea(u"C1"_s)).tiles.front().value, u"1"_s);
        QCOMPARE(picture(alerts, onArea(u"V2"_s)).tiles.front().value, u"1"_s); // inside what it touches
        QCOMPARE(picture(alerts, onArea(u"D1"_s)).tiles.front().value, u"0"_s);
        QCOMPARE(picture(alerts, onArea(u"C2"_s)).table.rows.size(), 0u);
    }

    void elsewhereIsNotOurs()
    {
        QCOMPARE(picture({at(alert(u"1"_s), u"6499"_s)}).tiles.front().value, u"0"_s);
    }

    void byPolygonAndByName()
    {
        city::Alert drawn = alert(u"1"_s);
        city::AlertArea area;
        area.geometry = square(121.005, 121.015); // overlaps districts 1 and 2, no corner of it far inside
        drawn.infos.front().areas.push_back(area);
        QCOMPARE(picture({drawn}).alerts.front().area, u"District 1, District 2 (about 1,500 residents)"_s);

        city::Alert named = alert(u"2"_s);
        city::AlertArea described;
        described.areaDesc = u"乙市第3區、乙市"_s;
        named.infos.front().areas.push_back(described);
        // The city encloses the district: nobody is counted twice.
        QVERIFY(picture({named}).alerts.front().area.contains(u"12,000 residents"_s));
    }

    void whatDoesNotCount_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("expiresInMinutes");
        QTest::addColumn<int>("listed");
        QTest::newRow("actual") << u"Actual"_s << u"Alert"_s << 60 << 1;
        QTest::newRow("test") << u"Test"_s << u"Alert"_s << 60 << 0;
        QTest::newRow("system") << u"System"_s << u"Alert"_s << 60 << 0;
        QTest::newRow("draft") << u"Draft"_s << u"Alert"_s << 60 << 0;
        QTest::newRow("cancel") << u"Actual"_s << u"Cancel"_s << 60 << 0;
        QTest::newRow("ack") << u"Actual"_s << u"Ack"_s << 60 << 0;
        QTest::newRow("over") << u"Actual"_s << u"Alert"_s << -1 << 0;
    }
    void whatDoesNotCount()
    {
        QFETCH(QString, status);
        QFETCH(QString, type);
        QFETCH(int, expiresInMinutes);
        QFETCH(int, listed);
        city::Alert one = at(alert(u"1"_s), u"63D1"_s);
        one.status = status;
        one.msgType = type;
        one.infos.front().expires = Noon + expiresInMinutes * Minute;
        const app::DashboardPicture shown = picture({one});
        QCOMPARE(static_cast<int>(shown.alerts.size()), listed);
        QCOMPARE(shown.tiles.front().value, QString::number(listed));
    }

    void exercisesAreShownAsSuchAndNeverCounted()
    {
        city::Alert drill = at(alert(u"1"_s, u"Extreme"_s), u"63D1"_s);
        drill.status = u"Exercise"_s;
        const app::DashboardPicture shown = picture({drill, at(alert(u"2"_s, u"Minor"_s), u"63D1"_s)});
        QCOMPARE(shown.tiles.front().value, u"1"_s);
        QCOMPARE(shown.alerts.size(), 2u);
        QVERIFY(shown.alerts.back().headline.startsWith(u"EXERCISE: "_s)); // after the real ones
        QCOMPARE(shown.alerts.back().alarm, 0);
        QVERIFY(!shown.situation.text.contains(u"EXERCISE"_s));
        QCOMPARE(shown.table.rows.front().cells[1].text, u"Minor"_s);
    }

    void replacedByAnUpdate()
    {
        city::Alert first = at(alert(u"1"_s), u"63D1"_s);
        city::Alert second = at(alert(u"2"_s, u"Extreme"_s), u"63D2"_s);
        second.sent = Noon - 10 * Minute;
        second.msgType = u"Update"_s;
        second.references << u"office,1,2026-07-15T11:00:00+08:00"_s;
        const app::DashboardPicture shown = picture({first, second});
        QCOMPARE(shown.alerts.size(), 1u);
        QCOMPARE(shown.alerts.front().area, u"District 2 (about 2,000 residents)"_s);
    }

    void mostSevereFirstAndFilteredBySeverity()
    {
        const std::vector<city::Alert> alerts{at(alert(u"1"_s, u"Moderate"_s), u"63D1"_s),
                                              at(alert(u"2"_s, u"Extreme"_s), u"63D2"_s)};
        const app::DashboardPicture shown = picture(alerts);
        QCOMPARE(shown.alerts.front().severityWord, u"Extreme"_s);
        QCOMPARE(shown.table.rows.front().cells[1].text, u"Extreme"_s);
        city::Focus filtered;
        filtered.level = shown.scene->layers.front()->legend.back().level;
        QCOMPARE(filtered.level, u"severity:Moderate"_s);
        QCOMPARE(picture(alerts, filtered).alerts.size(), 1u);
    }
};

CITYOPS_TEST(QCoreApplication, AlertsTest)
#include "alerts_test.moc"
