// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/dataset.h"
#include "layers/history/history_store.h"
#include "layers/history/migrations.h"
#include "layers/history/number_list.h"
#include "tests/layers/history/other_connection.h"
#include "tests/layers/history/stations.h"
#include "tests/layers/history/two_stores.h"
#include "tests/support/test_main.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>

using namespace stations;
using city::Instant;

namespace {

history::SeriesQuery whole(int station)
{
    return {{QStringLiteral("station"), QString::number(station)}, QStringLiteral("pm2.5"), begin,
            begin + std::chrono::hours(24 * 30), std::nullopt};
}

history::SummaryQuery summed(int station, city::Duration step, std::optional<Instant> asOf = {})
{
    const auto query = whole(station);
    return {query.place, query.quantity, query.from, query.to, step, taipei, asOf};
}

void compare(const std::vector<history::Summary>& a, const std::vector<history::Summary>& b)
{
    QCOMPARE(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        QVERIFY2(a[i] == b[i], qPrintable(city::toIso(a[i].start)));
}

} // namespace

/// What the store answers must not depend on whether the facts lie in the log or have settled.
class SettlingTest : public QObject {
    Q_OBJECT

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QTemporaryDir m_folder;
    TwoStores m_stores;

private Q_SLOTS:
    void initTestCase_data() { TwoStores::rows(); }
    void init() { NEED_STORE(m_stores); }

