// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/indicators/shipped_scales.h"

#include "layers/indicators/trend.h"
#include "tests/support/test_main.h"

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr const char* us = "us-aqi-2024";
constexpr const char* tw = "tw-aqi-2025";

} // namespace

/// Sections 1 and 2, and what section 12 says of them.
class AirDomainTest : public QObject {
    Q_OBJECT

    static void vectors(const char* id, const char* quantity, const std::vector<std::pair<double, int>>& rows)
    {
        for (const auto& [value, index] : rows)
            QVERIFY2(indexOf(id, {{quantity, value}}) == index,
                     qPrintable(QStringLiteral("%1 %2 %3: %4")
                                    .arg(QLatin1String(id), QLatin1String(quantity))
                                    .arg(value)
                                    .arg(indexOf(id, {{quantity, value}}))));
    }

private Q_SLOTS:
    // 1. US EPA
    void s1_vectorsOfPm25()
    {
        vectors(us, "pm2.5",
                {{9.0, 50},
                 {9.05, 50},
                 {9.1, 51},
                 {12.0, 56},
                 {35.4, 100},
                 {35.49, 100},
                 {35.5, 101},
                 {55.4, 150},
                 {55.5, 151},
                 {125.4, 200},
                 {125.5, 201},
                 {225.4, 300},
                 {225.5, 301},
                 {325.4, 500},
                 {400, 649}});
    }
    void s1_vectorsOfPm10() { vectors(us, "pm10", {{54, 50}, {55, 51}, {154, 100}, {604, 500}}); }
    void s1_vectorsOfOzone8h() { vectors(us, "o3-8h", {{0.070, 100}, {0.071, 101}, {0.105, 200}}); }
    void s1_vectorsOfNo2() { vectors(us, "no2", {{100, 100}, {101, 101}, {650, 201}}); }
    void s1_everyBreakpointOfTheTable()
    {
        vectors(
            us, "co",
            {{0, 0}, {4.4, 50}, {4.5, 51}, {9.4, 100}, {12.4, 150}, {15.4, 200}, {30.4, 300}, {50.4, 500}});
        vectors(us, "so2", {{35, 50}, {36, 51}, {75, 100}, {76, 101}, {185, 150}, {186, 151}, {304, 200}});
        vectors(us, "so2-24h", {{305, 201}, {604, 300}, {605, 301}, {1004, 500}});
        vectors(
            us, "no2",
            {{53, 50}, {54, 51}, {360, 150}, {361, 151}, {649, 200}, {1249, 300}, {1250, 301}, {2049, 500}});
        vectors(us, "pm10", {{254, 150}, {255, 151}, {354, 200}, {355, 201}, {424, 300}, {425, 301}});
        vectors(us, "o3-1h",
                {{0.125, 101}, {0.164, 150}, {0.204, 200}, {0.404, 300}, {0.405, 301}, {0.604, 500}});
        vectors(us, "o3-8h",
                {{0.054, 50}, {0.055, 51}, {0.085, 150}, {0.086, 151}, {0.106, 201}, {0.200, 300}});
    }
    void s1_truncatesAndNeverRounds()
    {
        vectors(us, "o3-8h", {{0.0709, 100}});
        vectors(us, "pm10", {{54.9, 50}});
        vectors(us, "co", {{4.49, 50}});
        vectors(us, "so2", {{35.9, 50}});
        vectors(us, "no2", {{100.9, 100}});
    }
    void s1_decimalsThatADoubleCannotHold()
    {
        vectors(us, "o3-8h", {{0.055, 51}, {0.071, 101}, {0.086, 151}});
        vectors(us, "pm2.5", {{9.1, 51}, {55.5, 151}});
        vectors(us, "co", {{4.5, 51}, {9.5, 101}, {12.5, 151}});
    }
    void s1_theWorstPollutantDecidesAndIsNamed()
    {
        const auto rating = rated(us, {{"pm2.5", 9.0}, {"o3-8h", 0.071}, {"no2", 60}});
        QVERIFY(rating);
        QCOMPARE(rating->index, 101);
        QCOMPARE(rating->critical, QStringLiteral("o3-8h"));
        QCOMPARE(rating->level.word.in(QStringLiteral("en")),
                 QStringLiteral("Unhealthy for sensitive groups"));
        QCOMPARE(rating->parts.size(), std::size_t(3));
        QVERIFY(rating->missing.contains(QStringLiteral("pm10")));
    }
    void s1_ozoneTakesTheHigherOf8hAnd1h()
    {
        QCOMPARE(indexOf(us, {{"o3-8h", 0.070}, {"o3-1h", 0.165}}), 151);
        QCOMPARE(indexOf(us, {{"o3-8h", 0.106}, {"o3-1h", 0.130}}), 201);
    }
    void s1_ozone8hNeverGives301()
    {
        QVERIFY(!rated(us, {{"o3-8h", 0.250}})); // 1 h decides and is missing
        QCOMPARE(indexOf(us, {{"o3-8h", 0.250}, {"o3-1h", 0.300}}), 300);
        QCOMPARE(indexOf(us, {{"o3-8h", 0.250}, {"o3-1h", 0.405}}), 301);
    }
    void s1_ozone1hGivesNothingBelow125ppb()
    {
        QVERIFY(!rated(us, {{"o3-1h", 0.124}}));
        QCOMPARE(indexOf(us, {{"o3-8h", 0.030}, {"o3-1h", 0.124}}), indexOf(us, {{"o3-8h", 0.030}}));
    }
    void s1_so2From305OnTakesThe24hMean()
    {
        const auto missing = rated(us, {{"so2", 305}});
        QVERIFY(!missing);
        QCOMPARE(missing.problem().field, QStringLiteral("so2-24h"));
        QCOMPARE(indexOf(us, {{"so2", 400}, {"so2-24h", 604}}), 300);
        QCOMPARE(indexOf(us, {{"so2", 400}, {"so2-24h", 200}}), 200);
    }
    void s1_beyondTheAqiTheLastSegmentGoesOn()
    {
        const auto rating = rated(us, {{"pm2.5", 400}});
        QVERIFY(rating && rating->beyond);
        QCOMPARE(rating->level.number, 6);
        vectors(us, "pm10", {{605, 501}});
        vectors(us, "no2", {{2249, 550}});
        vectors(us, "co", {{60.4, 600}});
        QVERIFY(!rated(us, {{"pm2.5", 325.4}})->beyond);
    }
    void s1_negativePmIsKeptInMeansAndClampedInTheIndex()
    {
        const auto mean = indicators::trailingMean(hours({-3, 3, -3, 3}), 4, 3);
        QVERIFY(mean);
        QCOMPARE(mean->value, 0.0);
        vectors(us, "pm2.5", {{-3, 0}, {-0.05, 0}});
        QVERIFY(!rated(us, {{"pm2.5", -16}}));
        QVERIFY(!rated(us, {{"no2", -1}}));
    }
    void s1_officialColours()
    {
        const std::vector<QColor> official{{0, 228, 0}, {255, 255, 0},  {255, 126, 0},
                                           {255, 0, 0}, {143, 63, 151}, {126, 0, 35}};
        for (std::size_t i = 0; i < official.size(); ++i)
            QCOMPARE(scale(us).levels[i].colour, official[i]);
    }
    void s1_theTableBefore2024IsAVersionOfItsOwn()
    {
        vectors("us-aqi-2012", "pm2.5",
                {{12.0, 50},
                 {12.1, 51},
                 {35.4, 100},
                 {55.4, 150},
                 {150.4, 200},
                 {250.4, 300},
                 {350.4, 400},
                 {350.5, 401},
                 {500.4, 500}});
        QCOMPARE(scale("us-aqi-2012").effectiveTo, QDate(2024, 5, 5));
        QCOMPARE(scale(us).effectiveFrom, QDate(2024, 5, 6));
    }

