// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/history_store.h"

#include <QTest>

/// A feed of air stations that tell a value every ten minutes, for the tests of stores.
namespace stations {

inline const city::Instant begin = city::fromIso(u"2026-03-01T00:00:00Z").value();
inline const QString feed = QStringLiteral("air");
inline const QTimeZone taipei("Asia/Taipei");

/// Of the `n`th poll: another one each time.
inline double valueAt(int station, int n)
{
    return (station * 37 + n * 13) % 101 / 10.0;
}

inline city::Observation reading(int station, int n, double value)
{
    const city::Instant at = begin + std::chrono::minutes(10 * n);
    return {{QStringLiteral("station"), QString::number(station)}, QStringLiteral("pm2.5"), value, QStringLiteral("ug/m3"), at,
            at + std::chrono::seconds(70)};
}

/// `polls` polls of the first `count` stations, one append each.
inline void fill(history::HistoryStore& store, int count, int polls, int from = 0)
{
    QFuture<city::Result<int>> last;
    for (int n = from; n < from + polls; ++n) {
        std::vector<city::Observation> batch;
        for (int station = 0; station < count; ++station)
            batch.push_back(reading(station, n, valueAt(station, n)));
        last = store.append(feed, std::move(batch));
    }
    QVERIFY(last.result().ok());
}

} // namespace stations
