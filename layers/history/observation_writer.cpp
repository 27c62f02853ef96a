// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/observation_writer.h"

#include <QVariant>

namespace history {

namespace {

qint64 stamp(city::Instant at)
{
    return static_cast<qint64>(at.time_since_epoch().count());
}

} // namespace

ObservationWriter::ObservationWriter(const Database& database)
    : m_database(database), m_feeds(database, QStringLiteral("feed"), {QStringLiteral("name")}),
      m_places(database, QStringLiteral("place"), {QStringLiteral("kind"), QStringLiteral("code")}),
      m_quantities(database, QStringLiteral("quantity"), {QStringLiteral("name")}),
      m_units(database, QStringLiteral("unit"), {QStringLiteral("code")}),
      m_seriesTable(database, QStringLiteral("series"),
                    {QStringLiteral("place_id"), QStringLiteral("quantity_id"), QStringLiteral("unit_id")})
{
}

city::Result<int> ObservationWriter::write(const QString& feed,
                                           const std::vector<city::Observation>& observations)
{
    if (observations.empty()) return 0;
    // Immediate: a second program that writes the same file is waited for here, not half-way through.
    if (const auto error = m_database.run(QStringLiteral("BEGIN IMMEDIATE")))
        return m_database.explain(*error);
    city::Result<int> written = writeAll(feed, observations);
    if (written) {
        const auto error = m_database.run(QStringLiteral("COMMIT"));
        if (!error) return written;
        written = m_database.explain(*error);
    }
    m_database.run(QStringLiteral("ROLLBACK"));
    m_series.clear(); // numbers given in the abandoned batch are void
    return written;
}

city::Result<int> ObservationWriter::writeAll(const QString& feed,
                                              const std::vector<city::Observation>& observations)
{
    const auto feedNumber = m_feeds.numberOf({feed});
    if (!feedNumber) return feedNumber.problem();
    // Known when it is what was learned last, from any feed or from this one. A value that was corrected and
    // corrected back is not known: the history of what was believed needs all three.
    auto insert = m_database.prepared(
        QStringLiteral("INSERT OR REPLACE INTO observation (series_id, observed_at, received_at, feed_id, value) "
                       "SELECT new.* FROM (SELECT ? AS series, ? AS at, ? AS learned, ? AS feed, ? AS value) new WHERE "
                       "new.value IS NOT (SELECT value FROM observation WHERE series_id = new.series "
                       "AND observed_at = new.at AND received_at <= new.learned ORDER BY received_at DESC LIMIT 1) AND "
                       "new.value IS NOT (SELECT value FROM observation WHERE series_id = new.series "
                       "AND observed_at = new.at AND received_at <= new.learned AND feed_id = new.feed "
                       "ORDER BY received_at DESC LIMIT 1)"));
    if (!insert) return insert.problem();
    int written = 0;
    for (const city::Observation& one : observations) {
        const auto rows = writeOne(insert.value(), one, *feedNumber);
        if (!rows) return rows;
        written += *rows;
    }
    return written;
}

city::Result<int> ObservationWriter::writeOne(QSqlQuery& insert, const city::Observation& one, qint64 feed)
{
    const auto series = seriesOf(one);
    if (!series) return series.problem();
    insert.addBindValue(*series);
    insert.addBindValue(stamp(one.observedAt));
    insert.addBindValue(stamp(one.receivedAt));
    insert.addBindValue(feed);
    insert.addBindValue(one.value);
    if (!insert.exec()) return m_database.explain(insert.lastError());
    return insert.numRowsAffected();
}

city::Result<qint64> ObservationWriter::seriesOf(const city::Observation& one)
{
    const SeriesKey key{one.place, one.quantity, one.unit};
    const auto met = m_series.constFind(key);
    if (met != m_series.cend()) return *met;

    const auto place = m_places.numberOf({one.place.kind, one.place.id});
    if (!place) return place;
    const auto quantity = m_quantities.numberOf({one.quantity});
    if (!quantity) return quantity;
    const auto unit = m_units.numberOf({one.unit});
    if (!unit) return unit;
    const auto series = m_seriesTable.numberOf({*place, *quantity, *unit});
    if (series) m_series.insert(key, *series);
    return series;
}

} // namespace history
