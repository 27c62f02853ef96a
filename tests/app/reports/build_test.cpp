// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/usual.h"
#include "app/reports/evidence.h"
#include "app/reports/expected.h"
#include "app/reports/period.h"
#include "app/reports/record.h"
#include "app/reports/write_report.h"
#include "tests/app/reports/small_report.h"
#include "tests/support/test_main.h"

#include <QGuiApplication>
#include <QTemporaryDir>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

template<typename Content> const Content& contentOf(const Report& report, std::size_t number)
{
    return std::get<Content>(report.blocks[number].content);
}

} // namespace

/// What a report says, before anybody writes it down.
class BuildTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyNumberCarriesItsOrigin()
    {
        const Report report = buildReport(small::reportInput());
        const auto& tiles = contentOf<TilesBlock>(report, 1);
        const Figure& worst = tiles.figures[0];
        QCOMPARE(worst.value, std::optional(120.0));
        QCOMPARE(worst.level, u"Bad"_s);
        QCOMPARE(worst.scale, u"air 7"_s);
        QCOMPARE(worst.feeds, QStringList{u"air"_s});
        QCOMPARE(worst.observed, std::optional(small::Noon - small::Minute));
        QCOMPARE(worst.freshness, city::Freshness::Fresh);
        const auto& table = contentOf<TableBlock>(report, 3);
        QCOMPARE(table.table.rows.size(), std::size_t(3));
        QCOMPARE(table.figures[0][2].value, std::optional(120.0));
        QCOMPARE(table.figures[0][2].feeds, QStringList{u"air"_s});
        QVERIFY(!table.figures[0][0].value);
        QCOMPARE(contentOf<MapBlock>(report, 2).figures.size(), std::size_t(3));
    }

    /// As on screen: the number is compared with the same time on days like this one, and CSV has the band.
    void tilesSayWhatIsUsual()
    {
        ReportInput input = small::reportInput();
        ReportPast past;
        past.moments = indicators::likeMoments(input.order.to, input.pack->calendar);
        std::vector<std::vector<city::Observation>> observed;
        for (const city::Instant at : past.moments)
            observed.push_back({{{u"air-station"_s, u"2"_s}, u"aqi"_s, 80, u"1"_s, at - small::Minute, at}});
        DashboardInput now;
        now.pack = input.pack;
        now.snapshot = input.snapshot;
        past.cities = pastInputs(now, past.moments, std::move(observed));
        QVERIFY(past.cities.size() >= 4);
        addExpected(input, past);
        const Report report = buildReport(input);
        const auto& tiles = contentOf<TilesBlock>(report, 1);
        QVERIFY2(tiles.tiles[0].usual.contains(u"50 % above usual"_s), qPrintable(tiles.tiles[0].usual));
        QVERIFY(tiles.figures[0].usual);
        QCOMPARE(tiles.figures[0].usual->median, 80.0);
        QVERIFY(reportCsv(report).contains(",80,80,80,"));
        // What is usual does not change what is measured.
        QCOMPARE(report.evidence.code, buildReport(small::reportInput()).evidence.code);
    }

    void anImpactIsToldOfTheAreaOrOfAlerts()
    {
        ReportInput input = small::reportInput();
        ReportBlockSpec area = small::block(ReportBlockSpec::Kind::Impact, u"Here"_s);
        area.ofArea = true;
        ReportBlockSpec alerts = small::block(ReportBlockSpec::Kind::Impact, u"Alerts"_s);
        alerts.limit = 1;
        input.spec.blocks = {area, alerts};
        const Report report = buildReport(input);
        const auto& here = contentOf<ImpactBlock>(report, 0);
        QCOMPARE(here.parts.size(), std::size_t(1));
        QVERIFY(!here.parts[0].facts.isEmpty() && !here.parts[0].tables.empty());
        int numbers = 0;
        for (const PlacedFigure& one : figuresOf(report))
            if (one.figure.value) ++numbers;
        QVERIFY2(numbers > 0, qPrintable(here.parts[0].facts.join(u' ')));
        // No alert is in force: it is said, nothing is drawn.
        QVERIFY(contentOf<ImpactBlock>(report, 1).parts.empty());
        QVERIFY(!report.blocks[1].remark.isEmpty());
    }

    void theEvidenceNamesFeedsAndScales()
    {
        const Report report = buildReport(small::reportInput());
        QCOMPARE(report.evidence.feeds.size(), std::size_t(1));
        QCOMPARE(report.evidence.feeds[0].publisher, u"Bureau"_s);
        QCOMPARE(report.evidence.feeds[0].state, city::Freshness::Fresh);
        QCOMPARE(report.evidence.licences, QStringList{u"OGDL-Taiwan-1.0"_s});
        QVERIFY(report.evidence.scales.contains(u"air 7"_s));
        QCOMPARE(report.evidence.pack, u"small 7"_s);
        QCOMPARE(report.dataTime, u"2026-07-15 12:00 (UTC+08:00)"_s);
        QCOMPARE(feedsUsed(report).table.rows.size(), std::size_t(1));
    }

    void theCodeChangesWithAnyNumberAndWithNothingElse()
    {
        const ReportInput input = small::reportInput();
        const QString code = buildReport(input).evidence.code;
        QCOMPARE(code.size(), 11);
        QCOMPARE(buildReport(input).evidence.code, code);
        ReportInput translated = input;
        translated.order.language = u"zh_TW"_s;
        QCOMPARE(buildReport(translated).evidence.code, code);
        ReportInput other = small::reportInput(small::pack(), {small::Feed(u"air"_s).station(u"1"_s, 1, 40).station(u"2"_s, 2, 121).station(u"3"_s, 3, 80)});
        QVERIFY(buildReport(other).evidence.code != code);
        ReportInput past = input;
        past.history[0].samples[5].value += 1;
        QVERIFY(buildReport(past).evidence.code != code);
    }

    void aPlaceWithoutACurrentValueHasNoNumber()
    {
        const Report report = buildReport(small::reportInput(small::pack(), {small::Feed(u"air"_s).station(u"1"_s, 1, 40).station(u"2"_s, 2, 120, 60 * small::Minute)}));
        const auto& table = contentOf<TableBlock>(report, 3);
        QCOMPARE(table.figures[0][2].value, std::optional(40.0));
        QVERIFY(!table.figures[1][2].value);
        QCOMPARE(contentOf<TilesBlock>(report, 1).figures[0].value, std::optional(40.0));
    }

    void aDeadFeedLeavesNoNumbersAndSaysWhy()
    {
        const Report report = buildReport(small::reportInput(small::pack(), {small::Feed(u"air"_s).station(u"1"_s, 1, 40, 6000 * small::Minute).failure("HTTP 503")}));
        const auto& tiles = contentOf<TilesBlock>(report, 1);
        QVERIFY(!tiles.figures[0].value);
        QVERIFY(!tiles.tiles[0].note.isEmpty());
        for (const PlacedFigure& one : figuresOf(report))
            QVERIFY2(one.figure.quantity != u"aqi"_s || !one.figure.value || one.block == 4, qPrintable(one.figure.what));
        QCOMPARE(report.evidence.feeds[0].state, city::Freshness::Dead);
    }

    void noHistoryInTheTimeIsSaid()
    {
        ReportInput input = small::reportInput();
        input.history.clear();
        const Report report = buildReport(input);
        const auto& charts = contentOf<ChartsBlock>(report, 4);
        QVERIFY(charts.charts[0].bars.empty());
        QVERIFY(!charts.charts[0].note.isEmpty());
    }

    void smallCountsAreWithheld()
    {
        ReportInput input = small::reportInput(small::pack(), {small::Feed(u"cases"_s).place(u"clinic"_s, u"1"_s, 1).place(u"clinic"_s, u"2"_s, 2).place(u"clinic"_s, u"3"_s, 3).place(u"clinic"_s, u"4"_s, 4)
                                                 .value(u"clinic"_s, u"1"_s, u"patients"_s, 50).value(u"clinic"_s, u"2"_s, u"patients"_s, 3).value(u"clinic"_s, u"3"_s, u"patients"_s, 40).value(u"clinic"_s, u"4"_s, u"patients"_s, 30)});
        ReportBlockSpec table = small::block(ReportBlockSpec::Kind::Table, u"Cases"_s);
        table.parts.table = {u"places"_s, u"clinic"_s, {u"name"_s, u"patients"_s}, u"-patients"_s};
        input.spec.blocks = {table};
        const Report report = buildReport(input);
        int shown = 0;
        for (const PlacedFigure& one : figuresOf(report)) {
            QVERIFY(one.figure.value != std::optional(3.0));
            if (one.figure.quantity == u"patients"_s && one.figure.value) ++shown;
        }
        QCOMPARE(shown, 3); // what they come to is told nowhere: it would give the small one back
        QCOMPARE(report.evidence.suppressions.size(), qsizetype(1));
    }

    void partsOfTime()
    {
        city::Series series{{u"air-station"_s, u"1"_s}, u"aqi"_s, u"1"_s, {}};
        const city::Instant midnight = *city::fromIso(u"2026-07-13T16:00:00Z"_s); // Tuesday 00:00 in Taipei
        series.samples = {{midnight - small::Minute, 10}, {midnight, 20}, {midnight + std::chrono::hours(1), 40}, {midnight + std::chrono::hours(25), 60}};
        const auto days = meansByPart({&series}, midnight - std::chrono::hours(24), midnight + std::chrono::hours(48), QTimeZone("Asia/Taipei"), TimePart::Day, 25);
        QCOMPARE(days.size(), std::size_t(3));
        QCOMPARE(days.at(20260714).mean, 30.0);
        QCOMPARE(days.at(20260714).above, 1);
        const auto hours = meansByPart({&series}, midnight, midnight + std::chrono::hours(48), QTimeZone("Asia/Taipei"), TimePart::HourOfDay, std::nullopt);
        QCOMPARE(hours.at(1).mean, 50.0);
        QCOMPARE(meansByPart({&series}, midnight, midnight + std::chrono::hours(1), QTimeZone("Asia/Taipei"), TimePart::Weekday, std::nullopt).begin()->first, 2);
        const auto sum = summaryOf(series, midnight, midnight + std::chrono::hours(48), 30);
        QVERIFY(sum);
        QCOMPARE(sum->mean(), 40.0);
        QCOMPARE(sum->most, 60.0);
        QCOMPARE(sum->above, 2);
        QCOMPARE(sum->hours, 3);
        QVERIFY(!summaryOf(series, midnight + std::chrono::hours(100), midnight + std::chrono::hours(101), {}));
    }

    void theRecordSurvives()
    {
        const Report report = buildReport(small::reportInput());
        ReportRecord record = recordOf(report);
        record.order.note = u"第一行\n\"quoted\" </script>"_s;
        record.order.asOf = small::Noon;
        const QByteArray text = recordText(record);
        QVERIFY(std::all_of(text.begin(), text.end(), [](char one) { return one > 0; }));
        const auto read = readRecord(text);
        QVERIFY(read.ok());
        QVERIFY(read->order == record.order);
        QCOMPARE(read->code, report.evidence.code);
        QVERIFY(!readRecord("{}").ok());
        QVERIFY(!readRecord("no JSON").ok());
        QTemporaryDir folder;
        keepRecord(folder.path(), record);
        QVERIFY(keptRecord(folder.path(), report.evidence.code.toLower().remove(u'-')).ok());
        QVERIFY(!keptRecord(folder.path(), u"../../etc/passwd"_s).ok());
    }
};

CITYOPS_TEST(QGuiApplication, BuildTest)
#include "build_test.moc"
