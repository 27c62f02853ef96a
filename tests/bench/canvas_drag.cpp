// SPDX-License-Identifier: GPL-3.0-or-later

// Shows the real canvas over upright stripes on a ground of pure magenta and drags it to and fro for some seconds, far
// beyond what one picture of it holds. To the west the stripes are a layer of polygons, to the east a raster that is read
// in tiles as it is seen: the drag goes across the borders of pictures, of tiles and of the two layers. Watched from
// outside by drag_record.py: magenta is a hole in the map, a stripe that is not straight a torn frame.
// Usage: canvas_drag WIDTHxHEIGHT SECONDS
#include "layers/map/kinds/bulk_build.h"
#include "layers/map/kinds/raster.h"
#include "widgets/map/map_canvas.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <cmath>
#include <cstdio>

namespace {

constexpr double metresPerPixel = 10;
constexpr QPointF middle(13'535'000, 2'885'000);
constexpr int stripe = 24; // pixels
constexpr QRgb greys[] = {qRgb(20, 20, 20), qRgb(70, 70, 70), qRgb(120, 120, 120)};

/// Stripes of three dark greys from far left to the middle, each of many short pieces so that blocks have borders
/// everywhere.
map::LayerScene polygonStripes()
{
    map::LayerScene layer;
    geo::Columns columns;
    geo::ShapeColumns& out = columns.polygons;
    constexpr int across = 201, down = 60;
    constexpr double width = stripe * metresPerPixel, height = 100 * metresPerPixel;
    for (int i = 0; i < across * down; ++i) {
        const double x = middle.x() + (i % across - across) * width, y = middle.y() + (i / across - down / 2) * height;
        out.features.push_back(static_cast<quint32>(out.rings.size()));
        out.rings.push_back(static_cast<quint32>(out.x.size()));
        for (const QPointF corner : {QPointF(0, 0), QPointF(width, 0), QPointF(width, height), QPointF(0, height)}) {
            out.x.push_back(x + corner.x());
            out.y.push_back(y + corner.y());
        }
        out.ids.push_back(i);
        out.values.push_back(static_cast<float>(i % across % 3));
    }
    map::BulkStyle style;
    style.width = 0;
    style.breaks = {0.5F, 1.5F};
    style.colours = {std::begin(greys), std::end(greys)};
    for (auto& one : map::buildBulk({columns}))
        layer.bulk.push_back({std::move(one), style, nullptr});
    return layer;
}

/// The same stripes from the middle to far right, as a raster file.
std::shared_ptr<const map::LayerScene> rasterStripes(const QString& folder)
{
    constexpr int width = 201 * stripe, height = 1600;
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            reinterpret_cast<QRgb*>(image.scanLine(y))[x] = greys[x / stripe % 3];
    const QString file = folder + QStringLiteral("/stripes.png");
    QFile world(folder + QStringLiteral("/stripes.pgw"));
    if (!image.save(file) || !world.open(QIODevice::WriteOnly)) qFatal("the raster cannot be written");
    for (const double number : {metresPerPixel, 0.0, 0.0, -metresPerPixel, middle.x() + metresPerPixel / 2,
                                middle.y() + (height / 2 - 0.5) * metresPerPixel})
        world.write(QByteArray::number(number, 'f', 3) + '\n');
    world.close();
    geo::RasterOptions options;
    options.crs = QStringLiteral("EPSG:3857");
    options.resampling = geo::RasterOptions::Resampling::Nearest;
    const auto survey = geo::surveyRaster(file, options);
    if (!survey) qFatal("%s", qPrintable(survey.problem().toString()));
    map::LayerMeta meta;
    meta.id = QStringLiteral("raster");
    return map::rasterLayer(meta, std::make_shared<const map::RasterSource>(file, *survey));
}

void mouse(QWidget& canvas, QEvent::Type type, QPointF at)
{
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, canvas.mapToGlobal(at), Qt::LeftButton, held, Qt::NoModifier);
    QCoreApplication::sendEvent(&canvas, &event);
}

void hover(QWidget& canvas, QPointF at)
{
    QMouseEvent event(QEvent::MouseMove, at, canvas.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&canvas, &event);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const QStringList size = words.value(1).split(QLatin1Char('x'));
    const double seconds = words.value(2).toDouble();
    if (size.size() != 2 || seconds <= 0) {
        std::fprintf(stderr, "usage: canvas_drag WIDTHxHEIGHT SECONDS\n");
        return 2;
    }
    widgets::MapCanvas canvas;
    canvas.setWindowFlag(Qt::FramelessWindowHint);
    canvas.setGeometry(0, 0, size[0].toInt(), size[1].toInt());
    widgets::Theme theme;
    theme.mapGround = Qt::magenta;
    canvas.setTheme(theme);
    map::Scene scene;
    scene.ink.ground = Qt::magenta;
    const QTemporaryDir folder;
    scene.layers.push_back(rasterStripes(folder.path()));
    scene.layers.push_back(std::make_shared<const map::LayerScene>(polygonStripes()));
    map::View view;
    view.centre = middle;
    view.metresPerPixel = metresPerPixel;
    canvas.setView(view);
    canvas.setScene(std::make_shared<const map::Scene>(scene));
    canvas.show();
    QElapsedTimer timer;
    timer.start();
    while (!canvas.isSharp() && timer.elapsed() < 10'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    const QPointF start(canvas.width() / 2.0, canvas.height() / 2.0);
    hover(canvas, start); // a hand rests a moment before it presses
    timer.restart();
    while (timer.elapsed() < 700)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    std::printf("ready\n");
    std::fflush(stdout);
    timer.restart();
    mouse(canvas, QEvent::MouseButtonPress, start);
    // A swing of one and a half windows to each side in four seconds: at most as many pixels a second as a hand drags.
    for (double at = 0; at < seconds; at = static_cast<double>(timer.elapsed()) / 1000) {
        const double swing = std::sin(at * M_PI / 2) * canvas.width() * 1.5;
        mouse(canvas, QEvent::MouseMove, start + QPointF(swing, 0));
        QElapsedTimer frame;
        frame.start();
        while (frame.elapsed() < 16)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    }
    mouse(canvas, QEvent::MouseButtonRelease, start);
    return 0;
}
