// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/feeds/transport.h"

#include <QObject>
#include <map>
#include <memory>

namespace feeds {

/// Lines that a server sends by itself over TCP (tcp://HOST:PORT, tcps:// with verified TLS): receivers of
/// field units. The first question of a feed connects and waits for a line within the feed's timeout; every
/// further one gets the whole lines that have come since, or "not modified", and tells of a part of the units
/// only. Of more than the allowed size the newest lines are kept. A lost connection is taken up again with
/// the next question. Lives in the GUI thread.
class LineTransport : public QObject, public Transport {
public:
    /// `clock` must outlive the transport.
    explicit LineTransport(const city::Clock& clock, QObject* parent = nullptr);
    ~LineTransport() override;
    QFuture<FetchResponse> get(const FetchRequest& request) override;

private:
    class Line;
    const city::Clock& m_clock;
    std::map<QString, std::unique_ptr<Line>> m_lines; ///< By feed.
};

} // namespace feeds
