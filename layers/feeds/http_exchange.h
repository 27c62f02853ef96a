// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/feeds/host_queue.h"
#include "layers/feeds/secrets.h"
#include "layers/feeds/token_source.h"
#include "layers/feeds/transport.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>
#include <QSslConfiguration>
#include <QTimer>

namespace feeds {

/// One question to one publisher, from looking up its secrets to the unpacked body, over at most five
/// redirects. Finishes its future once and then destroys itself; a future that is cancelled aborts it. Lives
/// in the GUI thread.
class HttpExchange : public QObject {
public:
    /// What the exchanges of one transport share; must outlive them.
    struct Parts {
        QNetworkAccessManager& network;
        const city::Clock& clock;
        HostQueue& queue;
        TokenSource& tokens;
    };
    HttpExchange(FetchRequest request, Parts parts, QObject* parent);
    ~HttpExchange() override;

    QFuture<FetchResponse> future() const { return m_promise.future(); }
    void begin();

private:
    void findKeys();
    void identify();
    void send(const QUrl& url);
    void leaveQueue();
    QNetworkRequest dressed(const QUrl& url) const;
    void headersArrived();
    void readSome();
    void replyFinished();
    void follow(const QUrl& target);
    void take(QByteArray body);
    void fail(city::Message text, std::optional<city::Duration> retryAfter = {});
    void end(FetchResponse response);
    void dropReply();

    FetchRequest m_request;
    Parts m_parts;
    QPromise<FetchResponse> m_promise;
    QFutureWatcher<FetchResponse> m_watcher; ///< Hears when the future is cancelled.
    SecretValues m_secrets;
    QNetworkReply* m_reply = nullptr;
    QByteArray m_body;
    QTimer m_deadline;
    QElapsedTimer m_elapsed;
    QUrl m_url;     ///< Filled in with its secrets.
    QString m_host; ///< Whose queue it is in; empty when it is in none.
    QByteArray m_token;
    QSslConfiguration m_trust; ///< Null: the system's.
    int m_redirects = 0;
    bool m_renewed = false; ///< The token was refused once and fetched again.
    bool m_ended = false;
};

} // namespace feeds
