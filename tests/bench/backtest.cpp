// SPDX-License-Identifier: GPL-3.0-or-later
// Backtests of a recorded public series and of the demo city's year: MASE by lead and coverage, one line a
// series, a summary last. `background` backtests 500 hourly series of a year in the pool while the main
// thread's event loop turns, and prints the longest time it was held. Usage: backtest recorded FILE.csv |
// backtest demo | backtest background [SERIES]
#include "app/demo/demo_city.h"
#include "layers/city/threads.h"
#include "layers/indicators/forecast/forecast.h"
#include "tests/layers/indicators/forecast_samples.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QThreadPool>
#include <QTimer>
#include <QtConcurrent>
#include <algorithm>
#include <cmath>
#include <cstdio>

namespace {

/// The wide table of the Taipei Metro: a row a day, a column a station, entries and exits together.
std::vector<city::Series> readWide(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QStringList names = lines.value(0).trimmed().split(QLatin1Char(','));
    std::vector<city::Series> all;
    for (int column = 2; column < names.size(); ++column) {
        city::Series series{{QStringLiteral("metro-station"), names[column]},
                            QStringLiteral("people"),
                            QStringLiteral("1"),
                            {}};
        for (const QString& line : lines.mid(1)) {
            const QStringList cells = line.trimmed().split(QLatin1Char(','));
            const auto at = city::fromIso(QString(cells.value(1) + QStringLiteral("T00:00:00+08:00")));
            bool good = false;
            const double value = cells.value(column).toDouble(&good);
            if (at && good) series.samples.push_back({*at, value});
        }
        all.push_back(std::move(series));
    }
    return all;
}

std::shared_ptr<const app::Pack> pack()
{
    const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
    static const auto read = app::readPack(resources + QStringLiteral("/packs/taipei"), resources).pack;
    return read;
}

std::vector<city::Series> demoYear()
{
    const city::FixedClock clock(app::DemoCity::openingMoment());
    const app::DemoCity demo(pack(), clock);
    const city::Instant to = app::DemoCity::dayStart();
    std::map<std::pair<city::PlaceId, QString>, city::Series> found;
    for (const char* feed : {"air-moenv", "markets-taipei"}) {
        for (const city::Observation& one :
             demo.past(QLatin1String(feed), to - std::chrono::hours(24 * 365), to, std::chrono::hours(1))) {
            city::Series& series = found[{one.place, one.quantity}];
            series.place = one.place;
            series.quantity = one.quantity;
            series.samples.push_back({one.observedAt, one.value});
        }
    }
    std::vector<city::Series> all;
    for (auto& [key, series] : found)
        if (key.second != QLatin1String("wind.direction")) all.push_back(std::move(series));
    return all;
}

struct Total {
    int series = 0, refused = 0, naive = 0, banded = 0;
    double inside = 0, mase = 0;
    std::vector<double> maseByLead;
    std::vector<int> leads;
};

void print(const city::Series& series, const indicators::Forecast& made, Total& total)
{
    const indicators::Skill& skill = made.skill();
    std::printf("%s %s %s forecasts %d MASE %.3f skill %.3f coverage50 %.3f coverage80 %.3f coverage95 %.3f "
                "MASE by lead",
                qPrintable(series.place.id), qPrintable(series.quantity), qPrintable(made.model),
                skill.forecasts, skill.mase, skill.skill(), skill.coverage[0], skill.coverage[1],
                skill.coverage[2]);
    const std::size_t every = std::max<std::size_t>(1, skill.maseByLead.size() / 12);
    for (std::size_t h = 0; h < skill.maseByLead.size(); h += every)
        std::printf(" %zu:%.2f", h + 1, skill.maseByLead[h]);
    std::printf("\n");
    ++total.series;
    total.naive += made.model == QLatin1String("seasonal-naive") ? 1 : 0;
    total.banded += skill.banded;
    total.inside += skill.coverage[1] * skill.banded;
    if (std::isfinite(skill.mase)) total.mase += skill.mase;
    total.maseByLead.resize(skill.maseByLead.size());
    total.leads.resize(skill.maseByLead.size());
    for (std::size_t h = 0; h < skill.maseByLead.size(); ++h) {
        if (std::isnan(skill.maseByLead[h])) continue;
        total.maseByLead[h] += skill.maseByLead[h];
        ++total.leads[h];
    }
}

/// How long the event loop went without turning, while a timer asks it to turn every five milliseconds.
class Hold {
public:
    Hold()
    {
        m_since.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_times.push_back(static_cast<double>(m_since.nsecsElapsed()) / 1e6);
            m_since.restart();
        });
        m_timer.start(5);
    }
    void print()
    {
        std::sort(m_times.begin(), m_times.end());
        const auto at = [this](double share) {
            return m_times[static_cast<std::size_t>(share * static_cast<double>(m_times.size() - 1))];
        };
        std::printf("%zu turns of the main thread's loop (asked for every 5 ms): median %.1f ms, p99 %.1f "
                    "ms, longest %.1f ms\n",
                    m_times.size(), at(0.5), at(0.99), m_times.back());
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_times;
};

