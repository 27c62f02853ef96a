// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/indicators/shipped_scales.h"

#include "layers/indicators/alert_priority.h"
#include "layers/indicators/traffic.h"
#include "tests/support/test_main.h"

using indicators::Outcome;

/// Sections 5 to 7: traffic, the priority of alerts, hazards of Taiwan; and what section 12 says of them.
class HazardsDomainTest : public QObject {
    Q_OBJECT

    static std::vector<indicators::Run> runs(const std::vector<double>& seconds)
    {
        std::vector<indicators::Run> all;
        for (const double one : seconds)
            all.push_back({one, 1});
        return all;
    }
    static indicators::DayCalendar taipei()
    {
        indicators::DayCalendar calendar;
        calendar.zone = QTimeZone("Asia/Taipei");
        return calendar;
    }
    static const indicators::Criterion& criterion(const char* id)
    {
        for (const indicators::Criterion& one : shipped().criteria)
            if (one.id == QLatin1String(id)) return one;
        qFatal("no criterion %s", id);
    }
    static QString signOf(const Given& values)
    {
        const auto rating = rated("cwa-intensity-2020", values);
        return rating ? rating->level.sign : QStringLiteral("-");
    }
    static QString rain(const char* id, const Given& values)
    {
        const auto rating = rated(id, values);
        return rating && rating->level.number > 0 ? rating->level.word.in(QStringLiteral("zh_TW"))
                                                  : QString();
    }
    static std::optional<indicators::AlertPriority> priority(const char* severity, const char* urgency,
                                                             const char* certainty, bool touches = true,
                                                             const char* status = "Actual")
    {
        city::Alert alert;
        alert.status = QLatin1String(status);
        city::AlertInfo info;
        info.severity = QLatin1String(severity);
        info.urgency = QLatin1String(urgency);
        info.certainty = QLatin1String(certainty);
        return indicators::alertPriority(alert, info, touches);
    }

private Q_SLOTS:
    // 5. Traffic
    void s5_travelTimeIndexIsWeightedByTraffic()
    {
        QCOMPARE(indicators::travelTimeIndex({{60, 3}, {120, 1}}, 60), 1.25);
        QVERIFY(!indicators::travelTimeIndex({}, 60));
        QVERIFY(!indicators::travelTimeIndex(runs({60}), 0));
    }
    void s5_planningTimeIndexIsThe95thPercentile()
    {
        std::vector<double> seconds;
        for (int i = 0; i <= 100; ++i)
            seconds.push_back(100 + i);
        QCOMPARE(indicators::planningTimeIndex(runs(seconds), 100), 1.95);
    }
    void s5_bufferIndex()
    {
        std::vector<double> seconds;
        for (int i = 0; i <= 100; ++i)
            seconds.push_back(100 + i);
        QCOMPARE(indicators::bufferIndex(runs(seconds)), 45.0 / 150);
    }
    void s5_theWindowsAreWeekdays06To09And16To19()
    {
        const auto at = [](const char16_t* text) { return *city::fromIso(text); };
        using indicators::Peak;
        QCOMPARE(indicators::peakOf(at(u"2026-03-18T06:00:00+08:00"), taipei()), Peak::Morning);
        QCOMPARE(indicators::peakOf(at(u"2026-03-18T09:00:00+08:00"), taipei()), Peak::None);
        QCOMPARE(indicators::peakOf(at(u"2026-03-18T16:00:00+08:00"), taipei()), Peak::Evening);
        QCOMPARE(indicators::peakOf(at(u"2026-03-18T19:00:00+08:00"), taipei()), Peak::None);
        QCOMPARE(indicators::peakOf(at(u"2026-03-21T07:00:00+08:00"), taipei()), Peak::None); // a Saturday
    }
    void s5_congestedHoursAreBelow90PercentOfFreeFlow()
    {
        city::Series speeds;
        const city::Instant midnight = *city::fromIso(u"2026-03-18T00:00:00+08:00");
        for (int hour = 0; hour < 24; ++hour)
            speeds.samples.push_back({midnight + std::chrono::hours(hour),
                                      hour == 5 || hour == 8 || hour == 17 || hour == 22 ? 53.9 : 54.0});
        QCOMPARE(indicators::congestedHours(speeds, 60, city::Duration(3600'000), taipei()),
                 2.0); // not at 05 and 22
    }
    void s5_freeFlowIsThe85thPercentile()
    {
        std::vector<double> speeds;
        for (int i = 0; i <= 100; ++i)
            speeds.push_back(i + 1.0);
        QCOMPARE(indicators::freeFlowSpeed(speeds), 86.0);
        QVERIFY(!indicators::freeFlowSpeed({0, -99}));
    }
    void s5_excessiveDelayThresholdAndCap()
    {
        // 60 % of 100 km/h; 1 km at 30 km/h takes 120 s instead of 60 s.
        QVERIFY(std::abs(*indicators::excessiveDelay(1000, 30, 100) - 60) < 1e-9);
        // 20 mph is more than 60 % of 40 km/h.
        QVERIFY(std::abs(*indicators::excessiveDelay(1000, 16.09344, 40) - 3600 / 32.18688) < 1e-9);
        QCOMPARE(indicators::excessiveDelay(10'000, 1, 100), 900.0);
        QCOMPARE(indicators::excessiveDelay(1000, 90, 100), 0.0);
    }
    void s5_congestionLevelIsExtraTime()
    {
        QVERIFY(std::abs(*indicators::congestionPercent(45, 30) - 50) < 1e-9);
    }
    void s5_losOfFreeways()
    {
        const std::vector<double> bounds{11, 18, 26, 35, 45};
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            QCOMPARE(levelOf("hcm-freeway-density", {{"density", bounds[i]}}), static_cast<int>(i) + 1);
            QCOMPARE(levelOf("hcm-freeway-density", {{"density", bounds[i] + 0.01}}),
                     static_cast<int>(i) + 2);
        }
        QCOMPARE(levelOf("hcm-freeway-density", {{"density", 10}, {"demand-to-capacity", 1.01}}), 6);
        QCOMPARE(levelOf("hcm-freeway-density", {{"density", 10}, {"demand-to-capacity", 1}}), 1);
    }
    void s5_losOfSignals()
    {
        const std::vector<double> bounds{10, 20, 35, 55, 80};
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            QCOMPARE(levelOf("hcm-signal-delay", {{"delay", bounds[i]}}), static_cast<int>(i) + 1);
            QCOMPARE(levelOf("hcm-signal-delay", {{"delay", bounds[i] + 0.01}}), static_cast<int>(i) + 2);
        }
    }
    void s5_losOfUrbanStreets()
    {
        const std::vector<double> bounds{80, 67, 50, 40, 30};
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            QCOMPARE(levelOf("hcm-urban-street", {{"speed-share", bounds[i] + 0.01}}),
                     static_cast<int>(i) + 1);
            QCOMPARE(levelOf("hcm-urban-street", {{"speed-share", bounds[i]}}), static_cast<int>(i) + 2);
        }
        // The worked example of the manual: 42 to 33.6 mi/h is the edge of A.
        QCOMPARE(levelOf("hcm-urban-street", {{"speed-share", 100 * 33.7 / 42}}), 1);
        QCOMPARE(levelOf("hcm-urban-street", {{"speed-share", 90}, {"demand-to-capacity", 1.1}}), 6);
    }
    void s5_losIsCalledHcmStyleOnly()
    {
        for (const char* id : {"hcm-freeway-density", "hcm-signal-delay", "hcm-urban-street"})
            QVERIFY(scale(id).title.in(QStringLiteral("en")).contains(QStringLiteral("HCM-style")));
    }
    void s5_publishedLevelsMeanSomethingWithinTheirGroupOnly()
    {
        const std::vector<indicators::CongestionGroup> groups{
            {QStringLiteral("freeway"), QStringLiteral("Speed"), {{1, 80, 999}, {2, 60, 80}}},
            {QStringLiteral("street"), QStringLiteral("Speed"), {{1, 40, 999}, {2, 20, 40}}}};
        QCOMPARE(indicators::publishedClass(groups, QStringLiteral("street"), 2)->low, 20.0);
        QCOMPARE(indicators::publishedClass(groups, QStringLiteral("freeway"), 2)->low, 60.0);
        QVERIFY(!indicators::publishedClass(groups, QStringLiteral("unknown"), 2));
        QVERIFY(!indicators::publishedClass(groups, QStringLiteral("street"), 5));
    }
    void s5_minus99IsNoValidData()
    {
        const std::vector<indicators::CongestionGroup> groups{
            {QStringLiteral("g"), QStringLiteral("Speed"), {{1, 80, 999}}}};
        QVERIFY(!indicators::publishedClass(groups, QStringLiteral("g"), -99));
        QCOMPARE(indicators::detectorState({-99, 10, 5}), indicators::DetectorState::Invalid);
    }
    void s5_speed0WithVolume0IsNoVehicle()
    {
        using indicators::DetectorState;
        QCOMPARE(indicators::detectorState({0, 0, 0}), DetectorState::NoVehicle);
        QCOMPARE(indicators::detectorState({0, 0, std::nullopt}), DetectorState::NoVehicle);
        QCOMPARE(indicators::detectorState({0, 0, 90}), DetectorState::Standing); // something stands on it
        QCOMPARE(indicators::detectorState({0, 3, 60}), DetectorState::Standing);
        QCOMPARE(indicators::detectorState({42, 12, 8}), DetectorState::Moving);
        QCOMPARE(indicators::detectorState({std::nullopt, 12, 8}), DetectorState::Invalid);
    }
    void s5_speedsAverageHarmonically()
    {
        QVERIFY(std::abs(*indicators::spaceMeanSpeed({30, 60}) - 40) < 1e-9);
        QVERIFY(!indicators::spaceMeanSpeed({30, 0}));
        QVERIFY(!indicators::spaceMeanSpeed({}));
    }

    // 6. Priority of alerts
    void s6_p1IsSevereSoonAndCertainInTheCity()
    {
        using P = indicators::AlertPriority;
        for (const char* severity : {"Extreme", "Severe"})
            for (const char* urgency : {"Immediate", "Expected"})
                for (const char* certainty : {"Observed", "Likely"})
                    QCOMPARE(priority(severity, urgency, certainty), P::P1);
        QCOMPARE(priority("Severe", "Immediate", "Observed", false), P::P2);
        QCOMPARE(priority("Severe", "Future", "Observed"), P::P2);
        QCOMPARE(priority("Extreme", "Immediate", "Possible"), P::P2);
    }
    void s6_p3IsModerateAndP4TheRest()
    {
        using P = indicators::AlertPriority;
        QCOMPARE(priority("Moderate", "Immediate", "Observed"), P::P3);
        QCOMPARE(priority("Minor", "Immediate", "Observed"), P::P4);
        QCOMPARE(priority("Unknown", "Immediate", "Observed"), P::P4);
        QCOMPARE(priority("Extreme", "Past", "Observed"), P::P4);
        QCOMPARE(priority("", "", ""), P::P4);
    }
    void s6_onlyActualRaisesAlarms()
    {
        for (const char* status : {"Exercise", "System", "Test", "Draft", ""})
            QVERIFY(!priority("Extreme", "Immediate", "Observed", true, status));
    }
    void s6_veryLikelyIsLikely()
    {
        QCOMPARE(priority("Extreme", "Immediate", "Very Likely"), indicators::AlertPriority::P1);
    }

    // 7. Hazards of Taiwan
    void s7_rainClassesEitherOr()
    {
        const char* id = "cwa-rain-2020";
        QCOMPARE(rain(id, {{"rain-24h", 79.9}, {"rain-1h", 39.9}}), QString());
        QCOMPARE(rain(id, {{"rain-24h", 80}}), QStringLiteral("大雨"));
        QCOMPARE(rain(id, {{"rain-24h", 10}, {"rain-1h", 40}}), QStringLiteral("大雨"));
        QCOMPARE(rain(id, {{"rain-24h", 200}}), QStringLiteral("豪雨"));
        QCOMPARE(rain(id, {{"rain-24h", 100}, {"rain-3h", 100}}), QStringLiteral("豪雨"));
        QCOMPARE(rain(id, {{"rain-24h", 350}}), QStringLiteral("大豪雨"));
        QCOMPARE(rain(id, {{"rain-24h", 500}}), QStringLiteral("超大豪雨"));
        QCOMPARE(rain(id, {{"rain-1h", 200}}), QStringLiteral("大雨")); // an hour alone says no more
    }
    void s7_torrentialRainAlsoBy200mmIn3h() // and section 12
    {
        const auto rating = rated("cwa-rain-2020", {{"rain-1h", 80}, {"rain-3h", 200}, {"rain-24h", 210}});
        QVERIFY(rating);
        QCOMPARE(rating->level.word.in(QStringLiteral("zh_TW")), QStringLiteral("大豪雨"));
        QCOMPARE(rating->critical, QStringLiteral("rain-3h"));
        QCOMPARE(rating->level.number, 3);
    }
    void s7_rainBefore2015()
    {
        const char* id = "cwa-rain-2004";
        QCOMPARE(rain(id, {{"rain-24h", 50}, {"rain-1h", 15}}), QStringLiteral("大雨"));
        QCOMPARE(rain(id, {{"rain-24h", 60}, {"rain-1h", 14}}), QString());
        QVERIFY(!rated(id, {{"rain-24h", 60}})); // heavy or not: the hour decides and is missing
        QCOMPARE(rain(id, {{"rain-24h", 130}}), QStringLiteral("豪雨"));
        QCOMPARE(rain(id, {{"rain-24h", 200}}), QStringLiteral("大豪雨"));
        QCOMPARE(rain(id, {{"rain-24h", 350}}), QStringLiteral("超大豪雨"));
        QCOMPARE(scale(id).effectiveTo, QDate(2015, 8, 31));
    }
    void s7_intensityByPga()
    {
        const std::vector<std::pair<double, const char*>> rows{
            {0, "0"},   {0.79, "0"}, {0.8, "1"},  {2.49, "1"}, {2.5, "2"},
            {7.9, "2"}, {8, "3"},    {24.9, "3"}, {25, "4"},   {79.9, "4"}};
        for (const auto& [pga, sign] : rows)
            QCOMPARE(signOf({{"pga", pga}}), QLatin1String(sign));
    }
    void s7_intensityByPgvFrom80gal()
    {
        const std::vector<std::pair<double, const char*>> rows{{15, "5-"},   {29.9, "5-"},  {30, "5+"},
                                                               {49.9, "5+"}, {50, "6-"},    {79.9, "6-"},
                                                               {80, "6+"},   {139.9, "6+"}, {140, "7"}};
        for (const auto& [pgv, sign] : rows)
            QCOMPARE(signOf({{"pga", 80}, {"pgv", pgv}}), QLatin1String(sign));
        QCOMPARE(signOf({{"pga", 80}}), QStringLiteral("-")); // velocity missing: no guess
    }
    void s7_pga80WithPgvBelow15IsStill4()
    {
        QCOMPARE(signOf({{"pga", 80}, {"pgv", 14.9}}), QStringLiteral("4"));
        QCOMPARE(signOf({{"pga", 300}, {"pgv", 0}}), QStringLiteral("4"));
        QCOMPARE(signOf({{"pga", 70}, {"pgv", 100}}),
                 QStringLiteral("4")); // below 80 gal velocity does not count
    }
    void s7_intensityIsNoNumberAndItsOrderIsExplicit() // and section 12
    {
        QStringList signs;
        for (const indicators::Level& level : scale("cwa-intensity-2020").levels)
            signs << level.sign;
        QCOMPARE(signs.join(QLatin1Char(' ')), QStringLiteral("0 1 2 3 4 5- 5+ 6- 6+ 7"));
        for (std::size_t i = 0; i < 10; ++i)
            QCOMPARE(scale("cwa-intensity-2020").levels[i].number, static_cast<int>(i));
    }
    void s7_intensityOfJapanIsOnNoLegendOfTaiwan()
    {
        QVERIFY(shipped().quantities->value(QStringLiteral("quake.intensity.jma")).scale.isEmpty());
    }
    void s7_earthquakeBroadcast()
    {
        const auto is = [](double magnitude, double intensity) {
            return indicators::evaluate(criterion("eew-2024").levels[0],
                                        {{QStringLiteral("magnitude"), magnitude},
                                         {QStringLiteral("county-intensity"), intensity}})
                .outcome;
        };
        QCOMPARE(is(5.0, 4), Outcome::Meets);
        QCOMPARE(is(4.9, 4), Outcome::DoesNotMeet);
        QCOMPARE(is(5.0, 3), Outcome::DoesNotMeet);
        QCOMPARE(is(6.5, 3), Outcome::Meets);
        QCOMPARE(is(6.5, 2), Outcome::DoesNotMeet);
        QCOMPARE(indicators::evaluate(criterion("eew-2024").levels[0], {{QStringLiteral("magnitude"), 6.0}})
                     .outcome,
                 Outcome::DataMissing);
    }
    void s7_riverStage()
    {
        const auto& river = criterion("river");
        const indicators::KnownValues base{{QStringLiteral("flood-level"), 10},
                                           {QStringLiteral("flood-plain-level"), 6}};
        const auto level = [&](double in2h, double in5h) {
            indicators::KnownValues known = base;
            known[QStringLiteral("level-in-2h")] = in2h;
            known[QStringLiteral("level-in-5h")] = in5h;
            const auto outcome = indicators::evaluate(river, known);
            return outcome.level ? river.levels[*outcome.level].id : QString();
        };
        QCOMPARE(level(10, 11), QStringLiteral("1"));
        QCOMPARE(level(9.9, 10), QStringLiteral("2"));
        QCOMPARE(level(6, 9), QStringLiteral("3"));
        QCOMPARE(level(5.9, 9), QString());
        QVERIFY(indicators::evaluate(river, base).undecided);
        QCOMPARE(indicators::riverWarningLevel(10, 0.5, 2), 9.0);
    }
    void s7_debrisFlowYellowIsForecastAndRedIsObserved()
    {
        const auto& debris = criterion("debris-flow");
        const QString forecast = QStringLiteral("forecast-rain"), observed = QStringLiteral("observed-rain"),
                      local = QStringLiteral("local-threshold");
        QCOMPARE(indicators::evaluate(debris, {{forecast, 400}, {observed, 100}, {local, 350}}).level,
                 std::size_t(1));
        QCOMPARE(indicators::evaluate(debris, {{forecast, 0}, {observed, 350}, {local, 350}}).level,
                 std::size_t(0));
        QVERIFY(!indicators::evaluate(debris, {{forecast, 349}, {observed, 349}, {local, 350}}).level);
        // The threshold lowered after an earthquake.
        QCOMPARE(indicators::evaluate(debris, {{forecast, 300}, {observed, 100}, {local, 250}}).level,
                 std::size_t(1));
    }
    void s7_closureIsMeetsOrNotOrDataMissing()
    {
        const auto& closure = criterion("closure-2023");
        const QString within = QStringLiteral("storm-radius-within-4h"),
                      mean = QStringLiteral("mean-beaufort"), gust = QStringLiteral("gust-beaufort");
        QCOMPARE(indicators::evaluate(closure.levels[0], {{within, 1}, {mean, 7}}).outcome, Outcome::Meets);
        QCOMPARE(indicators::evaluate(closure.levels[0], {{within, 1}, {mean, 6}, {gust, 10}}).outcome,
                 Outcome::Meets);
        QCOMPARE(indicators::evaluate(closure.levels[0], {{within, 1}, {mean, 6}, {gust, 9}}).outcome,
                 Outcome::DoesNotMeet);
        const auto missing = indicators::evaluate(closure.levels[0], {{within, 1}, {mean, 6}});
        QCOMPARE(missing.outcome, Outcome::DataMissing);
        QCOMPARE(missing.missing, QStringList{gust});
        QCOMPARE(indicators::evaluate(closure.levels[0], {{within, 0}}).outcome, Outcome::DoesNotMeet);
    }
    void s7_closureByRainNeedsDamageAsWell()
    {
        const auto& level = criterion("closure-2023").levels[1];
        const QString rain24 = QStringLiteral("rain-24h"), county = QStringLiteral("county-rain-24h"),
                      damage = QStringLiteral("damage-present-or-likely");
        QCOMPARE(indicators::evaluate(level, {{rain24, 360}, {county, 350}, {damage, 1}}).outcome,
                 Outcome::Meets);
        QCOMPARE(indicators::evaluate(level, {{rain24, 360}, {county, 350}, {damage, 0}}).outcome,
                 Outcome::DoesNotMeet);
        QCOMPARE(indicators::evaluate(level, {{rain24, 360}, {county, 350}}).outcome, Outcome::DataMissing);
        QCOMPARE(indicators::evaluate(level, {{rain24, 220}, {county, 200}, {damage, 1}}).outcome,
                 Outcome::Meets); // mountains
    }
    void s7_gdacsIsContextAndNoPriority()
    {
        QVERIFY(shipped().quantities->value(QStringLiteral("gdacs.level")).scale.isEmpty());
        QCOMPARE(priority("Green", "Immediate", "Observed"),
                 indicators::AlertPriority::P4); // its words are none of CAP's
    }
};

CITYOPS_TEST(QCoreApplication, HazardsDomainTest)
#include "domain_5_to_7_hazards_test.moc"
