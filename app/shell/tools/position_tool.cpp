// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/position_tool.h"

#include "app/shell/coordinates.h"
#include "layers/geo/projection.h"
#include "widgets/map/tools/measuring.h"

namespace app {

using feeds::PositionSpec;

namespace {

constexpr city::Duration oldAfter{10'000};
constexpr double widestMetresPerPixel = 8; // on the way to one's own position the map comes at least so near

const std::pair<const char*, PositionSpec::Kind> kinds[] = {
    {"system", PositionSpec::Kind::System}, {"tcp", PositionSpec::Kind::Tcp}, {"serial", PositionSpec::Kind::Serial}, {"replay", PositionSpec::Kind::Replay}};

} // namespace

PositionTool::PositionTool(ToolDesk& desk) : MapTool(desk), m_source(m_clock), m_panel(new widgets::PositionPanel)
{
    m_desk.overlay.add(&m_mark);
    m_desk.drawer.addPage(QStringLiteral("position"), m_panel);
    m_desk.actions.on(QStringLiteral("position"), [this] { m_desk.drawer.open(QStringLiteral("position")); });
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] { tell(); });
    connect(m_panel, &widgets::PositionPanel::startAsked, this, &PositionTool::ask);
    connect(m_panel, &widgets::PositionPanel::stopAsked, this, &PositionTool::switchOff);
    connect(m_panel, &widgets::PositionPanel::goAsked, this, &PositionTool::go);
    connect(&m_source, &feeds::PositionSource::fixed, this, [this] {
        if (m_first || m_panel->follows()) go();
        m_first = false;
        tell();
    });
    connect(&m_source, &feeds::PositionSource::troubled, this, [this](const city::Message& text) {
        m_trouble = text;
        tell();
    });
}

void PositionTool::ask()
{
    PositionSpec spec;
    for (const auto& [id, kind] : kinds)
        if (m_panel->source() == QLatin1String(id)) spec.kind = kind;
    spec.address = m_panel->address();
    start(spec);
}

void PositionTool::start(const PositionSpec& spec)
{
    m_trouble = {};
    m_first = true;
    m_source.start(spec);
    m_panel->setOn(true);
    m_second.start();
    tell();
}

void PositionTool::switchOff()
{
    m_source.stop();
    m_second.stop();
    m_panel->setOn(false);
    tell();
}

void PositionTool::go()
{
    if (!m_source.last()) return;
    map::View view = m_desk.canvas.view();
    view.centre = geo::toMercator(m_source.last()->at);
    view.metresPerPixel = std::min(view.metresPerPixel, widestMetresPerPixel);
    m_desk.canvas.setView(view);
}

void PositionTool::tell(city::Instant now)
{
    const auto& fix = m_source.last();
    if (!fix) {
        m_mark.set(std::nullopt);
        m_desk.overlay.refresh();
        m_panel->setReading(!isOn() ? tr("Your position is not asked for.") : m_trouble.isEmpty() ? tr("Waiting for a position …") : m_trouble.toString(),
                            isOn() && !m_trouble.isEmpty() ? tr("It is tried again by itself where that can help.") : QString());
        return;
    }
    const city::Duration age = now - fix->receivedAt;
    const bool old = age > oldAfter;
    m_mark.set(widgets::PositionMark::Mark{fix->at, fix->accuracyMetres.value_or(0), fix->heading, old});
    m_desk.overlay.refresh();
    const QString crs = m_desk.session ? m_desk.session->pack().crs : QString();
    QStringList details{coordinateText(fix->at, crs)};
    details << (fix->accuracyMetres ? tr("within %1").arg(widgets::lengthText(*fix->accuracyMetres)) : tr("accuracy not told"));
    if (fix->speedKmh) details << QStringLiteral("%1 km/h").arg(*fix->speedKmh, 0, 'f', 1);
    if (fix->heading) details << tr("heading %1").arg(widgets::bearingText(*fix->heading));
    details << tr("%1 s old").arg(std::chrono::duration_cast<std::chrono::seconds>(age).count());
    if (!m_trouble.isEmpty()) details << m_trouble.toString();
    m_panel->setReading(coordinateText(fix->at, {}) + (old ? QStringLiteral(" – ") + tr("old position") : QString()), details.join(QStringLiteral(" · ")));
}

void PositionTool::restore(const QVariantMap& remembered)
{
    m_panel->setSource(remembered.value(QStringLiteral("positionSource")).toString(), remembered.value(QStringLiteral("positionAddress")).toString());
}

void PositionTool::remember(QVariantMap& remembered) const
{
    remembered.insert(QStringLiteral("positionSource"), m_panel->source());
    remembered.insert(QStringLiteral("positionAddress"), m_panel->address());
}

void PositionTool::retranslate()
{
    m_desk.drawer.setTitle(QStringLiteral("position"), tr("My position"));
    m_panel->setSources({{QStringLiteral("system"), tr("This computer"), {}},
                         {QStringLiteral("tcp"), tr("Receiver over the network (NMEA)"), QStringLiteral("192.168.1.20:10110")},
                         {QStringLiteral("serial"), tr("Receiver at a serial port (NMEA)"), QStringLiteral("/dev/ttyUSB0")},
                         {QStringLiteral("replay"), tr("Recorded file (NMEA)"), QStringLiteral("/home/me/track.nmea")}});
    tell();
}

} // namespace app
