// SPDX-License-Identifier: GPL-3.0-or-later

// The least a QtCharts program can do: one window with one line chart, gone as soon as it has been painted. The
// yardstick for how long CityOps takes to its first complete dashboard.

#include <QApplication>
#include <QChartView>
#include <QLineSeries>
#include <QTimer>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    auto* series = new QLineSeries;
    for (int i = 0; i < 100; ++i)
        series->append(i, (i * 37) % 50);
    auto* chart = new QChart;
    chart->addSeries(series);
    chart->createDefaultAxes();
    QChartView view(chart);
    view.resize(1366, 768);
    view.show();
    // A zero timer fires when everything pending, the first painting included, has been done.
    QTimer::singleShot(0, &application, [&] { view.grab(); application.quit(); });
    return QApplication::exec();
}
