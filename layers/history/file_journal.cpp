// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/file_journal.h"

namespace history {

namespace {

template<typename T> QFuture<city::Result<T>> ready(T value)
{
    return QtFuture::makeReadyFuture(city::Result<T>(std::move(value)));
}

} // namespace

FileJournal::FileJournal(const QString& trail, QObject* parent)
    : AlarmJournal(parent), m_trail(trail.isEmpty() ? nullptr : std::make_unique<AuditTrail>(trail))
{
}

QFuture<city::Result<std::vector<QByteArray>>> FileJournal::opened()
{
    return m_trail ? m_trail->opened() : ready(std::vector<QByteArray>());
}

QFuture<city::Result<JournalTurn>> FileJournal::turn(std::optional<city::Instant>, bool)
{
    JournalTurn turn;
    turn.begins = !std::exchange(m_hasBegun, true);
    turn.requests = std::exchange(m_requests, {});
    return ready(std::move(turn));
}

QFuture<city::Result<AlarmJournal::Kept>> FileJournal::keep(JournalPage page)
{
    if (!m_trail || page.entries.empty()) return ready(Kept::Done);
    std::vector<QByteArray> lines;
    for (JournalEntry& entry : page.entries)
        lines.push_back(std::move(entry.text));
    return m_trail->append(std::move(lines)).then([](const city::Result<int>& written) {
        return written ? city::Result<Kept>(Kept::Done) : city::Result<Kept>(written.problem());
    });
}

QFuture<city::Result<AlarmJournal::Asked>> FileJournal::ask(QByteArray request)
{
    m_requests.push_back({0, std::move(request), {}});
    Q_EMIT news();
    return ready(Asked::Done);
}

} // namespace history
