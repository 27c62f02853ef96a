// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/described_series.h"

#include <QVariant>

namespace history {

DescribedSeries::DescribedSeries(const Database& database)
    : m_find(database,
             QStringLiteral("SELECT p.kind, p.code, q.name, u.code FROM series s JOIN place p ON p.id = s.place_id "
                            "JOIN quantity q ON q.id = s.quantity_id JOIN unit u ON u.id = s.unit_id WHERE s.id = ?"))
{
}

city::Result<city::Observation> DescribedSeries::of(qint64 series)
{
    const auto known = m_known.constFind(series);
    if (known != m_known.cend()) return *known;
    auto found = m_find.run({series});
    if (!found) return found.problem();
    city::Observation one;
    if ((*found)->next()) {
        const QSqlQuery& row = **found;
        one.place = {row.value(0).toString(), row.value(1).toString()};
        one.quantity = row.value(2).toString();
        one.unit = row.value(3).toString();
    }
    (*found)->finish();
    m_known.insert(series, one);
    return one;
}

} // namespace history
