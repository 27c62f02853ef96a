// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/series_numbers.h"

#include <QVariant>

namespace history {

namespace {

constexpr qsizetype mostFound = 20'000;

}

SeriesNumbers::SeriesNumbers(const Database& database)
    : m_database(database), m_feeds(database, QStringLiteral("feed"), {QStringLiteral("name")}),
      m_places(database, QStringLiteral("place"), {QStringLiteral("kind"), QStringLiteral("code")}),
      m_quantities(database, QStringLiteral("quantity"), {QStringLiteral("name")}),
      m_units(database, QStringLiteral("unit"), {QStringLiteral("code")}),
      m_seriesTable(database, QStringLiteral("series"),
                    {QStringLiteral("place_id"), QStringLiteral("quantity_id"), QStringLiteral("unit_id"),
                     QStringLiteral("feed_id")}),
      m_same(database,
             QStringLiteral("SELECT id FROM series WHERE place_id = ? AND quantity_id = ? AND unit_id = ?")),
      m_find(database, QStringLiteral("SELECT s.id, s.feed_id, u.code FROM place p "
                                      "JOIN quantity q ON q.name = ? "
                                      "JOIN series s ON s.place_id = p.id AND s.quantity_id = q.id "
                                      "JOIN unit u ON u.id = s.unit_id WHERE p.kind = ? AND p.code = ?")),
      m_list(database, QStringLiteral("SELECT s.id, p.kind, p.code, q.name, u.code FROM series s JOIN place p ON p.id = s.place_id "
                                      "JOIN quantity q ON q.id = s.quantity_id JOIN unit u ON u.id = s.unit_id "
                                      "ORDER BY p.kind, p.code, s.quantity_id"))
{
}

city::Result<qint64> SeriesNumbers::feed(const QString& name)
{
    return numberOf(name, m_feeds, m_feedNumbers);
}

city::Result<qint64> SeriesNumbers::numberOf(const QString& name, Dictionary& dictionary, Numbers& known)
{
    const auto met = known.constFind(name);
    if (met != known.cend()) return *met;
    const auto number = dictionary.numberOf({name});
    if (number) known.insert(name, *number);
    return number;
}

city::Result<qint64> SeriesNumbers::series(qint64 feed, const city::Observation& observation)
{
    const Key key{feed, observation.place, observation.quantity, observation.unit};
    const auto met = m_numbers.constFind(key);
    return met != m_numbers.cend() ? *met : add(key);
}

city::Result<qint64> SeriesNumbers::add(const Key& key)
{
    const auto place = m_places.numberOf({key.place.kind, key.place.id});
    if (!place) return place;
    const auto quantity = numberOf(key.quantity, m_quantities, m_quantityNumbers);
    if (!quantity) return quantity;
    const auto unit = numberOf(key.unit, m_units, m_unitNumbers);
    if (!unit) return unit;
    const auto series = m_seriesTable.numberOf({*place, *quantity, *unit, key.feed});
    if (!series) return series;
    auto same = m_same.run({*place, *quantity, *unit});
    if (!same) return same.problem();
    std::vector<qint64> all;
    while ((*same)->next())
        all.push_back((*same)->value(0).toLongLong());
    if (all.size() > 1) {
        for (const qint64 one : all)
            m_witnesses.insert(one, all);
    }
    forgetFound();
    m_numbers.insert(key, *series);
    return series;
}

const std::vector<qint64>& SeriesNumbers::witnesses(qint64 series) const
{
    static const std::vector<qint64> none;
    const auto found = m_witnesses.constFind(series);
    return found == m_witnesses.cend() ? none : *found;
}

city::Result<std::vector<SeriesNumbers::Kept>> SeriesNumbers::find(const city::PlaceId& place, const QString& quantity)
{
    const auto met = m_found.constFind({place, quantity});
    if (met != m_found.cend()) return *met;
    auto found = m_find.run({quantity, place.kind, place.id});
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    std::vector<Kept> kept;
    while (rows.next())
        kept.push_back({rows.value(0).toLongLong(), rows.value(1).toLongLong(), rows.value(2).toString()});
    if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
    if (m_found.size() >= mostFound) m_found.clear();
    m_found.insert({place, quantity}, kept);
    return kept;
}

city::Result<const std::vector<SeriesNumbers::Listed>*> SeriesNumbers::all()
{
    if (!m_all.empty()) return &m_all;
    auto found = m_list.run({});
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    city::Observation one;
    while (rows.next()) {
        const city::PlaceId place{rows.value(1).toString(), rows.value(2).toString()};
        // Texts that are the same are kept once.
        if (one.place.kind != place.kind) one.place.kind = place.kind;
        one.place.id = place.id;
        const QString quantity = rows.value(3).toString(), unit = rows.value(4).toString();
        if (one.quantity != quantity) one.quantity = quantity;
        if (one.unit != unit) one.unit = unit;
        m_all.push_back({rows.value(0).toLongLong(), one});
    }
    if (rows.lastError().isValid()) {
        m_all.clear();
        return m_database.explain(rows.lastError());
    }
    return &m_all;
}

void SeriesNumbers::forgetFound()
{
    m_found.clear();
    m_all.clear();
}

void SeriesNumbers::forget()
{
    m_feedNumbers.clear();
    m_quantityNumbers.clear();
    m_unitNumbers.clear();
    m_numbers.clear();
    forgetFound();
    m_witnesses.clear();
}

} // namespace history
