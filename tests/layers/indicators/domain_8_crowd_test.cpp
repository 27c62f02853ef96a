// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/indicators/shipped_scales.h"

#include "layers/indicators/crowd.h"
#include "layers/indicators/suppression.h"
#include "tests/support/test_main.h"

#include <QRandomGenerator>

using indicators::CountedCell;
using indicators::Release;

/// Section 8: crowds, mobility, epidemic numbers, and what must not be shown of few people.
class CrowdDomainTest : public QObject {
    Q_OBJECT

    /// Districts 1 to n of one city (0), their villages behind them; parents first.
    static city::AreaTree cityOf(const std::vector<int>& villagesIn)
    {
        std::vector<city::Area> areas{{QStringLiteral("city"), QStringLiteral("0"), {}, -1, {}, {}, {}, {}}};
        for (std::size_t d = 0; d < villagesIn.size(); ++d)
            areas.push_back({QStringLiteral("district"), QString::number(d + 1), {}, 0, {}, {}, {}, {}});
        for (std::size_t d = 0; d < villagesIn.size(); ++d)
            for (int v = 0; v < villagesIn[d]; ++v)
                areas.push_back({QStringLiteral("village"), QStringLiteral("%1-%2").arg(d + 1).arg(v), {}, static_cast<int>(d) + 1, {}, {}, {}, {}});
        return {{QStringLiteral("city"), QStringLiteral("district"), QStringLiteral("village")}, std::move(areas)};
    }
    static CountedCell district(int number, double count) { return {QStringLiteral("district"), number, true, count}; }
    static Release ofDistricts(const std::vector<int>& counts, int k = 11)
    {
        std::vector<CountedCell> cells;
        for (std::size_t i = 0; i < counts.size(); ++i) cells.push_back(district(static_cast<int>(i) + 1, counts[i]));
        return indicators::released(cityOf(std::vector<int>(counts.size(), 0)), cells, k);
    }

    /// Attacks what is told of the leaves of a tree and of sums over them: of each withheld number every value from 1 to k - 1
    /// must stay possible. A sum in a sum says something of its own part only, so each is looked at with those in it taken off.
    static QString attack(const city::AreaTree& areas, const std::vector<CountedCell>& cells, const Release& made, int k)
    {
        struct Equation {
            int area;
            double rest;
            int unknown;
        };
        std::vector<Equation> known;
        const auto isLeaf = [&](const CountedCell& cell) {
            return std::none_of(cells.begin(), cells.end(), [&](const CountedCell& other) { return other.area != cell.area && areas.isWithin(other.area, cell.area); });
        };
        const auto equation = [&](int area, double total) {
            Equation one{area, total, 0};
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const bool inside = cells[i].area != area && areas.isWithin(cells[i].area, area);
                if (!inside || !isLeaf(cells[i])) continue;
                if (made.withheld[i]) ++one.unknown;
                else one.rest -= cells[i].count;
            }
            known.push_back(one);
        };
        for (const Release::Sum& sum : made.sums) equation(sum.area, sum.value);
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!made.withheld[i] && !isLeaf(cells[i])) equation(cells[i].area, cells[i].count);
        for (const Equation& outer : known) {
            Equation left = outer;
            for (const Equation& inner : known) {
                const bool within = inner.area != outer.area && areas.isWithin(inner.area, outer.area);
                const bool between = std::any_of(known.begin(), known.end(), [&](const Equation& other) {
                    return other.area != inner.area && other.area != outer.area && areas.isWithin(inner.area, other.area) &&
                           areas.isWithin(other.area, outer.area);
                });
                if (!within || between) continue;
                left.rest -= inner.rest;
                left.unknown -= inner.unknown;
            }
            if (left.unknown == 0) continue;
            const double least = left.rest - (left.unknown - 1) * (k - 1.0), most = left.rest - (left.unknown - 1);
            if (least > 1 || most < k - 1)
                return QStringLiteral("area %1: %2 numbers that come to %3").arg(outer.area).arg(left.unknown).arg(left.rest);
        }
        return {};
    }

