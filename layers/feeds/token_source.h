// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/city/result.h"
#include "layers/feeds/feed_spec.h"
#include "layers/feeds/secrets.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <functional>
#include <map>

namespace feeds {

/// Access tokens by OAuth 2 client credentials (RFC 6749, 4.4), one for each token address and id, kept in
/// memory until shortly before they expire and fetched once for all who wait. Problems name the host and
/// never an id, a secret or a token. Lives in the GUI thread.
class TokenSource : public QObject {
public:
    using Take = std::function<void(const city::Result<QByteArray>&)>;

    /// `network` and `clock` must outlive it.
    TokenSource(QNetworkAccessManager& network, const city::Clock& clock, QObject* parent = nullptr);

    /// Hands `take` a token, at once when one is known; never after `who` is gone.
    void withToken(const Credentials& credentials, const SecretValues& secrets, QObject* who, Take take);
    /// The publisher no longer accepts the token.
    void forget(const Credentials& credentials, const SecretValues& secrets);

private:
    struct Waiting {
        QPointer<QObject> who;
        Take take;
    };
    struct Token {
        QByteArray value;
        city::Instant until;
        std::vector<Waiting> waiting;
        QNetworkReply* reply = nullptr;
    };
    void ask(const QString& key, const Credentials& credentials, const SecretValues& secrets);
    void answered(const QString& key, const QString& host);

    QNetworkAccessManager& m_network;
    const city::Clock& m_clock;
    std::map<QString, Token> m_tokens;
};

} // namespace feeds
