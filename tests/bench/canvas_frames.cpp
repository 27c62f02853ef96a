// SPDX-License-Identifier: GPL-3.0-or-later

// Drives the real canvas over one layer as a hand would, and tells how it felt: the time from an event to the
// frame painted for it (95th percentile), and the longest the GUI thread was held by anything. Prints, judges
// nothing. Usage: canvas_frames WIDTHxHEIGHT FILE [VALUE_FIELD]
#include "layers/map/kinds/bulk_file.h"
#include "widgets/map/map_canvas.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <cstdio>

namespace {

/// Notes how long each event of the GUI thread takes.
class Watched : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth > 0) return QApplication::notify(receiver, event);
        QElapsedTimer timer;
        timer.start();
        ++m_depth;
        const bool taken = QApplication::notify(receiver, event);
        --m_depth;
        longest = std::max(longest, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        return taken;
    }

    double longest = 0;

private:
    int m_depth = 0;
};

struct Recorder {
    Watched& application;
    widgets::MapCanvas& canvas;
    std::vector<double> frames;

    // Sends one event and waits for what it paints; then rests until the next frame of 60 a second.
    template<typename Send> void frame(Send send)
    {
        QElapsedTimer timer;
        timer.start();
        send();
        canvas.repaint();
        QCoreApplication::processEvents();
        frames.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        while (timer.elapsed() < 16)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 1);
    }

    void sharpen(int most)
    {
        QElapsedTimer timer;
        timer.start();
        while (!canvas.isSharp() && timer.elapsed() < most)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }

    void tell(const char* what)
    {
        std::sort(frames.begin(), frames.end());
        std::printf("%-6s 95%% of frames within %6.1f ms, worst %6.1f ms; GUI thread held at most %6.1f ms "
                    "(%zu frames)\n",
                    what, frames[frames.size() * 95 / 100], frames.back(), application.longest,
                    frames.size());
        frames.clear();
        application.longest = 0;
    }
};

void mouse(QWidget& canvas, QEvent::Type type, QPointF at)
{
    QMouseEvent event(type, at, canvas.mapToGlobal(at), Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&canvas, &event);
}

void drag(Recorder& recorder)
{
    widgets::MapCanvas& canvas = recorder.canvas;
    const QPointF middle(canvas.width() / 2.0, canvas.height() / 2.0);
    mouse(canvas, QEvent::MouseButtonPress, middle);
    for (int i = 1; i <= 240; ++i) {
        const double along = i * 2 * M_PI / 120; // two rounds about the middle, a third of the picture wide
        recorder.frame([&] {
            mouse(canvas, QEvent::MouseMove,
                  middle + QPointF(std::sin(along) * canvas.width() / 3,
                                   (1 - std::cos(along)) * canvas.height() / 3));
        });
    }
    mouse(canvas, QEvent::MouseButtonRelease, middle);
    recorder.tell("drag");
}

void wheel(Recorder& recorder)
{
    widgets::MapCanvas& canvas = recorder.canvas;
    const QPointF at(canvas.width() * 0.4, canvas.height() * 0.6);
    for (int i = 0; i < 160; ++i) {
        const int notch = (i / 20) % 2 ? -60 : 60;
        recorder.frame([&] {
            QWheelEvent event(at, canvas.mapToGlobal(at), {}, {0, notch}, Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&canvas, &event);
        });
    }
    recorder.tell("wheel");
}

map::BulkLook look(bool classes)
{
    map::BulkLook look;
    look.points.fill = qRgb(44, 123, 182);
    look.lines.outline = qRgb(51, 102, 204);
    look.lines.width = 1.5F;
    look.polygons.fill = qRgb(200, 214, 165);
    look.polygons.outline = qRgb(85, 85, 85);
    look.polygons.width = 0.5F;
    if (classes) {
        look.points.breaks = {20, 40, 60, 80};
        look.points.colours = {qRgb(44, 123, 182), qRgb(171, 217, 233), qRgb(255, 255, 191),
                               qRgb(253, 174, 97), qRgb(215, 25, 28)};
    }
    return look;
}

} // namespace

int main(int argc, char** argv)
{
    Watched application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const QStringList size = words.value(1).split(QLatin1Char('x'));
    geo::ColumnOptions options;
    options.valueField = words.value(3);
    const auto file = map::openBulk(words.value(2), options, map::BulkCache(QString(), 0));
    if (!file || size.size() != 2) {
        std::fprintf(stderr, "usage: canvas_frames WIDTHxHEIGHT FILE [VALUE_FIELD]\n");
        return 2;
    }
    map::Scene scene;
    scene.ink.ground = Qt::white;
    scene.layers.push_back(std::make_shared<const map::LayerScene>(
        map::bulkScene({}, *file, look(!options.valueField.isEmpty()))));
    widgets::MapCanvas canvas;
    canvas.resize(size[0].toInt(), size[1].toInt());
    canvas.show();
    map::View view;
    view.centre = file->content.layers.front()->bounds.center();
    view.metresPerPixel = file->content.layers.front()->bounds.height() / canvas.height();
    canvas.setScene(std::make_shared<const map::Scene>(scene));
    canvas.setView(view);
    Recorder recorder{application, canvas, {}};
    recorder.sharpen(20'000);
    application.longest = 0;
    drag(recorder);
    recorder.sharpen(20'000);
    wheel(recorder);
    QElapsedTimer timer;
    timer.start();
    recorder.sharpen(20'000);
    std::printf("sharp again after %lld ms\n", static_cast<long long>(timer.elapsed()));
    return 0;
}
