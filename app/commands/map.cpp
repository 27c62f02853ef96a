// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/map_grounds.h"
#include "app/commands/map_timings.h"
#include "layers/city/threads.h"
#include "layers/geo/dataset.h"
#include "layers/map/paint/painter.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QImageWriter>
#include <QJsonDocument>
#include <QSaveFile>
#include <QtConcurrent>
#include <cmath>
#include <cstdio>

namespace app {

namespace {

void complain(const QString& text)
{
    std::fprintf(stderr, "cityops map: %s\n", qUtf8Printable(text));
}

/// The command line, understood.
struct MapOrder {
    std::vector<MapLayerRequest> layers;
    city::LonLatBox box; ///< Empty: what the layers cover.
    QSize size{1600, 1000};
    QString out;
    QString style;   ///< A file; empty: the program's own looks.
    QString timings; ///< A file to write; empty: none.
    int repeat = 0;  ///< Redraws of each view to time.
    bool cached = true;
    bool plain = false; ///< Without scale bar, legend and attribution.
};

std::optional<city::LonLatBox> parseBox(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char(','));
    if (parts.size() != 4) return {};
    double n[4] = {};
    for (int i = 0; i < 4; ++i) {
        bool ok = false;
        n[i] = parts[i].trimmed().toDouble(&ok);
        if (!ok || !std::isfinite(n[i])) return {};
    }
    const bool onEarth = n[0] >= -180 && n[2] <= 180 && n[1] >= -90 && n[3] <= 90;
    if (!onEarth || n[0] >= n[2] || n[1] >= n[3]) return {};
    return city::LonLatBox{n[0], n[1], n[2], n[3]};
}

std::optional<QSize> parseSize(const QString& text)
{
    const QStringList parts = text.toLower().split(QLatin1Char('x'));
    if (parts.size() != 2) return {};
    bool okWidth = false, okHeight = false;
    const QSize size(parts[0].toInt(&okWidth), parts[1].toInt(&okHeight));
    const auto sane = [](int n) { return n >= 16 && n <= 16384; };
    return okWidth && okHeight && sane(size.width()) && sane(size.height()) ? std::optional(size)
                                                                            : std::nullopt;
}

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QCoreApplication::translate(
        "Command",
        "Draws layers of GIS files into a PNG file, the first layer at the bottom.\n"
        "Reads GeoPackage, Shapefile, GeoJSON, TopoJSON, KML, KMZ, FlatGeobuf, CSV with coordinates, GPX, "
        "GeoTIFF "
        "and MBTiles, and raster and tile layers of a pack (layers/ID.yaml)."));
    const auto add = [&parser](const char* name, const char* text, const char* value) {
        parser.addOption({QString::fromLatin1(name), QCoreApplication::translate("Command", text), QString::fromLatin1(value)});
    };
    add("layer", QT_TRANSLATE_NOOP("Command", "A file, or one layer of it; may be given several times"),
        "FILE[:NAME]");
    add("bbox", QT_TRANSLATE_NOOP("Command", "What to show, in degrees; otherwise all that the layers cover"),
        "W,S,E,N");
    add("size", QT_TRANSLATE_NOOP("Command", "Pixels of the picture; otherwise 1600x1000"), "WxH");
    add("crs", QT_TRANSLATE_NOOP("Command", "Coordinate reference system of the files that state none"),
        "EPSG:CODE");
    add("encoding", QT_TRANSLATE_NOOP("Command", "Text encoding of the files that state none"), "NAME");
    add("style", QT_TRANSLATE_NOOP("Command", "A YAML file that says how points, lines and polygons look"), "FILE.yaml");
    add("repeat", QT_TRANSLATE_NOOP("Command", "Redraws several views as often and times them"), "N");
    add("timings", QT_TRANSLATE_NOOP("Command", "Writes what was timed, in milliseconds"), "FILE.json");
    parser.addOption({QStringLiteral("no-cache"),
                      QCoreApplication::translate("Command", "Reads large layers anew and keeps nothing of them")});
    parser.addOption({QStringLiteral("plain"),
                      QCoreApplication::translate("Command", "Leaves out the scale bar, the legend and the attribution")});
    add("out", QT_TRANSLATE_NOOP("Command", "The picture to write"), "FILE.png");
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")},
                      QCoreApplication::translate("Command", "Show this help")});
}

