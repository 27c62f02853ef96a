// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/feeds/feed_spec.h"

#include <QByteArray>
#include <QFuture>
#include <optional>

namespace feeds {

/// One question to a publisher. `etag` and `lastModified` are what the last answer carried, for a conditional
/// request.
struct FetchRequest {
    /// The feed's own document, or one that it points to (an alert of an index): a folder of recordings has
    /// to know.
    enum class Document { Own, Followed };

    QString feed;
    Request request;
    QByteArray etag, lastModified;
    Document document = Document::Own;
    int page = 0; ///< Of a feed that comes in pages; 0 is the first.
};

/// The answer as a value. Exactly one of: a body, `notModified`, a `failure`.
struct FetchResponse {
    QByteArray body; ///< Already un-gzipped.
    bool notModified = false;
    bool partial = false; ///< Tells of some of the places only; the others are as they were.
    std::optional<city::Problem> failure;
    std::optional<city::Duration> retryAfter; ///< The publisher asks for this pause.
    QByteArray contentType, etag, lastModified;
    city::Instant receivedAt;
    city::Duration latency{0};
};

/// Where payloads come from: the network, a folder of recordings, the demo city. Lives in the GUI thread;
/// `get` returns at once and its future is finished there, always, with an answer or a failure;
/// QFuture::cancel gives the request up.
class Transport {
public:
    virtual ~Transport() = default;
    virtual QFuture<FetchResponse> get(const FetchRequest& request) = 0;
};

} // namespace feeds
