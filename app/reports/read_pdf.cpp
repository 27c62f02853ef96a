// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/read_pdf.h"

#include <memory>
#include <poppler-document.h>
#include <poppler-embedded-file.h>
#include <poppler-global.h>
#include <poppler-page.h>

namespace app {

namespace {

std::unique_ptr<poppler::document> opened(const QByteArray& pdf)
{
    // Its complaints about damaged files would go to standard error.
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    poppler::byte_array bytes(pdf.begin(), pdf.end());
    return std::unique_ptr<poppler::document>(poppler::document::load_from_data(&bytes));
}

QString textOf(const poppler::ustring& text)
{
    const poppler::byte_array utf8 = text.to_utf8();
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

city::Result<std::vector<Told>> pdfTexts(const QByteArray& pdf)
{
    const auto document = opened(pdf);
    if (!document || document->is_locked()) return city::Problem{{}, {}, QT_TRANSLATE_NOOP("Message", "this is no PDF that can be read")};
    std::vector<Told> texts;
    for (int number = 0; number < document->pages(); ++number) {
        const std::unique_ptr<poppler::page> page(document->create_page(number));
        if (!page) continue;
        const QStringList lines = textOf(page->text(poppler::rectf(), poppler::page::physical_layout)).split(QLatin1Char('\n'));
        for (const QString& line : lines) {
            const QString shown = line.simplified();
            for (const QString& word : shown.split(QLatin1Char(' '), Qt::SkipEmptyParts))
                texts.push_back({QStringLiteral("%1: %2").arg(number + 1).arg(shown.left(120)), word});
        }
    }
    return texts;
}

QByteArray pdfRecord(const QByteArray& pdf)
{
    const auto document = opened(pdf);
    if (!document || document->is_locked()) return {};
    for (poppler::embedded_file* file : document->embedded_files()) {
        if (file->name() != "cityops-report.json") continue;
        const poppler::byte_array bytes = file->data();
        return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
    }
    return {};
}

} // namespace app