    // 1.1 NowCast of particles
    void s1_1_vectorWithAGap()
    {
        const auto made = indicators::particleNowCast(
            hours({21, none, 35, 49.2, 48.6, 53.7, 66.2, 69.2, 64.9, 50, 43, 34.9}), 1);
        QVERIFY(made);
        QCOMPARE(made->value, 28.4);
        const auto finer = indicators::particleNowCast(
            hours({21, none, 35, 49.2, 48.6, 53.7, 66.2, 69.2, 64.9, 50, 43, 34.9}), 6);
        QCOMPARE(finer->value, 28.409801);
        QCOMPARE(made->validInputs, 11);
        QCOMPARE(*made->last - *made->first, city::Duration(std::chrono::hours(11)));
        QVERIFY(made->method.contains(QStringLiteral("NowCast")));
    }
    void s1_1_vectorWithHalfWeights()
    {
        const auto made =
            indicators::particleNowCast(hours({13, 16, 10, 21, 74, 64, 53, 82, 90, 75, 80, 50}), 2);
        QVERIFY(made);
        QCOMPARE(made->value, 17.41);
    }
    void s1_1_constantStaysConstant()
    {
        QCOMPARE(indicators::particleNowCast(hours(std::vector<double>(12, 20)), 1)->value, 20.0);
    }
    void s1_1_twoOfTheNewestThreeMissingIsNothing()
    {
        QVERIFY(!indicators::particleNowCast(hours({none, none, 35, 49, 48, 53, 66, 69, 64, 50, 43, 34}), 1));
        QVERIFY(!indicators::particleNowCast(hours({30, none, none, 49, 48, 53, 66, 69, 64, 50, 43, 34}), 1));
    }
    void
    s1_1_onlyTheNewestMissingIsAValue() // and section 12: void when only the newest hour is missing is wrong
    {
        QVERIFY(indicators::particleNowCast(hours({none, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20}), 1));
    }
    void s1_1_allZeroWeighsEqually()
    {
        QCOMPARE(indicators::particleNowCast(hours(std::vector<double>(12, 0)), 1)->value, 0.0);
    }
    void s1_1_truncatesPm10ToWholes()
    {
        QCOMPARE(
            indicators::particleNowCast(hours({13, 16, 10, 21, 74, 64, 53, 82, 90, 75, 80, 50}), 0)->value,
            17.0);
    }

