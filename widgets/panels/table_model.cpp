// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/table_model.h"

#include "widgets/theme/plain_text.h"

#include <QCollator>
#include <algorithm>

namespace widgets {

namespace {

bool sameColumns(const TableData& a, const TableData& b)
{
    return std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
                      [](const TableColumn& x, const TableColumn& y) { return x.title == y.title; });
}

const TableCell& cellOf(const TableRow& row, std::size_t column)
{
    static const TableCell none;
    return column < row.cells.size() ? row.cells[column] : none;
}

} // namespace

void TableModel::setTable(const TableData& table)
{
    const bool keepOrder = sameColumns(table, m_table) && !table.columns.empty();
    beginResetModel();
    m_table = table;
    if (!keepOrder) {
        m_sortColumn = table.sortColumn;
        m_order = table.descending ? Qt::DescendingOrder : Qt::AscendingOrder;
    }
    arrange();
    endResetModel();
}

const TableCell* TableModel::cell(const QModelIndex& index) const
{
    if (!index.isValid()) return nullptr;
    const TableRow& row = this->row(index.row());
    const auto column = static_cast<std::size_t>(index.column());
    return column < row.cells.size() ? &row.cells[column] : nullptr;
}

int TableModel::rowOfKey(const QString& key) const
{
    if (key.isEmpty()) return -1;
    for (std::size_t i = 0; i < m_table.rows.size(); ++i)
        if (m_table.rows[i].key == key) return static_cast<int>(i);
    return -1;
}

int TableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    const TableCell* shown = cell(index);
    if (!shown) return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return shown->text;
    case Qt::ToolTipRole: {
        const QString tip = row(index.row()).tip.isEmpty() ? shown->text : row(index.row()).tip;
        return plainTip(shown->usual.isEmpty() ? tip : tip + u'\n' + shown->usual.section(u'\n', -1));
    }
    case Qt::TextAlignmentRole: {
        const bool numeric = m_table.columns[static_cast<std::size_t>(index.column())].numeric;
        return QVariant::fromValue(Qt::AlignVCenter | (numeric ? Qt::AlignRight : Qt::AlignLeft));
    }
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const TableColumn& column = m_table.columns[static_cast<std::size_t>(section)];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (column.numeric ? Qt::AlignRight : Qt::AlignLeft));
    const QString text = column.unit.isEmpty() ? column.title : column.title + u' ' + column.unit;
    if (role == Qt::ToolTipRole) return plainTip(text);
    if (role != Qt::DisplayRole) return {};
    if (section != m_sortColumn) return text;
    // Before the words: a head cut short keeps it.
    return QString((m_order == Qt::AscendingOrder ? QStringLiteral("▴ ") : QStringLiteral("▾ ")) + text);
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount()) return;
    Q_EMIT layoutAboutToBeChanged();
    QStringList chosen;
    const QModelIndexList before = persistentIndexList();
    for (const QModelIndex& index : before)
        chosen.push_back(row(index.row()).key);
    m_sortColumn = column;
    m_order = order;
    arrange();
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int now = rowOfKey(chosen[i]);
        changePersistentIndex(before[i], now < 0 ? QModelIndex() : index(now, before[i].column()));
    }
    Q_EMIT layoutChanged();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void TableModel::arrange()
{
    if (m_sortColumn < 0 || m_sortColumn >= columnCount()) return;
    const auto column = static_cast<std::size_t>(m_sortColumn);
    const bool down = m_order == Qt::DescendingOrder;
    QCollator collator;
    collator.setNumericMode(true);
    std::stable_sort(m_table.rows.begin(), m_table.rows.end(), [&](const TableRow& a, const TableRow& b) {
        const TableCell &x = cellOf(a, column), &y = cellOf(b, column);
        if (x.number.has_value() != y.number.has_value()) return x.number.has_value();
        if (x.number) return down ? *x.number > *y.number : *x.number < *y.number;
        if (x.text.isEmpty() != y.text.isEmpty()) return y.text.isEmpty();
        const int order = collator.compare(x.text, y.text);
        return down ? order > 0 : order < 0;
    });
}

} // namespace widgets
