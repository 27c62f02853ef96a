// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/feeds/decoders/csv_rows.h"

#include <QByteArray>
#include <QString>
#include <optional>
#include <unordered_map>

namespace feeds {

/// One file of a GTFS feed: columns by name in any order, missing ones empty.
class GtfsTable {
public:
    /// `utf8` must outlive the table.
    explicit GtfsTable(const QByteArray& utf8);

    bool next();
    /// The field of this row, trimmed; valid until the next row.
    std::string_view field(std::string_view column) const;
    QString text(std::string_view column) const;
    std::optional<double> number(std::string_view column) const;
    std::optional<int> whole(std::string_view column) const;
    /// "25:10:00" as seconds; hours may exceed 24 and have one digit.
    std::optional<int> time(std::string_view column) const;
    bool has(std::string_view column) const { return m_columns.count(std::string(column)) > 0; }
    bool isCutOff() const { return m_rows.isCutOff(); }
    int row() const { return m_row; }

private:
    CsvRows m_rows;
    std::unordered_map<std::string, std::size_t> m_columns;
    int m_row = 1; ///< The header is row 1.
};

} // namespace feeds
