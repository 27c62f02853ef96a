// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mqtt_client.h"

#include <QHostInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <mosquitto.h>

namespace feeds {

namespace {

constexpr std::size_t mostMessages = 10'000;
constexpr int keepAliveSeconds = 30;
/// Milliseconds: how long a try may take, and what the library has to come back by itself; between rounds of tries.
constexpr int patience = 10'000, grace = 2'500, longestPause = 60'000;
constexpr int plainPort = 1883;
constexpr int securePort = 8883;

/// The library is begun once and never ended: other connections may still be there when one goes.
void beginLibrary()
{
    static const int begun = mosquitto_lib_init();
    Q_UNUSED(begun)
}

QJsonValue valueOf(const QByteArray& payload)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(payload, &error);
    if (error.error == QJsonParseError::NoError)
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    return QString::fromUtf8(payload);
}

} // namespace

void MqttMessages::add(MqttMessage message, qint64 maxBytes)
{
    m_bytes += message.payload.size();
    m_messages.push_back(std::move(message));
    std::size_t drop = 0;
    while (drop + 1 < m_messages.size() && (m_bytes > maxBytes || m_messages.size() - drop > mostMessages))
        m_bytes -= m_messages[drop++].payload.size();
    m_messages.erase(m_messages.begin(), m_messages.begin() + static_cast<std::ptrdiff_t>(drop));
}

QByteArray MqttMessages::take(bool all)
{
    const std::vector<MqttMessage> messages = std::exchange(m_messages, {});
    m_bytes = 0;
    if (!all) return messages.back().payload;
    QJsonArray list;
    for (const MqttMessage& message : messages)
        list.append(QJsonObject{{QStringLiteral("topic"), message.topic},
                                {QStringLiteral("payload"), valueOf(message.payload)}});
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

MqttClient::MqttClient(const Request& request, const SecretValues& secrets, QObject* owner, Heard heard)
    : QObject(owner), m_host(request.url.host()), m_isSecure(request.url.scheme() == QLatin1String("mqtts")),
      m_port(request.url.port(m_isSecure ? securePort : plainPort)), m_topic(request.topic.toUtf8()), m_maxBytes(request.maxBytes),
      m_heard(std::move(heard))
{
    beginLibrary();
    m_state = {QT_TRANSLATE_NOOP("Message", "%1 could not be reached in time"), {m_host}};
    m_broker = mosquitto_new(nullptr, true, this);
    if (!m_broker) return;
    mosquitto_connect_callback_set(m_broker, &MqttClient::onConnect);
    mosquitto_disconnect_callback_set(m_broker, &MqttClient::onDisconnect);
    mosquitto_message_callback_set(m_broker, &MqttClient::onMessage);
    mosquitto_log_callback_set(m_broker, &MqttClient::onLog);
    mosquitto_reconnect_delay_set(m_broker, 1, 60, true);
    const QByteArray user = filledText(request.headers.value(QStringLiteral("username")), secrets).toUtf8();
    const QByteArray password =
        filledText(request.headers.value(QStringLiteral("password")), secrets).toUtf8();
    if (!user.isEmpty()) mosquitto_username_pw_set(m_broker, user.constData(), password.constData());
    if (m_isSecure) secure(request);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { tryAgain(); });
    attempt(mosquitto_connect_async(m_broker, m_host.toUtf8().constData(), m_port, keepAliveSeconds));
}

void MqttClient::attempt(int code)
{
    mosquitto_loop_start(m_broker);
    m_retry.start(code == MOSQ_ERR_SUCCESS ? patience : m_addresses.isEmpty() ? m_pause : 0);
}

/// The library goes to the first address of a name alone, and does not try again when that fails before it is connected.
void MqttClient::tryAgain()
{
    mosquitto_loop_stop(m_broker, true);
    if (!m_addresses.isEmpty()) return tryNext();
    m_pause = std::min(m_pause * 2, longestPause);
    QHostInfo::lookupHost(m_host, this, [this](const QHostInfo& found) {
        m_addresses = found.addresses();
        if (m_addresses.isEmpty())
            m_retry.start(m_pause);
        else
            tryNext();
    });
}

