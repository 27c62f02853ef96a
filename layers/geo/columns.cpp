// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/columns.h"

#include "layers/geo/arrow_reading.h"
#include "layers/geo/gather_columns.h"
#include "layers/geo/grid_columns.h"
#include "layers/geo/open_layer.h"
#include "layers/geo/package_reading.h"
#include "layers/geo/project_columns.h"
#include "layers/geo/to_wgs84.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <limits>
#include <ogrsf_frmts.h>

namespace geo {

namespace {

// Larger features than this are read faster one by one: the stream copies their bytes once more.
constexpr qint64 bytesOfLargeFeature = 4096;

bool isFastAtArrow(GDALDataset& dataset, const OGRLayer& layer, qint64 bytes)
{
    const QByteArray driver = dataset.GetDriverName();
    if (driver != "GPKG" && driver != "FlatGeobuf") return false;
    const qint64 features = std::max<qint64>(1, const_cast<OGRLayer&>(layer).GetFeatureCount(FALSE));
    return bytes / features < bytesOfLargeFeature;
}

// Tells the driver to leave out all fields but one. The number of that field, or -1.
int onlyField(OGRLayer& layer, const QByteArray& wanted)
{
    const OGRFeatureDefn& definition = *layer.GetLayerDefn();
    int found = -1;
    std::vector<QByteArray> names;
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const QByteArray name = definition.GetFieldDefn(i)->GetNameRef();
        if (name == wanted && !wanted.isEmpty())
            found = i;
        else
            names.push_back(name);
    }
    std::vector<const char*> ignored;
    for (const QByteArray& name : names)
        ignored.push_back(name.constData());
    ignored.push_back(nullptr);
    if (layer.TestCapability(OLCIgnoreFields)) layer.SetIgnoredFields(ignored.data());
    return found;
}

struct Read {
    qint64 id;
    float value;
    std::unique_ptr<OGRGeometry> geometry; ///< Null: none.
};

void readOneByOne(OGRLayer& layer, int valueField, GatherColumns& gather, ReadingProgress& progress)
{
    constexpr float none = std::numeric_limits<float>::quiet_NaN();
    constexpr std::size_t mostFeatures = 4096, mostBytes = 1 << 20; // of a batch
    auto batch = std::make_shared<std::vector<Read>>();
    std::size_t bytes = 0;
    const auto handOver = [&] {
        gather.add([batch](ColumnBuilder& builder) {
            for (const Read& one : *batch)
                builder.add(one.id, one.value, one.geometry.get());
        });
        batch = std::make_shared<std::vector<Read>>();
        bytes = 0;
    };
    layer.ResetReading();
    while (!progress.cancelled) {
        const OGRFeatureUniquePtr feature{layer.GetNextFeature()};
        if (!feature) break;
        const bool has = valueField >= 0 && feature->IsFieldSetAndNotNull(valueField);
        const float value = has ? static_cast<float>(feature->GetFieldAsDouble(valueField)) : none;
        batch->push_back({feature->GetFID(), value, std::unique_ptr<OGRGeometry>(feature->StealGeometry())});
        if (batch->back().geometry) bytes += static_cast<std::size_t>(batch->back().geometry->WkbSize());
        ++progress.features;
        if (batch->size() >= mostFeatures || bytes >= mostBytes) handOver();
    }
    handOver();
}

// By the quickest way that understands the file.
std::vector<Columns> readParts(GDALDataset& dataset, OGRLayer& layer, const QString& file, const QByteArray& valueName, int valueField,
                               ReadingProgress& progress, const GatherColumns::Finish& finish)
{
    if (qstrcmp(dataset.GetDriverName(), "GPKG") == 0) {
        if (auto parts = readPackage(file, layer, valueName, progress, finish)) return std::move(*parts);
        progress.features = 0;
    }
    GatherColumns gather(valueField >= 0, finish);
    const bool arrow = isFastAtArrow(dataset, layer, QFileInfo(file).size()) && readByArrow(layer, valueName, gather, progress);
    if (!arrow) readOneByOne(layer, valueField, gather, progress);
    return progress.cancelled ? std::vector<Columns>() : gather.take();
}

// What the parts count, together.
void addCounts(ColumnParts& columns)
{
    for (const Columns& part : columns.parts) {
        columns.sum.read += part.read;
        columns.sum.empty += part.empty;
        columns.sum.damaged += part.damaged;
        columns.sum.offEarth += part.offEarth;
        columns.sum.clamped += part.clamped;
    }
}

void describeCounts(Columns& columns, const QString& name, qint64 promised, const Complaints& complaints)
{
    const auto say = [&](qint64 count, const char* text) {
        if (count > 0) columns.problems.push_back({name, {}, city::Message(text, {QString::number(count)})});
    };
    say(columns.damaged,
        QT_TRANSLATE_NOOP("Message", "%1 features have a geometry that cannot be understood; left out"));
    say(columns.offEarth,
        QT_TRANSLATE_NOOP("Message", "%1 features have coordinates that are not on the Earth; left out"));
    say(columns.clamped,
        QT_TRANSLATE_NOOP(
            "Message",
            "%1 features reach beyond 85 degrees of latitude, where this map ends; they are cut there"));
    if (columns.read < promised)
        columns.problems.push_back(
            {name,
             {},
             city::Message(QT_TRANSLATE_NOOP("Message", "The file promises %1 features and gives %2"),
                           {QString::number(promised), QString::number(columns.read)})});
    if (complaints.failed())
        columns.problems.push_back(
            {name,
             {},
             city::Message(QT_TRANSLATE_NOOP("Message", "Reading ended early or incomplete: %1"),
                           {complaints.first()})});
}

} // namespace

