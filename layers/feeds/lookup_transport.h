// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/feeds/transport.h"

#include <QHash>
#include <QObject>

namespace feeds {

/// The address of a request once `document`, what its lookup led to, is there; or why the document does not
/// say. What was found stands percent-encoded in the place of "{found}" and can name no other host. Pure.
city::Result<QUrl> foundUrl(const Request& request, const QByteArray& document);

/// Requests whose address has a part to be looked up first: asks for that document, then for the payload.
/// What was found counts for an hour, or until the payload cannot be had. Lives in the GUI thread.
class LookupTransport : public QObject, public Transport {
public:
    /// Both must outlive it.
    LookupTransport(Transport& inner, const city::Clock& clock) : m_inner(inner), m_clock(clock) {}

    QFuture<FetchResponse> get(const FetchRequest& request) override;

private:
    struct Found {
        QUrl url;
        city::Instant until;
    };
    QFuture<FetchResponse> getFound(const FetchRequest& request, const QUrl& url);

    Transport& m_inner;
    const city::Clock& m_clock;
    QHash<QString, Found> m_found; ///< By feed.
};

} // namespace feeds
