// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/feeds/host_queue.h"
#include "layers/feeds/token_source.h"
#include "layers/feeds/transport.h"

#include <QNetworkAccessManager>
#include <map>
#include <memory>

namespace feeds {

/// Payloads over HTTP and HTTPS, up to HTTP/2. Conditional where the publisher allows; TLS always verified;
/// redirects only within the same host and never from https to http; bodies unpacked in a pool; through the
/// proxy of the system. At most two questions to one host at once, and pauses it asks for are kept. Tokens of
/// OAuth 2 are fetched, kept, and renewed once when refused.
/// `Request::timeout` bounds the whole exchange, `Request::maxBytes` the body as it grows. Problems speak of
/// the host and the status and never hold a URL, which may carry a secret. Lives in the GUI thread.
class HttpTransport : public QObject, public Transport {
public:
    /// `clock` must outlive the transport.
    explicit HttpTransport(const city::Clock& clock, HostLimits limits = {}, QObject* parent = nullptr);

    ~HttpTransport() override;
    QFuture<FetchResponse> get(const FetchRequest& request) override;

private:
    QNetworkAccessManager& networkFor(const QString& caFile);

    QNetworkAccessManager m_network;
    /// By file of signers: connections are kept by host, and one that was trusted for one feed would be taken
    /// for another.
    std::map<QString, std::unique_ptr<QNetworkAccessManager>> m_networks;
    const city::Clock& m_clock;
    HostQueue m_queue;
    TokenSource m_tokens;
};

} // namespace feeds
