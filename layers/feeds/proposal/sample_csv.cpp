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

QStringList textsOf(const CsvRows& row)
{
    QStringList texts;
    for (std::size_t i = 0; i < row.count(); ++i)
        texts << toQString(trimmed(row.fields()[i]));
    return texts;
}

/// Titles are different texts, and none of them is a number or a time; in a wide table the hours or years
/// are, and only the first columns tell: a word stands over numbers or times.
bool isHeader(const QStringList& titles, const QStringList& next)
{
    static const QRegularExpression value(QStringLiteral("^[-+]?[\\d.,:/ T-]+Z?$"));
    const auto isValue = [](const QString& text) { return value.match(text).hasMatch(); };
    bool valueAmongFirst = false, wordOverValue = false;
    for (qsizetype i = 0; i < std::min<qsizetype>(3, titles.size()); ++i) {
        const bool nothing = titles[i].size() < 3; // "NA" in a list without a header
        valueAmongFirst = valueAmongFirst || isValue(titles[i]);
        wordOverValue = wordOverValue || (!nothing && !isValue(titles[i]) && isValue(next.value(i)));
    }
    if (valueAmongFirst && !wordOverValue) return false;
    QStringList said = titles;
    const qsizetype empty = said.removeAll(QString());
    const qsizetype all = said.size();
    return empty <= 1 && said.removeDuplicates() * 5 <= all;
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
    CsvRows ahead(all, delimiter);
    ahead.next();
    const QStringList first = textsOf(ahead);
    sample.layout.header = isHeader(first, ahead.next() ? textsOf(ahead) : QStringList());
    CsvRows rows(all, delimiter);
    rows.next();
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
