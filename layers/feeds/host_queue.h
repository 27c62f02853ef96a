// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/time.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <deque>
#include <functional>
#include <map>

namespace feeds {

/// How hard one host is asked.
struct HostLimits {
    int atOnce = 2;                      ///< Questions under way.
    city::Duration gap{100};             ///< Between the beginnings of two.
    city::Duration longestPause{60'000}; ///< A host's Retry-After is waited for in the queue up to this.
};

/// Lets questions to one host begin one after the other, few at a time and not in the same instant, whatever
/// feed they belong to; a host that asked for a pause gets it. Other hosts are not held up. Lives in the GUI
/// thread.
class HostQueue : public QObject {
public:
    explicit HostQueue(HostLimits limits = {}, QObject* parent = nullptr);

    /// Calls `begin` when it is the turn of `who`; never when `who` is gone by then.
    void enter(const QString& host, QObject* who, std::function<void()> begin);
    /// The question that had begun is over.
    void leave(const QString& host);
    /// The host wants to be left alone for so long.
    void pause(const QString& host, city::Duration time);

private:
    struct Waiting {
        QPointer<QObject> who;
        std::function<void()> begin;
    };
    struct Host {
        std::deque<Waiting> waiting;
        int open = 0;
        qint64 notBefore = 0; ///< Of m_clock, milliseconds.
        bool timed = false;
    };
    void go(const QString& host);

    HostLimits m_limits;
    std::map<QString, Host> m_hosts;
    QElapsedTimer m_clock;
};

} // namespace feeds
