// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/format.h"
#include "app/reports/evidence.h"
#include "app/reports/record.h"
#include "app/reports/workbook.h"
#include "app/reports/write_report.h"

/// A report as a workbook: a sheet for each part that has numbers, one of all figures, one of the sources.
namespace app {

namespace {

using Look = Workbook::Look;

// As many as it takes to write the number as it is, no more than is sensible.
int decimalsOf(double value)
{
    const QString text = QString::number(value, 'g', 12);
    const qsizetype dot = text.indexOf(QLatin1Char('.'));
    return dot < 0 || text.contains(QLatin1Char('e')) ? 0 : static_cast<int>(std::min<qsizetype>(6, text.size() - dot - 1));
}

QString clockNote(const Report& report)
{
    return say(QT_TRANSLATE_NOOP("Message", "Data of %1  ·  period %2"), {report.dataTime, report.period});
}

void addTop(Workbook& book, const Report& report, const QString& title)
{
    book.text(title, Look::Title).endRow();
    QString second = clockNote(report) + QStringLiteral("  ·  ") + say(QT_TRANSLATE_NOOP("Message", "Code %1"), {report.evidence.code});
    if (!report.stamp.isEmpty()) second.prepend(report.stamp + QStringLiteral("  ·  "));
    book.text(second, Look::Muted).endRow();
}

QString headText(const widgets::TableColumn& column)
{
    return column.unit.isEmpty() ? column.title : QStringLiteral("%1 (%2)").arg(column.title, column.unit);
}

void addTable(Workbook& book, const Report& report, const TableBlock& block, const QString& title)
{
    QList<int> widths;
    for (const widgets::TableColumn& column : block.table.columns)
        widths << (column.numeric ? 14 : 26);
    book.sheet(title, widths, 3);
    addTop(book, report, title);
    for (const widgets::TableColumn& column : block.table.columns)
        book.text(headText(column), Look::Head);
    book.endRow();
    for (std::size_t r = 0; r < block.table.rows.size(); ++r) {
        const widgets::TableRow& row = block.table.rows[r];
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const bool counts = r < block.figures.size() && block.figures[r][c].value.has_value();
            if (counts)
                book.number(*block.figures[r][c].value, decimalsOf(*block.figures[r][c].value));
            else
                book.text(row.cells[c].text, row.cells[c].muted ? Look::Muted : Look::Plain);
        }
        book.endRow();
    }
}

void addChart(Workbook& book, const Report& report, const widgets::ChartData& chart, const QString& title)
{
    const QString unit = chart.unit.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(chart.unit);
    book.sheet(title, {22, 16, 16, 16, 16, 16}, 3);
    addTop(book, report, title);
    if (chart.kind == widgets::ChartData::Kind::Bars) {
        book.text(say(QT_TRANSLATE_NOOP("Message", "Name")), Look::Head).text(say(QT_TRANSLATE_NOOP("Message", "Value")) + unit, Look::Head).endRow();
        for (const widgets::ChartBar& bar : chart.bars) {
            book.text(bar.label);
            if (bar.value) book.number(*bar.value, decimalsOf(*bar.value));
            book.endRow();
        }
        return;
    }
    book.text(say(QT_TRANSLATE_NOOP("Message", "Time")), Look::Head).text(say(QT_TRANSLATE_NOOP("Message", "Name")), Look::Head).text(say(QT_TRANSLATE_NOOP("Message", "Value")) + unit, Look::Head).endRow();
    for (const widgets::ChartSeries& line : chart.series) {
        for (const city::Sample& sample : line.samples) {
            book.time(sample.at, report.zone).text(line.name.isEmpty() ? chart.title : line.name).number(sample.value, decimalsOf(sample.value));
            book.endRow();
        }
    }
}

void addFigures(Workbook& book, const Report& report)
{
    const QString title = say(QT_TRANSLATE_NOOP("Message", "All numbers"));
    book.sheet(title, {28, 34, 20, 14, 12, 22, 22, 18, 12, 22, 12, 12, 12, 40}, 3);
    addTop(book, report, title);
    for (const char* head : {QT_TRANSLATE_NOOP("Message", "Section"), QT_TRANSLATE_NOOP("Message", "Name"), QT_TRANSLATE_NOOP("Message", "Quantity"), QT_TRANSLATE_NOOP("Message", "Value"),
                             QT_TRANSLATE_NOOP("Message", "Unit"), QT_TRANSLATE_NOOP("Message", "Level"), QT_TRANSLATE_NOOP("Message", "Scale"), QT_TRANSLATE_NOOP("Message", "Observed"),
                             QT_TRANSLATE_NOOP("Message", "State"), QT_TRANSLATE_NOOP("Message", "Feeds"),
                             QT_TRANSLATE_NOOP("Message", "Usual, low"), QT_TRANSLATE_NOOP("Message", "Usual, middle"), QT_TRANSLATE_NOOP("Message", "Usual, high"), QT_TRANSLATE_NOOP("Message", "Remark")})
        book.text(say(head), Look::Head);
    book.endRow();
    for (const PlacedFigure& one : figuresOf(report)) {
        const Figure& figure = one.figure;
        book.text(one.where).text(figure.what).text(figure.quantity);
        if (figure.value)
            book.number(*figure.value, decimalsOf(*figure.value));
        else
            book.skip();
        book.text(figure.unit).text(figure.level).text(figure.scale);
        if (figure.observed)
            book.time(*figure.observed, report.zone);
        else
            book.skip();
        book.text(city::freshnessText(figure.freshness).toString()).text(figure.feeds.join(QLatin1Char(' ')));
        for (const auto which : {&indicators::Typical::low, &indicators::Typical::median, &indicators::Typical::high}) {
            if (figure.usual)
                book.number((*figure.usual).*which, decimalsOf((*figure.usual).*which));
            else
                book.skip();
        }
        book.text(figure.note);
        book.endRow();
    }
}

void addSources(Workbook& book, const Report& report)
{
    const TableBlock feeds = feedsUsed(report);
    const QString title = say(QT_TRANSLATE_NOOP("Message", "Where the numbers come from"));
    book.sheet(title, {34, 26, 20, 12, 14, 24});
    addTop(book, report, title);
    for (const widgets::TableColumn& column : feeds.table.columns)
        book.text(column.title, Look::Head);
    book.endRow();
    for (const widgets::TableRow& row : feeds.table.rows) {
        for (const widgets::TableCell& cell : row.cells)
            book.text(cell.text);
        book.endRow();
    }
    for (const auto& [head, lines] : evidenceTexts(report)) {
        book.endRow();
        book.text(head, Look::Head).endRow();
        for (const QString& line : lines)
            book.text(line).endRow();
    }
}

} // namespace

city::Result<QStringList> writeWorkbook(const Report& report, const QString& file)
{
    const QString title = report.place.isEmpty() ? report.title : QStringLiteral("%1 · %2").arg(report.title, report.place);
    Workbook book(file, QStringLiteral("%1 – %2").arg(title, report.city), QString::fromLatin1(recordText(recordOf(report))));
    addFigures(book, report);
    for (const ReportBlock& block : report.blocks) {
        if (const auto* table = std::get_if<TableBlock>(&block.content)) addTable(book, report, *table, block.title);
        if (const auto* impact = std::get_if<ImpactBlock>(&block.content))
            for (const ImpactBlock::Part& part : impact->parts)
                for (std::size_t i = 0; i < part.tables.size(); ++i)
                    addTable(book, report, part.tables[i], part.titles[i] + QStringLiteral(" · ") + part.title);
        if (const auto* charts = std::get_if<ChartsBlock>(&block.content))
            for (const widgets::ChartData& chart : charts->charts)
                addChart(book, report, chart, chart.title.isEmpty() ? block.title : chart.title);
    }
    addSources(book, report);
    if (auto wrong = book.finish()) return *wrong;
    return QStringList{file};
}

} // namespace app
