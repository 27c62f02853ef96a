// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/indicators/shipped_scales.h"

#include "layers/indicators/crowd.h"
#include "layers/indicators/suppression.h"
#include "tests/support/test_main.h"

#include <QRandomGenerator>
#include <numeric>

using indicators::TotalOf;

/// Section 8: crowds, mobility, epidemic numbers, and what must not be shown of few people.
class CrowdDomainTest : public QObject {
    Q_OBJECT

    /// Attacks a release: may any withheld cell be worked out, or a group of withheld cells below k?
    static bool isSafe(const std::vector<int>& counts, const std::vector<TotalOf>& totals, int k)
    {
        const std::vector<bool> hidden = indicators::withheld(counts, totals, k);
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (counts[i] > 0 && counts[i] < k && !hidden[i]) return false;
        for (const TotalOf& sum : totals) { // subtraction
            int amount = hidden[sum.total] ? -1 : counts[sum.total], unknown = 0;
            for (const std::size_t part : sum.parts) {
                if (hidden[part]) ++unknown;
                if (!hidden[part] && amount >= 0) amount -= counts[part];
            }
            if (!hidden[sum.total] && unknown > 0 && (unknown == 1 || (amount > 0 && amount < k)))
                return false;
            if (hidden[sum.total] && unknown == 0) return false;
        }
        return !indicators::determinedCell(hidden, totals);
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
        const std::vector<bool> hidden = indicators::withheld({0, 1, 10, 11, 500}, {}, 11);
        QCOMPARE(hidden, (std::vector<bool>{false, true, true, false, false}));
    }
    void s8_aSecondCellGoesSoThatTheTotalGivesNothingBack()
    {
        // 3 + 40 + 20 = 63: with 3 alone withheld, 63 - 40 - 20 tells it.
        const std::vector<TotalOf> totals{{3, {0, 1, 2}}};
        const std::vector<bool> hidden = indicators::withheld({3, 40, 20, 63}, totals, 11);
        QCOMPARE(hidden, (std::vector<bool>{true, false, true, false}));
    }
    void s8_twoSmallCellsWhoseSumIsSmallAreNotEnough()
    {
        const std::vector<TotalOf> totals{{3, {0, 1, 2}}};
        const std::vector<bool> hidden = indicators::withheld({2, 3, 20, 25}, totals, 11);
        QVERIFY(hidden[0] && hidden[1] && hidden[2]);
    }
    void s8_anOnlyChildTakesItsParentAlong()
    {
        // village 0 is the only one of district 1; the city 4 is districts 1 to 3.
        const std::vector<int> counts{20, 20, 4, 100, 124};
        const std::vector<TotalOf> totals{{1, {0}}, {4, {1, 2, 3}}};
        QVERIFY(isSafe(counts, totals, 11));
        const std::vector<bool> hidden = indicators::withheld(counts, totals, 11);
        QVERIFY(hidden[2] && hidden[1] && hidden[0]); // 1 complements 2, and its only village would tell it
    }
    void s8_areasAndDaysReleasedTogetherWithstandEquations()
    {
        // 3 areas by 3 days with both margins: rows, columns and the whole.
        const std::vector<int> cells{4, 30, 25, 40, 50, 22, 33, 60, 70};
        std::vector<int> counts = cells;
        std::vector<TotalOf> totals;
        for (std::size_t row = 0; row < 3; ++row) {
            totals.push_back({counts.size(), {3 * row, 3 * row + 1, 3 * row + 2}});
            counts.push_back(cells[3 * row] + cells[3 * row + 1] + cells[3 * row + 2]);
        }
        for (std::size_t column = 0; column < 3; ++column) {
            totals.push_back({counts.size(), {column, column + 3, column + 6}});
            counts.push_back(cells[column] + cells[column + 3] + cells[column + 6]);
        }
        QVERIFY(isSafe(counts, totals, 11));
        const std::vector<bool> hidden = indicators::withheld(counts, totals, 11);
        QVERIFY(std::count(hidden.begin(), hidden.begin() + 9, true) >= 4); // a rectangle at least
    }
    void s8_randomReleasesWithstandTheAttack()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 200; ++round) {
            // Villages in districts in a city.
            std::vector<int> counts;
            std::vector<TotalOf> totals;
            std::vector<std::size_t> districts;
            std::vector<int> sums;
            const int districtCount = 2 + static_cast<int>(random.bounded(4u));
            for (int d = 0; d < districtCount; ++d) {
                TotalOf sum;
                int amount = 0;
                for (quint32 i = random.bounded(1u, 7u); i > 0; --i) {
                    sum.parts.push_back(counts.size());
                    const int count =
                        static_cast<int>(random.bounded(3u) == 0 ? random.bounded(11u) : random.bounded(60u));
                    amount += count;
                    counts.push_back(count);
                }
                totals.push_back(sum);
                sums.push_back(amount);
            }
            TotalOf whole;
            for (std::size_t d = 0; d < sums.size(); ++d) {
                totals[d].total = counts.size();
                whole.parts.push_back(counts.size());
                counts.push_back(sums[d]);
            }
            whole.total = counts.size();
            counts.push_back(std::accumulate(sums.begin(), sums.end(), 0));
            totals.push_back(whole);
            QVERIFY2(isSafe(counts, totals, 11), qPrintable(QString::number(round)));
        }
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
        QCOMPARE(indicators::withheld({4, 5}, {}, 5), (std::vector<bool>{true, false}));
    }
};

CITYOPS_TEST(QCoreApplication, CrowdDomainTest)
#include "domain_8_crowd_test.moc"
