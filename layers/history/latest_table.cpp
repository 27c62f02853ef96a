// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/latest_table.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>
#include <QVariant>

namespace history {

namespace {

/// As GeoPackage writes a time: UTC, always with milliseconds, so that texts compare as times do.
QString isoOf(qint64 stamp)
{
    return city::inZone(instantOf(stamp), QTimeZone::utc(), QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"));
}

QString namesOf(const city::Place& place)
{
    QJsonObject names;
    for (auto name = place.name.all().cbegin(); name != place.name.all().cend(); ++name)
        names.insert(name.key(), name.value());
    return QString::fromUtf8(QJsonDocument(names).toJson(QJsonDocument::Compact));
}

size_t hashOf(const city::Place& place)
{
    size_t hash = place.at ? qHashMulti(0, place.at->lon, place.at->lat) : 0;
    for (auto name = place.name.all().cbegin(); name != place.name.all().cend(); ++name)
        hash = qHashMulti(hash, name.key(), name.value());
    return hash;
}

} // namespace

LatestTable::LatestTable(const Database& database)
    : m_write(database,
              QStringLiteral("INSERT INTO latest SELECT s.id, p.geom, p.kind, p.code, p.name, q.name, CAST(? AS DOUBLE PRECISION), u.code, "
                             "CAST(? AS %1), CAST(? AS %1), "
                             "f.name FROM series s JOIN place p ON p.id = s.place_id JOIN quantity q ON q.id = s.quantity_id "
                             "JOIN unit u ON u.id = s.unit_id JOIN feed f ON f.id = s.feed_id WHERE s.id = ? "
                             "ON CONFLICT (fid) DO UPDATE SET value = excluded.value, observed_at = excluded.observed_at, "
                             "learned_at = excluded.learned_at WHERE excluded.observed_at >= latest.observed_at")
                  .arg(QLatin1String(database.dialect().timeType))),
      m_place(database,
              QStringLiteral("INSERT INTO place (kind, code, name, names, geom) VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, code) "
                             "DO UPDATE SET name = excluded.name, names = excluded.names, geom = excluded.geom")),
      m_show(database, QStringLiteral("UPDATE latest SET name = ?, geom = ? WHERE place_kind = ? AND place = ?")),
      m_changed(database, QLatin1String(database.dialect().tellChange)), m_dialect(database.dialect())
{
}

void LatestTable::add(const Answer& answer)
{
    for (std::size_t i = 0; i < answer.series.size(); ++i) {
        const auto known = m_newest.constFind(answer.series[i]);
        if (known == m_newest.cend() || known->at <= answer.at[i])
            m_newest.insert(answer.series[i], {answer.at[i], answer.learnedAt, answer.values[i]});
    }
}

void LatestTable::describe(const std::vector<city::Place>& places)
{
    for (const city::Place& place : places) {
        if (m_known.value(place.id, 0) != hashOf(place)) m_places.insert(place.id, place);
    }
}

std::optional<city::Problem> LatestTable::write()
{
    if (auto problem = writePlaces()) return problem;
    for (auto one = m_newest.cbegin(); one != m_newest.cend(); ++one) {
        auto row = m_write.run({one->value, isoOf(one->at), isoOf(one->learnedAt), one.key()});
        if (!row) return row.problem();
    }
    if (*m_dialect.tellChange == '\0') return std::nullopt;
    if (auto changed = m_changed.run({}); !changed) return changed.problem();
    return std::nullopt;
}

std::optional<city::Problem> LatestTable::writePlaces()
{
    for (const city::Place& place : m_places) {
        const QVariant geometry = place.at ? m_dialect.point(*place.at) : QVariant();
        const QString name = place.name.in(QString());
        auto row = m_place.run({place.id.kind, place.id.id, name, namesOf(place), geometry});
        if (!row) return row.problem();
        auto shown = m_show.run({name, geometry, place.id.kind, place.id.id});
        if (!shown) return shown.problem();
    }
    return std::nullopt;
}

void LatestTable::written()
{
    m_newest.clear();
    for (const city::Place& place : m_places)
        m_known.insert(place.id, hashOf(place));
    m_places.clear();
}

} // namespace history
