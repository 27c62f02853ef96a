// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/indicators/shipped_scales.h"
#include "tests/support/test_main.h"

/// Sections 3 and 4, and what section 12 says of them.
class GuidelineDomainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // 3. Europe
    void s3_upperBoundsBelongToTheBand()
    {
        const std::vector<std::pair<const char*, std::vector<double>>> table{
            {"pm2.5", {5, 15, 50, 90, 140}},
            {"pm10", {15, 45, 120, 195, 270}},
            {"no2", {10, 25, 60, 100, 150}},
            {"o3-1h", {60, 100, 120, 160, 180}},
            {"so2", {20, 40, 125, 190, 275}}};
        for (const auto& [quantity, bounds] : table) {
            for (std::size_t i = 0; i < bounds.size(); ++i) {
                QCOMPARE(levelOf("eaqi-2024", {{quantity, bounds[i]}}), static_cast<int>(i) + 1);
                QCOMPARE(levelOf("eaqi-2024", {{quantity, bounds[i] + 0.1}}), static_cast<int>(i) + 2);
            }
        }
    }
    void s3_theWorstPollutantCountsAndThereIsNoNumber()
    {
        const auto rating = rated("eaqi-2024", {{"pm2.5", 4}, {"o3-1h", 170}});
        QVERIFY(rating);
        QVERIFY(!rating->index);
        QCOMPARE(rating->level.number, 5);
        QCOMPARE(rating->critical, QStringLiteral("o3-1h"));
    }

    // 4. WHO
    void s4_everyLevelOfTheTable()
    {
        const auto& guidelines = shipped().guidelines;
        QCOMPARE(guidelines.size(), std::size_t(1));
        struct Row {
            const char *quantity, *averaging;
            double level;
            std::vector<double> interim;
        };
        const std::vector<Row> table{
            {"pm2.5", "annual", 5, {35, 25, 15, 10}}, {"pm2.5", "24 h", 15, {75, 50, 37.5, 25}},
            {"pm10", "annual", 15, {70, 50, 30, 20}}, {"pm10", "24 h", 45, {150, 100, 75, 50}},
            {"o3", "peak season", 60, {100, 70}},     {"o3", "8 h", 100, {160, 120}},
            {"no2", "annual", 10, {40, 30, 20}},      {"no2", "24 h", 25, {120, 50}},
            {"so2", "24 h", 40, {125, 50}},           {"co", "24 h", 4, {7}}};
        for (const Row& row : table) {
            const auto* found = guidelines[0].row(QLatin1String(row.quantity), QLatin1String(row.averaging));
            QVERIFY2(found, row.quantity);
            QCOMPARE(found->guideline, row.level);
            QCOMPARE(found->interim, row.interim);
        }
    }
    void s4_so2Is40AndNot50() // and section 12
    {
        QCOMPARE(shipped().guidelines[0].row(QStringLiteral("so2"), QStringLiteral("24 h"))->guideline, 40.0);
    }
    void s4_whichTargetIsMet()
    {
        const auto& row = *shipped().guidelines[0].row(QStringLiteral("pm2.5"), QStringLiteral("annual"));
        QCOMPARE(indicators::targetMet(row, 5), 0);
        QCOMPARE(indicators::targetMet(row, 5.1), 4);
        QCOMPARE(indicators::targetMet(row, 35), 1);
        QVERIFY(!indicators::targetMet(row, 35.1));
    }
    void s4_guidelinesAreNoScaleToDraw()
    {
        for (const indicators::Scale& one : *shipped().scales)
            QVERIFY2(!one.id.contains(QStringLiteral("who")), qPrintable(one.id));
    }
};

CITYOPS_TEST(QCoreApplication, GuidelineDomainTest)
#include "domain_3_to_4_air_test.moc"
