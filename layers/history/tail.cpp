// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/tail.h"

#include <algorithm>

namespace history {

void Tail::add(const Answer& answer)
{
    if (answer.series.empty()) return;
    if (m_count == 0) m_firstLearned = answer.learnedAt;
    m_lastLearned = answer.learnedAt;
    for (std::size_t i = 0; i < answer.series.size(); ++i) {
        m_told[answer.series[i]].push_back({answer.at[i], answer.id, answer.values[i]});
        m_oldestAt = std::min(m_oldestAt, answer.at[i]);
        const auto newest = m_newestAt.find(answer.series[i]);
        if (newest == m_newestAt.end())
            m_newestAt.insert(answer.series[i], answer.at[i]);
        else
            *newest = std::max(*newest, answer.at[i]);
    }
    m_count += static_cast<qsizetype>(answer.series.size());
}

void Tail::forgetUpTo(qint64 answer)
{
    m_count = 0;
    m_oldestAt = std::numeric_limits<qint64>::max();
    for (auto told = m_told.begin(); told != m_told.end();) {
        std::erase_if(*told, [answer](const Told& one) { return one.answer <= answer; });
        m_count += static_cast<qsizetype>(told->size());
        for (const Told& one : *told)
            m_oldestAt = std::min(m_oldestAt, one.at);
        told = told->empty() ? m_told.erase(told) : std::next(told);
    }
    m_firstLearned = m_lastLearned;
}

const std::vector<Told>& Tail::of(qint64 series) const
{
    static const std::vector<Told> nothing;
    const auto found = m_told.constFind(series);
    return found == m_told.cend() ? nothing : *found;
}

} // namespace history
