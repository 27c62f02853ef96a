// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/dataset.h"

#include <QVariant>

namespace app {

/// Where the rows of a query go: as CSV (RFC 4180, UTF-8) to standard output as they come, or all together
/// into a file of a format that its name says (.csv, .gpkg, .parquet, .geojson).
class QueryRows {
public:
    /// `file` empty: standard output.
    QueryRows(QStringList columns, QString file);

    /// As many values as columns: QString, double, qlonglong, or an invalid QVariant for none.
    void add(const QVariantList& values, std::optional<city::LonLat> at);
    /// What went wrong, if anything.
    std::optional<city::Problem> finish();
    qint64 count() const { return m_count; }

private:
    void print(const QStringList& cells) const;

    QStringList m_columns;
    QString m_file;
    geo::FeatureTable m_table; ///< For a file.
    qint64 m_count = 0;
    bool m_failed = false;
};

} // namespace app
