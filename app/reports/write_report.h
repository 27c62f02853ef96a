// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/pages.h"
#include "app/reports/record.h"
#include "app/reports/report.h"
#include "layers/city/result.h"
#include "widgets/theme/theme.h"

#include <QByteArray>
#include <QStringList>

namespace app {

/// The endings of files reports are written to: "pdf", "html", "xlsx", "csv", "gpkg", "geojson", "png", "svg".
const QStringList& reportFormats();

/// Writes a report in the format its file's name ends in. Files appear whole or not at all. Answers those written: one,
/// but for pictures of several pages (FILE-1.png, FILE-2.png ...) and for CSV with its description
/// (FILE.csv, FILE.csv-metadata.json). Slow; any thread.
city::Result<QStringList> writeReport(const Report& report, const widgets::Theme& theme, const QString& file);

/// A report in one language, ready to stand beside itself in another. Made in the language of the moment.
struct Edition {
    Edition(std::shared_ptr<const Report> report, const widgets::Theme& theme);

    std::shared_ptr<const Report> report;
    paper::Column column;
};
/// What stands for the languages side by side where one is asked for, and the endings of files they are written to.
inline constexpr QLatin1String bothLanguages("both");
const QStringList& sideBySideFormats();
ReportRecord sideBySideRecord(const std::vector<Edition>& editions);
/// Sheets twice as wide, part beside part. Slow; any thread.
city::Result<QStringList> writeSideBySide(const std::vector<Edition>& editions, const QString& file);

/// The writers, each in its own file.
QByteArray reportPdf(const Report& report, const widgets::Theme& theme);
QByteArray reportHtml(const Report& report, const widgets::Theme& theme);
/// Comma-separated values of every figure, UTF-8 with a byte order mark, after RFC 4180.
QByteArray reportCsv(const Report& report);
/// Its description after the W3C's "CSV on the Web".
QByteArray reportCsvMetadata(const Report& report, const QString& csvName);
city::Result<QStringList> writeWorkbook(const Report& report, const QString& file);
city::Result<QStringList> writeFeaturesOf(const Report& report, const widgets::Theme& theme, const QString& file);
city::Result<QStringList> writePictures(const Report& report, const widgets::Theme& theme, const QString& file);

/// `bytes` as `file`, whole or not at all.
city::Result<QStringList> writeWhole(const QString& file, const QByteArray& bytes);

} // namespace app