    void listsReadBackTheSame()
    {
        if (TwoStores::isShared()) QSKIP("of no store");
        const std::vector<double> numbers{0, -0.1, 23.4, 1e-7, 1e22, 123456789.123, std::numeric_limits<double>::max()};
        QCOMPARE(history::readNumbers(history::numberList(numbers)), std::optional(numbers));
        QCOMPARE(history::numberList(std::vector<double>{5, 23.4}), QByteArray("[5,23.4]"));
        // Bit for bit, however many digits they have.
        std::mt19937_64 random(3);
        std::vector<double> many{-0.0, 0.1 + 0.2, 9007199254740993.0, 999999999999999.0, 0.000123456789012345, 5e-324};
        for (int i = 0; i < 20'000; ++i)
            many.push_back(static_cast<double>(static_cast<qint64>(random())) / std::pow(10.0, static_cast<double>(random() % 25)));
        for (int i = 0; i < 20'000; ++i) many.push_back(static_cast<double>(random() % 100'000) / std::pow(10.0, static_cast<double>(random() % 6)));
        const auto back = history::readNumbers(history::numberList(many));
        QVERIFY(back && back->size() == many.size() && std::memcmp(back->data(), many.data(), many.size() * sizeof(double)) == 0);
        QCOMPARE(history::secondsList({0, 600'000, 1'200'500, -250}), QByteArray("[0,600,1200.500,-0.250]"));
        QCOMPARE(history::readSeconds("[0,600,1200.500,-0.250]"), std::optional(std::vector<qint64>{0, 600'000, 1'200'500, -250}));
        QCOMPARE(history::readWholeNumbers("[]"), std::optional(std::vector<qint64>()));
    }

    void damagedListsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("list");
        for (const char* list : {"", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "1,2", "[1]x", "[null]", "[1]]", "[[1]", "[1.2.3]", "[-]", "[+1]", "[1.]x", "[--1]"})
            QTest::newRow(list) << QByteArray(list);
    }
    void damagedListsAreRefused()
    {
        QFETCH(QByteArray, list);
        QVERIFY(!history::readNumbers(list));
    }

    void settledAnswersAreTheSame()
    {
        const QString kept = m_stores.fresh(taipei);
        history::HistoryStore store(kept, taipei);
        fill(store, 7, 500);
        std::vector<city::Series> before;
        for (int station = 0; station < 7; ++station)
            before.push_back(store.series(whole(station)).result().value());
        const auto hours = store.summaries(summed(3, std::chrono::hours(1))).result()->summaries;
        const auto days = store.summaries(summed(3, std::chrono::hours(24))).result()->summaries;
        const auto latest = store.latestAt(begin + std::chrono::hours(20)).result().value();
        QCOMPARE(before[3].samples.size(), 500u);

        QVERIFY(store.settled().result().ok());
        const int runs = TwoStores::isShared() ? m_stores.count(kept, QStringLiteral("cityops.chunk"))
                                               : askOn(kept, QStringLiteral("SELECT count(*) FROM chunk")).toInt();
        QVERIFY(runs >= 7);
        for (int station = 0; station < 7; ++station) {
            const auto after = store.series(whole(station)).result().value();
            QCOMPARE(after.samples.size(), 500u);
            for (std::size_t i = 0; i < after.samples.size(); ++i) {
                QCOMPARE(after.samples[i].at, before[static_cast<std::size_t>(station)].samples[i].at);
                QCOMPARE(after.samples[i].value, valueAt(station, static_cast<int>(i)));
            }
        }
        compare(store.summaries(summed(3, std::chrono::hours(1))).result()->summaries, hours);
        compare(store.summaries(summed(3, std::chrono::hours(24))).result()->summaries, days);
        const auto again = store.latestAt(begin + std::chrono::hours(20)).result().value();
        QCOMPARE(again.size(), latest.size());
        QCOMPARE(again[3].value, latest[3].value);
        QCOMPARE(again[3].receivedAt, latest[3].receivedAt);
    }

    void summariesAreThoseOfTheValues()
    {
        history::HistoryStore store(m_stores.fresh(taipei), taipei);
        fill(store, 1, 288);
        store.settled().waitForFinished();
        const auto hours = store.summaries(summed(0, std::chrono::hours(1))).result().value();
        QCOMPARE(hours.unit, QStringLiteral("ug/m3"));
        QCOMPARE(hours.summaries.size(), 48u);
        QCOMPARE(hours.summaries[0].start, begin);
        QCOMPARE(hours.summaries[0].count, 6);
        QCOMPARE(hours.summaries[0].min, valueAt(0, 0));
        QCOMPARE(hours.summaries[0].last, valueAt(0, 5));
        // In Taipei the day begins at 16:00 UTC: two days of UTC are parts of three.
        const auto days = store.summaries(summed(0, std::chrono::hours(24))).result()->summaries;
        QCOMPARE(days.size(), 3u);
        QCOMPARE(days[0].start, begin - std::chrono::hours(8));
        QCOMPARE(days[0].count, 16 * 6);
        QCOMPARE(days[1].count, 24 * 6);
        const auto fives = store.summaries(summed(0, std::chrono::minutes(5))).result()->summaries;
        QCOMPARE(fives.size(), 288u);
        QCOMPARE(fives[2].mean, valueAt(0, 2));
    }

    void lateValuesMakeTheirHoursAnew()
    {
        history::HistoryStore store(m_stores.fresh(taipei), taipei);
        fill(store, 2, 300);
        store.settled().waitForFinished();
        // A value for a time long settled, and a correction of one: a day later.
        auto late = reading(0, 31, 99.5);
        late.observedAt += std::chrono::minutes(3);
        auto corrected = reading(0, 32, 88.5);
        late.receivedAt = corrected.receivedAt = begin + std::chrono::hours(60);
        QCOMPARE(store.append(feed, {late, corrected}).result().value(), 2);

        const auto check = [&store] {
            const auto hour = store.summaries(summed(0, std::chrono::hours(1))).result()->summaries.at(5);
            QCOMPARE(hour.count, 7);
            QCOMPARE(hour.max, 99.5);
            const auto series = store.series(whole(0)).result().value();
            QCOMPARE(series.samples.size(), 301u);
            QCOMPARE(series.samples[33].value, 88.5);
            auto then = whole(0);
            then.asOf = begin + std::chrono::hours(59);
            const auto believed = store.series(then).result().value();
            QCOMPARE(believed.samples.size(), 300u);
            QCOMPARE(believed.samples[32].value, valueAt(0, 32));
            const auto hourThen = store.summaries(summed(0, std::chrono::hours(1), then.asOf)).result()->summaries.at(5);
            QCOMPARE(hourThen.count, 6);
        };
        check();
        store.settled().waitForFinished();
        check();
        QCOMPARE(store.append(feed, {late, corrected}).result().value(), 0);
    }

    void aFloodOfLateDataFindsItsPlace()
    {
        history::HistoryStore store(m_stores.fresh(taipei), taipei);
        fill(store, 3, 200);
        fill(store, 3, 200, 400); // the day between was an outage
        store.settled().waitForFinished();
        std::vector<city::Observation> flood;
        for (int n = 399; n >= 200; --n) {
            for (int station = 0; station < 3; ++station) {
                auto one = reading(station, n, valueAt(station, n));
                one.receivedAt = begin + std::chrono::hours(101);
                flood.push_back(one);
            }
        }
        QCOMPARE(store.append(feed, flood).result().value(), 600);
        store.settled().waitForFinished();
        const auto series = store.series(whole(2)).result().value();
        QCOMPARE(series.samples.size(), 600u);
        for (std::size_t i = 0; i < series.samples.size(); ++i)
            QCOMPARE(series.samples[i].value, valueAt(2, static_cast<int>(i)));
        QCOMPARE(store.summaries(summed(2, std::chrono::hours(24))).result()->summaries.at(2).count, 144);
    }

    void theClockSetBackLosesNothing()
    {
        history::HistoryStore store(m_stores.fresh());
        QCOMPARE(store.append(feed, {reading(0, 10, 1)}).result().value(), 1);
        auto next = reading(0, 11, 2);
        next.receivedAt -= std::chrono::hours(1);
        QCOMPARE(store.append(feed, {next}).result().value(), 1);
        QCOMPARE(store.series(whole(0)).result()->samples.size(), 2u);
        // It counts as learned when the answer before it was: not an hour earlier, when nothing was known of it.
        auto then = whole(0);
        then.asOf = next.receivedAt + std::chrono::minutes(1);
        QCOMPARE(store.series(then).result()->samples.size(), 0u);
    }

    void whatAnotherProgramWritesAndSettlesIsSeen()
    {
        const QString both = m_stores.fresh(taipei);
        history::HistoryStore desk(both, taipei);
        history::HistoryStore collector(both, taipei);
        fill(collector, 2, 150);
        QCOMPARE(desk.series(whole(1)).result()->samples.size(), 150u);
        collector.settled().waitForFinished();
        fill(collector, 2, 10, 150);
        QCOMPARE(desk.series(whole(1)).result()->samples.size(), 160u);
        QCOMPARE(desk.append(feed, {reading(1, 200, 5)}).result().value(), 1);
        desk.settled().waitForFinished();
        collector.settled().waitForFinished();
        QCOMPARE(collector.series(whole(1)).result()->samples.size(), 161u);
    }

    void theFirstVersionIsCarriedOver()
    {
        if (TwoStores::isShared()) QSKIP("a shared store has no first version");
        const QString file = path("first.sqlite");
        {
            QSqlDatabase old = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("old"));
            old.setDatabaseName(file);
            QVERIFY(old.open());
            QSqlQuery query(old);
            for (const QString& statement : history::migration(1))
                QVERIFY2(query.exec(statement), qPrintable(statement));
            for (const char* statement :
                 {"PRAGMA application_id = 1131376755", "PRAGMA user_version = 1", "INSERT INTO place VALUES (1, 'station', '0')",
                  "INSERT INTO quantity VALUES (1, 'pm2.5')", "INSERT INTO unit VALUES (1, 'ug/m3')",
                  "INSERT INTO feed VALUES (1, 'air'), (2, 'mirror')", "INSERT INTO series VALUES (1, 1, 1, 1)",
                  "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 299) INSERT INTO observation SELECT 1, "
                  "1772323200000 + i * 600000, 1772323200000 + i * 600000 + 70000, 1, i / 10.0 FROM n",
                  "INSERT INTO observation VALUES (1, 1772323200000, 1772330000000, 2, 77.5)"})
                QVERIFY2(query.exec(QLatin1String(statement)), statement);
        }
        QSqlDatabase::removeDatabase(QStringLiteral("old"));

        history::HistoryStore store(file);
        QVERIFY2(store.opened().result().ok(),
                 qPrintable(store.opened().result().ok() ? QString() : store.opened().result().problem().toString()));
        QVERIFY(store.setAside().result().isEmpty());
        const auto series = store.series(whole(0)).result().value();
        QCOMPARE(series.samples.size(), 300u);
        QCOMPARE(series.samples[0].value, 77.5);
        QCOMPARE(series.samples[299].value, 29.9);
        auto then = whole(0);
        then.asOf = city::fromIso(u"2026-03-01T00:02:00Z");
        QCOMPARE(store.series(then).result()->samples.size(), 1u);
        QCOMPARE(store.series(then).result()->samples[0].value, 0.0);
    }

    void otherProgramsReadTheFile()
    {
        if (TwoStores::isShared()) QSKIP("see shared_store_test");
        const QString file = path("open.gpkg");
        {
            history::HistoryStore store(file, taipei);
            fill(store, 4, 200);
            city::Place place{{QStringLiteral("station"), QStringLiteral("2")}, city::LocalText(QStringLiteral("大安")),
                              city::LonLat{121.5, 25.03}, {}, {}};
            auto picture = std::make_shared<city::FeedPicture>();
            picture->state.id = feed;
            picture->places = {place};
            QVERIFY(store.record(picture, {}, begin).result().ok());
            store.settled().waitForFinished();
        }
        geo::OpenOptions options;
        options.layer = QStringLiteral("latest");
        const auto table = geo::readLayer(file, options);
        QVERIFY2(table.ok(), qPrintable(table.ok() ? QString() : table.problem().toString()));
        QCOMPARE(table->features.size(), 4u);
        QCOMPARE(askOn(file, QStringLiteral("SELECT value FROM latest WHERE place = '2'")).toDouble(), valueAt(2, 199));
        QCOMPARE(askOn(file, QStringLiteral("SELECT name FROM latest WHERE place = '2'")).toString(), QStringLiteral("大安"));
        QCOMPARE(askOn(file, QStringLiteral("SELECT count(*) FROM observation WHERE place_kind = 'station' AND place = '2'")).toInt(), 200);
        QCOMPARE(askOn(file, QStringLiteral("SELECT value FROM observation WHERE place = '2' AND observed_at = '2026-03-01T00:50:00.000Z'")).toDouble(),
                 valueAt(2, 5));
        QCOMPARE(askOn(file, QStringLiteral("SELECT learned_at FROM observation WHERE place = '2' AND observed_at = '2026-03-01T00:50:00.000Z'")).toString(),
                 QStringLiteral("2026-03-01T00:51:10.000Z"));
        QCOMPARE(askOn(file, QStringLiteral("SELECT count FROM daily WHERE place = '2' ORDER BY start LIMIT 1")).toInt(), 96);
        QCOMPARE(askOn(file, QStringLiteral("SELECT max FROM hourly WHERE place = '2' AND start = '2026-03-01T00:00:00Z'")).toDouble(),
                 std::max({valueAt(2, 0), valueAt(2, 1), valueAt(2, 2), valueAt(2, 3), valueAt(2, 4), valueAt(2, 5)}));
    }
};

CITYOPS_TEST(QCoreApplication, SettlingTest)
#include "settling_test.moc"
