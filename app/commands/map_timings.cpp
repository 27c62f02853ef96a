// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/map_timings.h"

#include "layers/city/threads.h"
#include "layers/geo/columns.h"
#include "layers/map/paint/painter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QThread>
#include <QtConcurrent>
#include <sys/resource.h>

namespace app {

void getReady()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("point.geojson"));
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly)) return;
    file.write(R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)"
               R"("geometry":{"type":"Point","coordinates":[121.5,25]}}]})");
    file.close();
    std::vector<int> readings(static_cast<std::size_t>(2 * QThread::idealThreadCount()));
    QtConcurrent::blockingMap(&city::workThreads(), readings, [&name](int) { (void)geo::readColumns(name, {}); });
}

QJsonObject redrawTimes(const map::Scene& scene, const map::View& view, int repeat)
{
    const QPointF middle(view.size.width() / 2.0, view.size.height() / 2.0);
    const map::View quarter = view.zoomed(2, middle), sixteenth = view.zoomed(4, middle);
    const std::pair<QString, map::View> views[] = {
        {QStringLiteral("full"), view},
        {QStringLiteral("quarter"), quarter},
        {QStringLiteral("sixteenth"), sixteenth},
        {QStringLiteral("pan25_quarter"), quarter.panned({-0.25 * view.size.width(), 0})},
        {QStringLiteral("zoom2_sixteenth"), sixteenth.zoomed(2, middle)},
    };
    QJsonObject times;
    for (const auto& [name, seen] : views) {
        QJsonArray each;
        for (int i = 0; i < repeat; ++i) {
            QElapsedTimer timer;
            timer.start();
            const QImage image = map::render(scene, seen, 1);
            each.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        times.insert(name, each);
    }
    return times;
}

double peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

} // namespace app