int inTheBackground(int count)
{
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    Hold hold;
    int left = count, made = 0;
    for (int i = 0; i < count; ++i) {
        const auto seed = static_cast<quint32>(i + 1);
        auto one = QtConcurrent::run(&city::workThreads(), [seed] {
            city::letTheWindowGoFirst();
            const city::Series series = samples::cityLike(24 * 365, seed);
            return indicators::forecast(series, samples::questionAfter(series)).ok();
        });
        one.then(&loop, [&](bool good) {
            made += good ? 1 : 0;
            if (--left == 0) loop.quit();
        });
    }
    loop.exec();
    std::printf("%d of %d hourly series of a year backtested in %.1f s by %d threads\n", made, count,
                static_cast<double>(timer.elapsed()) / 1000, city::workThreads().maxThreadCount());
    hold.print();
    return made == count ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("background"))
        return inTheBackground(words.size() > 2 ? words[2].toInt() : 500);
    const bool recorded = words.value(1) == QLatin1String("recorded");
    const std::vector<city::Series> all = !pack()    ? std::vector<city::Series>()
                                          : recorded ? readWide(words.value(2))
                                                     : demoYear();
    QElapsedTimer timer;
    timer.start();
    Total total;
    if (!pack()) {
        std::fprintf(stderr, "CITYOPS_RESOURCES must name the program's resources\n");
        return 1;
    }
    for (const city::Series& series : all) {
        indicators::ForecastQuestion question;
        question.step = indicators::forecastStep(series);
        question.issue = series.samples.empty() ? city::Instant() : series.samples.back().at + question.step;
        question.horizon = recorded ? 14 : series.quantity.contains(QLatin1String("venue")) ? 24 : 120;
        question.calendar = pack()->calendar;
        const auto made = indicators::forecast(series, question);
        if (made) {
            print(series, *made, total);
        } else {
            ++total.refused;
            std::printf("%s\n", qPrintable(made.problem().toString()));
        }
    }
    std::printf("%d series, %d refused, %d by the seasonal naive; %d intervals, 80 %% cover %.4f; mean MASE "
                "%.3f; %.1f ms a series\nMASE by lead",
                total.series, total.refused, total.naive, total.banded,
                total.inside / std::max(1, total.banded), total.mase / std::max(1, total.series),
                static_cast<double>(timer.elapsed()) /
                    static_cast<double>(std::max<std::size_t>(1, all.size())));
    for (std::size_t h = 0; h < total.leads.size(); ++h)
        std::printf(" %zu:%.3f", h + 1, total.maseByLead[h] / std::max(1, total.leads[h]));
    std::printf("\n");
    return total.series > 0 ? 0 : 1;
}
