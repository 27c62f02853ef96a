// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/snapshot.h"
#include "layers/history/statement.h"
#include "layers/history/timeline.h"

#include <QHash>

namespace history {

/// What the timeline marks, and what people wrote on it. Used in the thread of its database.
class MarkLog {
public:
    explicit MarkLog(const Database& database);

    /// What is new in a picture that is being recorded; inside the transaction of the caller. `alerts`,
    /// `events`: whether those differ from the picture before.
    std::optional<city::Problem> look(qint64 feed, const city::FeedPicture& picture, qint64 shownAt,
                                      bool alerts, bool events);
    /// What was remembered may speak of rows that were never committed.
    void forget() { m_failing.clear(); }

    /// Stretches without a picture that are shorter than `gap` are none.
    city::Result<Timeline> between(city::Instant from, city::Instant to, city::Duration gap);
    /// Alerts and events of a feed that were learned after `moment` and had been sent, or had begun, by then.
    std::optional<city::Problem> addLate(qint64 feed, qint64 moment, city::FeedPicture& picture);

    city::Result<qint64> addNote(const Note& note);
    city::Result<bool> removeNote(qint64 id);

private:
    std::optional<city::Problem> tellFailure(qint64 feed, const city::FeedState& state, qint64 shownAt);
    std::optional<city::Problem> readMarks(qint64 from, qint64 to, Timeline& into);
    std::optional<city::Problem> readGaps(qint64 from, qint64 to, qint64 gap, Timeline& into);
    std::optional<city::Problem> readNotes(qint64 from, qint64 to, Timeline& into);
    city::Result<std::optional<qint64>> number(Statement& statement, const QVariantList& values);

    const Database& m_database;
    Statement m_insert, m_lastTold, m_between, m_late, m_first, m_next, m_last, m_notes, m_addNote,
        m_removeNote;
    QHash<qint64, bool> m_failing; ///< By feed.
};

} // namespace history