    // 1.2 Ozone: no regression is done, so nothing is called NowCast
    void s1_2_theSurrogateIsNotCalledNowCast()
    {
        const auto made = indicators::ozoneSurrogate(hours({100}));
        QVERIFY(made);
        QCOMPARE(made->value, 89.5);
        QVERIFY(!made->method.contains(QStringLiteral("NowCast"), Qt::CaseInsensitive));
        QVERIFY(made->method.contains(QStringLiteral("surrogate")));
    }
    void s1_2_fallsBackOneOrTwoHoursAndNoFurther()
    {
        QCOMPARE(indicators::ozoneSurrogate(hours({none, none, 100}))->value, 89.5);
        QVERIFY(!indicators::ozoneSurrogate(hours({none, none, none, 100})));
    }
    void s1_2_zeroAndNegativeAreZero()
    {
        QCOMPARE(indicators::ozoneSurrogate(hours({0, 0, 0}))->value, 0.0);
        QCOMPARE(indicators::ozoneSurrogate(hours({-2}))->value, 0.0);
    }

    // 2. Taiwan
    void s2_vectors()
    {
        vectors(tw, "pm2.5", {{12.4, 50}, {12.5, 51}, {25.0, 85}, {30.4, 100}, {30.5, 101}, {50.4, 150}});
        vectors(tw, "pm10", {{30, 50}, {31, 51}, {75, 100}, {76, 101}});
        vectors(tw, "no2", {{21, 50}, {22, 51}});
    }
    void s2_everyBreakpointOfTheTable()
    {
        vectors(tw, "pm2.5",
                {{125.4, 200}, {125.5, 201}, {225.4, 300}, {325.4, 400}, {325.5, 401}, {500.4, 500}});
        vectors(tw, "pm10", {{190, 150}, {354, 200}, {424, 300}, {504, 400}, {505, 401}, {604, 500}});
        vectors(tw, "o3-8h", {{0.054, 50}, {0.070, 100}, {0.085, 150}, {0.105, 200}, {0.200, 300}});
        vectors(tw, "o3-1h",
                {{0.101, 101},
                 {0.134, 150},
                 {0.135, 151},
                 {0.204, 200},
                 {0.404, 300},
                 {0.504, 400},
                 {0.604, 500}});
        vectors(tw, "co",
                {{4.4, 50}, {9.4, 100}, {12.4, 150}, {15.4, 200}, {30.4, 300}, {40.4, 400}, {50.4, 500}});
        vectors(tw, "so2", {{8, 50}, {9, 51}, {65, 100}, {66, 101}, {160, 150}, {304, 200}});
        vectors(tw, "so2-24h", {{305, 201}, {604, 300}, {804, 400}, {1004, 500}});
        vectors(tw, "no2", {{100, 100}, {360, 150}, {649, 200}, {1249, 300}, {1649, 400}, {2049, 500}});
    }
    void s2_theTableBefore2025IsAVersionOfItsOwn()
    {
        vectors(
            "tw-aqi-2016", "pm2.5",
            {{15.4, 50}, {35.4, 100}, {54.4, 150}, {150.4, 200}, {250.4, 300}, {350.4, 400}, {500.4, 500}});
        vectors("tw-aqi-2016", "pm10",
                {{50, 50}, {100, 100}, {254, 150}, {354, 200}, {424, 300}, {504, 400}, {604, 500}});
        vectors("tw-aqi-2016", "so2", {{20, 50}, {75, 100}, {185, 150}});
        vectors("tw-aqi-2016", "no2", {{30, 50}, {100, 100}, {360, 150}});
        QCOMPARE(scale("tw-aqi-2016").effectiveTo, QDate(2024, 12, 31));
        QCOMPARE(scale(tw).effectiveFrom, QDate(2025, 1, 1));
    }
    void s2_realTimeParticlesAreHalf12hAndHalf4h()
    {
        const auto made =
            indicators::taiwanParticles(hours({40, 40, 40, 40, 10, 10, 10, 10, 10, 10, 10, 10}), 1);
        QVERIFY(made);
        QCOMPARE(made->value, 30.0); // 0.5 * 20 + 0.5 * 40
        QCOMPARE(made->validInputs, 12);
    }
    void s2_realTimeParticlesNeed6Of12And2Of4()
    {
        QVERIFY(indicators::taiwanParticles(
            hours({none, none, 20, 20, 20, 20, 20, 20, none, none, none, none}), 1));
        QVERIFY(
            !indicators::taiwanParticles(hours({none, none, none, 20, 20, 20, 20, 20, 20, 20, 20, 20}), 1));
        QVERIFY(!indicators::taiwanParticles(
            hours({20, 20, 20, 20, 20, none, none, none, none, none, none, none}), 1));
    }
    void s2_particlesAreRoundedHalfUpNotTruncated()
    {
        QCOMPARE(indicators::taiwanParticles(hours(std::vector<double>(12, 12.45)), 1)->value, 12.5);
        QCOMPARE(indexOf(tw, {{"pm2.5", 12.45}}), 51);
    }
    void s2_ozoneAndCoAreTheLast8Hours()
    {
        const auto rating =
            indicators::airIndex(scale(tw), indicators::AirRules::Taiwan,
                                 {{QStringLiteral("co"), hours({8, 8, 8, 8, 0, 0, 0, 0, 30, 30, 30, 30})}});
        QVERIFY(rating);
        QCOMPARE(rating->parts[0].input.value, 4.0);
        QCOMPARE(rating->parts[0].input.validInputs, 8);
    }
    void s2_no2So2AndOzone1hAreTheCurrentHour()
    {
        const auto rating = indicators::airIndex(
            scale(tw), indicators::AirRules::Taiwan,
            {{QStringLiteral("no2"), hours({22, 90, 90})}, {QStringLiteral("so2"), hours({none, 9})}});
        QVERIFY(rating);
        QCOMPARE(rating->index, 51);
        QCOMPARE(rating->critical, QStringLiteral("no2"));
        QVERIFY(rating->missing.contains(QStringLiteral("so2")));
    }
    void s2_aTrendAcross2025IsBrokenOrRecomputed()
    {
        const std::vector<const indicators::Scale*> versions{&scale("tw-aqi-2016"), &scale(tw)};
        indicators::DayCalendar calendar;
        calendar.zone = QTimeZone("Asia/Taipei");
        city::Series series;
        const city::Instant midnight = *city::fromIso(u"2025-01-01T00:00:00+08:00");
        for (int hour = -3; hour < 3; ++hour)
            series.samples.push_back({midnight + std::chrono::hours(hour), 13.0});
        const auto segments = indicators::trendSegments(series, versions, calendar);
        QCOMPARE(segments.size(), std::size_t(2));
        QCOMPARE(segments[0].scale, QStringLiteral("tw-aqi-2016"));
        QCOMPARE(segments[0].end, std::size_t(3));
        QCOMPARE(segments[1].begin, std::size_t(3));
        const city::Series one = indicators::onOneScale(series, scale(tw), QStringLiteral("pm2.5"));
        QCOMPARE(one.samples.size(), std::size_t(6));
        QCOMPARE(one.samples.front().value, one.samples.back().value);
        QVERIFY(indexOf("tw-aqi-2016", {{"pm2.5", 13}}) != indexOf(tw, {{"pm2.5", 13}}));
    }

