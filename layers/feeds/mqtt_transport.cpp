// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mqtt_transport.h"

#include "layers/feeds/mqtt_client.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QPromise>
#include <QTimer>

namespace feeds {

namespace {

FetchResponse failure(city::Message why)
{
    FetchResponse response;
    response.failure = city::Problem{{}, {}, std::move(why)};
    return response;
}

} // namespace

/// One feed's topic, what came of it and was not asked for yet, and who waits for the first message.
class MqttTransport::Subscription : public QObject {
public:
    Subscription(const FetchRequest& request, const city::Clock& clock) : m_request(request), m_clock(clock)
    {
        m_patience.setSingleShot(true);
        connect(&m_patience, &QTimer::timeout, this, [this] { answer(); });
    }

    QFuture<FetchResponse> ask()
    {
        if (m_waiting) give(failure({QT_TRANSLATE_NOOP("Message", "given up"), {}}));
        m_elapsed.start();
        m_waiting = std::make_shared<QPromise<FetchResponse>>();
        m_waiting->start();
        const auto future = m_waiting->future();
        if (!m_client)
            connectToBroker();
        else if (m_news.isEmpty() && m_hadMessage && m_client->state().isEmpty())
            give(unchanged());
        else if (!m_news.isEmpty())
            answer();
        if (m_waiting) m_patience.start(static_cast<int>(m_request.request.timeout.count()));
        return future;
    }

private:
    static FetchResponse unchanged()
    {
        FetchResponse response;
        response.notModified = true;
        return response;
    }

    void connectToBroker()
    {
        const QStringList names = secretNames(m_request.request);
        if (names.isEmpty()) return open({});
        auto* secrets = new QFutureWatcher<city::Result<SecretValues>>(this);
        connect(secrets, &QFutureWatcherBase::finished, this, [this, secrets] {
            secrets->deleteLater();
            const auto found = secrets->result();
            if (found) return open(*found);
            if (m_waiting) give(failure(found.problem().text));
        });
        secrets->setFuture(findSecrets(names));
    }

    void open(const SecretValues& secrets)
    {
        m_client =
            std::make_unique<MqttClient>(m_request.request, secrets, this, [this](MqttMessage message) {
                m_hadMessage = true;
                m_news.add(std::move(message), m_request.request.maxBytes);
                if (m_waiting) answer();
            });
    }

    /// What came, or what keeps it from coming.
    void answer()
    {
        if (!m_waiting) return;
        if (!m_news.isEmpty()) {
            FetchResponse response;
            response.body = m_news.take(m_client->hasWildcards());
            response.partial = m_client->hasWildcards();
            return give(std::move(response));
        }
        if (m_hadMessage && m_client->state().isEmpty()) return give(unchanged());
        const QString host = m_request.request.url.host();
        if (m_client && !m_client->state().isEmpty()) return give(failure(m_client->state()));
        give(failure({QT_TRANSLATE_NOOP("Message", "no message from %1 within %2 s"),
                      {host, QString::number(m_request.request.timeout.count() / 1000)}}));
    }

    void give(FetchResponse response)
    {
        m_patience.stop();
        response.receivedAt = m_clock.now();
        response.latency = city::Duration(m_elapsed.elapsed());
        const auto waiting = std::exchange(m_waiting, nullptr);
        waiting->addResult(std::move(response));
        waiting->finish();
    }

    FetchRequest m_request;
    const city::Clock& m_clock;
    std::unique_ptr<MqttClient> m_client;
    MqttMessages m_news;
    std::shared_ptr<QPromise<FetchResponse>> m_waiting;
    QTimer m_patience;
    QElapsedTimer m_elapsed;
    bool m_hadMessage = false;
};

MqttTransport::MqttTransport(const city::Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {}

MqttTransport::~MqttTransport() = default;

QFuture<FetchResponse> MqttTransport::get(const FetchRequest& request)
{
    auto& subscription = m_subscriptions[request.feed];
    if (!subscription) subscription = std::make_unique<Subscription>(request, m_clock);
    return subscription->ask();
}

} // namespace feeds
