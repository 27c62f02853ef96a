// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/http_answer.h"

#include <QDateTime>
#include <QNetworkProxy>

namespace feeds {

std::optional<city::Duration> retryAfter(const QByteArray& header, city::Instant now)
{
    constexpr qint64 oneDay = 24 * 3600;
    bool isNumber = false;
    qint64 seconds = header.trimmed().toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime until = QDateTime::fromString(
            QString::fromLatin1(header.trimmed()).replace(QLatin1String("GMT"), QLatin1String("+0000")),
            Qt::RFC2822Date);
        if (!until.isValid()) return std::nullopt;
        seconds = (until.toMSecsSinceEpoch() - static_cast<qint64>(now.time_since_epoch().count())) / 1000;
    }
    if (seconds <= 0) return std::nullopt;
    return city::Duration(1000 * std::min(seconds, oneDay));
}

std::optional<city::Message> redirectRefusal(const QUrl& from, const QUrl& to)
{
    const QString scheme = to.scheme();
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https"))
        return city::Message{
            QT_TRANSLATE_NOOP("Message", "%1 redirects to something that is not a web address"),
            {from.host()}};
    if (to.host().compare(from.host(), Qt::CaseInsensitive) != 0)
        return city::Message{
            QT_TRANSLATE_NOOP("Message",
                              "%1 redirects to another host, %2; put the new address into the pack"),
            {from.host(), to.host()}};
    if (from.scheme() == QLatin1String("https") && scheme == QLatin1String("http"))
        return city::Message{
            QT_TRANSLATE_NOOP("Message", "%1 redirects from https to http, which is not followed"),
            {from.host()}};
    return std::nullopt;
}

QNetworkReply::NetworkError errorOf(const QNetworkReply& reply)
{
    using Reply = QNetworkReply;
    const bool mayBeTheProxy = reply.error() == Reply::ConnectionRefusedError || reply.error() == Reply::HostNotFoundError;
    if (!mayBeTheProxy) return reply.error();
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(reply.url()));
    const bool direct = proxies.isEmpty() || proxies.first().type() == QNetworkProxy::NoProxy;
    return direct ? reply.error() : Reply::ProxyConnectionRefusedError;
}

city::Message networkFailure(QNetworkReply::NetworkError error, const QString& host)
{
    using Reply = QNetworkReply;
    switch (error) {
    case Reply::ConnectionRefusedError:
        return {QT_TRANSLATE_NOOP("Message", "%1 refuses connections"), {host}};
    case Reply::RemoteHostClosedError:
        return {QT_TRANSLATE_NOOP("Message", "%1 closed the connection before the answer was complete"),
                {host}};
    case Reply::HostNotFoundError:
        return {QT_TRANSLATE_NOOP("Message", "%1 is not found: no network, or the name is wrong"), {host}};
    case Reply::TimeoutError:
        return {QT_TRANSLATE_NOOP("Message", "%1 could not be reached in time"), {host}};
    case Reply::SslHandshakeFailedError:
        return {QT_TRANSLATE_NOOP("Message", "the certificate of %1 could not be verified"), {host}};
    case Reply::TemporaryNetworkFailureError:
    case Reply::NetworkSessionFailedError:
        return {QT_TRANSLATE_NOOP("Message", "the network is down"), {}};
    case Reply::ProxyConnectionRefusedError:
    case Reply::ProxyConnectionClosedError:
    case Reply::ProxyNotFoundError:
    case Reply::ProxyTimeoutError:
    case Reply::ProxyAuthenticationRequiredError:
        return {QT_TRANSLATE_NOOP("Message", "the proxy on the way to %1 does not answer"), {host}};
    default:
        return {QT_TRANSLATE_NOOP("Message", "no answer from %1 (network error %2)"),
                {host, QString::number(static_cast<int>(error))}};
    }
}

} // namespace feeds
