// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/message.h"
#include "layers/feeds/feed_spec.h"
#include "layers/feeds/secrets.h"

#include <QHostAddress>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <functional>
#include <memory>

struct mosquitto;
struct mosquitto_message;

namespace feeds {

struct MqttMessage {
    QString topic;
    QByteArray payload;
};

/// Messages that came and were not asked for yet: as many as fit, the oldest dropped first.
class MqttMessages {
public:
    void add(MqttMessage message, qint64 maxBytes);
    bool isEmpty() const { return m_messages.empty(); }
    /// All of them as a JSON list, or the newest payload alone; empty afterwards.
    QByteArray take(bool all);

private:
    std::vector<MqttMessage> m_messages;
    qint64 m_bytes = 0;
};

/// One connection to a broker with one subscription. Tells messages in the thread of `owner`, in which it
/// lives, and stops with it.
class MqttClient : public QObject {
public:
    using Heard = std::function<void(MqttMessage)>;

    MqttClient(const Request& request, const SecretValues& secrets, QObject* owner, Heard heard);
    ~MqttClient() override;

    /// What is wrong with the connection; empty while it stands.
    const city::Message& state() const { return m_state; }
    bool hasWildcards() const;

private:
    static void onConnect(mosquitto* broker, void* self, int code);
    static void onDisconnect(mosquitto* broker, void* self, int code);
    static void onLog(mosquitto* broker, void* self, int level, const char* text);
    static void onMessage(mosquitto* broker, void* self, const mosquitto_message* message);
    void secure(const Request& request);
    /// What became of a try, which may only have begun.
    void attempt(int code);
    void tryAgain();
    void tryNext();

    mosquitto* m_broker = nullptr;
    QString m_host;
    bool m_isSecure;
    int m_port;
    QList<QHostAddress> m_addresses; ///< Not tried yet.
    static constexpr int firstPause = 1000;
    int m_pause = firstPause; ///< Milliseconds before the next round of tries.
    QTimer m_retry;           ///< Runs while there is no connection.
    QByteArray m_topic;
    qint64 m_maxBytes;
    Heard m_heard;
    city::Message m_state;
};

} // namespace feeds
