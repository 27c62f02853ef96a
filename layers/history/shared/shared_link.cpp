// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/shared/shared_link.h"

#include <QTimer>

namespace history {

namespace {

constexpr std::chrono::milliseconds triedAgainAfter{1000};

} // namespace

SharedLink::SharedLink(SharedDatabase& database, StoreNews& news, QObject& home, std::function<void()> begin,
                       std::function<void()> end)
    : m_database(database), m_news(news), m_home(home), m_begin(std::move(begin)), m_end(std::move(end))
{
    if (m_database.isOpen())
        m_begin();
    else
        noteLoss();
}

bool SharedLink::noteLoss()
{
    if (!m_database.isLost()) {
        m_database.hear();
        return false;
    }
    if (m_isReviving || m_isClosing) return true;
    m_isReviving = true;
    m_end();
    const city::Problem why = m_database.lose();
    tell([why](StoreNews& news) { Q_EMIT news.lost(why); });
    later(&SharedLink::revive);
    return true;
}

void SharedLink::write(std::function<bool()> work)
{
    if (m_waiting.empty() && work()) return;
    m_waiting.push_back(std::move(work));
    if (m_waiting.size() == 1) later(&SharedLink::writeWaiting);
}

bool SharedLink::isFinal(bool isDone)
{
    const bool wasBusy = m_database.takeBusy();
    const bool mayYetBe = noteLoss() || (wasBusy && !isDone);
    return m_isClosing || !mayYetBe;
}

void SharedLink::revive()
{
    if (!m_database.reopen()) return later(&SharedLink::revive);
    m_isReviving = false;
    m_begin();
    tell([](StoreNews& news) { Q_EMIT news.back(); });
    writeWaiting();
}

void SharedLink::writeWaiting()
{
    while (!m_waiting.empty() && !m_isReviving && m_waiting.front()())
        m_waiting.pop_front();
    if (!m_waiting.empty() && !m_isReviving) later(&SharedLink::writeWaiting);
}

void SharedLink::watch()
{
    if (std::exchange(m_isWatching, true)) return;
    m_database.watch([this](const QList<qint64>& feeds) {
        if (!noteLoss()) tell([feeds](StoreNews& news) { Q_EMIT news.added(feeds); });
    });
}

void SharedLink::close()
{
    m_isClosing = true;
    if (m_database.isLost() && !m_waiting.empty() && m_database.reopen()) m_begin();
    for (; !m_waiting.empty(); m_waiting.pop_front())
        m_waiting.front()();
}

bool SharedLink::maySettle()
{
    const auto mine = m_database.claim(2, 0);
    return mine && *mine;
}

void SharedLink::later(void (SharedLink::*what)())
{
    QTimer::singleShot(triedAgainAfter, &m_home, [this, what] {
        if (!m_isClosing) (this->*what)();
    });
}

} // namespace history