// What is wrong with the command line, or the order it gives.
QString understand(const QCommandLineParser& parser, MapOrder& order)
{
    const auto value = [&parser](const char* name) { return parser.value(QString::fromLatin1(name)); };
    if (!parser.positionalArguments().isEmpty())
        return QCoreApplication::translate("Command", "Unexpected argument: %1")
            .arg(parser.positionalArguments().constFirst());
    const QStringList words = parser.values(QStringLiteral("layer"));
    if (words.isEmpty()) return QCoreApplication::translate("Command", "At least one --layer is needed");
    for (const QString& word : words) {
        order.layers.push_back(parseLayerRequest(word));
        order.layers.back().crs = value("crs");
        order.layers.back().encoding = value("encoding");
        order.layers.back().cached = !parser.isSet(QStringLiteral("no-cache"));
    }
    order.out = value("out");
    order.style = value("style");
    order.timings = value("timings");
    order.cached = !parser.isSet(QStringLiteral("no-cache"));
    order.plain = parser.isSet(QStringLiteral("plain"));
    if (const QString text = value("repeat"); !text.isEmpty()) {
        bool good = false;
        order.repeat = text.toInt(&good);
        if (!good || order.repeat < 1 || order.repeat > 1000)
            return QCoreApplication::translate("Command", "--repeat needs a number between 1 and 1000, not \"%1\"").arg(text);
    }
    if (!order.out.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
        return QCoreApplication::translate("Command", "--out needs the name of a .png file");
    if (const QString text = value("bbox"); !text.isEmpty()) {
        const auto box = parseBox(text);
        if (!box)
            return QCoreApplication::translate("Command",
                                               "--bbox needs west,south,east,north in degrees, not \"%1\"")
                .arg(text);
        order.box = *box;
    }
    if (const QString text = value("size"); !text.isEmpty()) {
        const auto size = parseSize(text);
        if (!size)
            return QCoreApplication::translate(
                       "Command", "--size needs WIDTHxHEIGHT between 16 and 16384 pixels, not \"%1\"")
                .arg(text);
        order.size = *size;
    }
    return {};
}

using Reading = city::Result<MapLayer>;

// Every layer, in order; rasters only where they lie, since how they are read depends on the view.
std::vector<Reading> readAll(const MapOrder& order, const MapStyle& style)
{
    std::vector<QFuture<Reading>> jobs;
    for (std::size_t i = 0; i < order.layers.size(); ++i) {
        jobs.push_back(QtConcurrent::run(&city::workThreads(), [&order, &style, i]() -> Reading {
            const MapLayerRequest& request = order.layers[i];
            if (!isGround(request.file)) return readMapLayer(request, style, i);
            const auto bounds = groundBounds(request);
            if (!bounds) return bounds.problem();
            return MapLayer{{}, *bounds, {}, {}};
        }));
    }
    std::vector<Reading> all;
    for (QFuture<Reading>& job : jobs)
        all.push_back(job.takeResult());
    return all;
}

int writePng(const QImage& image, const QString& file)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) {
        complain(
            QCoreApplication::translate("Command", "%1 cannot be written: %2").arg(file, out.errorString()));
        return Failed;
    }
    QImageWriter writer(&out, "png");
    writer.setCompression(
        12); // the fastest level of zlib: four times faster than the usual one, a fifth larger
    if (!writer.write(image.convertToFormat(QImage::Format_RGB888)) || !out.flush() || !out.commit()) {
        complain(QCoreApplication::translate("Command", "%1 cannot be written: %2")
                     .arg(file, writer.errorString()));
        return Failed;
    }
    return Done;
}

bool report(const Reading& reading)
{
    if (!reading)
        complain(reading.problem().toString());
    else
        for (const city::Problem& problem : reading->problems)
            complain(problem.toString());
    return reading.ok();
}

bool report(const std::vector<Reading>& readings, const MapOrder& order)
{
    bool good = true, crsUnstated = false;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (report(readings[i])) continue;
        good = false;
        const auto unstated = geo::unstated(order.layers[i].file, order.layers[i].layer);
        crsUnstated = crsUnstated || (unstated && unstated->crs && order.layers[i].crs.isEmpty());
    }
    if (crsUnstated)
        complain(QCoreApplication::translate(
            "Command", "Say which coordinate reference system it is with --crs, such as --crs EPSG:3826"));
    return good;
}

// What was measured on the way to the first map, and then redraws; writes them down.
int writeTimings(const MapOrder& order, QJsonObject times, const map::Scene& scene, const map::View& view)
{
    if (order.timings.isEmpty()) return Done;
    times.insert(QStringLiteral("redraw_ms"), redrawTimes(scene, view, order.repeat));
    times.insert(QStringLiteral("peak_mib"), peakMemory());
    QSaveFile out(order.timings);
    if (out.open(QIODevice::WriteOnly) && out.write(QJsonDocument(times).toJson()) > 0 && out.flush() && out.commit()) return Done;
    complain(QCoreApplication::translate("Command", "%1 cannot be written: %2").arg(order.timings, out.errorString()));
    return Failed;
}

