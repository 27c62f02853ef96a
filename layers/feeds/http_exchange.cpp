// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/http_exchange.h"

#include "layers/feeds/gzip.h"
#include "layers/feeds/http_answer.h"

#include <QtConcurrent>

namespace feeds {

namespace {

constexpr int mostRedirects = 5;

city::Message tooLarge(qint64 limit)
{
    return {QT_TRANSLATE_NOOP("Message", "the answer is larger than the allowed %1 bytes"),
            {QString::number(limit)}};
}

} // namespace

HttpExchange::HttpExchange(FetchRequest request, Parts parts, QObject* parent)
    : QObject(parent), m_request(std::move(request)), m_parts(parts)
{
    m_promise.start();
    connect(&m_watcher, &QFutureWatcher<FetchResponse>::canceled, this, [this] {
        if (!m_ended) end({});
    });
    m_watcher.setFuture(m_promise.future());
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        fail({QT_TRANSLATE_NOOP("Message", "no complete answer within %1 s"),
              {QString::number(static_cast<double>(m_request.request.timeout.count()) / 1000)}});
    });
}

HttpExchange::~HttpExchange()
{
    dropReply();
    leaveQueue();
}

void HttpExchange::begin()
{
    m_elapsed.start();
    const QString host = m_request.request.url.host();
    if (host.isEmpty()) return send(m_request.request.url);
    m_parts.queue.enter(host, this, [this, host] {
        m_host = host;
        if (m_ended) return leaveQueue();
        m_elapsed.start();
        m_deadline.start(static_cast<int>(m_request.request.timeout.count()));
        if (!m_request.request.caFile.isEmpty()) {
            const auto signers = QSslCertificate::fromPath(m_request.request.caFile, QSsl::Pem);
            if (signers.isEmpty())
                return fail(
                    {QT_TRANSLATE_NOOP("Message", "the file of signers (ca) holds no certificate"), {}});
            m_trust = QSslConfiguration::defaultConfiguration();
            m_trust.setCaCertificates(signers);
        }
        findKeys();
    });
}

void HttpExchange::leaveQueue()
{
    if (m_host.isEmpty()) return;
    m_parts.queue.leave(std::exchange(m_host, QString()));
}

void HttpExchange::findKeys()
{
    // An address that came from outside is never filled in: it could carry a secret to anybody.
    const bool own = m_request.document == FetchRequest::Document::Own;
    m_url = m_request.request.url;
    Request mine = m_request.request;
    if (!own) mine.url.clear();
    const QStringList names = secretNames(mine);
    if (names.isEmpty()) return identify();
    auto* secrets = new QFutureWatcher<city::Result<SecretValues>>(this);
    connect(secrets, &QFutureWatcherBase::finished, this, [this, secrets, own] {
        secrets->deleteLater();
        if (m_ended) return;
        const auto found = secrets->result();
        if (!found) return fail(found.problem().text);
        m_secrets = *found;
        if (own) m_url = filledUrl(m_request.request.url, m_secrets);
        identify();
    });
    secrets->setFuture(findSecrets(names));
}

void HttpExchange::identify()
{
    const auto& credentials = m_request.request.credentials;
    if (!credentials) return send(m_url);
    m_parts.tokens.withToken(*credentials, m_secrets, this, [this](const city::Result<QByteArray>& token) {
        if (m_ended) return;
        if (!token) return fail(token.problem().text);
        m_token = *token;
        send(m_url);
    });
}

void HttpExchange::send(const QUrl& url)
{
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() ||
        (scheme != QLatin1String("http") && scheme != QLatin1String("https")))
        return fail(
            {QT_TRANSLATE_NOOP("Message", "the address of the feed is not an http or https address"), {}});
    m_reply = m_parts.network.get(dressed(url));
    m_reply->setReadBufferSize(4 * 1024 * 1024);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::headersArrived);
    connect(m_reply, &QIODevice::readyRead, this, &HttpExchange::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::replyFinished);
}

QNetworkRequest HttpExchange::dressed(const QUrl& url) const
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      QStringLiteral("CityOps/") + QStringLiteral(CITYOPS_VERSION));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // Qt refuses bodies that compress well, as tables do; our own limit on the unpacked body takes its place.
    request.setDecompressedSafetyCheckThreshold(-1);
    const auto& headers = m_request.request.headers;
    for (auto header = headers.cbegin(); header != headers.cend(); ++header)
        request.setRawHeader(header.key().toLatin1(), filledText(header.value(), m_secrets).toUtf8());
    if (!m_token.isEmpty()) request.setRawHeader("Authorization", "Bearer " + m_token);
    if (!m_trust.isNull()) request.setSslConfiguration(m_trust);
    if (!m_request.etag.isEmpty()) request.setRawHeader("If-None-Match", m_request.etag);
    if (!m_request.lastModified.isEmpty()) request.setRawHeader("If-Modified-Since", m_request.lastModified);
    return request;
}

