// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"
#include "layers/history/dictionary.h"

#include <QHash>

namespace history {

/// Writes batches of observations, each in one transaction: all of it or nothing. Remembers the numbers of
/// the series it has met, so that a batch of a known city asks the dictionaries nothing. Used in the thread
/// of its database.
class ObservationWriter {
public:
    explicit ObservationWriter(const Database& database);

    /// Rows written; see HistoryStore::append.
    city::Result<int> write(const QString& feed, const std::vector<city::Observation>& observations);

private:
    struct SeriesKey {
        city::PlaceId place;
        QString quantity, unit;
        friend bool operator==(const SeriesKey&, const SeriesKey&) = default;
        friend size_t qHash(const SeriesKey& key, size_t seed = 0)
        {
            return qHashMulti(seed, key.place, key.quantity, key.unit);
        }
    };

    city::Result<int> writeAll(const QString& feed, const std::vector<city::Observation>& observations);
    /// 1 when it was written, 0 when it was known already.
    city::Result<int> writeOne(QSqlQuery& insert, const city::Observation& one, qint64 feed);
    city::Result<qint64> seriesOf(const city::Observation& one);

    const Database& m_database;
    Dictionary m_feeds, m_places, m_quantities, m_units, m_seriesTable;
    QHash<SeriesKey, qint64> m_series;
};

} // namespace history
