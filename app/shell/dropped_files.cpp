// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/dropped_files.h"

#include "app/packs/stored_style.h"
#include "app/shell/when_done.h"
#include "layers/city/threads.h"

#include <QFileInfo>
#include <QtConcurrent>

namespace app {

namespace {

constexpr int mostLayers = 12; ///< Of one file; more would bury the map.

/// What a file has to say of itself before it is read.
struct Survey {
    std::optional<city::Problem> problem;
    QStringList layers;
    geo::Unstated unstated;
    bool raster = false;
};

/// A raster, which has no layers; nothing when the file is none.
std::optional<Survey> surveyOfRaster(const QString& file)
{
    Survey survey;
    survey.raster = true;
    survey.layers = QStringList{QString()};
    if (geo::rasterBounds(file).ok()) return survey;
    geo::RasterOptions anyCrs;
    anyCrs.crs = QStringLiteral("EPSG:3857");
    survey.unstated.crs = true;
    return geo::rasterBounds(file, anyCrs).ok() ? std::optional(survey) : std::nullopt;
}

Survey surveyOf(const QString& file)
{
    Survey survey;
    auto layers = geo::vectorLayers(file);
    if (!layers.ok() || layers->isEmpty())
        if (auto raster = surveyOfRaster(file)) return *raster;
    if (!layers.ok()) return {layers.problem(), {}, {}, false};
    survey.layers = layers.value().mid(0, mostLayers);
    for (const QString& layer : std::as_const(survey.layers)) {
        const auto unstated = geo::unstated(file, layer);
        if (!unstated.ok()) return {unstated.problem(), {}, {}, false};
        survey.unstated.crs |= unstated->crs;
        survey.unstated.encoding |= unstated->encoding;
        if (unstated->encoding) survey.unstated.likelyEncoding = unstated->likelyEncoding;
    }
    return survey;
}

/// The colour of the n-th dropped layer: a token of the theme's series.
QString colourName(int number)
{
    return QStringLiteral("series-%1").arg(number % 8 + 1);
}

/// A layer with the style its file keeps for it.
struct Dropped {
    city::Result<GisSource> source;
    std::vector<city::Problem> notes; ///< What of the style is not understood.
};

Dropped readDropped(LayerSpec spec, const QString& file, const geo::OpenOptions& options)
{
    std::vector<city::Problem> notes;
    if (spec.raster) return {readGisSource(spec, file, options), {}};
    if (auto stored = readStoredStyle(file, options.layer, notes)) {
        spec.style = stored->read;
        spec.labelField = city::LocalText(stored->labelField);
        notes.insert(notes.end(), stored->notes.begin(), stored->notes.end());
    }
    return {readGisSource(spec, file, options), std::move(notes)};
}

} // namespace

DroppedFiles::DroppedFiles(Ask ask, QObject* parent) : QObject(parent), m_ask(std::move(ask)) {}

void DroppedFiles::read(const QStringList& files)
{
    for (const QString& file : files) survey(file);
}

void DroppedFiles::begin(const QString& file)
{
    ++m_reading;
    Q_EMIT busy(tr("Reading %1 …").arg(QFileInfo(file).fileName()));
}

void DroppedFiles::finish()
{
    if (--m_reading == 0) Q_EMIT busy({});
}

void DroppedFiles::fail(const QString& file, const city::Problem& problem)
{
    Q_EMIT failed({tr("%1 could not be added.").arg(QFileInfo(file).fileName()), problem.toString(),
                   tr("Check that it is a file GDAL can open (GeoPackage, Shapefile with all its parts, GeoJSON, KML, FlatGeobuf, CSV with coordinates, GeoTIFF, MBTiles) and drop it again.")});
}

void DroppedFiles::tellNotes(const QString& file, const std::vector<city::Problem>& notes)
{
    QStringList lines;
    for (const city::Problem& note : notes)
        lines << note.toString();
    Q_EMIT failed({tr("The QGIS style of %1 is drawn only in part.").arg(QFileInfo(file).fileName()), lines.join(QLatin1Char('\n')),
                   tr("Use single symbols, categories or graduated colours of simple symbols in QGIS and save the style again.")});
}

void DroppedFiles::survey(const QString& file)
{
    begin(file);
    whenDone(QtConcurrent::run(&city::workThreads(), [file] { return surveyOf(file); }), this, [this, file](const Survey& survey) {
        std::optional<Answer> answer = Answer{};
        if (survey.problem)
            fail(file, *survey.problem);
        else if (survey.unstated.crs || survey.unstated.encoding)
            answer = m_ask({file, survey.unstated});
        if (answer) {
            for (const QString& layer : survey.layers) readLayer(file, layer, *answer, survey.raster);
        }
        finish();
    });
}

void DroppedFiles::readLayer(const QString& file, const QString& layer, const Answer& answer, bool raster)
{
    begin(file);
    geo::OpenOptions options;
    options.layer = layer;
    options.crs = answer.crs;
    options.encoding = answer.encoding;
    LayerSpec spec;
    if (raster) {
        spec.raster = geo::RasterOptions{};
        spec.raster->crs = answer.crs;
    }
    auto reading = QtConcurrent::run(&city::workThreads(), [spec, file, options] { return readDropped(spec, file, options); });
    whenDone(reading, this, [this, file, layer](const Dropped& dropped) {
        if (!dropped.notes.empty()) tellNotes(file, dropped.notes);
        const city::Result<GisSource>& read = dropped.source;
        if (read.ok()) {
            GisSource source = read.value();
            source.spec.id = QStringLiteral("dropped-%1").arg(m_number);
            const QString stem = QFileInfo(file).completeBaseName();
            source.spec.title = city::LocalText(stem == layer || layer.isEmpty() ? stem : stem + QStringLiteral(" / ") + layer);
            source.spec.source = file;
            source.spec.colour = colourName(m_number++);
            source.dropped = true;
            Q_EMIT layerRead(source);
        } else {
            fail(file, read.problem());
        }
        finish();
    });
}

} // namespace app
