// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/forecast/forecast.h"
#include "tests/app/demo/demo_pack.h"
#include "tests/support/test_main.h"

/// Forecasts of the demo city's year: the measured share of what the bands hold, and what they are worth.
class DemoForecastTest : public QObject {
    Q_OBJECT

    std::vector<city::Series> m_series;
    std::vector<indicators::Forecast> m_made;
    std::shared_ptr<const app::Pack> m_pack;

private Q_SLOTS:
    void initTestCase()
    {
        m_pack = taipei();
        QVERIFY(m_pack);
        const city::FixedClock clock(app::DemoCity::openingMoment());
        const app::DemoCity city(m_pack, clock);
        const city::Instant to = app::DemoCity::dayStart();
        QSet<app::DemoCity::Series> wanted;
        for (const char* site : {"11", "12", "13", "14", "15"})
            for (const char* quantity : {"pm2.5", "aqi", "o3", "no2"})
                wanted.insert(
                    {{QStringLiteral("air-station"), QLatin1String(site)}, QLatin1String(quantity)});
        std::map<std::pair<city::PlaceId, QString>, city::Series> found;
        for (const auto& [feed, observations] :
             city.pastOf(wanted, to - std::chrono::hours(24 * 365), to, std::chrono::hours(1)))
            for (const city::Observation& one : observations) {
                city::Series& series = found[{one.place, one.quantity}];
                series.place = one.place;
                series.quantity = one.quantity;
                series.samples.push_back({one.observedAt, one.value});
            }
        for (const auto& [key, series] : found)
            m_series.push_back(series);
        QVERIFY(m_series.size() >= 8);
    }

    void everySeriesOfTheYearIsForecast()
    {
        for (const city::Series& series : m_series) {
            QVERIFY(series.samples.size() > 24 * 300);
            indicators::ForecastQuestion question;
            question.issue = series.samples.back().at + std::chrono::hours(1);
            question.horizon = 24;
            question.calendar = m_pack->calendar;
            const auto made = indicators::forecast(series, question);
            QVERIFY2(made, qPrintable(made.ok() ? QString() : made.problem().toString()));
            m_made.push_back(*made);
        }
    }

    void intervalsOf80PercentHold77To83()
    {
        double inside = 0;
        int count = 0;
        for (const indicators::Forecast& made : m_made) {
            inside += made.skill().coverage[1] * made.skill().banded;
            count += made.skill().banded;
        }
        QVERIFY2(count >= 200, qPrintable(QString::number(count)));
        QVERIFY2(inside / count >= 0.77 && inside / count <= 0.83,
                 qPrintable(QString::number(inside / count)));
    }

    void whatIsShownBeatsTheSeasonalNaiveForecast()
    {
        int better = 0;
        for (const indicators::Forecast& made : m_made) {
            QVERIFY(made.model == QStringLiteral("seasonal-naive") || made.skill().skill() > 0);
            better += made.model != QStringLiteral("seasonal-naive") ? 1 : 0;
        }
        QVERIFY(better > 0);
    }
};

CITYOPS_TEST(QCoreApplication, DemoForecastTest)
#include "forecast_test.moc"
