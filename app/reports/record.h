// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/report.h"
#include "layers/city/result.h"

#include <QByteArray>

namespace app {

/// What travels inside of every file a report is written to, so that it can be made again and compared: its order, the
/// code, and where its numbers come from.
struct ReportRecord {
    ReportOrder order;
    QString pack; ///< As ReportEvidence::pack.
    QString code;
    bool invented = false; ///< Of the demo city.
};

ReportRecord recordOf(const Report& report);
/// JSON, one line, ASCII.
QByteArray recordText(const ReportRecord& record);
/// Refuses what is no record; believes nothing else of it.
city::Result<ReportRecord> readRecord(const QByteArray& text);

/// The record within a file a report was written to (PDF, HTML, XLSX, CSV, GeoPackage, GeoJSON, PNG, SVG).
city::Result<ReportRecord> recordIn(const QString& file);

/// Codes of reports that were made here, kept in a folder, so that a code alone can be verified.
void keepRecord(const QString& folder, const ReportRecord& record);
city::Result<ReportRecord> keptRecord(const QString& folder, const QString& code);

} // namespace app
