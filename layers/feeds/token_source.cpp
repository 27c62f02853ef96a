// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/token_source.h"

#include "layers/feeds/http_answer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace feeds {

namespace {

constexpr int tokenTimeout = 20'000;
constexpr qint64 largestAnswer = 64 * 1024;
constexpr qint64 usualLife = 300; // RFC 6749 lets a publisher leave it out
constexpr qint64 earlier = 30;    // so that a token does not expire on its way

QString keyOf(const Credentials& credentials, const SecretValues& secrets)
{
    return credentials.tokenUrl.toString() + QLatin1Char('\n') + filledText(credentials.id, secrets) +
           QLatin1Char('\n') + credentials.scope;
}

/// Percent-encoded as a form wants it: a "+" in a secret is not a blank.
QByteArray formValue(const QString& text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace

TokenSource::TokenSource(QNetworkAccessManager& network, const city::Clock& clock, QObject* parent)
    : QObject(parent), m_network(network), m_clock(clock)
{
}

void TokenSource::withToken(const Credentials& credentials, const SecretValues& secrets, QObject* who,
                            Take take)
{
    const QString key = keyOf(credentials, secrets);
    Token& token = m_tokens[key];
    if (!token.value.isEmpty() && m_clock.now() < token.until) return take(token.value);
    token.waiting.push_back({who, std::move(take)});
    if (!token.reply) ask(key, credentials, secrets);
}

void TokenSource::forget(const Credentials& credentials, const SecretValues& secrets)
{
    m_tokens[keyOf(credentials, secrets)].value.clear();
}

void TokenSource::ask(const QString& key, const Credentials& credentials, const SecretValues& secrets)
{
    QNetworkRequest request(credentials.tokenUrl);
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QStringLiteral("application/x-www-form-urlencoded"));
    request.setRawHeader("Accept", "application/json");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(tokenTimeout);
    QByteArray form =
        "grant_type=client_credentials&client_id=" + formValue(filledText(credentials.id, secrets)) +
        "&client_secret=" + formValue(filledText(credentials.secret, secrets));
    if (!credentials.scope.isEmpty()) form += "&scope=" + formValue(credentials.scope);
    QNetworkReply* reply = m_network.post(request, form);
    m_tokens[key].reply = reply;
    reply->setParent(this);
    reply->setReadBufferSize(largestAnswer);
    connect(reply, &QNetworkReply::finished, this,
            [this, key, host = credentials.tokenUrl.host()] { answered(key, host); });
}

void TokenSource::answered(const QString& key, const QString& host)
{
    Token& token = m_tokens[key];
    QNetworkReply* reply = std::exchange(token.reply, nullptr);
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QJsonObject answer = QJsonDocument::fromJson(reply->read(largestAnswer)).object();
    const QByteArray value = answer.value(QLatin1String("access_token")).toString().toLatin1();
    city::Result<QByteArray> result = value;
    if (status == 200 && !value.isEmpty()) {
        const qint64 life =
            static_cast<qint64>(answer.value(QLatin1String("expires_in")).toVariant().toDouble());
        token.value = value;
        token.until = m_clock.now() +
                      std::chrono::seconds(std::max<qint64>((life > 0 ? life : usualLife) - earlier, 1));
    } else if (status != 0) {
        result = city::Problem{
            {},
            {},
            {QT_TRANSLATE_NOOP("Message", "%1 gives no token: HTTP %2 %3"),
             {host, QString::number(status), answer.value(QLatin1String("error")).toString().left(60)}}};
    } else {
        result = city::Problem{{}, {}, networkFailure(errorOf(*reply), host)};
    }
    const std::vector<Waiting> waiting = std::exchange(token.waiting, {});
    for (const Waiting& one : waiting) {
        if (one.who) one.take(result);
    }
}

} // namespace feeds
