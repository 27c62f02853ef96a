// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/csv_rows.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/proposal/sample_table.h"
#include "layers/feeds/text/number.h"

namespace feeds {

namespace {

constexpr int sniffedRows = 40;

/// The rows a text has with this delimiter, up to a few: how many columns they agree on.
int columnsWith(std::string_view text, char delimiter)
{
    CsvRows rows(text, delimiter);
    QHash<std::size_t, int> widths;
    int seen = 0;
    while (seen < sniffedRows && rows.next()) {
        ++widths[rows.count()];
        ++seen;
    }
    std::size_t best = 0;
    for (auto it = widths.cbegin(); it != widths.cend(); ++it) {
        if (it.value() * 3 >= seen * 2) best = it.key();
    }
    return static_cast<int>(best);
}

char delimiterOf(std::string_view text)
{
    char best = ',';
    int most = 1;
    for (const char candidate : {',', '\t', ';', '|'}) {
        const int columns = columnsWith(text, candidate);
        if (columns > most) {
            most = columns;
            best = candidate;
        }
    }
    return most > 1 ? best : '\0';
}

/// Titles are different texts, and none of them is a number or a time.
bool isHeader(const CsvRows& row)
{
    static const QRegularExpression value(QStringLiteral("^[-+]?[\\d.,:/ T-]+Z?$"));
    QStringList titles;
    int empty = 0;
    for (std::size_t i = 0; i < row.count(); ++i) {
        const QString title = toQString(trimmed(row.fields()[i]));
        if (title.isEmpty()) ++empty;
        // A wide table has its hours or years as titles; the first columns tell.
        if (i < 3 && value.match(title).hasMatch()) return false;
        titles << title;
    }
    titles.removeAll(QString());
    const qsizetype all = titles.size();
    return empty <= 1 && titles.removeDuplicates() * 5 <= all;
}

} // namespace

city::Result<std::vector<PayloadSample>> csvSamples(const QByteArray& payload, const PayloadHints& hints)
{
    const Text text = toText(payload, {}, hints);
    if (auto page = webPage(text.utf8)) return *page;
    const std::string_view all(text.utf8.constData(), static_cast<std::size_t>(text.utf8.size()));
    const std::string_view start = trimmed(all.substr(0, 200));
    const char delimiter = delimiterOf(all);
    const bool other = start.empty() || start.front() == '{' || start.front() == '[' ||
                       start.front() == '<' || all.substr(0, 4096).find('\0') != std::string_view::npos;
    if (other || delimiter == '\0')
        return city::Problem{
            {},
            {},
            {QT_TRANSLATE_NOOP("Message", "is not a table with columns; it begins with \"%1\""),
             {beginning(text.utf8)}}};
    PayloadSample sample;
    sample.format = QStringLiteral("csv");
    sample.encoding = text.encoding;
    sample.layout.delimiter = QString(QLatin1Char(delimiter));
    CsvRows rows(all, delimiter);
    rows.next();
    sample.layout.header = isHeader(rows);
    QStringList titles;
    for (std::size_t i = 0; i < rows.count(); ++i) {
        const QString title = toQString(trimmed(rows.fields()[i]));
        titles << (sample.layout.header && !title.isEmpty() ? title : QStringLiteral("#%1").arg(i + 1));
    }
    CsvRows counted(all, delimiter);
    while (counted.next())
        ++sample.records;
    if (sample.layout.header) --sample.records;
    const int stride = strideOf(sample.records);
    SampleTable table;
    bool hasRow = !sample.layout.header || rows.next();
    for (int row = 0; hasRow; hasRow = rows.next(), ++row) {
        if (row % stride != 0) continue;
        table.begin();
        for (std::size_t i = 0; i < rows.count() && i < static_cast<std::size_t>(titles.size()); ++i)
            table.add(titles[static_cast<qsizetype>(i)], toQString(rows.fields()[i]));
    }
    sample.fields = table.take();
    return std::vector<PayloadSample>{std::move(sample)};
}

} // namespace feeds