    // 12. Errors of public copies
    void s12_theLastSegmentOfPm25IsOneSince2024()
    {
        vectors(us, "pm2.5", {{275.4, 400}, {325.4, 500}});
        QVERIFY(indexOf(us, {{"pm2.5", 500.4}}) > 500);
    }
    void s12_noOzone8hBandUpTo604() { QVERIFY(!rated(us, {{"o3-8h", 0.604}})); }
    void s12_no2HazardousEndsAt2049() { vectors(us, "no2", {{2049, 500}}); }
    void s12_oldEaqiBandsAreGone()
    {
        QCOMPARE(levelOf("eaqi-2024", {{"pm2.5", 10}}), 2);
    } // the old first band ended there

    // What every value carries, and bad input
    void everyResultCarriesItsScaleVersionAndInputs()
    {
        const auto rating =
            indicators::airIndex(scale(us), indicators::AirRules::UnitedStates,
                                 {{QStringLiteral("pm2.5"), hours(std::vector<double>(12, 20))}});
        QVERIFY(rating);
        QCOMPARE(rating->scale, QStringLiteral("us-aqi-2024"));
        QCOMPARE(rating->version, QStringLiteral("2024-05-06"));
        const indicators::Averaged& input = rating->parts[0].input;
        QVERIFY(input.method.contains(QStringLiteral("NowCast")));
        QCOMPARE(input.validInputs, 12);
        QVERIFY(input.first && input.last && *input.first < *input.last);
    }
    void unknownTwiceOrNoNumberIsRefusedByName()
    {
        QCOMPARE(rated(us, {{"pm25", 3}}).problem().field, QStringLiteral("pm25"));
        QCOMPARE(rated(us, {{"pm2.5", 3}, {"pm2.5", 4}}).problem().field, QStringLiteral("pm2.5"));
        QCOMPARE(rated(us, {{"pm2.5", none}}).problem().field, QStringLiteral("pm2.5"));
        QVERIFY(!rated(us, {}));
    }
    void aColumnByItselfIsTheSameTable()
    {
        const indicators::Scale& own = scale("tw-aqi-2025/pm2.5");
        QCOMPARE(own.levelOf(12.44)->number, 1);
        QCOMPARE(own.levelOf(12.45)->number, 2);
        QCOMPARE(own.levelOf(600)->number, 6);
        QCOMPARE(own.levelOf(-3)->number, 1);
        QVERIFY(!own.levelOf(none));
    }
};

CITYOPS_TEST(QCoreApplication, AirDomainTest)
#include "domain_1_to_2_air_test.moc"
