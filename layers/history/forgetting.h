// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/retention.h"
#include "layers/history/statement.h"
#include "layers/history/told.h"

namespace history {

/// Forgets what is older than it is to be kept, a part at a time. The values of a series go by its own
/// quantity's time. The log and the pictures of a feed, which hold all its quantities together, go by the
/// shortest of them, back to the last picture that was written whole. Alerts, events and notes go by the time
/// for all; what the days came to stays. Room in the file is used again, the file does not shrink. Used in
/// the thread of its database.
class Forgetting {
public:
    explicit Forgetting(const Database& database);

    /// Begins a round. One that is under way goes on as it began.
    void begin(const Retention& retention, city::Instant now);
    bool isBusy() const { return !m_series.empty() || !m_feeds.empty() || m_marks.has_value(); }
    /// Does a part of it: true when there is more to do.
    city::Result<bool> forgetSome();

private:
    struct Task {
        qint64 id = 0;     ///< Of a series or of a feed.
        qint64 before = 0; ///< What ended earlier goes.
    };

    std::optional<city::Problem> plan();
    std::optional<city::Problem> forgetSeries(const Task& task);
    std::optional<city::Problem> forgetFeed(const Task& task);
    std::optional<city::Problem> forgetMoments(qint64 before);
    std::optional<city::Problem> forgetMarks(qint64 before);

    const Database& m_database;
    Statement m_all, m_chunks, m_hours, m_keyframe, m_answers, m_parts, m_pictures, m_oldMarks, m_oldNotes,
        m_moments, m_momentsFrom;
    Retention m_retention;
    qint64 m_now = 0;
    bool m_isPlanned = true;
    std::vector<Task> m_series, m_feeds;
    std::optional<qint64> m_marks;
};

} // namespace history
