// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QString>
#include <QStringList>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <memory>

/// The way into GDAL for every reader of this folder: local files only, chosen drivers only, its complaints
/// as values.
namespace geo {

/// Closes a dataset and lets go of the copy in memory it was opened from, if any.
struct DatasetClose {
    QByteArray memoryFolder;

    void operator()(GDALDataset* dataset) const
    {
        GDALClose(dataset);
        if (!memoryFolder.isEmpty()) VSIRmdirRecursive(memoryFolder.constData());
    }
};
using DatasetPtr = std::unique_ptr<GDALDataset, DatasetClose>;

/// Collects what GDAL complains of in this thread while it stands, so that nothing reaches standard error.
class Complaints {
public:
    Complaints();
    ~Complaints();
    Complaints(const Complaints&) = delete;
    Complaints& operator=(const Complaints&) = delete;
    /// The first failure, or the first warning when nothing failed; plain text.
    QString first() const { return m_failure.isEmpty() ? m_warning : m_failure; }
    bool failed() const { return !m_failure.isEmpty(); }
    void clear();

private:
    static void take(CPLErr severity, CPLErrorNum number, const char* text);
    QString m_failure, m_warning;
};

enum class DatasetKind { Vector, Raster };

/// Opens a local file for reading. Names that mean something else to GDAL (network, virtual file systems,
/// connection strings) are refused, and no driver follows a link out of the file.
city::Result<DatasetPtr> openDataset(const QString& file, DatasetKind kind,
                                     const QStringList& openOptions = {});

/// Drivers registered once in the process; cheap when repeated, from any thread.
void registerDrivers();

} // namespace geo
