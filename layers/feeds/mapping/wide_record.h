// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/feed_spec.h"
#include "layers/feeds/mapping/record.h"

#include <functional>

namespace feeds {

/// One column of a wide record as a record of its own: its title and its value under the names of the
/// mapping, every other field as it is in the wide one.
class WideRecord : public Record {
public:
    WideRecord(const Record& wide, const WideColumns& columns, const FieldPath& column,
               std::string_view title)
        : m_wide(wide), m_columns(columns), m_column(column), m_title(title)
    {
    }

    Scalar find(const FieldPath& path) const override;
    std::optional<city::Result<city::Geometry>> geometry(const FieldPath& path) const override
    {
        return m_wide.geometry(path);
    }
    QStringList fieldNames() const override;

private:
    const Record& m_wide;
    const WideColumns& m_columns;
    const FieldPath& m_column;
    std::string_view m_title;
};

/// Makes the records of wide ones. Remembers which columns fit, since all records of a table have the same.
class Lengthening {
public:
    explicit Lengthening(const WideColumns& columns) : m_columns(columns) {}
    void each(const Record& wide, const std::function<void(const Record&)>& visit);
    /// No column of any record fitted.
    bool foundNone() const { return !m_any; }

private:
    struct Column {
        FieldPath path;
        std::string title;
    };
    void choose(const QStringList& names);

    WideColumns m_columns;
    QStringList m_names;
    std::vector<Column> m_chosen;
    bool m_any = false;
};

} // namespace feeds
