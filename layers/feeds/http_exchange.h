// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/feeds/secrets.h"
#include "layers/feeds/transport.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>
#include <QTimer>

namespace feeds {

/// One question to one publisher, from looking up its secrets to the unpacked body, over at most five
/// redirects. Finishes its future once and then destroys itself; a future that is cancelled aborts it. Lives
/// in the GUI thread.
class HttpExchange : public QObject {
public:
    HttpExchange(FetchRequest request, QNetworkAccessManager& network, const city::Clock& clock,
                 QObject* parent);
    ~HttpExchange() override;

    QFuture<FetchResponse> future() const { return m_promise.future(); }
    void begin();

private:
    void send(const QUrl& url);
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
    QNetworkAccessManager& m_network;
    const city::Clock& m_clock;
    QPromise<FetchResponse> m_promise;
    QFutureWatcher<FetchResponse> m_watcher; ///< Hears when the future is cancelled.
    SecretValues m_secrets;
    QNetworkReply* m_reply = nullptr;
    QByteArray m_body;
    QTimer m_deadline;
    QElapsedTimer m_elapsed;
    int m_redirects = 0;
    bool m_ended = false;
};

} // namespace feeds
