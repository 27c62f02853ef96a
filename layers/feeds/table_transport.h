// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/feeds/secrets.h"
#include "layers/feeds/transport.h"

#include <QObject>

namespace feeds {

/// Rows of tables of PostgreSQL databases, with or without PostGIS (postgresql://HOST:PORT/DATABASE). The body is a
/// GeoJSON FeatureCollection in WGS 84. With a column of updates every question after the first gets only newer
/// rows, and tells only a part of the places. User and password are the headers "username" and "password" of the
/// feed, as those of a broker. Lives in the GUI thread, reads in a pool.
class TableTransport : public QObject, public Transport {
public:
    /// `clock` must outlive the transport.
    explicit TableTransport(const city::Clock& clock, QObject* parent = nullptr) : QObject(parent), m_clock(clock) {}
    QFuture<FetchResponse> get(const FetchRequest& request) override;

private:
    const city::Clock& m_clock;
};

} // namespace feeds
