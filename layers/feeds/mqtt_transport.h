// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/feeds/secrets.h"
#include "layers/feeds/transport.h"

#include <QObject>
#include <map>
#include <memory>

namespace feeds {

/// Messages of MQTT 3.1.1 brokers (mqtt://, mqtts:// with verified TLS). The first question of a feed
/// subscribes to its topic and waits for a message within the feed's timeout; every further one gets what has
/// come since, or "not modified". Of a topic without wildcards the newest message is the body; with wildcards
/// ("+", "#") the body is a JSON list of all of them, [{"topic": ..., "payload": ...}], payloads that are
/// JSON as such and others as text, and tells only a part of the places. User and password are the headers
/// "username" and "password" of the feed. A lost connection is taken up again by itself. Lives in the GUI
/// thread; the broker is listened to in a thread of the library.
class MqttTransport : public QObject, public Transport {
public:
    explicit MqttTransport(const city::Clock& clock, QObject* parent = nullptr);
    ~MqttTransport() override;
    QFuture<FetchResponse> get(const FetchRequest& request) override;

private:
    class Subscription;
    const city::Clock& m_clock;
    std::map<QString, std::unique_ptr<Subscription>> m_subscriptions; ///< By feed.
};

} // namespace feeds
