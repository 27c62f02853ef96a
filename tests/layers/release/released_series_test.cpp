// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/release/released_series.h"

#include "tests/layers/release/small_counts.h"
#include "tests/support/test_main.h"

#include <QRandomGenerator>

using namespace small;
using history::SeriesQuery;

/// What may be told of the past, out of a history that keeps all of it.
class ReleasedSeriesTest : public QObject {
    Q_OBJECT

    static void keep(history::HistoryStore& store, std::vector<city::Observation> all) { QVERIFY(store.append(u"a"_s, std::move(all)).result()); }
    static SeriesQuery whole(const QString& kind, const QString& id, const QString& quantity = u"patients"_s)
    {
        return {{kind, id}, quantity, today - 24h * 100, today + 24h, {}};
    }
    static city::Series told(history::HistoryStore& store, const SeriesQuery& query)
    {
        const auto places = release::countedPlaces(rules(), store.known().result().value());
        return release::readSeries(store, rules(), places, query).value();
    }

private Q_SLOTS:
    void smallCountsAreLeftOutAndNamed()
    {
        history::HistoryStore store(u":memory:"_s);
        keep(store, {ofVillage(u"V1"_s, 20, today - 48h), ofVillage(u"V1"_s, 3, today - 24h), ofVillage(u"V1"_s, 0)});
        const city::Series series = told(store, whole(u"village"_s, u"V1"_s));
        QCOMPARE(series.samples.size(), std::size_t(2));
        QCOMPARE(series.withheld, (std::vector<city::Instant>{today - 24h}));
        QCOMPARE(store.series(whole(u"village"_s, u"V1"_s)).result()->samples.size(), std::size_t(3)); // the truth is kept
    }

    void aDistrictIsReleasedWithItsVillages()
    {
        history::HistoryStore store(u":memory:"_s);
        keep(store, {ofDistrict(u"D1"_s, 24, today - 24h), ofVillage(u"V1"_s, 4, today - 24h), ofVillage(u"V2"_s, 20, today - 24h),
                     ofDistrict(u"D1"_s, 40), ofVillage(u"V1"_s, 20), ofVillage(u"V2"_s, 20)});
        const city::Series district = told(store, whole(u"district"_s, u"D1"_s));
        QCOMPARE(district.withheld, (std::vector<city::Instant>{today - 24h}));
        QCOMPARE(district.samples.size(), std::size_t(1));
    }

    void theDifferenceOfTwoDaysOfARunningTotalIsNoSmallCount()
    {
        history::HistoryStore store(u":memory:"_s);
        QRandomGenerator random(3);
        std::vector<city::Observation> days;
        int total = 0;
        for (int day = 60; day >= 0; --day) {
            total += static_cast<int>(random.bounded(9u));
            days.push_back(count(u"village"_s, u"V1"_s, total, today - 24h * day, u"patients.total"_s));
        }
        keep(store, days);
        const city::Series all = told(store, whole(u"village"_s, u"V1"_s, u"patients.total"_s));
        QVERIFY(all.samples.size() > 5 && all.withheld.size() > 5);
        for (std::size_t i = 1; i < all.samples.size(); ++i) {
            const double more = all.samples[i].value - all.samples[i - 1].value;
            QVERIFY(more == 0 || more >= 11);
        }
        // Whoever asks for a part of it learns no other days.
        for (int day = 0; day < 60; ++day) {
            SeriesQuery part = whole(u"village"_s, u"V1"_s, u"patients.total"_s);
            part.from = today - 24h * day;
            const city::Series its = told(store, part);
            QCOMPARE(its.samples.size(), static_cast<std::size_t>(std::count_if(all.samples.begin(), all.samples.end(), [&](const city::Sample& one) { return one.at >= part.from; })));
            if (!its.samples.empty()) QCOMPARE(its.samples.front().value, all.samples[all.samples.size() - its.samples.size()].value);
        }
    }

    void aShareGoesWithItsCount()
    {
        history::HistoryStore store(u":memory:"_s);
        keep(store, {ofVillage(u"V1"_s, 20, today - 24h), count(u"village"_s, u"V1"_s, 80, today - 24h, u"load"_s), ofVillage(u"V1"_s, 3),
                     count(u"village"_s, u"V1"_s, 12, today, u"load"_s)});
        const city::Series load = told(store, whole(u"village"_s, u"V1"_s, u"load"_s));
        QCOMPARE(load.samples.size(), std::size_t(1));
        QCOMPARE(load.samples.front().value, 80.0);
    }

    void noHourIsToldThatHoldsAWithheldValue()
    {
        history::HistoryStore store(u":memory:"_s);
        std::vector<city::Observation> all;
        for (int minute = 0; minute < 180; minute += 20) all.push_back(ofVillage(u"V1"_s, minute == 80 ? 4 : 30 + minute, today + std::chrono::minutes(minute)));
        keep(store, all);
        const auto hours = release::readSummaries(store, rules(), {}, {{u"village"_s, u"V1"_s}, u"patients"_s, today, today + 3h, 1h, QTimeZone::utc(), {}}).value();
        QCOMPARE(hours.told.summaries.size(), std::size_t(2));
        QCOMPARE(hours.withheld, (std::vector<city::Instant>{today + 1h}));
        const auto plain = store.summaries({{u"village"_s, u"V1"_s}, u"patients"_s, today, today + 3h, 1h, QTimeZone::utc(), {}}).result().value();
        QCOMPARE(hours.told.summaries[1], plain.summaries[2]); // what is told is as it was
    }

    void whatIsUsualAtAnHourIsNotMadeOfLargeNumbersAlone()
    {
        city::Series series{{}, u"patients"_s, {}, {}, {today - 24h}};
        for (int hour = 1; hour <= 47; ++hour)
            if (hour != 24) series.samples.push_back({today - 1h * (48 - hour), 40.0});
        const city::Series left = release::withoutWithheldHours(series, QTimeZone::utc());
        for (const city::Sample& one : left.samples) QVERIFY(!release::isWithheldHour(series, one.at, QTimeZone::utc()));
        QVERIFY(!left.samples.empty());
    }

    /// The same moment by every road: as it is shown, out of a series, out of an export of it.
    void allRoadsTellTheSame()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 30; ++round) {
            std::vector<city::Observation> all;
            double sums[2] = {0, 0};
            for (int v = 1; v <= 6; ++v) {
                const double value = random.bounded(2u) ? random.bounded(12u) : random.bounded(80u);
                all.push_back(ofVillage(u"V%1"_s.arg(v), value));
                sums[v > 3] += value;
            }
            all.push_back(ofDistrict(u"D1"_s, sums[0]));
            all.push_back(ofDistrict(u"D2"_s, sums[1]));
            history::HistoryStore store(u":memory:"_s);
            keep(store, all);
            const auto shown = release::released(cityOf({{u"a"_s, all}}), rules()).snapshot;
            for (const city::Observation& one : shown->feeds().at(u"a"_s)->observations) {
                const city::Series series = told(store, whole(one.place.kind, one.place.id));
                QCOMPARE(series.withheld.size(), std::size_t(city::isWithheld(one) ? 1 : 0));
                QCOMPARE(series.samples.size(), std::size_t(city::isWithheld(one) ? 0 : 1));
            }
        }
    }
};

CITYOPS_TEST(QCoreApplication, ReleasedSeriesTest)
#include "released_series_test.moc"
