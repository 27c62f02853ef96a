// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/series_reader.h"

#include "layers/city/quantity.h"

#include <QSqlError>
#include <QVariant>
#include <limits>

namespace history {

namespace {

qint64 stamp(city::Instant at)
{
    return static_cast<qint64>(at.time_since_epoch().count());
}

city::Instant instant(const QVariant& value)
{
    return city::Instant(city::Duration(value.toLongLong()));
}

QString notNull(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

/// A sample as stored, before the series has one unit.
struct Row {
    city::Sample sample;
    QString unit;
};

/// Takes all samples into the unit of the newest one; those that cannot be converted are left out.
void inOneUnit(const std::vector<Row>& rows, city::Series& series)
{
    if (rows.empty()) return;
    series.unit = rows.back().unit;
    series.samples.reserve(rows.size());
    for (const Row& row : rows) {
        if (row.unit == series.unit) {
            series.samples.push_back(row.sample);
        } else if (const auto value = city::convertUnit(row.sample.value, row.unit, series.unit)) {
            series.samples.push_back({row.sample.at, *value});
        }
    }
}

} // namespace

city::Result<city::Series> readSeries(const Database& database, const SeriesQuery& query)
{
    auto prepared = database.prepared(QStringLiteral(
        "SELECT o.observed_at, o.value, u.code FROM place p "
        "JOIN quantity q ON q.name = ? "
        "JOIN series s ON s.place_id = p.id AND s.quantity_id = q.id "
        "JOIN unit u ON u.id = s.unit_id "
        "JOIN observation o ON o.series_id = s.id AND o.observed_at BETWEEN ? AND ? AND o.received_at <= ? "
        "WHERE p.kind = ? AND p.code = ? ORDER BY o.observed_at, o.received_at"));
    if (!prepared) return prepared.problem();
    QSqlQuery& rows = prepared.value();
    rows.addBindValue(notNull(query.quantity));
    rows.addBindValue(stamp(query.from));
    rows.addBindValue(stamp(query.to));
    rows.addBindValue(query.asOf ? stamp(*query.asOf) : std::numeric_limits<qint64>::max());
    rows.addBindValue(notNull(query.place.kind));
    rows.addBindValue(notNull(query.place.id));
    if (!rows.exec()) return database.explain(rows.lastError());

    std::vector<Row> found;
    while (rows.next()) {
        const Row row{{instant(rows.value(0)), rows.value(1).toDouble()}, rows.value(2).toString()};
        if (!found.empty() && found.back().sample.at == row.sample.at)
            found.back() = row; // learned later
        else
            found.push_back(row);
    }
    if (rows.lastError().isValid()) return database.explain(rows.lastError());
    city::Series series{query.place, query.quantity, {}, {}};
    inOneUnit(found, series);
    return series;
}

city::Result<std::vector<city::Observation>> readLatest(const Database& database, city::Instant at)
{
    auto prepared = database.prepared(QStringLiteral(
        "SELECT p.kind, p.code, q.name, u.code, o.observed_at, o.received_at, o.value FROM series s "
        "JOIN observation o ON o.series_id = s.id AND o.observed_at = "
        "  (SELECT max(n.observed_at) FROM observation n WHERE n.series_id = s.id AND n.observed_at <= ?) "
        "JOIN place p ON p.id = s.place_id JOIN quantity q ON q.id = s.quantity_id JOIN unit u ON u.id = "
        "s.unit_id "
        "ORDER BY s.place_id, s.quantity_id, o.observed_at, o.received_at"));
    if (!prepared) return prepared.problem();
    QSqlQuery& rows = prepared.value();
    rows.addBindValue(stamp(at));
    if (!rows.exec()) return database.explain(rows.lastError());

    std::vector<city::Observation> latest;
    while (rows.next()) {
        city::Observation one{{rows.value(0).toString(), rows.value(1).toString()},
                              rows.value(2).toString(),
                              rows.value(6).toDouble(),
                              rows.value(3).toString(),
                              instant(rows.value(4)),
                              instant(rows.value(5))};
        const bool again =
            !latest.empty() && latest.back().place == one.place && latest.back().quantity == one.quantity;
        if (again)
            latest.back() = std::move(one);
        else
            latest.push_back(std::move(one));
    }
    if (rows.lastError().isValid()) return database.explain(rows.lastError());
    return latest;
}

} // namespace history
