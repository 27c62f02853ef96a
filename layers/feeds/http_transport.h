// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/feeds/secrets.h"
#include "layers/feeds/transport.h"

#include <QNetworkAccessManager>

namespace feeds {

/// Payloads over HTTP and HTTPS, up to HTTP/2. Conditional where the publisher allows; TLS always verified;
/// redirects only within the same host and never from https to http; bodies unpacked in a pool.
/// `Request::timeout` bounds the whole exchange, `Request::maxBytes` the body as it grows. Problems speak of
/// the host and the status and never hold a URL, which may carry a secret. Lives in the GUI thread.
class HttpTransport : public QObject, public Transport {
public:
    /// `clock` must outlive the transport.
    explicit HttpTransport(const city::Clock& clock, QObject* parent = nullptr);

    QFuture<FetchResponse> get(const FetchRequest& request) override;

private:
    QNetworkAccessManager m_network;
    const city::Clock& m_clock;
};

} // namespace feeds
