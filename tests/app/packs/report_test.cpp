// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/packs/pack_on_disk.h"
#include "tests/support/test_main.h"

using namespace Qt::StringLiterals;

namespace {

const QString Sound = u"report: daily\n"
                      "title: {en: Daily, zh_TW: 日報}\n"
                      "purpose: {en: What happened., zh_TW: 發生了什麼。}\n"
                      "range: 2 d\n"
                      "blocks:\n"
                      "  - {block: headlines}\n"
                      "  - block: tiles\n"
                      "    tiles: [{title: {en: Bikes, zh_TW: 車}, value: sum bikes.available}]\n"
                      "  - block: table\n"
                      "    title: {en: Stations, zh_TW: 站}\n"
                      "    table: {rows: places, of: bike-station, columns: [name, bikes.available], sort: -bikes.available}\n"
                      "    limit: 5\n"
                      "  - {block: period, value: bikes.available, of: bike-station, by: day, above: 3}\n"
                      "  - {block: note, title: {en: Decisions, zh_TW: 決定}}\n"_s;

} // namespace

/// Reports as data: read whole, and every mistake named with its place.
class ReportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSoundReportIsRead()
    {
        PackOnDisk disk;
        disk.write(u"reports/daily.yaml"_s, Sound);
        const app::PackReading reading = disk.read();
        QVERIFY2(reading.pack, qPrintable(disk.problems().join(u'\n')));
        const app::ReportSpec* report = reading.pack->report(u"daily"_s);
        QVERIFY(report);
        QVERIFY(!reading.pack->report(u"nightly"_s));
        QCOMPARE(report->title.in(u"zh_TW"_s), u"日報"_s);
        QCOMPARE(report->range, city::Duration(std::chrono::hours(48)));
        QCOMPARE(report->blocks.size(), std::size_t(5));
        using Kind = app::ReportBlockSpec::Kind;
        QCOMPARE(report->blocks[1].kind, Kind::Tiles);
        QCOMPARE(report->blocks[1].parts.tiles[0].value.quantity, u"bikes.available"_s);
        QCOMPARE(report->blocks[2].limit, 5);
        QCOMPARE(report->blocks[2].parts.table.columns.size(), qsizetype(2));
        QCOMPARE(report->blocks[3].above, std::optional(3.0));
        QCOMPARE(report->blocks[4].title.in(u"en"_s), u"Decisions"_s);
    }

    void oneMistake_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QString& before, const QString& after, const QString& says) {
            QTest::newRow(name) << before << after << says;
        };
        row("kind of block", u"block: headlines"_s, u"block: headline"_s, u"reports/daily.yaml:6:13: block:"_s);
        row("quantity", u"value: bikes.available, of"_s, u"value: bikes.availble, of"_s, u"reports/daily.yaml:13:28: value: there is no quantity \"bikes.availble\""_s);
        row("kind of places", u"of: bike-station, by"_s, u"of: bike-statoin, by"_s, u"reports/daily.yaml:13:49: of:"_s);
        row("part of time", u"by: day"_s, u"by: fortnight"_s, u"reports/daily.yaml:13:67: by:"_s);
        row("column", u"columns: [name, bikes.available]"_s, u"columns: [name, bikes]"_s, u"\"bikes\" is no column of places"_s);
        row("two things", u"    limit: 5\n"_s, u"    limit: 5\n    tiles: []\n"_s, u"reports/daily.yaml:13:12: tiles: a block shows one thing; here it is \"table\""_s);
        row("unknown key", u"    limit: 5\n"_s, u"    limits: 5\n"_s, u"reports/daily.yaml:12:5: limits:"_s);
        row("no blocks", u"blocks:\n"_s, u"block:\n"_s, u"blocks"_s);
        row("one language", u"title: {en: Daily, zh_TW: 日報}"_s, u"title: {en: Daily}"_s, u"reports/daily.yaml:2:8: zh_TW:"_s);
        row("its name", u"report: daily"_s, u"report: weekly"_s, u"must be called weekly.yaml"_s);
    }

    void oneMistake()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, says);
        PackOnDisk disk;
        disk.write(u"reports/daily.yaml"_s, Sound);
        QVERIFY(disk.change(u"reports/daily.yaml"_s, before, after));
        QVERIFY(!disk.read().pack);
        const QString all = disk.problems().join(u'\n');
        QVERIFY2(all.contains(says), qPrintable(all));
    }
};

CITYOPS_TEST(QCoreApplication, ReportTest)
#include "report_test.moc"
