// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/tile_fetch.h"

#include "layers/feeds/http_answer.h"
#include "layers/feeds/tile_file.h"

namespace feeds {

namespace {

constexpr int mostRedirects = 3;

TileAnswer failed(const char* text, QStringList arguments)
{
    TileAnswer answer;
    answer.fault = city::Message{text, std::move(arguments)};
    return answer;
}

} // namespace

TileFetch::TileFetch(QNetworkAccessManager& network, const city::Clock& clock, const TileLimits& limits,
                     qint64 mostBytes, QObject* parent)
    : QObject(parent), m_network(network), m_clock(clock), m_limits(limits), m_mostBytes(mostBytes)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        end(failed(QT_TRANSLATE_NOOP("Message", "%1 could not be reached in time"),
                   {m_reply ? m_reply->url().host() : QString()}));
    });
}

TileFetch::~TileFetch()
{
    if (!m_reply) return;
    m_reply->disconnect(this);
    m_reply->abort();
}

void TileFetch::ask(const QUrl& url, const QByteArray& etag, Answered answered)
{
    m_etag = etag;
    m_answered = std::move(answered);
    m_deadline.start(static_cast<int>(m_limits.deadline.count()));
    send(url);
}

void TileFetch::send(const QUrl& url)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      QStringLiteral("CityOps/") + QStringLiteral(CITYOPS_VERSION));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(static_cast<int>(m_limits.silence.count()));
    if (!m_etag.isEmpty()) request.setRawHeader("If-None-Match", m_etag);
    m_reply = m_network.get(request);
    connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64 received, qint64 total) {
        if (received <= m_mostBytes && total <= m_mostBytes) return;
        m_tooLarge = true;
        m_reply->abort();
    });
    connect(m_reply, &QNetworkReply::finished, this, &TileFetch::finished);
}

void TileFetch::finished()
{
    const QString host = m_reply->url().host();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_tooLarge)
        return end(failed(QT_TRANSLATE_NOOP("Message", "%1 answered with more than the allowed %2 bytes"),
                          {host, QString::number(m_mostBytes)}));
    if (status >= 300 && status < 400 && status != 304) {
        const QUrl target =
            m_reply->url().resolved(m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl());
        if (++m_redirects > mostRedirects)
            return end(failed(QT_TRANSLATE_NOOP("Message", "%1 redirects without end"), {host}));
        if (const auto refusal = redirectRefusal(m_reply->url(), target)) {
            TileAnswer answer;
            answer.fault = refusal;
            return end(answer);
        }
        m_reply->disconnect(this);
        return send(target);
    }
    if (status == 0) {
        TileAnswer answer;
        answer.fault =
            m_reply->error() == QNetworkReply::OperationCanceledError // what setTransferTimeout does
                ? city::Message{QT_TRANSLATE_NOOP("Message", "%1 could not be reached in time"), {host}}
                : networkFailure(errorOf(*m_reply), host);
        return end(answer);
    }
    TileAnswer answer;
    answer.maxAge = tileMaxAge(m_reply->rawHeader("Cache-Control"));
    answer.notModified = status == 304;
    if (status == 200 && m_reply->error() == QNetworkReply::NoError) {
        answer.body = m_reply->readAll();
        answer.etag = m_reply->rawHeader("ETag");
        answer.contentType = m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    } else if (status == 200) {
        answer.fault = networkFailure(m_reply->error() == QNetworkReply::OperationCanceledError
                                          ? QNetworkReply::TimeoutError
                                          : m_reply->error(),
                                      host);
    } else if (status != 304) {
        answer.fault =
            city::Message{QT_TRANSLATE_NOOP("Message", "%1 answered %2"), {host, QString::number(status)}};
        answer.isHole = status == 404 || status == 410 || status == 204;
        answer.retryAfter = retryAfter(m_reply->rawHeader("Retry-After"), m_clock.now());
    }
    end(answer);
}

void TileFetch::drop()
{
    TileAnswer answer;
    answer.dropped = true;
    end(answer);
}

void TileFetch::end(TileAnswer answer)
{
    m_deadline.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply = nullptr;
    }
    deleteLater();
    if (const Answered answered = std::exchange(m_answered, {})) answered(answer);
}

} // namespace feeds
