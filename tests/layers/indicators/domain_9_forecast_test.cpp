// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/forecast/crossing.h"
#include "layers/indicators/typical.h"
#include "tests/layers/indicators/forecast_samples.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace std::chrono_literals;
using namespace samples;
using indicators::Origins;
using indicators::RegularSeries;


/// Section 9.
class ForecastDomainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The models
    void s9_seasonalNaiveRepeatsTheLastSeason()
    {
        std::vector<double> values;
        for (int i = 0; i < 72; ++i)
            values.push_back(i);
        const auto made = indicators::seasonalNaive(regular(values), {48, {72}, 30, 24});
        QCOMPARE(made[0][0], 48.0);  // y(t + h - m ceil(h/m)), h = 1
        QCOMPARE(made[0][23], 71.0); // h = m
        QCOMPARE(made[0][24], 48.0); // h = m + 1
    }
    void s9_seasonalNaiveOverAGapTakesAnEarlierSeason()
    {
        std::vector<double> values(72, 5);
        values[48] = none;
        values[24] = 7;
        QCOMPARE(indicators::seasonalNaive(regular(values), {48, {72}, 1, 24})[0][0], 7.0);
    }
    void s9_naiveIntervalGrowsWithWholeSeasons()
    {
        std::vector<double> values;
        for (int i = 0; i < 96; ++i)
            values.push_back(i % 2 == 0 ? i / 24 : -i / 24);
        const double sd = indicators::naiveDeviation(regular(values), 96, 24);
        QCOMPARE(sd, 1.0); // sd * sqrt(k + 1): the textbook interval
        QCOMPARE(indicators::naiveError(regular(values), 96, 24), 1.0);
    }
    void s9_typicalProfileIsTheMedianOfTheSameDayAndHour()
    {
        std::vector<double> values;
        for (int i = 0; i < 6 * 168; ++i)
            values.push_back(i % 168 == 5 ? 10 * (i / 168) : 1);
        const auto made = indicators::typicalProfile(regular(values), {5 * 168, {6 * 168}, 6, 168});
        QVERIFY(std::abs(made[0][5] - 25) < 1e-9); // 0, 10, ... 50
    }
    void s9_typicalProfileKnowsHolidays()
    {
        RegularSeries series = regular(std::vector<double>(6 * 168, 100));
        for (std::size_t i = 0; i < series.size(); ++i)
            if (series.classes[i] / 24 == 7) series.values[i] = 20;
        for (std::size_t i = 6 * 168; i < 6 * 168 + 24; ++i)
            series.classes[i] = static_cast<int>(24 * 7 + i % 24); // that Monday is a holiday
        QCOMPARE(indicators::typicalProfile(series, {5 * 168, {6 * 168}, 12, 168})[0][11] < 60, true);
    }
    void s9_holtWintersFollowsLevelTrendAndSeason()
    {
        std::vector<double> values;
        for (int i = 0; i < 20 * 24; ++i)
            values.push_back(100 + 0.1 * i + 10 * std::sin(2 * std::numbers::pi * i / 24));
        const auto made = indicators::holtWinters(regular(values), {18 * 24, {20 * 24}, 6, 24});
        for (std::size_t h = 0; h < 6; ++h) {
            const double real = 100 + 0.1 * (480 + static_cast<double>(h)) +
                                10 * std::sin(2 * std::numbers::pi * (480 + static_cast<double>(h)) / 24);
            QVERIFY2(std::abs(made[0][h] - real) < 1.0, qPrintable(QString::number(made[0][h] - real)));
        }
    }
    void s9_holtWintersNeedsTwoSeasons()
    {
        QVERIFY(std::isnan(
            indicators::holtWinters(regular(std::vector<double>(40, 1)), {40, {40}, 1, 24})[0][0]));
    }
    void s9_harmonicRegressionFindsTheWaves()
    {
        std::vector<double> values;
        const auto real = [](double i) {
            return 50 + 9 * std::sin(2 * std::numbers::pi * i / 24 + 1) +
                   4 * std::cos(2 * std::numbers::pi * i / 168) + 3 * std::sin(6 * std::numbers::pi * i / 24);
        };
        for (int i = 0; i < 6 * 168; ++i)
            values.push_back(real(i));
        values[500] = none;
        const auto made = indicators::harmonicRegression(regular(values), {6 * 168, {6 * 168}, 48, 24});
        for (std::size_t h = 0; h < 48; ++h)
            QVERIFY(std::abs(made[0][h] - real(6 * 168 + static_cast<double>(h))) < 0.05);
    }

    // The scores
    void s9_pinball()
    {
        QCOMPARE(indicators::pinballLoss(0.9, 10, 12), 1.8);
        QVERIFY(std::abs(indicators::pinballLoss(0.9, 12, 10) - 0.2) < 1e-12);
    }
    void s9_crpsOfAnEnsembleAndItsFairVersion()
    {
        QVERIFY(std::abs(indicators::crpsOfEnsemble({0, 2}, 1, false) - 0.5) < 1e-12); // 1 - 1/2 * 1
        QVERIFY(std::abs(indicators::crpsOfEnsemble({0, 2}, 1, true) - 0.0) < 1e-12);  // 1 - 1/2 * 2
        QCOMPARE(indicators::crpsOfEnsemble({3}, 5, false), 2.0);
    }
    void s9_crpsOfANormalDistribution()
    {
        QVERIFY(std::abs(indicators::crpsOfNormal(0, 1, 0) - 0.2336949) < 1e-6);
        QVERIFY(std::abs(indicators::crpsOfNormal(10, 2, 10) - 2 * 0.2336949) < 1e-6);
    }
    void s9_weightedIntervalScore()
    {
        // One 80 % interval: (|y - m| / 2 + 0.1 * (width + 10 * outside)) / 1.5
        QVERIFY(std::abs(indicators::weightedIntervalScore(5, {{0.8, 3, 8}}, 9) -
                         (2 + 0.1 * (5 + 10 * 1)) / 1.5) < 1e-12);
        QVERIFY(std::abs(indicators::weightedIntervalScore(5, {{0.8, 3, 8}}, 5) - 0.5 / 1.5) < 1e-12);
    }
    void s9_maseBelow1BeatsSeasonalNaiveAndSkillIs1LessTheRatio()
    {
        const auto made = indicators::forecast(cityLike(24 * 100, 1), questionAfter(cityLike(24 * 100, 1)));
        QVERIFY(made);
        const indicators::Skill& skill = made->skill();
        const indicators::Skill& naive = made->backtest.skill(QStringLiteral("seasonal-naive"));
        QVERIFY(skill.mae < naive.mae);
        QVERIFY(std::abs(skill.skill() - (1 - skill.mae / skill.naiveMae)) < 1e-12);
        QCOMPARE(naive.skill(), 0.0);
        QCOMPARE(skill.maseByLead.size(), std::size_t(24));
        QVERIFY(skill.maseByLead.front() < skill.maseByLead.back());
    }

    // Intervals
    void s9_intervalsHoldTheirShareOnManyForecasts()
    {
        double inside80 = 0, inside95 = 0;
        int count = 0;
        for (quint32 seed = 1; seed <= 6; ++seed) {
            const city::Series series = cityLike(24 * 150, seed);
            const auto made = indicators::forecast(series, questionAfter(series));
            QVERIFY(made);
            inside80 += made->skill().coverage[1] * made->skill().banded;
            inside95 += made->skill().coverage[2] * made->skill().banded;
            count += made->skill().banded;
        }
        QVERIFY(count >= 200);
        QVERIFY2(std::abs(inside80 / count - 0.80) <= 0.03, qPrintable(QString::number(inside80 / count)));
        QVERIFY2(std::abs(inside95 / count - 0.95) <= 0.03, qPrintable(QString::number(inside95 / count)));
    }
    void s9_intervalsUseNoErrorThatWasNotKnown()
    {
        indicators::RollingIntervals early(5), late(5);
        for (std::size_t i = 0; i < 100; ++i) {
            late.add(i, i < 50 ? 1.0 : 1000.0);
            if (i < 20) early.add(i, 1.0);
            if (i == 54) break; // Of origins from 49 on the value has not been seen to 5 steps ahead.
        }
        const auto bands = late.around(0, 54);
        QVERIFY(bands);
        QCOMPARE((*bands)[2].high, 1.0);
        QVERIFY(!early.around(0, 20));
    }
    void s9_anEndThatWasMissedTooOftenMovesOut()
    {
        indicators::RollingIntervals calm(0), growing(0);
        for (std::size_t i = 0; i < 150; ++i) {
            const double error = static_cast<double>(i * 37 % 101) - 50;
            calm.add(i, error);
            growing.add(i, error * (i < 75 ? 1 : 2)); // The newer half errs twice as far.
        }
        std::vector<double> all;
        for (std::size_t i = 0; i < 150; ++i)
            all.push_back((static_cast<double>(i * 37 % 101) - 50) * (i < 75 ? 1 : 2));
        std::sort(all.begin(), all.end());
        const auto usual = calm.around(0, 150), wider = growing.around(0, 150);
        QVERIFY(usual && wider);
        QVERIFY((*wider)[1].high > all[135]); // further out than nine in ten of the errors themselves
        QVERIFY((*wider)[1].high > (*usual)[1].high);
        for (std::size_t i = 1; i < wider->size(); ++i)
            QVERIFY((*wider)[i].low <= (*wider)[i - 1].low && (*wider)[i].high >= (*wider)[i - 1].high);
    }
    void s9_theFanNamesIssueTimeLeadAndSkill()
    {
        const city::Series series = cityLike(24 * 60, 3);
        const auto made = indicators::forecast(series, questionAfter(series, 120));
        QVERIFY(made);
        QCOMPARE(made->fan.size(), std::size_t(120));
        QCOMPARE(made->fan.front().at, made->issue);
        QCOMPARE(made->newestInput, made->issue - 1h);
        for (const indicators::LeadForecast& lead : made->fan) {
            QCOMPARE(lead.bands.size(), std::size_t(3));
            QVERIFY(lead.bands[2].low <= lead.bands[1].low && lead.bands[1].low <= lead.bands[0].low);
            QVERIFY(lead.bands[0].high <= lead.bands[1].high && lead.bands[1].high <= lead.bands[2].high);
        }
    }
    void s9_aModelThatDoesNotBeatSeasonalNaiveIsNotShown()
    {
        for (quint32 seed = 1; seed <= 8; ++seed) {
            const city::Series series = cityLike(24 * 40, seed, seed % 2 == 0 ? 0.01 : 6);
            const auto made = indicators::forecast(series, questionAfter(series));
            QVERIFY(made);
            QVERIFY(made->model == QStringLiteral("seasonal-naive") || made->skill().skill() > 0);
        }
        // What repeats itself exactly cannot be forecast better than by repeating it.
        city::Series series = cityLike(24 * 40, 1);
        for (std::size_t i = 0; i < series.samples.size(); ++i)
            series.samples[i].value = static_cast<double>(i % 24 * i % 7);
        for (std::size_t i = 168; i < series.samples.size(); ++i)
            series.samples[i].value = series.samples[i - 168].value;
        const auto made = indicators::forecast(series, questionAfter(series));
        QVERIFY(made);
        QCOMPARE(made->model, QStringLiteral("seasonal-naive"));
    }
    void s9_aForecastFromStaleInputIsHidden()
    {
        const city::Series series = cityLike(24 * 40, 1);
        indicators::ForecastQuestion question = questionAfter(series);
        question.issue += 3h;
        QVERIFY(indicators::forecast(series, question));
        question.issue += 1h;
        const auto made = indicators::forecast(series, question);
        QVERIFY(!made);
        QVERIFY(made.problem().toString().contains(QStringLiteral("too old")));
    }
    void s9_theHourThatHasOnlyBegunCountsWhenItsOneValueIsThere()
    {
        city::Series series = cityLike(24 * 40, 1);
        indicators::ForecastQuestion question = questionAfter(series);
        question.issue -= 20min; // the newest value is 40 minutes old and the only one of its hour
        const auto hourly = indicators::forecast(series, question);
        QVERIFY(hourly);
        QCOMPARE(hourly->newestInput, series.samples.back().at);
        QCOMPARE(hourly->fan.front().at, series.samples.back().at + 1h);
        city::Series denser = series;
        denser.samples.clear();
        for (const city::Sample& sample : series.samples)
            for (int part = 0; part < 3; ++part)
                denser.samples.push_back({sample.at + part * 20min, sample.value});
        const auto made = indicators::forecast(denser, question); // two of three are there: no mean yet
        QVERIFY(made);
        QCOMPARE(made->newestInput, series.samples.back().at - 1h);
        QCOMPARE(made->fan.front().at, series.samples.back().at);
    }
    void s9_nothingAfterTheIssueTimeIsLookedAt()
    {
        city::Series series = cityLike(24 * 60, 2);
        const city::Series past{series.place,
                                series.quantity,
                                series.unit,
                                {series.samples.begin(), series.samples.begin() + 24 * 50}};
        indicators::ForecastQuestion question = questionAfter(past);
        question.issue -= 1min; // a value of the very issue time is known
        for (std::size_t i = 24 * 50; i < series.samples.size(); ++i)
            series.samples[i].value = 9999;
        const auto a = indicators::forecast(past, question), b = indicators::forecast(series, question);
        QVERIFY(a && b);
        QCOMPARE(a->model, b->model);
        for (std::size_t h = 0; h < a->fan.size(); ++h)
            QCOMPARE(a->fan[h].value, b->fan[h].value);
    }
    void s9_earlyWarningWhenTheFanCrossesAThreshold()
    {
        indicators::Forecast made;
        for (int h = 0; h < 5; ++h)
            made.fan.push_back({city::Instant(std::chrono::hours(h)),
                                10.0 * h,
                                {{0.5, 0, 0}, {0.8, 10.0 * h - 8, 10.0 * h + 12}}});
        const auto likely = indicators::firstCrossing(made, 30);
        QVERIFY(likely && likely->likely);
        QCOMPARE(likely->at.at, city::Instant(3h));
        const auto perhaps = indicators::firstCrossing(made, 50);
        QVERIFY(perhaps && !perhaps->likely);
        QVERIFY(!indicators::firstCrossing(made, 99));
    }

    void s9_anEarlyWarningIsOfWhatIsNotReachedYetAndOfModelsThatAreWorthIt()
    {
        indicators::Forecast made;
        made.model = QStringLiteral("holt-winters");
        made.issue = city::Instant(0h);
        indicators::Skill skill;
        skill.model = made.model;
        skill.mae = 1;
        skill.naiveMae = 2;
        skill.coverage = {0.5, 0.79, 0.95};
        made.backtest.skills = {skill};
        for (int h = 1; h < 6; ++h)
            made.fan.push_back({city::Instant(std::chrono::hours(h)), 20.0 + 10 * h, {{0.5, 0, 0}, {0.8, 5.0 * h, 20.0 + 12 * h}}});
        const city::Series series{{QStringLiteral("air-station"), QStringLiteral("1")}, QStringLiteral("aqi"), {}, {{city::Instant(-1h), 20}, {city::Instant(2h), 500}}};
        const auto found = indicators::expectedCrossings(series, made, {{10}, {50}, {78}, {99}, {15, true}});
        QCOMPARE(found.size(), std::size_t(3)); // 10 is reached already and 99 never is; what came after the issue time is not seen
        QCOMPARE(found[0].limit.value, 50.0);
        QCOMPARE(found[0].at, city::Instant(3h));
        QVERIFY(found[0].likely);
        QCOMPARE(found[0].newest, 20.0);
        QCOMPARE(found[0].coverage80, 0.79);
        QVERIFY(!found[1].likely); // only the upper end of the band
        QVERIFY(found[2].limit.falling && !found[2].likely);
        made.backtest.skills.front().naiveMae = 0.9;
        QVERIFY(indicators::expectedCrossings(series, made, {{50}}).empty());
    }

    // Typical and anomalies
    void s9_typicalValueAndItsBand()
    {
        city::Series series;
        const city::Instant saturday = *city::fromIso(u"2026-03-14T14:00:00Z");
        for (int week = 1; week <= 5; ++week)
            series.samples.push_back({saturday - std::chrono::hours(168 * week), 10.0 * week});
        const indicators::TypicalWeek week(series, saturday, {});
        const auto typical = week.at(saturday);
        QVERIFY(typical);
        QCOMPARE(typical->median, 30.0);
        QCOMPARE(typical->days, 5);
        QVERIFY(std::abs(typical->low - 14) < 1e-9 && std::abs(typical->high - 46) < 1e-9);
        QVERIFY(std::abs(*typical->percentAbove(41.4) - 38) < 1e-9); // 38 % above usual
        QVERIFY(!week.at(saturday + 24h));
    }
    void s9_robustZIsOfTheMedianDistance()
    {
        const indicators::Typical typical{10, 8, 12, 1.4826 * 2, 8};
        QVERIFY(std::abs(*typical.robustZ(10 + 3 * 1.4826 * 2) - 3) < 1e-12);
        QVERIFY(!(indicators::Typical{10, 10, 10, 0, 8}).robustZ(50)); // all alike: no yardstick
    }
    void s9_anomalyNeedsFourDays()
    {
        city::Series series;
        const city::Instant saturday = *city::fromIso(u"2026-03-14T14:00:00Z");
        for (int week = 1; week <= 3; ++week)
            series.samples.push_back({saturday - std::chrono::hours(168 * week), 10.0 * week});
        QVERIFY(!indicators::TypicalWeek(series, saturday, {}).at(saturday));
    }
    void s9_anomalyEntersAbove3AndLeavesBelow2()
    {
        const auto found = indicators::anomalies({2.9, 3.0, 3.1, 2.5, std::nullopt, 2.0, 1.9, 2.5, -3.5});
        QCOMPARE(found, (std::vector<bool>{false, false, true, true, true, true, false, false, true}));
    }
    void s9_aHolidayIsLikeASundayByTheCalendar()
    {
        indicators::DayCalendar calendar;
        const QDate holiday(2026, 2, 17); // a Tuesday
        calendar.classOf.insert(holiday, 7);
        QCOMPARE(calendar.dayClass(holiday), 7);
        QCOMPARE(calendar.dayClass(holiday.addDays(7)), 2);
    }
};

CITYOPS_TEST(QCoreApplication, ForecastDomainTest)
#include "domain_9_forecast_test.moc"
