// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/http_transport.h"

#include "layers/feeds/http_exchange.h"

#include <QNetworkProxyFactory>

namespace feeds {

namespace {

void prepare(QNetworkAccessManager& network)
{
    network.setAutoDeleteReplies(false);
    // A pack says http or https; nothing is remembered between runs.
    network.setStrictTransportSecurityEnabled(false);
}

} // namespace

HttpTransport::HttpTransport(const city::Clock& clock, HostLimits limits, QObject* parent)
    : QObject(parent), m_clock(clock), m_queue(limits), m_tokens(m_network, clock)
{
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    prepare(m_network);
}

QNetworkAccessManager& HttpTransport::networkFor(const QString& caFile)
{
    if (caFile.isEmpty()) return m_network;
    auto& network = m_networks[caFile];
    if (!network) {
        network = std::make_unique<QNetworkAccessManager>();
        prepare(*network);
    }
    return *network;
}

HttpTransport::~HttpTransport()
{
    const QObjectList exchanges = children(); // before the parts they share
    qDeleteAll(exchanges);
}

QFuture<FetchResponse> HttpTransport::get(const FetchRequest& request)
{
    auto* exchange =
        new HttpExchange(request, {networkFor(request.request.caFile), m_clock, m_queue, m_tokens}, this);
    const auto future = exchange->future();
    exchange->begin();
    return future;
}

} // namespace feeds
