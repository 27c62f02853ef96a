// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/notices/webhook.h"

#include "layers/feeds/secrets.h"

#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace notices {

namespace {

constexpr std::size_t mostWaiting = 100;
constexpr int mostTries = 3, patienceMs = 15'000;

} // namespace

Webhook::Webhook(const QString& url, city::Duration pause, QObject* parent) : QObject(parent), m_url(url), m_pause(pause), m_network(new QNetworkAccessManager(this)) {}

Webhook::~Webhook() = default;

void Webhook::tell(const QByteArray& json)
{
    if (m_waiting.size() >= mostWaiting) m_waiting.pop_front();
    m_waiting.push_back({json, 0});
    if (m_ready)
        next();
    else
        findKeys();
}

void Webhook::findKeys()
{
    if (m_asked) return;
    m_asked = true;
    feeds::Request request;
    request.url = m_url;
    auto* watcher = new QFutureWatcher<city::Result<feeds::SecretValues>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        const auto found = watcher->future().result();
        m_asked = false;
        if (!found.ok()) {
            m_waiting.clear();
            Q_EMIT failed(found.problem().text);
            return;
        }
        m_url = feeds::filledUrl(m_url, *found);
        m_ready = true;
        next();
    });
    watcher->setFuture(feeds::findSecrets(feeds::secretNames(request)));
}

void Webhook::next()
{
    if (m_busy || m_waiting.empty()) return;
    m_busy = true;
    ++m_waiting.front().tries;
    QNetworkRequest request(m_url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json; charset=utf-8"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(patienceMs);
    QNetworkReply* reply = m_network->post(request, m_waiting.front().json);
    connect(reply, &QNetworkReply::finished, this, [this, reply] { answered(reply); });
}

void Webhook::answered(QNetworkReply* reply)
{
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool good = reply->error() == QNetworkReply::NoError && status >= 200 && status < 300;
    if (good || m_waiting.front().tries >= mostTries) {
        m_waiting.pop_front();
        m_busy = false;
        if (good)
            Q_EMIT told();
        else
            Q_EMIT failed({QT_TRANSLATE_NOOP("Message", "%1 did not take the alarm (HTTP %2)"), {m_url.host(), QString::number(status)}});
        return next();
    }
    QTimer::singleShot(m_pause, this, [this] {
        m_busy = false;
        next();
    });
}

} // namespace notices
