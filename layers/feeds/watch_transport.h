// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/feeds/transport.h"

#include <QObject>

namespace feeds {

/// Files that somebody else puts down: the newest that fits the pattern of the request (Request::watch),
/// unless it has not changed. Only inside of Request::watchFolder, links followed. Files are read in a pool.
class WatchTransport : public Transport {
public:
    explicit WatchTransport(const city::Clock& clock) : m_clock(clock) {}
    QFuture<FetchResponse> get(const FetchRequest& request) override;

private:
    const city::Clock& m_clock;
    QObject m_here; ///< Brings answers back to the thread of the transport.
};

} // namespace feeds
