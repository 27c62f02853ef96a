// SPDX-License-Identifier: GPL-3.0-or-later
// A chart of half a million samples: how long until it is first painted, and how many frames a second it
// paints while the pointer brushes over it and while the time is zoomed step by step. The yardstick is
// QtCharts given the same samples unreduced, in the same run. Needs no display: QT_QPA_PLATFORM=offscreen.
// Usage: chart_samples [SAMPLES]
#include "widgets/charts/chart_panel.h"
#include "widgets/charts/series_view.h"

#include <QApplication>
#include <QChartView>
#include <QElapsedTimer>
#include <QLineSeries>
#include <QMouseEvent>
#include <cmath>
#include <cstdio>

namespace {

constexpr int frames = 90;

double msOf(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void paintNow(QWidget& widget)
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    widget.grab();
}

widgets::ChartData chartOf(int count)
{
    widgets::ChartData chart;
    chart.id = QStringLiteral("bench");
    chart.title = QStringLiteral("Half a million samples");
    chart.unit = QStringLiteral("km/h");
    chart.from = city::Instant(std::chrono::hours(450'000));
    widgets::ChartSeries series;
    for (int i = 0; i < count; ++i)
        series.samples.push_back(
            {chart.from + std::chrono::minutes(i), 40 + 20 * std::sin(i * 0.004) + (i * 7919 % 100) * 0.1});
    chart.to = series.samples.back().at;
    chart.series.push_back(std::move(series));
    return chart;
}

void send(QWidget& to, QEvent::Type type, QPointF at, Qt::MouseButtons held)
{
    QMouseEvent event(type, at, to.mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                      held, Qt::NoModifier);
    QCoreApplication::sendEvent(&to, &event);
}

/// Frames a second, and the longest of them.
void print(const char* what, const std::vector<double>& times)
{
    double sum = 0, most = 0;
    for (const double one : times) {
        sum += one;
        most = std::max(most, one);
    }
    std::printf("%s: %.1f frames a second, longest frame %.1f ms\n", what,
                1000 * static_cast<double>(times.size()) / sum, most);
}

std::vector<double> brushed(widgets::ChartPanel& panel)
{
    auto* view = panel.findChild<widgets::SeriesView*>();
    QWidget& ground = *view->viewport();
    std::vector<double> times;
    const double y = ground.height() / 2.0, left = ground.width() * 0.25,
                 step = ground.width() * 0.4 / frames;
    send(ground, QEvent::MouseButtonPress, {left, y}, Qt::LeftButton);
    for (int i = 1; i <= frames; ++i) {
        QElapsedTimer timer;
        timer.start();
        send(ground, QEvent::MouseMove, {left + i * step, y}, Qt::LeftButton);
        paintNow(panel);
        times.push_back(msOf(timer));
    }
    send(ground, QEvent::MouseButtonRelease, {left + frames * step, y}, Qt::NoButton);
    paintNow(panel);
    return times;
}

std::vector<double> zoomed(widgets::ChartPanel& panel, const widgets::ChartData& chart)
{
    auto* view = panel.findChild<widgets::SeriesView*>();
    std::vector<double> times;
    const auto whole = chart.to - chart.from;
    for (int i = 0; i < frames; ++i) {
        QElapsedTimer timer;
        timer.start();
        view->zoomTo(chart.from + whole * i / (3 * frames), chart.to - whole * i / (2 * frames));
        paintNow(panel);
        times.push_back(msOf(timer));
    }
    return times;
}

double plainQtCharts(const widgets::ChartData& chart)
{
    QElapsedTimer timer;
    timer.start();
    auto* line = new QLineSeries;
    QList<QPointF> points;
    for (const city::Sample& one : chart.series.front().samples)
        points.push_back({static_cast<double>((one.at - chart.from).count()), one.value});
    line->replace(points);
    auto* plain = new QChart;
    plain->addSeries(line);
    plain->createDefaultAxes();
    QChartView view(plain);
    view.resize(900, 300);
    view.show();
    paintNow(view);
    return msOf(timer);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const widgets::ChartData chart = chartOf(argc > 1 ? std::atoi(argv[1]) : 500'000);
    widgets::ChartPanel panel;
    panel.resize(900, 300);
    panel.show();
    paintNow(panel);
    QElapsedTimer timer;
    timer.start();
    panel.setChart(chart);
    paintNow(panel);
    std::printf("%zu samples: first picture after %.1f ms\n", chart.series.front().samples.size(),
                msOf(timer));
    print("brushing", brushed(panel));
    print("zooming", zoomed(panel, chart));
    std::printf("QtCharts alone with all of them: first picture after %.1f ms\n", plainQtCharts(chart));
    return 0;
}
