// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/shared/shared_link.h"

#include <QTimer>

namespace history {

namespace {

constexpr std::chrono::milliseconds triedAgainAfter{1000}, atOnce{0};

} // namespace

SharedLink::SharedLink(SharedDatabase& database, StoreNews& news, const Spooling& spooling, User user)
    : m_database(database), m_news(news), m_user(std::move(user)), m_spool(spooling.file), m_inMemory(spooling.inMemory)
{
    if (m_database.isOpen())
        m_user.begin();
    else
        noteLoss();
    if (isWaiting()) writeLater(atOnce); // from an earlier run
}

bool SharedLink::noteLoss()
{
    if (!m_database.isLost()) {
        m_database.hear();
        return false;
    }
    if (m_isReviving || m_isClosing) return true;
    m_isReviving = true;
    m_user.end();
    const city::Problem why = m_database.lose();
    tell([why](StoreNews& news) { Q_EMIT news.lost(why); });
    later(&SharedLink::revive, triedAgainAfter);
    return true;
}

void SharedLink::write(Waiting waiting)
{
    if (!isWaiting() && waiting.work()) return;
    waiting.weight = waiting.answer ? waiting.answer().weight() : 0;
    m_weight += waiting.weight;
    m_waiting.push_back(std::move(waiting));
    if (m_weight > m_inMemory || !m_spool.isEmpty()) toDisk();
    writeLater(triedAgainAfter);
}

/// All that waits, in its order, as far as the disk takes it.
void SharedLink::toDisk()
{
    for (auto next = m_waiting.begin(); next != m_waiting.end();) {
        if (!next->answer) {
            ++next;
            continue;
        }
        const WaitingAnswer answer = next->answer();
        const bool isEmpty = answer.told.empty() && !answer.picture;
        if (!isEmpty && !m_spool.put(answer)) return;
        next->spooled();
        m_weight -= next->weight;
        next = m_waiting.erase(next);
    }
}

bool SharedLink::isFinal(bool isDone)
{
    const bool wasBusy = m_database.takeBusy();
    const bool mayYetBe = noteLoss() || (wasBusy && !isDone);
    return m_isClosing || !mayYetBe;
}

void SharedLink::revive()
{
    if (!m_database.reopen()) return later(&SharedLink::revive, triedAgainAfter);
    m_isReviving = false;
    m_user.begin();
    tell([](StoreNews& news) { Q_EMIT news.back(); });
    writeWaiting();
}

void SharedLink::writeWaiting()
{
    m_isDue = false;
    if (m_isReviving) return;
    if (!m_spool.isEmpty()) // One at a time, so that questions come between.
        return writeLater(writeFromDisk() ? atOnce : triedAgainAfter);
    while (!m_waiting.empty() && !m_isReviving && m_waiting.front().work()) {
        m_weight -= m_waiting.front().weight;
        m_waiting.pop_front();
    }
    if (isWaiting() && !m_isReviving) writeLater(triedAgainAfter);
}

/// False when the store was not ready for it.
bool SharedLink::writeFromDisk()
{
    const auto answer = m_spool.first();
    if (!answer) return true;
    noteLoss();
    const city::Result<int> result = m_database.isOpen() ? m_user.write(*answer) : city::Result<int>(m_database.problem());
    const bool wasBusy = m_database.takeBusy();
    if (noteLoss() || (wasBusy && !result)) return false;
    if (!result) tell([why = result.problem()](StoreNews& news) { Q_EMIT news.refused(why); });
    m_spool.dropFirst();
    return true;
}

void SharedLink::watch()
{
    if (std::exchange(m_isWatching, true)) return;
    m_database.watch([this](const StoreTold& told) {
        if (noteLoss()) return;
        if (!told.feeds.isEmpty()) tell([feeds = told.feeds](StoreNews& news) { Q_EMIT news.added(feeds); });
        if (told.notes) tell([](StoreNews& news) { Q_EMIT news.noted(); });
    });
}

void SharedLink::close()
{
    m_isClosing = true;
    if (m_database.isLost() && isWaiting() && m_database.reopen()) m_user.begin();
    if (m_database.isLost() || !m_spool.isEmpty()) toDisk();
    for (; !m_waiting.empty(); m_waiting.pop_front())
        m_waiting.front().work();
}

bool SharedLink::maySettle()
{
    const auto mine = m_database.claim(2, 0);
    return mine && *mine;
}

void SharedLink::writeLater(std::chrono::milliseconds after)
{
    if (!std::exchange(m_isDue, true)) later(&SharedLink::writeWaiting, after);
}

void SharedLink::later(void (SharedLink::*what)(), std::chrono::milliseconds after)
{
    QTimer::singleShot(after, &m_user.home, [this, what] {
        if (!m_isClosing) (this->*what)();
    });
}

} // namespace history
