// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

namespace app {

/// A table of text whose columns line up in a terminal, where Chinese characters are two cells wide.
class TextColumns {
public:
    enum class Align { Left, Right };
    struct Column {
        QString title;
        Align align = Align::Left;
    };
    explicit TextColumns(std::vector<Column> columns) : m_columns(std::move(columns)) {}

    void add(const QStringList& cells) { m_rows.push_back({cells, {}}); }
    /// A line that keeps to no column, under the row added last.
    void note(const QString& line) { m_rows.push_back({{}, line}); }
    /// The head and all rows; no blanks at the ends.
    QStringList lines() const;

private:
    struct Row {
        QStringList cells;
        QString note;
    };
    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
};

/// Cells of a terminal that a text takes.
int cellsOf(const QString& text);

} // namespace app