void MqttClient::tryNext()
{
    const QHostAddress address = m_addresses.takeFirst();
    const bool isNew = address.protocol() == QAbstractSocket::IPv6Protocol;
    // The certificate is of the name: there the family alone can be chosen, by the side the connection starts from.
    attempt(m_isSecure ? mosquitto_connect_bind_async(m_broker, m_host.toUtf8().constData(), m_port, keepAliveSeconds, isNew ? "::" : "0.0.0.0")
                       : mosquitto_connect_async(m_broker, address.toString().toLatin1().constData(), m_port, keepAliveSeconds));
}

void MqttClient::secure(const Request& request)
{
    const QByteArray ca = request.caFile.toUtf8();
    mosquitto_tls_set(m_broker, ca.isEmpty() ? nullptr : ca.constData(),
                      ca.isEmpty() ? "/etc/ssl/certs" : nullptr, nullptr, nullptr, nullptr);
}

MqttClient::~MqttClient()
{
    if (!m_broker) return;
    mosquitto_disconnect(m_broker);
    mosquitto_loop_stop(m_broker, true);
    mosquitto_destroy(m_broker);
}

bool MqttClient::hasWildcards() const
{
    return m_topic.contains('#') || m_topic.contains('+');
}

// The library calls these in its own thread; what they tell is handed to ours. The object outlives the
// thread, which its destructor stops.
void MqttClient::onConnect(mosquitto* broker, void* self, int code)
{
    auto* client = static_cast<MqttClient*>(self);
    const QString why = QString::fromLatin1(mosquitto_connack_string(code));
    if (code == 0) mosquitto_subscribe(broker, nullptr, client->m_topic.constData(), 1);
    QMetaObject::invokeMethod(client, [client, code, why] {
        client->m_state = code == 0
                              ? city::Message()
                              : city::Message(QT_TRANSLATE_NOOP("Message", "%1 refuses the connection: %2"),
                                              {client->m_host, why});
        if (code != 0) return;
        client->m_retry.stop();
        client->m_pause = firstPause;
    });
}

void MqttClient::onDisconnect(mosquitto*, void* self, int code)
{
    auto* client = static_cast<MqttClient*>(self);
    if (code == 0) return;
    QMetaObject::invokeMethod(client, [client] {
        if (client->m_state.isEmpty())
            client->m_state = {QT_TRANSLATE_NOOP("Message", "the connection to %1 is lost"),
                               {client->m_host}};
        client->m_retry.start(client->m_addresses.isEmpty() ? std::max(grace, client->m_pause) : grace);
    });
}

/// The library tells of TLS that fails in its log alone, and tries again for ever.
void MqttClient::onLog(mosquitto*, void* self, int level, const char* text)
{
    const QString said = QString::fromUtf8(text);
    if (level != MOSQ_LOG_ERR || !said.contains(QLatin1String("OpenSSL"))) return;
    auto* client = static_cast<MqttClient*>(self);
    QMetaObject::invokeMethod(client, [client, said] {
        client->m_state = {QT_TRANSLATE_NOOP("Message", "the certificate of %1 is not trusted: %2"),
                           {client->m_host, said.section(QLatin1Char(':'), -1).left(100)}};
    });
}

void MqttClient::onMessage(mosquitto*, void* self, const mosquitto_message* message)
{
    auto* client = static_cast<MqttClient*>(self);
    if (message->payloadlen <= 0 || message->payloadlen > client->m_maxBytes) return;
    MqttMessage copy{QString::fromUtf8(message->topic),
                     QByteArray(static_cast<const char*>(message->payload), message->payloadlen)};
    QMetaObject::invokeMethod(client, [client, copy = std::move(copy)] { client->m_heard(copy); });
}

} // namespace feeds
