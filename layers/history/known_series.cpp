// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/known_series.h"

#include "layers/history/database.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QVariant>
#include <QtEndian>
#include <cstring>

namespace history {

namespace {

/// The point LatestTable wrote; nothing for anything else.
std::optional<city::LonLat> pointOf(const QByteArray& geometry)
{
    constexpr qsizetype head = 13, whole = head + 16;
    if (geometry.size() != whole || !geometry.startsWith("GP")) return std::nullopt;
    const auto number = [&geometry](qsizetype from) {
        const quint64 bits = qFromLittleEndian<quint64>(geometry.constData() + from);
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        return value;
    };
    return city::LonLat{number(head), number(head + 8)};
}

city::LocalText nameOf(const QSqlQuery& row)
{
    city::LocalText name;
    const QJsonObject names = QJsonDocument::fromJson(row.value(4).toString().toUtf8()).object();
    for (auto one = names.constBegin(); one != names.constEnd(); ++one)
        name.set(one.key(), one.value().toString());
    return name.isEmpty() && !row.isNull(3) ? city::LocalText(row.value(3).toString()) : name;
}

} // namespace

city::Result<std::vector<KnownSeries>> readKnown(const Database& database)
{
    auto prepared = database.prepared(
        QStringLiteral("SELECT DISTINCT p.kind, p.code, q.name, p.name, p.names, p.geom FROM series s JOIN "
                       "place p ON p.id = s.place_id "
                       "JOIN quantity q ON q.id = s.quantity_id ORDER BY p.kind, p.code, q.name"));
    if (!prepared) return prepared.problem();
    QSqlQuery& rows = prepared.value();
    if (!rows.exec()) return database.explain(rows.lastError());
    std::vector<KnownSeries> known;
    while (rows.next())
        known.push_back({{rows.value(0).toString(), rows.value(1).toString()},
                         rows.value(2).toString(),
                         nameOf(rows),
                         pointOf(rows.value(5).toByteArray())});
    if (rows.lastError().isValid()) return database.explain(rows.lastError());
    return known;
}

} // namespace history
