// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/csv_rows.h"
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/record_source.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/text/encoding.h"
#include "layers/feeds/text/number.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace feeds {

namespace {

using Columns = std::unordered_map<std::string, std::size_t>;

/// One row under its column titles, or under "#1", "#2" alone.
class CsvRecord : public Record {
public:
    CsvRecord(const CsvRows& rows, const Columns& columns, const QStringList& names)
        : m_rows(rows), m_columns(columns), m_names(names)
    {
    }

    Scalar find(const FieldPath& path) const override
    {
        const std::size_t column = columnOf(path);
        if (column >= m_rows.count()) return {};
        return {Scalar::Kind::Text, m_rows.fields()[column], 0, false};
    }
    std::optional<city::Result<city::Geometry>> geometry(const FieldPath&) const override
    {
        return std::nullopt;
    }
    QStringList fieldNames() const override { return m_names; }

private:
    static constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

    std::size_t findColumn(const FieldPath& path) const
    {
        if (const auto titled = m_columns.find(path.whole); titled != m_columns.end()) return titled->second;
        if (path.anyCase) {
            for (const auto& [title, column] : m_columns)
                if (isCalled(title, path.whole, true)) return column;
        }
        return path.column >= 0 ? static_cast<std::size_t>(path.column) : nowhere;
    }
    std::size_t columnOf(const FieldPath& path) const
    {
        if (path.foundBy != &m_columns) {
            path.foundAt = findColumn(path);
            path.foundBy = &m_columns;
        }
        return path.foundAt;
    }

    const CsvRows& m_rows;
    const Columns& m_columns;
    const QStringList& m_names;
};

struct Header {
    Columns columns;
    QStringList names;
    std::size_t width = 0;
};

Header readHeader(CsvRows& rows, bool titled)
{
    Header header;
    if (!titled || !rows.next()) return header;
    header.width = rows.count();
    for (std::size_t i = 0; i < rows.count(); ++i) {
        const std::string_view title = trimmed(rows.fields()[i]);
        header.columns.emplace(std::string(title), i);
        header.names << toQString(title);
    }
    return header;
}

/// The width of the rows when the first two agree on one. A header may name columns at the end that no row
/// has; one narrow row alone is a row that was cut off.
std::optional<std::size_t> narrowerWidth(CsvRows rows)
{
    if (!rows.next()) return std::nullopt;
    const std::size_t width = rows.count();
    return rows.next() && rows.count() == width && width > 1 ? std::optional(width) : std::nullopt;
}

/// Why a row cannot be trusted: a cut off row holds half a number, one too wide has its values in the wrong
/// columns.
std::optional<city::Message> whyNot(const CsvRows& rows, std::size_t least, std::size_t most)
{
    if (rows.isCutOff())
        return city::Message(
            QT_TRANSLATE_NOOP("Message", "a quoted text is not closed before the end; the row is left out"));
    if (rows.isTorn())
        return city::Message(
            QT_TRANSLATE_NOOP("Message", "text stands behind a closing quote; the row is left out"));
    bool extraIsEmpty = true;
    for (std::size_t i = most; i < rows.count(); ++i)
        extraIsEmpty = extraIsEmpty && trimmed(rows.fields()[i]).empty();
    if (rows.count() >= least && extraIsEmpty) return std::nullopt;
    return city::Message(
        QT_TRANSLATE_NOOP("Message", "the row has %1 columns where %2 were expected; it is left out"),
        {QString::number(rows.count()), QString::number(most)});
}

char delimiterOf(const RecordLayout& layout)
{
    if (layout.delimiter == QLatin1String("tab") || layout.delimiter == QLatin1String("\\t")) return '\t';
    return layout.delimiter.isEmpty() ? ',' : layout.delimiter[0].toLatin1();
}

std::optional<city::Problem> notATable(const QByteArray& utf8)
{
    if (auto page = webPage(utf8)) return page;
    const QByteArray start = utf8.left(200).trimmed();
    const bool other = start.startsWith('{') || start.startsWith('[') || start.startsWith('<') ||
                       utf8.left(4096).contains('\0');
    if (!other) return std::nullopt;
    return city::Problem{
        {},
        {},
        {QT_TRANSLATE_NOOP("Message", "is not a delimited table; it begins with \"%1\""), {beginning(utf8)}}};
}

/// Spreadsheets write "sep=;" before a table; behind it the table begins.
std::string_view withoutSeparatorLine(std::string_view text, char& delimiter)
{
    if (text.size() < 6 || !text.starts_with("sep=") || (text[5] != '\r' && text[5] != '\n')) return text;
    delimiter = text[4];
    return text.substr(text.substr(5).starts_with("\r\n") ? 7 : 6);
}

/// What separates the titles where the delimiter of the mapping does not; that one when nothing else does.
char likelyDelimiter(std::string_view text, char stated)
{
    char best = stated;
    std::size_t most = 1;
    for (const char one : {',', ';', '\t', '|'}) {
        CsvRows rows(text, one);
        if (!rows.next() || rows.count() <= most) continue;
        const std::size_t titles = rows.count();
        if (rows.next() && rows.count() != titles) continue;
        most = titles;
        best = one;
    }
    return best;
}

} // namespace

std::optional<city::Problem> visitCsv(const QByteArray& payload, const RecordLayout& layout,
                                      const PayloadHints& hints, RecordVisitor& visitor)
{
    const Text text = toText(payload, layout.encoding, hints);
    if (auto problem = notATable(text.utf8)) return problem;
    char delimiter = delimiterOf(layout);
    const std::string_view table = withoutSeparatorLine({text.utf8.constData(), static_cast<std::size_t>(text.utf8.size())}, delimiter);
    CsvRows rows(table, delimiter);
    Header header = readHeader(rows, layout.header);
    const bool isOne = layout.header && header.width == 1 && !visitor.expectsOnly(header.names.first());
    if (const char other = isOne ? likelyDelimiter(table, delimiter) : delimiter; other != delimiter) {
        delimiter = other; // the publisher has changed it
        rows = CsvRows(table, delimiter);
        header = readHeader(rows, true);
    }
    if (layout.header && header.width == 1 && !visitor.expectsOnly(header.names.first()))
        return city::Problem{
            {},
            {},
            {QT_TRANSLATE_NOOP("Message", "is not a table with columns; it begins with \"%1\""),
             {beginning(text.utf8)}}};
    const std::size_t least = narrowerWidth(rows).value_or(header.width);
    const CsvRecord record(rows, header.columns, header.names);
    visitor.readAs(text.encoding);
    visitor.begin(record, {});
    if (text.problem) visitor.note(*text.problem);
    visitor.expect(static_cast<std::size_t>(std::count(text.utf8.begin(), text.utf8.end(), '\n')));
    while (rows.next()) {
        if (header.width == 0) header.width = rows.count();
        if (const auto wrong = whyNot(rows, std::min(least, header.width), header.width))
            visitor.leaveOut({{}, {}, *wrong});
        else
            visitor.add(record);
    }
    return {};
}

city::Result<Decoded> decodeCsv(const QByteArray& payload, const DecodeContext& context)
{
    return decodeMapped(payload, QStringLiteral("csv"), context);
}

} // namespace feeds
