// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/http_transport.h"
#include "layers/feeds/line_transport.h"
#include "layers/feeds/lookup_transport.h"
#include "layers/feeds/mqtt_transport.h"
#include "layers/feeds/table_transport.h"
#include "layers/feeds/watch_transport.h"

namespace feeds {

/// The live sources of a city: web addresses, brokers, servers of lines, databases and watched files, by what the
/// request says. Lives in the GUI thread.
class LiveTransport : public Transport {
public:
    /// `clock` must outlive the transport.
    explicit LiveTransport(const city::Clock& clock)
        : m_http(clock), m_lookup(m_http, clock), m_mqtt(clock), m_lines(clock), m_tables(clock), m_watch(clock)
    {
    }

    QFuture<FetchResponse> get(const FetchRequest& request) override
    {
        if (!request.request.watch.isEmpty()) return m_watch.get(request);
        if (!request.request.table.isEmpty()) return m_tables.get(request);
        const QString scheme = request.request.url.scheme();
        if (scheme.startsWith(QLatin1String("tcp"))) return m_lines.get(request);
        return scheme.startsWith(QLatin1String("mqtt")) ? m_mqtt.get(request) : m_lookup.get(request);
    }

private:
    HttpTransport m_http;
    LookupTransport m_lookup;
    MqttTransport m_mqtt;
    LineTransport m_lines;
    TableTransport m_tables;
    WatchTransport m_watch;
};

} // namespace feeds
