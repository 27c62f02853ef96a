// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"
#include "layers/history/statement.h"

#include <QHash>

namespace history {

/// What the series of a history speak of, each looked up once. Used in the thread of its database.
class DescribedSeries {
public:
    explicit DescribedSeries(const Database& database);

    /// An observation with the place, quantity and unit of a series; times and value are the caller's.
    city::Result<city::Observation> of(qint64 series);

private:
    Statement m_find;
    QHash<qint64, city::Observation> m_known;
};

} // namespace history
