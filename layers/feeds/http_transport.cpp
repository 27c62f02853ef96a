// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/http_transport.h"

#include "layers/feeds/http_exchange.h"

namespace feeds {

HttpTransport::HttpTransport(const city::Clock& clock, QObject* parent) : QObject(parent), m_clock(clock)
{
    m_network.setAutoDeleteReplies(false);
    m_network.setStrictTransportSecurityEnabled(
        false); // a pack says http or https; nothing is remembered between runs
}

QFuture<FetchResponse> HttpTransport::get(const FetchRequest& request)
{
    auto* exchange = new HttpExchange(request, m_network, m_clock, this);
    const auto future = exchange->future();
    exchange->begin();
    return future;
}

} // namespace feeds
