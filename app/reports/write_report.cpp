// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/write_report.h"

#include <QFileInfo>
#include <QSaveFile>

namespace app {

const QStringList& reportFormats()
{
    static const QStringList formats{QStringLiteral("pdf"),  QStringLiteral("html"),    QStringLiteral("xlsx"), QStringLiteral("csv"),
                                     QStringLiteral("gpkg"), QStringLiteral("geojson"), QStringLiteral("png"),  QStringLiteral("svg")};
    return formats;
}

const QStringList& sideBySideFormats()
{
    static const QStringList formats{QStringLiteral("pdf"), QStringLiteral("png"), QStringLiteral("svg")};
    return formats;
}

city::Result<QStringList> writeWhole(const QString& file, const QByteArray& bytes)
{
    QSaveFile out(file);
    // Flushed by hand: commit() does not notice that the disk was full for the last few kilobytes.
    if (out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.flush() && out.commit()) return QStringList{file};
    return city::Problem{file, {}, {QT_TRANSLATE_NOOP("Message", "cannot be written: %1"), {out.errorString()}}};
}

city::Result<QStringList> writeReport(const Report& report, const widgets::Theme& theme, const QString& file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending == QLatin1String("pdf")) return writeWhole(file, reportPdf(report, theme));
    if (ending == QLatin1String("html")) return writeWhole(file, reportHtml(report, theme));
    if (ending == QLatin1String("xlsx")) return writeWorkbook(report, file);
    if (ending == QLatin1String("gpkg") || ending == QLatin1String("geojson")) return writeFeaturesOf(report, theme, file);
    if (ending == QLatin1String("png") || ending == QLatin1String("svg")) return writePictures(report, theme, file);
    if (ending != QLatin1String("csv"))
        return city::Problem{file, {}, {QT_TRANSLATE_NOOP("Message", "no report is written to a file of this ending; expected one of: %1"), {reportFormats().join(QStringLiteral(", "))}}};
    // The description first: a table without one says less than nothing, one without a table is only useless.
    const QString about = file + QStringLiteral("-metadata.json");
    const auto described = writeWhole(about, reportCsvMetadata(report, QFileInfo(file).fileName()));
    if (!described.ok()) return described;
    auto written = writeWhole(file, reportCsv(report));
    if (!written.ok()) {
        QFile::remove(about);
        return written;
    }
    written.value() << about;
    return written;
}

} // namespace app