private Q_SLOTS:
    void s8_occupancyIsOfTheLicensedCapacity()
    {
        const auto made = indicators::occupancy({100, 500, 200, 0.02, {}}, 1000);
        QVERIFY(made);
        QCOMPARE(made->percent, 40.0);
        QCOMPARE(made->errorPercent, 1.4); // 2 % of 700 passages
        QVERIFY(!indicators::occupancy({100, 0, 0, 0.02, {}}, 0));
    }
    void s8_countsThatDriftSaySo()
    {
        const auto made = indicators::occupancy({0, 10, 12, 0.02, {}}, 100);
        QVERIFY(made && made->drifted);
        QCOMPARE(made->people, 0.0);
    }
    void s8_fruinWalkway()
    {
        const std::vector<double> bounds{0.31, 0.43, 0.72, 1.08, 2.17};
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            QCOMPARE(levelOf("fruin-walkway", {{"density", bounds[i]}}), static_cast<int>(i) + 1);
            QCOMPARE(levelOf("fruin-walkway", {{"density", bounds[i] + 0.001}}), static_cast<int>(i) + 2);
        }
    }
    void s8_fruinQueueBySpace()
    {
        const std::vector<double> space{1.21, 0.93, 0.65, 0.28, 0.19};
        for (std::size_t i = 0; i < space.size(); ++i) {
            QCOMPARE(levelOf("fruin-queue", {{"density", 1 / space[i]}}), static_cast<int>(i) + 1);
            QCOMPARE(levelOf("fruin-queue", {{"density", 1 / space[i] + 0.001}}), static_cast<int>(i) + 2);
        }
        QCOMPARE(levelOf("fruin-queue", {{"density", 0}}), 1);
    }
    void s8_theWalkwayTableOverstatesAQueueByTwoGrades()
    {
        QCOMPARE(levelOf("fruin-walkway", {{"density", 1.05}}) - levelOf("fruin-queue", {{"density", 1.05}}),
                 2);
    }
    void s8_negativeDensityIsRefused() { QCOMPARE(levelOf("fruin-walkway", {{"density", -0.1}}), -1); }

    void s8_mobilityAgainstTheMedianOfTheSameWeekday()
    {
        city::Series days;
        const QDate from(2020, 1, 3), to(2020, 2, 6);
        indicators::DayCalendar calendar;
        for (QDate day = from; day <= to.addDays(10); day = day.addDays(1)) {
            const double value = day > to ? 1 : day.dayOfWeek() == 5 ? 100 + day.day() % 7 : 50;
            days.samples.push_back(
                {city::Instant(std::chrono::hours(24 * QDate(1970, 1, 1).daysTo(day) + 12)), value});
        }
        const indicators::MobilityBaseline baseline(days, from, to, calendar);
        const QDate saturday(2020, 4, 11);
        QVERIFY(std::abs(*baseline.changePercent(saturday, 25) + 50) < 1e-9);
        QVERIFY(baseline.changePercent(QDate(2020, 4, 10), 103).has_value());
    }
    void s8_aGapInMobilityIsNever0()
    {
        const indicators::MobilityBaseline baseline({}, QDate(2020, 1, 3), QDate(2020, 2, 6), {});
        QVERIFY(!baseline.changePercent(QDate(2020, 4, 11), 25));
        city::Series days;
        days.samples.push_back(
            {city::Instant(std::chrono::hours(24 * QDate(1970, 1, 1).daysTo(QDate(2020, 1, 4)))), 50});
        QVERIFY(!indicators::MobilityBaseline(days, QDate(2020, 1, 3), QDate(2020, 2, 6), {})
                     .changePercent(QDate(2020, 4, 11), std::nullopt));
    }

    void s8_incidenceIsPer100000InSevenDays()
    {
        const std::vector<std::optional<int>> cases(10, 10);
        const auto found =
            indicators::sevenDayIncidence(cases, QDate(2022, 5, 1), 200'000, indicators::Window::Trailing, 3);
        QCOMPARE(found.size(), std::size_t(10));
        QVERIFY(!found[5].per100000);
        QVERIFY(std::abs(*found[6].per100000 - 35) < 1e-9);
        QVERIFY(indicators::sevenDayIncidence(cases, QDate(2022, 5, 1), 0, indicators::Window::Trailing, 3)
                    .empty());
    }
    void s8_trailingAndCentredAreDeclared()
    {
        std::vector<std::optional<int>> cases(14, 0);
        cases[6] = 70;
        const auto trailing =
            indicators::sevenDayIncidence(cases, QDate(2022, 5, 1), 100'000, indicators::Window::Trailing, 0);
        const auto centred =
            indicators::sevenDayIncidence(cases, QDate(2022, 5, 1), 100'000, indicators::Window::Centred, 0);
        QCOMPARE(*trailing[12].per100000, 70.0);
        QCOMPARE(*trailing[13].per100000, 0.0);
        QCOMPARE(*centred[9].per100000, 70.0);
        QCOMPARE(*centred[10].per100000, 0.0);
    }
    void s8_theLastDaysAreMarkedIncomplete()
    {
        const std::vector<std::optional<int>> cases(20, 5);
        const auto found =
            indicators::sevenDayIncidence(cases, QDate(2022, 5, 1), 100'000, indicators::Window::Trailing, 4);
        QVERIFY(found[15].complete);
        QVERIFY(!found[16].complete);
        QVERIFY(!found[19].complete);
    }
    void s8_aWithheldDayIsNoIncidence()
    {
        std::vector<std::optional<int>> cases(10, 5);
        cases[4] = std::nullopt;
        const auto found =
            indicators::sevenDayIncidence(cases, QDate(2022, 5, 1), 100'000, indicators::Window::Trailing, 0);
        QVERIFY(!found[7].per100000);
    }

    void s8_counts1To10AreWithheldAnd0IsShown()
    {
        QCOMPARE(ofDistricts({0, 1, 10, 11, 500}).withheld, (std::vector<bool>{false, true, true, false, false}));
    }
    void s8_theSumGoesThatWouldGiveTheOnlySmallOneBack()
    {
        // 3 + 40 + 20 = 63: 63 - 40 - 20 would tell it.
        const Release made = ofDistricts({3, 40, 20});
        QCOMPARE(made.withheld, (std::vector<bool>{true, false, false}));
        QVERIFY(made.sums.empty());
    }
    void s8_twoSmallOnesWhoseSumIsSmallAreNotEnough() { QVERIFY(ofDistricts({2, 3, 20}).sums.empty()); }
    void s8_twoOfTenWouldBeKnownFromTwenty() { QVERIFY(ofDistricts({10, 10, 40}).sums.empty()); }
    void s8_aSumOfManySmallOnesIsTold()
    {
        const Release made = ofDistricts({3, 9, 5, 7, 40});
        QCOMPARE(made.sums.size(), std::size_t(1)); // everywhere is the city: told once, and nothing more has to be
        QCOMPARE(made.sums.front().area, 0);
        QCOMPARE(made.sums.front().value, 64.0);
    }
    void s8_anOnlyChildTakesItsParentAlong()
    {
        // District 1 has one village; what is told of the district is the village's.
        const city::AreaTree areas = cityOf({1, 0});
        const std::vector<CountedCell> cells{district(1, 8), district(2, 40), {QStringLiteral("village"), 3, true, 8}};
        QCOMPARE(indicators::released(areas, cells, 11).withheld, (std::vector<bool>{true, false, true}));
    }
    void s8_aDistrictGoesThatWouldGiveAVillageAway()
    {
        const city::AreaTree areas = cityOf({3, 0});
        const auto of = [&](double first) {
            return indicators::released(areas, {district(1, first + 50), district(2, 40), {QStringLiteral("village"), 3, true, first},
                                                {QStringLiteral("village"), 4, true, 20}, {QStringLiteral("village"), 5, true, 30}}, 11);
        };
        QCOMPARE(of(4).withheld, (std::vector<bool>{true, false, true, false, false}));
        QVERIFY(of(4).sums.empty()); // nor the city, which would give the district back
        QCOMPARE(of(14).withheld, (std::vector<bool>{false, false, false, false, false}));
    }
    void s8_fewWhoAreInNoVillageAreFewToo()
    {
        const city::AreaTree areas = cityOf({1});
        const std::vector<CountedCell> cells{district(1, 45), {QStringLiteral("village"), 2, true, 40}};
        QCOMPARE(indicators::released(areas, cells, 11).withheld, (std::vector<bool>{true, false}));
    }
    void s8_randomReleasesWithstandTheAttack()
    {
        QRandomGenerator random(5);
        int told = 0, small = 0;
        for (int round = 0; round < 400; ++round) {
            std::vector<int> villages;
            for (quint32 d = 0; d < 2 + random.bounded(5u); ++d) villages.push_back(static_cast<int>(1 + random.bounded(8u)));
            const city::AreaTree areas = cityOf(villages);
            std::vector<CountedCell> cells;
            std::vector<double> sums(villages.size() + 1, 0);
            for (int i = 0; i < static_cast<int>(areas.areas().size()); ++i) {
                if (areas.at(i).level != QLatin1String("village")) continue;
                const double count = random.bounded(3u) == 0 ? random.bounded(60u) : random.bounded(11u);
                sums[static_cast<std::size_t>(areas.at(i).parent)] += count;
                cells.push_back({QStringLiteral("village"), i, true, count});
            }
            const bool published = round % 2 == 0; // the districts, too, or as sums only
            for (std::size_t d = 1; published && d < sums.size(); ++d) cells.push_back(district(static_cast<int>(d), sums[d]));
            const Release made = indicators::released(areas, cells, 11);
            for (std::size_t i = 0; i < cells.size(); ++i) {
                if (indicators::isSmall(cells[i].count, 11)) QVERIFY(made.withheld[i]);
                else if (cells[i].kind == QLatin1String("village")) QVERIFY(!made.withheld[i]);
                small += made.withheld[i];
            }
            told += static_cast<int>(made.sums.size());
            QCOMPARE(attack(areas, cells, made, 11), QString());
        }
        QVERIFY(told > 100 && small > 1000); // or the attack had nothing to look at
    }
    void s8_theDifferenceOfTwoDaysIsNoSmallCountEither()
    {
        const std::vector<int> totals{0, 12, 15, 30, 30, 36, 41};
        const auto released = indicators::releasedRunningTotal(totals, 11);
        int last = 0;
        for (const auto& one : released) {
            if (!one) continue;
            QVERIFY(*one == last || std::abs(*one - last) >= 11);
            last = *one;
        }
        QCOMPARE(released[2], std::optional<int>());
        QCOMPARE(released[3], std::optional<int>(30));
        QCOMPARE(released[6], std::optional<int>(41));
    }
    void s8_kIsAParameter()
    {
        QCOMPARE(ofDistricts({4, 5}, 5).withheld, (std::vector<bool>{true, false}));
    }
};

CITYOPS_TEST(QCoreApplication, CrowdDomainTest)
#include "domain_8_crowd_test.moc"
