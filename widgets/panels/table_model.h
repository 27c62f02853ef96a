// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"

#include <QAbstractTableModel>

namespace widgets {

/// The rows of a RankedTable in the order they are shown. Rows without a number come last whichever way a
/// numeric column is sorted: no data is neither the best nor the worst.
class TableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const TableData& table);
    const TableData& table() const { return m_table; }
    const TableRow& row(int row) const { return m_table.rows[static_cast<std::size_t>(row)]; }
    const TableCell* cell(const QModelIndex& index) const;
    int rowOfKey(const QString& key) const; ///< -1: none
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_order; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange();

    TableData m_table;
    int m_sortColumn = 0;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace widgets
