// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/pages.h"
#include "app/reports/pdf_outline.h"
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

QByteArray reportPdf(const Report& report, const widgets::Theme& theme)
{
    const paper::Pages pages(report, theme);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setResolution(static_cast<int>(paper::perInch));
        pdf.setPageSize(QPageSize(pages.size() / paper::perInch, QPageSize::Inch, QString(), QPageSize::FuzzyMatch));
        pdf.setPageMargins(QMarginsF());
        pdf.setTitle(report.place.isEmpty() ? QStringLiteral("%1 – %2").arg(report.title, report.city) : QStringLiteral("%1 – %2").arg(report.title, report.place));
        pdf.setCreator(report.evidence.program);
        pdf.addFileAttachment(QStringLiteral("cityops-report.json"), recordText(recordOf(report)), QStringLiteral("application/json"));
        QPainter painter(&pdf);
        for (int page = 0; page < pages.count(); ++page) {
            if (page > 0) pdf.newPage();
            pages.paint(painter, page);
        }
    }
    return paper::withOutline(paper::withCommonLetters(buffer.data()), report.order.language, pages.bookmarks());
}

city::Result<QStringList> writePictures(const Report& report, const widgets::Theme& theme, const QString& file)
{
    const paper::Pages pages(report, theme);
    const QByteArray record = recordText(recordOf(report));
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

} // namespace app
