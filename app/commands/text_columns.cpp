// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/text_columns.h"

#include <algorithm>

namespace app {

namespace {

bool isWide(ushort code)
{
    // Hangul, CJK and the full-width forms, after Unicode's East Asian Width.
    return (code >= 0x1100 && code < 0x1160) || (code >= 0x2E80 && code < 0xA4D0) || (code >= 0xAC00 && code < 0xD7A4) ||
           (code >= 0xF900 && code < 0xFB00) || (code >= 0xFE30 && code < 0xFE70) || (code >= 0xFF00 && code < 0xFF61);
}

QString padded(const QString& text, int cells, TextColumns::Align align)
{
    const QString blanks(std::max(0, cells - cellsOf(text)), QLatin1Char(' '));
    return align == TextColumns::Align::Left ? text + blanks : blanks + text;
}

QString withoutEnd(QString line)
{
    while (line.endsWith(QLatin1Char(' '))) line.chop(1);
    return line;
}

} // namespace

int cellsOf(const QString& text)
{
    int cells = 0;
    for (const QChar c : text) cells += isWide(c.unicode()) ? 2 : 1;
    return cells;
}

QStringList TextColumns::lines() const
{
    std::vector<int> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        int width = cellsOf(m_columns[i].title);
        for (const Row& row : m_rows) width = std::max(width, cellsOf(row.cells.value(static_cast<qsizetype>(i))));
        widths.push_back(width);
    }
    const auto line = [&](const QStringList& cells) {
        QString made;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (i > 0) made += QStringLiteral("  ");
            made += padded(cells.value(static_cast<qsizetype>(i)), widths[i], m_columns[i].align);
        }
        return withoutEnd(made);
    };
    QStringList titles;
    for (const Column& column : m_columns) titles << column.title;
    QStringList all{line(titles)};
    for (const Row& row : m_rows) all << (row.note.isEmpty() ? line(row.cells) : row.note);
    return all;
}

} // namespace app