city::Result<ColumnParts> readColumns(const QString& file, const ColumnOptions& options)
{
    ColumnParts columns;
    Columns& sum = columns.sum;
    const QString name = QFileInfo(file).fileName();
    const auto dataset =
        openDataset(file, DatasetKind::Vector, openOptions(file, options.open, sum.problems));
    if (!dataset) return dataset.problem();
    const auto found = findLayer(**dataset, file, options.open.layer);
    if (!found) return found.problem();
    OGRLayer& layer = **found;
    ReadingProgress unseen;
    ReadingProgress& progress = options.progress ? *options.progress : unseen;
    Complaints complaints;
    const qint64 promised = layer.TestCapability(OLCFastFeatureCount) ? layer.GetFeatureCount(FALSE) : 0;
    progress.expected = promised;
    sum.layer = QString::fromUtf8(layer.GetName());
    sum.alone = (*dataset)->GetLayerCount() == 1;

    const QByteArray valueName = options.valueField.toUtf8();
    const int valueField = onlyField(layer, valueName);
    if (valueField < 0 && !valueName.isEmpty())
        return city::Problem{
            name, options.valueField,
            city::Message(QT_TRANSLATE_NOOP("Message", "The layer has no field of this name"))};
    const QString byColumns = statedByColumns(file, layer);
    QString crs = byColumns.isEmpty() ? options.open.crs : byColumns;
    if (crs.isEmpty() && layer.GetGeomType() == wkbNone)
        crs = QStringLiteral("EPSG:4326"); // nothing to project
    const auto named = [&name](city::Problem problem) {
        if (problem.record.isEmpty()) problem.record = name;
        return problem;
    };
    const auto toWgs84 = ToWgs84::from(layer.GetSpatialRef(), crs);
    if (!toWgs84) return named(toWgs84.problem());
    sum.crs = toWgs84->name();
    const bool metres = sum.crs == QLatin1String("EPSG:3857"), plain = metres || toWgs84->isPlain();
    if (plain && options.onGrid) columns.grid = gridFor(layer, metres);
    std::atomic<bool> beyondGrid = false;
    GatherColumns::Finish finish;
    if (plain)
        finish = [&beyondGrid, metres, grid = columns.grid](Columns& part) {
            projectPlain(part, metres);
            if (grid && !layOnGrid(part, *grid)) beyondGrid = true;
        };
    columns.parts = readParts(**dataset, layer, file, valueName, valueField, progress, finish);
    if (progress.cancelled)
        return city::Problem{name, {}, QT_TRANSLATE_NOOP("Message", "Reading was ended before it was done")};
    if (beyondGrid) { // The file said it reaches less far than it does.
        ColumnOptions metresOnly = options;
        metresOnly.onGrid = false;
        return readColumns(file, metresOnly);
    }
    if (!plain)
        if (auto problem = projectColumns(columns, layer.GetSpatialRef(), crs)) return named(*problem);
    addCounts(columns);
    describeCounts(sum, name, promised, complaints);
    return columns;
}

city::Result<LayerSize> layerSize(const QString& file, const QString& layerName)
{
    const auto dataset = openDataset(file, DatasetKind::Vector);
    if (!dataset) return dataset.problem();
    const auto layer = findLayer(**dataset, file, layerName);
    if (!layer) return layer.problem();
    LayerSize size;
    size.bytes = QFileInfo(file).size();
    if ((*layer)->TestCapability(OLCFastFeatureCount)) size.features = (*layer)->GetFeatureCount(FALSE);
    return size;
}

} // namespace geo
