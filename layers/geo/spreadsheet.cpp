// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/spreadsheet.h"

#include "layers/geo/gdal_access.h"

#include <QCoreApplication>
#include <QUuid>
#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <ogrsf_frmts.h>

namespace geo {

namespace {

/// Bytes as a file of GDAL's memory, gone with this.
class MemoryFile {
public:
    MemoryFile(const QByteArray& bytes, const char* ending)
        : m_path(QByteArrayLiteral("/vsimem/") + QUuid::createUuid().toByteArray(QUuid::Id128) + '.' + ending)
    {
        // GDAL only reads what it does not own.
        auto* data = reinterpret_cast<GByte*>(const_cast<char*>(bytes.constData()));
        VSILFILE* file =
            VSIFileFromMemBuffer(m_path.constData(), data, static_cast<vsi_l_offset>(bytes.size()), FALSE);
        if (file) VSIFCloseL(file);
    }
    ~MemoryFile() { VSIUnlink(m_path.constData()); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    const char* path() const { return m_path.constData(); }

private:
    QByteArray m_path;
};

/// Every row is a row: GDAL would otherwise guess whether the first names the columns.
class PlainRows {
public:
    PlainRows()
    {
        for (const char* option : options)
            CPLSetThreadLocalConfigOption(option, "DISABLE");
    }
    ~PlainRows()
    {
        for (const char* option : options)
            CPLSetThreadLocalConfigOption(option, nullptr);
    }
    PlainRows(const PlainRows&) = delete;
    PlainRows& operator=(const PlainRows&) = delete;

private:
    static constexpr const char* options[]{"OGR_XLSX_HEADERS", "OGR_ODS_HEADERS"};
};

void addField(QByteArray& csv, const char* text)
{
    const QByteArrayView value(text);
    const bool plain =
        !value.contains('"') && !value.contains(',') && !value.contains('\n') && !value.contains('\r');
    if (plain) {
        csv += value;
        return;
    }
    csv += '"' + value.toByteArray().replace('"', "\"\"") + '"';
}

QStringList sheetsOf(GDALDataset& dataset)
{
    QStringList names;
    for (int i = 0; i < dataset.GetLayerCount(); ++i)
        names << QString::fromUtf8(dataset.GetLayer(i)->GetName());
    return names;
}

} // namespace

city::Result<QByteArray> spreadsheetAsCsv(const QByteArray& bytes, const char* kind, const QString& sheet,
                                          qint64 maxBytes)
{
    registerDrivers();
    const Complaints complaints;
    const MemoryFile file(bytes, kind);
    const PlainRows plain;
    const char* const drivers[]{"XLSX", "ODS", nullptr};
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(file.path(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr));
    if (!dataset || dataset->GetLayerCount() == 0)
        return city::Problem{
            {}, {}, QT_TRANSLATE_NOOP("Message", "is a damaged spreadsheet, or one without a sheet")};
    OGRLayer* layer =
        sheet.isEmpty() ? dataset->GetLayer(0) : dataset->GetLayerByName(sheet.toUtf8().constData());
    if (!layer)
        return city::Problem{{},
                             {},
                             {QT_TRANSLATE_NOOP("Message", "the spreadsheet has no sheet \"%1\"; it has: %2"),
                              {sheet, sheetsOf(*dataset).join(QStringLiteral(", "))}}};
    QByteArray csv;
    const int columns = layer->GetLayerDefn()->GetFieldCount();
    while (const OGRFeatureUniquePtr row{layer->GetNextFeature()}) {
        for (int i = 0; i < columns; ++i) {
            if (i > 0) csv += ',';
            if (row->IsFieldSetAndNotNull(i)) addField(csv, row->GetFieldAsString(i));
        }
        csv += '\n';
        if (csv.size() > maxBytes)
            return city::Problem{
                {},
                {},
                {QT_TRANSLATE_NOOP("Message", "the answer is larger than the allowed %1 bytes"),
                 {QString::number(maxBytes)}}};
    }
    return csv;
}

} // namespace geo
