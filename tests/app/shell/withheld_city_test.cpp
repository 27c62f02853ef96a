// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/city_run.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using app::CityRun;
using app::RunOptions;
using namespace std::chrono_literals;

/// By whatever road a city tells counts of people, now or of the past: small ones are never among them.
class WithheldCityTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const app::Pack> m_pack;
    QTemporaryDir m_folder;
    std::unique_ptr<CityRun> m_run;

    /// The k of a count; 0: it is none, or goes by another one.
    int leastOf(const QString& quantity) const
    {
        const city::Quantity known = m_pack->quantities->value(quantity);
        return known.privacy && known.privacy->reveals.isEmpty() ? known.privacy->k : 0;
    }
    bool mayBeTold(const QString& quantity, double value) const { return leastOf(quantity) == 0 || city::isWithheld(value) || value == 0 || value >= leastOf(quantity); }

    /// How many are withheld; -1: one is told that must not be.
    int withheldIn(const std::vector<city::Observation>& all) const
    {
        int withheld = 0;
        for (const city::Observation& one : all) {
            if (!mayBeTold(one.quantity, one.value)) return -1;
            withheld += city::isWithheld(one);
        }
        return withheld;
    }
    int withheldIn(const city::CitySnapshot& city) const
    {
        int withheld = 0;
        for (const auto& [id, feed] : city.feeds()) {
            const int its = withheldIn(feed->observations);
            if (its < 0) return -1;
            withheld += its;
        }
        return withheld;
    }
    std::vector<history::SeriesQuery> everyCount(city::Duration back) const
    {
        std::vector<history::SeriesQuery> queries;
        const city::Instant now = m_run->clock().now();
        for (const auto& [id, feed] : m_run->snapshot()->feeds())
            for (const city::Observation& one : feed->observations)
                if (leastOf(one.quantity) > 0) queries.push_back({one.place, one.quantity, now - back, now, {}});
        return queries;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
        m_pack = app::readPack(resources + QStringLiteral("/packs/taipei"), resources).pack;
        QVERIFY(m_pack);
        RunOptions options;
        options.source = RunOptions::Source::Demo;
        options.store = m_folder.filePath(QStringLiteral("demo.gpkg"));
        options.speed = 0;
        m_run = std::make_unique<CityRun>(m_pack, options);
        m_run->start(CityRun::Pace::Once);
        QTRY_VERIFY_WITH_TIMEOUT(m_run->isSettled(), 60'000);
    }

    void theCityAsItIs() { QVERIFY(withheldIn(*m_run->snapshot()) > 3); }

    void whatWouldGiveACountAwayGoesWithIt()
    {
        for (const auto& [id, feed] : m_run->snapshot()->feeds())
            for (const city::Observation& one : feed->observations) {
                const city::Quantity known = m_pack->quantities->value(one.quantity);
                if (!known.privacy || known.privacy->reveals.isEmpty()) continue;
                const auto count = m_run->snapshot()->latest(one.place, known.privacy->reveals);
                if (count) QCOMPARE(city::isWithheld(one), city::isWithheld(*count.observation));
            }
    }

    void seriesAndTheirHours()
    {
        const auto queries = everyCount(24h * 14);
        std::vector<city::Series> series, hours;
        m_run->askSeries(queries, [&](city::Result<std::vector<city::Series>> answer) { series = std::move(answer.value()); });
        m_run->askHours(queries, [&](city::Result<std::vector<city::Series>> answer) { hours = std::move(answer.value()); });
        QTRY_COMPARE_WITH_TIMEOUT(series.size(), queries.size(), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(hours.size(), queries.size(), 60'000);
        std::size_t withheld = 0, told = 0;
        for (const auto& all : {series, hours})
            for (const city::Series& one : all) {
                withheld += one.withheld.size();
                told += one.samples.size();
                for (const city::Sample& sample : one.samples) QVERIFY2(mayBeTold(one.quantity, sample.value), qPrintable(one.place.id + QString::number(sample.value)));
            }
        QVERIFY(withheld > 100 && told > 100);
    }

    void citiesOfThePast()
    {
        const city::Instant now = m_run->clock().now();
        for (const city::Instant at : {now, now - 2h, now - 12h}) {
            std::shared_ptr<const city::CitySnapshot> then;
            m_run->askCity(at, history::Knowledge::Then, [&](city::Result<std::shared_ptr<const city::CitySnapshot>> answer) { then = answer.value(); });
            QTRY_VERIFY_WITH_TIMEOUT(then, 60'000);
            QVERIFY(withheldIn(*then) > 3);
        }
        std::vector<std::vector<city::Observation>> moments;
        m_run->askMoments({now - 24h * 7, now}, [&](std::vector<std::vector<city::Observation>> answer) { moments = std::move(answer); });
        QTRY_COMPARE_WITH_TIMEOUT(moments.size(), std::size_t(2), 60'000);
        for (const auto& one : moments) QVERIFY(withheldIn(one) > 3);
    }

    void theHistoryKeepsTheTruth()
    {
        int small = 0;
        auto kept = m_run->history().latestAt(m_run->clock().now());
        QTRY_VERIFY_WITH_TIMEOUT(kept.isFinished(), 10'000);
        for (const city::Observation& one : kept.result().value()) {
            QVERIFY(!city::isWithheld(one));
            small += one.value > 0 && one.value < leastOf(one.quantity);
        }
        QVERIFY(small > 3);
    }
};

CITYOPS_TEST(QCoreApplication, WithheldCityTest)
#include "withheld_city_test.moc"
