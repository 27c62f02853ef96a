// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/typical.h"
#include "tests/layers/indicators/forecast_samples.h"
#include "tests/support/test_main.h"

using namespace std::chrono_literals;
using namespace samples;

/// The bad input the forecasts of section 9 have to stand.
class ForecastInputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Bad input
    void badInput_gapsStayGaps()
    {
        city::Series series = cityLike(24 * 60, 4);
        series.samples.erase(series.samples.begin() + 700, series.samples.begin() + 760);
        const auto made = indicators::forecast(series, questionAfter(series));
        QVERIFY(made);
        QCOMPARE(made->cleaning.missing, 60);
        QCOMPARE(made->inputs, 24 * 60 - 60);
    }
    void badInput_aFlatLineIsRefused()
    {
        city::Series series = cityLike(24 * 60, 4);
        for (city::Sample& sample : series.samples)
            sample.value = 12;
        const auto made = indicators::forecast(series, questionAfter(series));
        QVERIFY(!made);
        QVERIFY(made.problem().toString().contains(QStringLiteral("repeats one value")));
    }
    void badInput_aHangingInstrumentIsLeftOutAndHidesTheForecast()
    {
        city::Series series = cityLike(24 * 60, 4);
        for (std::size_t i = series.samples.size() - 48; i < series.samples.size(); ++i)
            series.samples[i].value = 12.5;
        QVERIFY(!indicators::forecast(series, questionAfter(series)));
    }
    void badInput_aSpikeIsLeftOut()
    {
        city::Series series = cityLike(24 * 60, 4);
        series.samples[1000].value = 990;
        const auto made = indicators::forecast(series, questionAfter(series));
        QVERIFY(made);
        QCOMPARE(made->cleaning.spikes, 1);
    }
    void badInput_negativeConcentrationsAreRefusedAndNeverForecast()
    {
        city::Series series = cityLike(24 * 60, 4, 12);
        series.samples[1000].value = -40;
        const auto made = indicators::forecast(series, questionAfter(series, 120));
        QVERIFY(made);
        QCOMPARE(made->cleaning.outOfRange, 1);
        for (const indicators::LeadForecast& lead : made->fan)
            QVERIFY(lead.value >= 0 && lead.bands[2].low >= 0);
    }
    void badInput_clocksThatJump()
    {
        city::Series series = cityLike(24 * 60, 4);
        const indicators::ForecastQuestion question = questionAfter(series);
        const auto straight = indicators::forecast(series, question);
        std::swap(series.samples[500], series.samples[501]);
        series.samples.push_back({question.issue + 1000h, 77});
        const auto jumped = indicators::forecast(series, question);
        QVERIFY(straight && jumped);
        QCOMPARE(jumped->cleaning.outOfOrder, 1);
        QCOMPARE(jumped->cleaning.fromTheFuture, 1);
        QCOMPARE(jumped->fan.front().value, straight->fan.front().value);
    }
    void badInput_tooShortIsRefused()
    {
        const city::Series series = cityLike(95, 4);
        const auto made = indicators::forecast(series, questionAfter(series));
        QVERIFY(!made);
        QVERIFY(made.problem().toString().contains(QStringLiteral("too short")));
        QVERIFY(!indicators::forecast({}, questionAfter(series)));
    }
    void badInput_noNumberIsNoValue()
    {
        city::Series series = cityLike(24 * 30, 4);
        series.samples[100].value = none;
        const auto made = indicators::forecast(series, questionAfter(series));
        QVERIFY(made);
        QCOMPARE(made->cleaning.outOfRange, 1);
        for (const indicators::LeadForecast& lead : made->fan)
            QVERIFY(std::isfinite(lead.value));
    }
};

CITYOPS_TEST(QCoreApplication, ForecastInputTest)
#include "domain_9_bad_input_test.moc"
