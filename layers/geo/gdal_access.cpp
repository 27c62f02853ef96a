// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/gdal_access.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <cpl_http.h>
#include <gdal_frmts.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include <atomic>

namespace geo {

namespace {

// Drivers that read a file for what it is. Left out on purpose: whatever connects to a server, runs a query
// language or reads other files that the opened one names (VRT).
const char* const vectorDrivers[] = {"ESRI Shapefile",
                                     "MapInfo File",
                                     "GeoJSON",
                                     "GeoJSONSeq",
                                     "TopoJSON",
                                     "ESRIJSON",
                                     "LIBKML",
                                     "KML",
                                     "GPKG",
                                     "FlatGeobuf",
                                     "CSV",
                                     "GPX",
                                     "GML",
                                     "DXF",
                                     "OpenFileGDB",
                                     nullptr};
const char* const rasterDrivers[] = {"GTiff", "MBTiles", "GPKG", "PNG", "JPEG", "WEBP", "AAIGrid", nullptr};

constexpr qint64 mostCopied = 512 << 20; // bytes of a shapefile that is copied into memory

CPLHTTPResult* refuseFetch(const char*, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc, void*,
                           void*)
{
    CPLError(CE_Failure, CPLE_NotSupported, "The file refers to the network; it is not followed");
    return nullptr;
}

bool registerAll()
{
    CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_FILENAME", "none at all");
    CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "NO");
    CPLSetConfigOption("OGR_SQLITE_LOAD_EXTENSIONS", ""); // a list of names: of none, whatever the environment says
    CPLHTTPSetFetchCallback(refuseFetch, nullptr);
    OSRSetPROJEnableNetwork(0);
    RegisterOGRShape();
    RegisterOGRTAB();
    RegisterOGRGeoJSON();
    RegisterOGRGeoJSONSeq();
    RegisterOGRTopoJSON();
    RegisterOGRESRIJSON();
    RegisterOGRLIBKML();
    RegisterOGRKML();
    RegisterOGRGeoPackage();
    RegisterOGRFlatGeobuf();
    RegisterOGRCSV();
    RegisterOGRGPX();
    RegisterOGRGML();
    RegisterOGRDXF();
    RegisterOGROpenFileGDB();
    RegisterOGRXLSX(); // for spreadsheet.cpp alone
    RegisterOGRODS();
    GDALRegister_GTiff();
    RegisterOGRSQLite(); // MBTiles reads its file through it; not in the lists above, so nothing else does
    GDALRegister_MBTiles();
    GDALRegister_PNG();
    GDALRegister_JPEG();
    GDALRegister_WEBP();
    GDALRegister_AAIGrid();
    GDALRegister_MEM();
    GDALRegister_VRT(); // to choose bands in memory; no file is opened with it
    return true;
}

city::Problem unreadable(const QString& file, const char* text, const QString& why)
{
    return city::Problem{QFileInfo(file).fileName(), {}, city::Message(text, {file, why})};
}

// A shapefile that lost its index (.shx) is rebuilt on a copy in memory; nothing is ever written beside the
// original.
QByteArray copyForIndex(const QString& shapefile)
{
    static std::atomic<int> number{0};
    const QByteArray folder = "/vsimem/shapefile" + QByteArray::number(++number);
    const QFileInfo original(shapefile);
    for (const char* suffix : {"shp", "dbf", "prj", "cpg"}) {
        const QString stem =
            original.path() + QLatin1Char('/') + original.completeBaseName() + QLatin1Char('.');
        const QString lower = stem + QLatin1String(suffix);
        const QString part = QFileInfo::exists(lower) ? lower : stem + QString::fromLatin1(suffix).toUpper();
        const QByteArray copy = folder + "/" + original.completeBaseName().toUtf8() + "." + suffix;
        if (QFileInfo::exists(part)) CPLCopyFile(copy.constData(), part.toUtf8().constData());
    }
    return folder;
}

bool lacksIndex(const QString& file)
{
    const QFileInfo info(file);
    const QString stem = info.path() + QLatin1Char('/') + info.completeBaseName();
    return info.suffix().toLower() == QLatin1String("shp") && info.size() < mostCopied &&
           !QFileInfo::exists(stem + QLatin1String(".shx")) &&
           !QFileInfo::exists(stem + QLatin1String(".SHX"));
}

} // namespace

Complaints::Complaints()
{
    CPLPushErrorHandlerEx(take, this);
}

Complaints::~Complaints()
{
    CPLPopErrorHandler();
}

void Complaints::clear()
{
    m_failure.clear();
    m_warning.clear();
}

void Complaints::take(CPLErr severity, CPLErrorNum, const char* text)
{
    auto* self = static_cast<Complaints*>(CPLGetErrorHandlerUserData());
    if (severity >= CE_Failure && self->m_failure.isEmpty())
        self->m_failure = QString::fromUtf8(text).simplified();
    if (severity == CE_Warning && self->m_warning.isEmpty())
        self->m_warning = QString::fromUtf8(text).simplified();
}

void registerDrivers()
{
    static const bool registered = registerAll();
    Q_UNUSED(registered)
}

city::Result<DatasetPtr> openDataset(const QString& file, DatasetKind kind, const QStringList& openOptions)
{
    if (file.startsWith(QLatin1String("/vsi")) || file.contains(QLatin1String("://")) ||
        !QFileInfo::exists(file))
        return unreadable(file, QT_TRANSLATE_NOOP("Message", "%1 is not a file on this machine"), {});
    registerDrivers();
    std::vector<QByteArray> words;
    std::vector<const char*> options;
    for (const QString& option : openOptions)
        words.push_back(option.toUtf8());
    for (const QByteArray& word : words)
        options.push_back(word.constData());
    options.push_back(nullptr);
    Complaints complaints;
    const bool vector = kind == DatasetKind::Vector;
    QByteArray path = QFileInfo(file).absoluteFilePath().toUtf8();
    QByteArray folder;
    if (vector && lacksIndex(file)) {
        folder = copyForIndex(file);
        path = folder + "/" + QFileInfo(file).completeBaseName().toUtf8() + ".shp";
    }
    const CPLConfigOptionSetter restore("SHAPE_RESTORE_SHX", folder.isEmpty() ? "NO" : "YES", false);
    const unsigned flags =
        GDAL_OF_READONLY | (vector ? GDAL_OF_VECTOR : GDAL_OF_RASTER) | GDAL_OF_VERBOSE_ERROR;
    DatasetPtr dataset(
        GDALDataset::Open(path.constData(), flags, vector ? vectorDrivers : rasterDrivers, options.data()),
        DatasetClose{folder});
    if (!dataset && !folder.isEmpty()) VSIRmdirRecursive(folder.constData());
    if (!dataset)
        return unreadable(file, QT_TRANSLATE_NOOP("Message", "%1 cannot be read as a GIS file: %2"),
                          complaints.first());
    return dataset;
}

} // namespace geo
