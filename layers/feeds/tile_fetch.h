// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/city/message.h"
#include "layers/feeds/tile_store.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>
#include <functional>

namespace feeds {

/// What a server answered to one question for a tile.
struct TileAnswer {
    std::optional<city::Message> fault; ///< Nothing else is set then, but
    std::optional<city::Duration> retryAfter;
    bool isHole = false;                ///< The server knows of no such tile (404, 410, 204).
    bool dropped = false;               ///< Nobody wanted it any more.
    bool notModified = false;
    QByteArray body, etag, contentType;
    city::Duration maxAge{0};
};

/// One question for a tile or a description of a service, over at most three redirects on the same host. Answers
/// once, then destroys itself. Lives in the GUI thread.
class TileFetch : public QObject {
public:
    using Answered = std::function<void(const TileAnswer&)>;
    TileFetch(QNetworkAccessManager& network, const city::Clock& clock, const TileLimits& limits, qint64 mostBytes, QObject* parent);
    ~TileFetch() override;

    void ask(const QUrl& url, const QByteArray& etag, Answered answered);
    /// Answers "dropped" at once.
    void drop();

private:
    void send(const QUrl& url);
    void finished();
    void end(TileAnswer answer);

    QNetworkAccessManager& m_network;
    const city::Clock& m_clock;
    TileLimits m_limits;
    qint64 m_mostBytes;
    QByteArray m_etag;
    Answered m_answered;
    QNetworkReply* m_reply = nullptr;
    QTimer m_deadline;
    int m_redirects = 0;
    bool m_tooLarge = false;
};

} // namespace feeds
