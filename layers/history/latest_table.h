// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"
#include "layers/history/answer_log.h"

namespace history {

/// The table `latest`: what QGIS and SQL see of the present. It follows the log by up to a minute, since writing it at
/// every answer would cost more than the answer. Used in the thread of its database.
class LatestTable {
public:
    explicit LatestTable(const Database& database);

    void add(const Answer& answer);
    /// The places' names and positions, for those that changed.
    void describe(const std::vector<city::Place>& places);
    bool isBehind() const { return !m_newest.isEmpty() || !m_places.isEmpty(); }
    /// Writes what is behind, inside a transaction of the caller.
    std::optional<city::Problem> write();
    /// What write() wrote was committed.
    void written();

private:
    struct Newest {
        qint64 at, learnedAt;
        double value;
    };
    std::optional<city::Problem> writePlaces();

    Statement m_write, m_place, m_show, m_changed;
    const Dialect& m_dialect;
    QHash<qint64, Newest> m_newest;
    QHash<city::PlaceId, city::Place> m_places; ///< Told, not yet written.
    QHash<city::PlaceId, size_t> m_known;       ///< What was written last of each, as a hash.
};

} // namespace history
