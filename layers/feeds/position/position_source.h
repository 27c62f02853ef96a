// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/city/geometry.h"
#include "layers/city/message.h"

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

class QGeoPositionInfo;
class QGeoPositionInfoSource;
class QIODevice;

namespace feeds {

/// Where one's own position comes from.
struct PositionSpec {
    enum class Kind {
        System, ///< What the desktop offers.
        Tcp,    ///< NMEA 0183 from "host:port".
        Serial, ///< NMEA 0183 from a device, "/dev/ttyUSB0".
        Replay, ///< A file of NMEA 0183, with the pauses its times say.
    } kind = Kind::System;
    QString address; ///< As above; empty for the system.

    friend bool operator==(const PositionSpec&, const PositionSpec&) = default;
};

/// One's own position at a moment.
struct PositionFix {
    city::LonLat at;
    std::optional<double> accuracyMetres; ///< Radius; nothing when the receiver does not tell.
    std::optional<double> heading;        ///< Degrees clockwise from north; nothing when standing.
    std::optional<double> speedKmh;
    city::Instant receivedAt;
    std::optional<city::Instant> observedAt; ///< By the receiver's own clock.
};

/// One's own position from a receiver. Asks for nothing before it is started. A connection that is lost is tried again
/// every few seconds. Lives in the thread that made it; NMEA is understood by Qt's own reader.
class PositionSource : public QObject {
    Q_OBJECT
public:
    /// `clock` must outlive it.
    explicit PositionSource(const city::Clock& clock, QObject* parent = nullptr);
    ~PositionSource() override;

    void start(const PositionSpec& spec);
    void stop();
    bool isOn() const { return m_on; }
    const std::optional<PositionFix>& last() const { return m_last; }
    /// Milliseconds between two attempts to connect.
    void setPatience(int ms) { m_again.setInterval(ms); }

Q_SIGNALS:
    void fixed(const feeds::PositionFix& fix);
    /// What keeps positions from coming; an empty message when it is over.
    void troubled(const city::Message& text);

private:
    void connectTcp();
    void useSystem();
    void useNmea(int mode, QIODevice* device);
    void use(std::unique_ptr<QGeoPositionInfoSource> source);
    void take(const QGeoPositionInfo& info);
    void lose(const city::Message& text);

    const city::Clock& m_clock;
    PositionSpec m_spec;
    bool m_on = false;
    std::unique_ptr<QIODevice> m_device;
    std::unique_ptr<QGeoPositionInfoSource> m_source;
    std::optional<PositionFix> m_last;
    QTimer m_again;
};

} // namespace feeds
