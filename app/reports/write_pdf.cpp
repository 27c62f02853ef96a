// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/pdf_letters.h"
#include "app/reports/pdf_structure.h"
#include "app/reports/record.h"
#include "app/reports/write_report.h"

#include <QBuffer>
#include <QImage>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

/// Pages as a document and as pictures.
namespace app {

namespace {

constexpr double dotsPerInch = 150;

QString fileOfPage(const QString& file, int page, int pages)
{
    if (pages == 1) return file;
    const QString ending = QLatin1Char('.') + QFileInfo(file).suffix();
    return file.chopped(ending.size()) + QLatin1Char('-') + QString::number(page + 1) + ending;
}

QByteArray pagePng(const paper::Pages& pages, int page, const QByteArray& record)
{
    const double scale = dotsPerInch / paper::perInch;
    QImage image(QSizeF(pages.size() * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    pages.paint(painter, page);
    painter.end();
    image.setText(QStringLiteral("cityops"), QString::fromLatin1(record));
    image.setDotsPerMeterX(static_cast<int>(dotsPerInch / 0.0254));
    image.setDotsPerMeterY(static_cast<int>(dotsPerInch / 0.0254));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray pageSvg(const paper::Pages& pages, int page, const Report& report, const QByteArray& record)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(static_cast<int>(paper::perInch));
    svg.setViewBox(QRectF(QPointF(), pages.size()));
    svg.setSize(pages.size().toSize());
    svg.setTitle(report.title);
    svg.setDescription(QString::fromLatin1(record));
    QPainter painter(&svg);
    pages.paint(painter, page);
    painter.end();
    return buffer.data();
}

} // namespace

namespace {

QByteArray pdfOf(const paper::Pages& pages, const QString& title, const QString& language, const Report& report, const QByteArray& record)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setResolution(static_cast<int>(paper::perInch));
        pdf.setPageSize(QPageSize(pages.size() / paper::perInch, QPageSize::Inch, QString(), QPageSize::FuzzyMatch));
        pdf.setPageMargins(QMarginsF());
        pdf.setTitle(title);
        pdf.setCreator(report.evidence.program);
        pdf.addFileAttachment(QStringLiteral("cityops-report.json"), record, QStringLiteral("application/json"));
        QPainter painter(&pdf);
        for (int page = 0; page < pages.count(); ++page) {
            if (page > 0) pdf.newPage();
            pages.paint(painter, page);
        }
    }
    return paper::withStructure(paper::withCommonLetters(buffer.data()), pages, title, language);
}

city::Result<QStringList> picturesOf(const paper::Pages& pages, const Report& report, const QByteArray& record, const QString& file)
{
    const bool svg = file.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
    QStringList written;
    for (int page = 0; page < pages.count(); ++page) {
        const QString name = fileOfPage(file, page, pages.count());
        const auto one = writeWhole(name, svg ? pageSvg(pages, page, report, record) : pagePng(pages, page, record));
        if (!one.ok()) {
            for (const QString& earlier : std::as_const(written))
                QFile::remove(earlier);
            return one;
        }
        written += *one;
    }
    return written;
}

QString titleOf(const Report& report)
{
    return QStringLiteral("%1 – %2").arg(report.title, report.place.isEmpty() ? report.city : report.place);
}

} // namespace

QByteArray reportPdf(const Report& report, const widgets::Theme& theme)
{
    return pdfOf(paper::Pages(report, theme), titleOf(report), report.order.language, report, recordText(recordOf(report)));
}

city::Result<QStringList> writePictures(const Report& report, const widgets::Theme& theme, const QString& file)
{
    return picturesOf(paper::Pages(report, theme), report, recordText(recordOf(report)), file);
}

Edition::Edition(std::shared_ptr<const Report> made, const widgets::Theme& theme) : report(std::move(made)), column(*report, theme) {}

ReportRecord sideBySideRecord(const std::vector<Edition>& editions)
{
    ReportRecord record = recordOf(*editions.front().report);
    record.order.language = QString(bothLanguages);
    return record;
}

city::Result<QStringList> writeSideBySide(const std::vector<Edition>& editions, const QString& file)
{
    QStringList titles;
    std::vector<paper::Column> columns;
    for (const Edition& one : editions) {
        titles << titleOf(*one.report);
        columns.push_back(one.column);
    }
    const Report& first = *editions.front().report;
    const QByteArray record = recordText(sideBySideRecord(editions));
    const paper::Pages pages(std::move(columns));
    if (!file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) return picturesOf(pages, first, record, file);
    return writeWhole(file, pdfOf(pages, titles.join(QStringLiteral(" / ")), first.order.language, first, record));
}

} // namespace app
