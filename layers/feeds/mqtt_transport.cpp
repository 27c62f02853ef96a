// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mqtt_transport.h"

#include "layers/feeds/awaited_answer.h"
#include "layers/feeds/mqtt_client.h"

#include <QFutureWatcher>

namespace feeds {

/// One feed's topic, what came of it and was not asked for yet, and who waits for the first message.
class MqttTransport::Subscription : public QObject {
public:
    Subscription(const FetchRequest& request, const city::Clock& clock)
        : m_request(request), m_asked(m_request.request, clock, [this] { answer(); })
    {
    }

    QFuture<FetchResponse> ask()
    {
        const auto future = m_asked.begin();
        if (!m_client)
            connectToBroker();
        else if (!m_news.isEmpty())
            answer();
        else if (m_hadMessage && m_client->state().isEmpty())
            m_asked.giveUnchanged();
        return future;
    }

private:
    void connectToBroker()
    {
        const QStringList names = secretNames(m_request.request);
        if (names.isEmpty()) return open({});
        auto* secrets = new QFutureWatcher<city::Result<SecretValues>>(this);
        connect(secrets, &QFutureWatcherBase::finished, this, [this, secrets] {
            secrets->deleteLater();
            const auto found = secrets->result();
            if (found) return open(*found);
            if (m_asked.isWanted()) m_asked.fail(found.problem().text);
        });
        secrets->setFuture(findSecrets(names));
    }

    void open(const SecretValues& secrets)
    {
        m_client =
            std::make_unique<MqttClient>(m_request.request, secrets, this, [this](MqttMessage message) {
                m_hadMessage = true;
                m_news.add(std::move(message), m_request.request.maxBytes);
                answer();
            });
    }

    /// What came, or what keeps it from coming.
    void answer()
    {
        if (!m_asked.isWanted()) return;
        if (!m_news.isEmpty()) {
            FetchResponse response;
            response.body = m_news.take(m_client->hasWildcards());
            response.partial = m_client->hasWildcards();
            return m_asked.give(std::move(response));
        }
        if (m_client && !m_client->state().isEmpty()) return m_asked.fail(m_client->state());
        m_hadMessage ? m_asked.giveUnchanged() : m_asked.failSilent();
    }

    const FetchRequest m_request;
    AwaitedAnswer m_asked;
    std::unique_ptr<MqttClient> m_client;
    MqttMessages m_news;
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
