// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/geo/columns.h"
#include "layers/geo/dataset.h"

#include <memory>

namespace geo {

/// A column of an attribute table.
struct RowField {
    QString name;
    QString unit; ///< Shown beside the name; may be empty.
    bool numeric = false;
};

/// Which rows are wanted, and in which order.
struct RowQuery {
    QString filter;     ///< As a person types it, see RowFilter; empty: all.
    int sortField = -1; ///< -1: as they stand.
    bool descending = false;
    std::shared_ptr<const std::vector<qint64>> only; ///< Sorted keys to stay within; null: all.
};

/// What a person typed into the filter: "name = value" with one of = != < <= > >= ~ (contains) on a field, or
/// words that must stand somewhere in the row. Numbers compare as numbers. Upper and lower case, 台 and 臺 are the same.
class RowFilter {
public:
    RowFilter(const QString& text, const std::vector<RowField>& fields);
    bool isEmpty() const { return m_value.isEmpty() && m_field < 0; }
    /// The field it asks of; -1: all of them.
    int field() const { return m_field; }
    bool passes(const QVariantList& values) const;
    bool passes(const QVariant& value) const;

private:
    int m_field = -1;
    QString m_sign;
    QString m_value;
    std::optional<double> m_number;
};

/// The attributes of a layer, row by row. Each has a key that stays the same (the FID of a feature). Used in one thread at
/// a time; the calls may be slow.
class RowSource {
public:
    virtual ~RowSource() = default;
    virtual city::Result<std::vector<RowField>> fields() = 0;
    /// Keys of the rows wanted. Counts features in `progress`; a cancelled search is a Problem.
    virtual city::Result<std::vector<qint64>> find(const RowQuery& query, ReadingProgress& progress) = 0;
    /// Values of rows, beside `keys`; empty lists for rows that are gone.
    virtual city::Result<std::vector<QVariantList>> read(const std::vector<qint64>& keys) = 0;
};

/// Rows of a table that is in memory.
std::unique_ptr<RowSource> tableRows(std::shared_ptr<const FeatureTable> table, std::vector<RowField> fields = {});
/// Rows of a layer of a file, read when they are asked for. The file is opened by the first call.
std::unique_ptr<RowSource> fileRows(const QString& file, const OpenOptions& options);

/// Puts keys in the order of their values: numbers as numbers, rows without a value last either way.
void sortRows(std::vector<qint64>& keys, const std::vector<QVariant>& values, bool descending);

} // namespace geo
