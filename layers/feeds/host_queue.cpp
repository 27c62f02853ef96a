// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/host_queue.h"

#include <algorithm>

namespace feeds {

HostQueue::HostQueue(HostLimits limits, QObject* parent) : QObject(parent), m_limits(limits)
{
    m_clock.start();
}

void HostQueue::enter(const QString& host, QObject* who, std::function<void()> begin)
{
    m_hosts[host].waiting.push_back({who, std::move(begin)});
    go(host);
}

void HostQueue::leave(const QString& host)
{
    --m_hosts[host].open;
    go(host);
}

void HostQueue::pause(const QString& host, city::Duration time)
{
    Host& one = m_hosts[host];
    const qint64 until = m_clock.elapsed() + std::min(time, m_limits.longestPause).count();
    one.notBefore = std::max(one.notBefore, until);
}

void HostQueue::go(const QString& name)
{
    Host& host = m_hosts[name];
    while (!host.waiting.empty() && host.open < m_limits.atOnce) {
        const qint64 wait = host.notBefore - m_clock.elapsed();
        if (wait > 0) {
            if (host.timed) return;
            host.timed = true;
            QTimer::singleShot(static_cast<int>(wait), this, [this, name] {
                m_hosts[name].timed = false;
                go(name);
            });
            return;
        }
        const Waiting next = std::move(host.waiting.front());
        host.waiting.pop_front();
        if (!next.who) continue;
        ++host.open;
        host.notBefore = m_clock.elapsed() + m_limits.gap.count();
        next.begin();
    }
}

} // namespace feeds
