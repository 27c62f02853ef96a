// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/position/position_source.h"

#include <QCoreApplication>
#include <QFile>
#include <QGeoPositionInfoSource>
#include <QNmeaPositionInfoSource>
#include <QTcpSocket>
#include <cmath>

namespace feeds {

namespace {

/// Metres of error a satellite receiver has for each unit of dilution of precision: GPS without correction.
constexpr double rangeError = 5.1;
constexpr int againMs = 5000;

std::optional<double> attribute(const QGeoPositionInfo& info, QGeoPositionInfo::Attribute which)
{
    const double value = info.hasAttribute(which) ? info.attribute(which) : std::nan("");
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace

PositionSource::PositionSource(const city::Clock& clock, QObject* parent) : QObject(parent), m_clock(clock)
{
    m_again.setSingleShot(true);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, &PositionSource::connectTcp);
}

PositionSource::~PositionSource()
{
    stop();
}

void PositionSource::start(const PositionSpec& spec)
{
    stop();
    m_spec = spec;
    m_on = true;
    if (spec.kind == PositionSpec::Kind::Tcp) {
        connectTcp();
    } else if (spec.kind == PositionSpec::Kind::Replay) {
        auto file = std::make_unique<QFile>(spec.address);
        if (!file->open(QIODevice::ReadOnly)) return lose({QT_TRANSLATE_NOOP("Message", "%1 cannot be read: %2"), {spec.address, file->errorString()}});
        m_device = std::move(file);
        useNmea(QNmeaPositionInfoSource::SimulationMode, m_device.get());
    } else {
        useSystem();
    }
}

void PositionSource::stop()
{
    m_on = false;
    m_again.stop();
    if (m_source) {
        m_source->disconnect(this);
        m_source->stopUpdates();
    }
    m_source.reset();
    if (m_device) m_device->disconnect(this);
    m_device.reset();
    m_last.reset();
}

void PositionSource::connectTcp()
{
    m_source.reset();
    const auto colon = m_spec.address.lastIndexOf(QLatin1Char(':'));
    bool isNumber = false;
    const int port = m_spec.address.mid(colon + 1).toInt(&isNumber);
    if (colon <= 0 || !isNumber || port < 1 || port > 65535)
        return lose({QT_TRANSLATE_NOOP("Message", "\"%1\" is no address; expected one like 192.168.1.20:10110"), {m_spec.address}});
    auto socket = std::make_unique<QTcpSocket>();
    socket->setReadBufferSize(1 << 20);
    QTcpSocket* const raw = socket.get();
    // Whatever ends the connection is an error to QTcpSocket, the other side's closing, too.
    connect(raw, &QTcpSocket::errorOccurred, this, [this, raw] {
        lose({QT_TRANSLATE_NOOP("Message", "No connection to %1: %2"), {m_spec.address, raw->errorString()}});
        m_again.start();
    });
    connect(raw, &QTcpSocket::connected, this, [this] { Q_EMIT troubled({}); });
    if (m_device) m_device->disconnect(this);
    if (m_device) m_device.release()->deleteLater(); // It may be what called us.
    m_device = std::move(socket);
    raw->connectToHost(m_spec.address.left(colon), static_cast<quint16>(port), QIODevice::ReadOnly);
    useNmea(QNmeaPositionInfoSource::RealTimeMode, m_device.get());
}

void PositionSource::useSystem()
{
    std::unique_ptr<QGeoPositionInfoSource> source;
    if (m_spec.kind == PositionSpec::Kind::Serial)
        source.reset(QGeoPositionInfoSource::createSource(QStringLiteral("nmea"), {{QStringLiteral("nmea.source"), QStringLiteral("serial:") + m_spec.address}}, nullptr));
    else
        source.reset(QGeoPositionInfoSource::createDefaultSource(nullptr));
    if (source) return use(std::move(source));
    if (m_spec.kind == PositionSpec::Kind::Serial)
        lose({QT_TRANSLATE_NOOP("Message", "No receiver answers at %1"), {m_spec.address}});
    else
        lose({QT_TRANSLATE_NOOP("Message", "This computer offers no position of its own"), {}});
}

void PositionSource::useNmea(int mode, QIODevice* device)
{
    auto source = std::make_unique<QNmeaPositionInfoSource>(static_cast<QNmeaPositionInfoSource::UpdateMode>(mode));
    source->setUserEquivalentRangeError(rangeError);
    source->setDevice(device);
    use(std::move(source));
}

void PositionSource::use(std::unique_ptr<QGeoPositionInfoSource> source)
{
    m_source = std::move(source);
    connect(m_source.get(), &QGeoPositionInfoSource::positionUpdated, this, &PositionSource::take);
    connect(m_source.get(), &QGeoPositionInfoSource::errorOccurred, this, [this](QGeoPositionInfoSource::Error error) {
        if (error == QGeoPositionInfoSource::AccessError)
            lose({QT_TRANSLATE_NOOP("Message", "This computer does not let the program know its position"), {}});
        else if (error != QGeoPositionInfoSource::NoError && error != QGeoPositionInfoSource::UpdateTimeoutError && m_spec.kind != PositionSpec::Kind::Tcp)
            lose({QT_TRANSLATE_NOOP("Message", "The receiver gives no position"), {}});
    });
    m_source->startUpdates();
}

void PositionSource::take(const QGeoPositionInfo& info)
{
    if (!m_on || !info.coordinate().isValid()) return;
    PositionFix fix;
    fix.at = {info.coordinate().longitude(), info.coordinate().latitude()};
    fix.accuracyMetres = attribute(info, QGeoPositionInfo::HorizontalAccuracy);
    fix.heading = attribute(info, QGeoPositionInfo::Direction);
    if (const auto speed = attribute(info, QGeoPositionInfo::GroundSpeed)) fix.speedKmh = *speed * 3.6;
    fix.receivedAt = m_clock.now();
    if (info.timestamp().isValid()) fix.observedAt = city::Instant(std::chrono::milliseconds(info.timestamp().toMSecsSinceEpoch()));
    m_last = fix;
    Q_EMIT troubled({});
    Q_EMIT fixed(fix);
}

void PositionSource::lose(const city::Message& text)
{
    Q_EMIT troubled(text);
}

} // namespace feeds
