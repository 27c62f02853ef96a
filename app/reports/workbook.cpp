// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/workbook.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>
#include <filesystem>
#include <xlsxwriter.h>

namespace app {

namespace {

constexpr qsizetype longestCell = 32767, longestName = 31;

QString sheetName(QString name, const QSet<QString>& used)
{
    for (const QChar bad : QStringLiteral("[]:*?/\\"))
        name.replace(bad, QLatin1Char(' '));
    name = name.simplified();
    while (name.startsWith(QLatin1Char('\''))) name.remove(0, 1);
    while (name.endsWith(QLatin1Char('\''))) name.chop(1);
    if (name.isEmpty()) name = QStringLiteral("–");
    QString tried = name.left(longestName);
    for (int number = 2; used.contains(tried.toCaseFolded()); ++number) {
        const QString tail = QStringLiteral(" %1").arg(number);
        tried = name.left(longestName - tail.size()) + tail;
    }
    return tried;
}

} // namespace

struct Workbook::Parts {
    QString file, part;
    lxw_workbook* book = nullptr;
    lxw_worksheet* sheet = nullptr;
    lxw_row_t row = 0;
    lxw_col_t column = 0;
    QSet<QString> names;
    lxw_format *title = nullptr, *head = nullptr, *muted = nullptr, *time = nullptr;
    QHash<int, lxw_format*> numbers; ///< By decimals.
    QString wrong;                   ///< The first thing that was refused.

    void note(lxw_error error)
    {
        if (error != LXW_NO_ERROR && wrong.isEmpty()) wrong = QString::fromUtf8(lxw_strerror(error));
    }
};

Workbook::Workbook(const QString& file, const QString& about, const QString& comments) : d(std::make_unique<Parts>())
{
    const QFileInfo target(file);
    d->file = file;
    d->part = target.path() + QStringLiteral("/.") + target.completeBaseName() + QStringLiteral(".part.xlsx");
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    d->book = workbook_new_opt(QFile::encodeName(d->part).constData(), &options);
    if (!d->book) {
        d->wrong = QStringLiteral("memory");
        return;
    }
    QByteArray title = about.left(200).toUtf8(), text = comments.toUtf8(), maker = "CityOps"; // the library asks for what it does not change
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.comments = text.data();
    properties.company = maker.data();
    d->note(workbook_set_properties(d->book, &properties));
    d->title = workbook_add_format(d->book);
    format_set_bold(d->title);
    format_set_font_size(d->title, 16);
    d->head = workbook_add_format(d->book);
    format_set_bold(d->head);
    format_set_bottom(d->head, LXW_BORDER_THIN);
    format_set_text_wrap(d->head);
    d->muted = workbook_add_format(d->book);
    format_set_font_color(d->muted, LXW_COLOR_GRAY);
    d->time = workbook_add_format(d->book);
    format_set_num_format(d->time, "yyyy-mm-dd hh:mm");
}

Workbook::~Workbook()
{
    if (d->book) {
        workbook_close(d->book); // what was not finished is not wanted
        QFile::remove(d->part);
    }
}

void Workbook::sheet(const QString& name, const QList<int>& widths, int frozenRows)
{
    if (!d->book) return;
    const QString own = sheetName(name, d->names);
    d->names.insert(own.toCaseFolded());
    d->sheet = workbook_add_worksheet(d->book, own.toUtf8().constData());
    d->row = 0;
    d->column = 0;
    if (!d->sheet) {
        d->wrong = own;
        return;
    }
    for (qsizetype i = 0; i < widths.size(); ++i)
        worksheet_set_column(d->sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), widths[i], nullptr);
    if (frozenRows > 0) worksheet_freeze_panes(d->sheet, static_cast<lxw_row_t>(frozenRows), 0);
    worksheet_set_paper(d->sheet, 9); // A4
    worksheet_set_landscape(d->sheet);
    worksheet_fit_to_pages(d->sheet, 1, 0);
}

Workbook& Workbook::text(const QString& text, Look look)
{
    if (!d->sheet) return *this;
    lxw_format* const formats[] = {nullptr, d->title, d->head, d->muted};
    QString clean = text.left(longestCell);
    clean.remove(QChar(0));
    // As a string cell: what looks like a formula stays text.
    if (!clean.isEmpty()) d->note(worksheet_write_string(d->sheet, d->row, d->column, clean.toUtf8().constData(), formats[static_cast<int>(look)]));
    ++d->column;
    return *this;
}

Workbook& Workbook::number(double value, int decimals)
{
    if (!d->sheet) return *this;
    lxw_format*& format = d->numbers[decimals];
    if (!format) {
        format = workbook_add_format(d->book);
        const QByteArray shape = QByteArray("#,##0") + (decimals > 0 ? "." + QByteArray(decimals, '0') : QByteArray());
        format_set_num_format(format, shape.constData());
    }
    d->note(worksheet_write_number(d->sheet, d->row, d->column++, value, format));
    return *this;
}

Workbook& Workbook::time(city::Instant at, const QTimeZone& zone)
{
    if (!d->sheet) return *this;
    // Spreadsheets count days since 1899-12-30 and know no zones: the sheet of sources says whose clock it is.
    const qint64 utc = at.time_since_epoch().count();
    const qint64 local = utc + 1000LL * zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utc));
    d->note(worksheet_write_number(d->sheet, d->row, d->column++, static_cast<double>(local) / 86'400'000 + 25569, d->time));
    return *this;
}

Workbook& Workbook::skip()
{
    ++d->column;
    return *this;
}

void Workbook::endRow()
{
    ++d->row;
    d->column = 0;
}

std::optional<city::Problem> Workbook::finish()
{
    if (d->book) {
        d->note(workbook_close(d->book));
        d->book = nullptr;
        d->sheet = nullptr;
    }
    std::error_code failed;
    if (d->wrong.isEmpty()) std::filesystem::rename(d->part.toStdString(), d->file.toStdString(), failed);
    if (d->wrong.isEmpty() && !failed) return std::nullopt;
    QFile::remove(d->part);
    const QString why = failed ? QString::fromStdString(failed.message()) : d->wrong;
    return city::Problem{d->file, {}, {QT_TRANSLATE_NOOP("Message", "cannot be written: %1"), {why}}};
}

} // namespace app
