// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/answer_log.h"

#include <QHash>
#include <limits>

namespace history {

/// What was told and has not settled into runs yet, series by series: the newest hours, kept in memory, since in the log
/// they lie in the order they were told. A plain value.
class Tail {
public:
    void add(const Answer& answer);
    void clear() { *this = Tail(); }
    /// What the answers up to this one told has settled.
    void forgetUpTo(qint64 answer);

    /// In the order told.
    const std::vector<Told>& of(qint64 series) const;
    /// The newest observed time of a series; the lowest there is without one.
    qint64 newestAt(qint64 series) const { return m_newestAt.value(series, std::numeric_limits<qint64>::min()); }
    /// Of all; the highest there is when it is empty.
    qint64 oldestAt() const { return m_oldestAt; }
    std::vector<qint64> series() const { return {m_told.keyBegin(), m_told.keyEnd()}; }
    qsizetype seriesCount() const { return m_told.size(); }
    qsizetype count() const { return m_count; }
    /// From when the first of it was learned to when the last was: milliseconds.
    qint64 learnedOver() const { return m_count > 0 ? m_lastLearned - m_firstLearned : 0; }

private:
    QHash<qint64, std::vector<Told>> m_told;
    QHash<qint64, qint64> m_newestAt;
    qsizetype m_count = 0;
    qint64 m_firstLearned = 0, m_lastLearned = 0;
    qint64 m_oldestAt = std::numeric_limits<qint64>::max();
};

} // namespace history