void HttpExchange::headersArrived()
{
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (announced > m_request.request.maxBytes) fail(tooLarge(m_request.request.maxBytes));
}

void HttpExchange::readSome()
{
    if (!m_reply || m_ended) return;
    // In pieces: a small compressed body may unpack to gigabytes, and none of them are to be held.
    while (m_reply->bytesAvailable() > 0) {
        const QByteArray piece = m_reply->read(1024 * 1024);
        if (piece.isEmpty()) return;
        if (m_body.size() + piece.size() > m_request.request.maxBytes)
            return fail(tooLarge(m_request.request.maxBytes));
        m_body += piece;
    }
}

void HttpExchange::replyFinished()
{
    readSome();
    if (m_ended) return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = m_reply->error();
    const bool redirect = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    // Not Qt's own reading of the header, which knows only whole addresses.
    if (redirect) return follow(m_reply->url().resolved(QUrl::fromEncoded(m_reply->rawHeader("Location"))));
    if (status == 304 && (!m_request.etag.isEmpty() || !m_request.lastModified.isEmpty())) {
        FetchResponse response;
        response.notModified = true;
        return end(std::move(response));
    }
    if (status == 401 && m_request.request.credentials && !std::exchange(m_renewed, true)) {
        m_parts.tokens.forget(*m_request.request.credentials, m_secrets);
        dropReply();
        m_body.clear();
        return identify();
    }
    if (status != 0 && status != 200 && status != 203) {
        const auto pause = retryAfter(m_reply->rawHeader("Retry-After"), m_parts.clock.now());
        // 429 is about whoever asks, the other refusals about what was asked for.
        if (pause && status == 429 && !m_host.isEmpty()) m_parts.queue.pause(m_host, *pause);
        return fail({QT_TRANSLATE_NOOP("Message", "HTTP %1"), {QString::number(status)}}, pause);
    }
    if (error != QNetworkReply::NoError) return fail(networkFailure(errorOf(*m_reply), m_reply->url().host()));
    take(std::move(m_body));
}

void HttpExchange::follow(const QUrl& target)
{
    const QUrl from = m_reply->url();
    if (const auto refusal = redirectRefusal(from, target)) return fail(*refusal);
    if (++m_redirects > mostRedirects)
        return fail({QT_TRANSLATE_NOOP("Message", "%1 redirects in a circle"), {from.host()}});
    dropReply();
    m_body.clear();
    send(target);
}

void HttpExchange::take(QByteArray body)
{
    FetchResponse response;
    response.contentType = m_reply->rawHeader("Content-Type");
    response.etag = m_reply->rawHeader("ETag");
    response.lastModified = m_reply->rawHeader("Last-Modified");
    if (!isGzip(body)) {
        response.body = std::move(body);
        return end(std::move(response));
    }
    auto* unpacking = new QFutureWatcher<city::Result<QByteArray>>(this);
    connect(unpacking, &QFutureWatcherBase::finished, this, [this, unpacking, response]() mutable {
        unpacking->deleteLater();
        if (m_ended) return;
        auto content = unpacking->result();
        if (!content) return fail(content.problem().text);
        response.body = std::move(content.value());
        end(std::move(response));
    });
    unpacking->setFuture(QtConcurrent::run(inflateGzip, std::move(body), m_request.request.maxBytes));
}

void HttpExchange::fail(city::Message text, std::optional<city::Duration> pause)
{
    if (m_ended) return;
    FetchResponse response;
    response.failure = city::Problem{{}, {}, std::move(text)};
    response.retryAfter = pause;
    end(std::move(response));
}

void HttpExchange::end(FetchResponse response)
{
    m_ended = true;
    m_deadline.stop();
    dropReply();
    leaveQueue();
    response.receivedAt = m_parts.clock.now();
    response.latency = city::Duration(m_elapsed.elapsed());
    m_promise.addResult(std::move(response));
    m_promise.finish();
    deleteLater();
}

void HttpExchange::dropReply()
{
    if (!m_reply) return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

} // namespace feeds
