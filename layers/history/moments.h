// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/answer_log.h"

#include <limits>

namespace history {

/// A value that stands at a moment: the newest of its series.
struct Standing {
    qint64 at = std::numeric_limits<qint64>::min(); ///< Observed, milliseconds since 1970 UTC; the lowest: there is none.
    qint64 learned = 0;
    double value = 0;

    /// Of two for the same time the one learned later stands.
    bool givesWayTo(const Standing& next) const { return std::pair(next.at, next.learned) >= std::pair(at, learned); }
};

/// Gives the newest settled values of all series at a moment, from what MomentBuilder prepared. Used in the thread of its
/// database.
class Moments {
public:
    Moments(const Database& database, AnswerLog& log);

    /// Puts what was observed by `moment` (milliseconds since 1970 UTC) into `values`, which are by the number of the series.
    /// False when the table does not know: it is being made, or that is forgotten.
    city::Result<bool> read(qint64 moment, std::vector<Standing>& values);
    /// In the transaction in which they settled: values of a feed that were observed at `first` or later.
    std::optional<city::Problem> forgetFrom(qint64 feed, qint64 first);

private:
    city::Result<bool> play(qint64 feed, const QByteArray& answers, qint64 moment, std::vector<Standing>& values);

    const Database& m_database;
    AnswerLog& m_log;
    Statement m_at, m_forget;
};

} // namespace history