// How large the layers are in memory, beside the numbers of the file that are in use: two of eight bytes a position,
// one of four a value.
void noteLayers(const std::vector<Reading>& readings, QJsonObject& times)
{
    double bytes = 0, bare = 0, features = 0;
    for (const Reading& reading : readings) {
        for (const map::BulkFile& file : reading->large) {
            for (const auto& layer : file.content.layers) {
                bytes += static_cast<double>(layer->bytes());
                bare += 16.0 * static_cast<double>(layer->levels.front().vertices.size()) +
                        4.0 * static_cast<double>(layer->values.size());
                features += layer->count;
            }
        }
    }
    constexpr double mib = 1 << 20;
    times.insert(QStringLiteral("features"), features);
    times.insert(QStringLiteral("layer_mib"), bytes / mib);
    times.insert(QStringLiteral("bare_mib"), bare / mib);
}

map::Scene sceneOf(const std::vector<Reading>& readings, const MapStyle& style)
{
    map::Scene scene;
    scene.ink = style.ink;
    for (const Reading& reading : readings)
        scene.layers.insert(scene.layers.end(), reading->scenes.begin(), reading->scenes.end());
    return scene;
}

int draw(const MapOrder& order, const MapStyle& style)
{
    if (!order.timings.isEmpty()) getReady();
    QElapsedTimer timer;
    timer.start();
    const auto since = [&timer] { return static_cast<double>(timer.nsecsElapsed()) / 1e6; };
    QJsonObject times;
    std::vector<Reading> readings = readAll(order, style);
    if (!report(readings, order)) return Failed;
    times.insert(QStringLiteral("open_ms"), since());
    city::LonLatBox box = order.box;
    if (box.isEmpty()) {
        for (const Reading& reading : readings)
            box.add(reading->bounds);
    }
    if (box.isEmpty()) {
        complain(QCoreApplication::translate("Command", "There is nothing to draw: no layer has a geometry"));
        return Failed;
    }
    const map::View view = map::View::fitting(box, order.size, order.box.isEmpty() ? 24 : 0);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (!isGround(order.layers[i].file)) continue;
        readings[i] = readGround(order.layers[i], view);
        if (!report(readings[i])) return Failed;
    }
    map::Scene scene = sceneOf(readings, style);
    if (!order.timings.isEmpty()) {
        (void)map::render(scene, view, 1);
        times.insert(QStringLiteral("first_map_ms"), since());
        const bool cached = std::all_of(readings.begin(), readings.end(), [](const Reading& reading) {
            return std::all_of(reading->large.begin(), reading->large.end(), [](const auto& file) { return file.cached; });
        });
        times.insert(QStringLiteral("cached"), cached);
    }
    const int written = writePng(map::render(scene, view, 1, {!order.plain, !order.plain, !order.plain}), order.out);
    for (Reading& reading : readings) {
        const bool pictured = isPictured(*reading, view);
        refine(reading.value());
        if (!order.cached) continue;
        for (const map::BulkFile& file : reading->large) {
            map::keepBulk(file, layerCache(true));
            layerCache(true).check(file.key);
        }
        if (!pictured) keepPictures(*reading, view);
    }
    noteLayers(readings, times);
    scene = sceneOf(readings, style);
    const int timed = writeTimings(order, times, scene, view);
    return written == Done ? timed : written;
}

} // namespace

int runMap(const QStringList& words)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(QStringList(QStringLiteral("cityops map")) + words)) {
        complain(parser.errorText());
        return WrongUsage;
    }
    if (parser.isSet(QStringLiteral("help"))) {
        const QString help = parser.helpText(); // its first line names the program without the verb
        std::printf("%s cityops map --layer FILE[:NAME] [...] --out FILE.png\n%s",
                    qUtf8Printable(QCoreApplication::translate("Command", "Usage:")),
                    qUtf8Printable(help.mid(help.indexOf(QLatin1Char('\n')) + 1)));
        return Done;
    }
    MapOrder order;
    if (const QString wrong = understand(parser, order); !wrong.isEmpty()) {
        complain(wrong);
        return WrongUsage;
    }
    auto style = MapStyle::read(resourceFolder());
    if (!style) {
        complain(style.problem().toString());
        return Failed;
    }
    if (!order.style.isEmpty()) {
        std::vector<city::Problem> problems;
        style.value().readOwn(order.style, resourceFolder(), problems);
        for (const city::Problem& problem : problems)
            complain(problem.toString());
        if (!style->own) return Failed;
    }
    return draw(order, *style);
}

} // namespace app
