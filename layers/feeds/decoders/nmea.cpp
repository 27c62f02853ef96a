// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/fact_sink.h"
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/text/encoding.h"
#include "layers/feeds/text/number.h"

#include <QDateTime>
#include <QNmeaPositionInfoSource>
#include <charconv>
#include <cmath>
#include <map>

namespace feeds {

namespace {

using namespace std::chrono_literals;

constexpr double metresPerSecond = 3.6; ///< In km/h.
constexpr std::size_t mostUnits = 100'000;

/// Qt's reader of single sentences: RMC, GGA, GLL, VTG, ZDA and GSA of any talker.
class SentenceReader : public QNmeaPositionInfoSource {
public:
    SentenceReader() : QNmeaPositionInfoSource(RealTimeMode) {}

    std::optional<QGeoPositionInfo> read(std::string_view sentence)
    {
        QGeoPositionInfo info;
        bool hasFix = false;
        const bool good =
            parsePosInfoFromNmeaData(sentence.data(), static_cast<int>(sentence.size()), &info, &hasFix);
        return good ? std::optional(info) : std::nullopt;
    }
};

/// Whether the sum behind "*" is that of the characters between the first one and it.
bool isSumRight(std::string_view sentence)
{
    const std::size_t star = sentence.rfind('*');
    if (star == std::string_view::npos || star + 3 > sentence.size()) return false;
    unsigned stated = 0;
    const auto end = sentence.data() + star + 3;
    if (std::from_chars(sentence.data() + star + 1, end, stated, 16).ptr != end) return false;
    unsigned sum = 0;
    for (const char c : sentence.substr(1, star - 1))
        sum ^= static_cast<unsigned char>(c);
    return sum == stated;
}

/// What a TAG block of NMEA 4 says before a sentence: "\s:unit7,c:1790848800*3F\".
struct Tag {
    std::string source;
    std::optional<city::Instant> at;
};

Tag takeTag(std::string_view& line)
{
    Tag tag;
    if (!line.starts_with('\\')) return tag;
    const std::size_t end = std::min(line.find('\\', 1), line.size());
    std::string_view block = line.substr(1, end - 1);
    line.remove_prefix(std::min(end + 1, line.size()));
    block = block.substr(0, block.find('*'));
    while (!block.empty()) {
        const std::string_view part = block.substr(0, block.find(','));
        block.remove_prefix(std::min(part.size() + 1, block.size()));
        if (part.starts_with("s:")) tag.source = part.substr(2);
        const auto time = part.starts_with("c:") ? toNumber(part.substr(2)) : std::nullopt;
        if (!time || *time < 0 || *time > 1e14) continue;
        // Seconds by the standard; several receivers write milliseconds.
        tag.at = city::Instant{city::Duration{std::llround(*time > 1e11 ? *time : *time * 1000)}};
    }
    return tag;
}

/// What the sentences of one receiver have said so far.
struct Unit {
    QDate day; ///< Of its last sentence that states one.
    std::optional<city::LonLat> at;
    std::optional<city::Instant> observedAt;
    std::optional<double> heading, speedKmh;
};

class NmeaReader {
public:
    explicit NmeaReader(FactSink& sink) : m_sink(sink) {}

    /// False when the line is no sentence.
    bool read(std::string_view line)
    {
        const Tag tag = takeTag(line);
        const std::size_t begin = line.find_first_of("$!");
        if (begin == std::string_view::npos) return false;
        const std::string_view sentence = line.substr(begin);
        m_sink.turnTo(QStringLiteral("unit"), std::string_view(tag.source));
        if (!isSumRight(sentence)) {
            m_sink.report(
                QStringLiteral("*"),
                QT_TRANSLATE_NOOP("Message", "the sentence is cut off or its sum is wrong; it is left out"));
            return sentence.size() > 6 && sentence[6] == ',';
        }
        if (m_units.size() >= mostUnits && !m_units.contains(tag.source)) return true;
        if (const auto info = m_sentences.read(sentence)) take(m_units[tag.source], *info, tag);
        return true;
    }

    void finish()
    {
        for (const auto& [source, unit] : m_units) {
            if (!unit.at || !unit.observedAt) continue;
            city::Vehicle vehicle;
            vehicle.id = source.empty() ? m_sink.context().feed.id : toQString(source);
            vehicle.kind = QStringLiteral("field-unit");
            vehicle.label = localText(vehicle.id);
            vehicle.at = *unit.at;
            vehicle.observedAt = *unit.observedAt;
            vehicle.headingDegrees = unit.heading;
            vehicle.speedKmh = unit.speedKmh;
            m_sink.add(std::move(vehicle));
        }
    }

private:
    /// A time of day without a date is of the day that brings it nearest to the reception.
    city::Instant nearest(QTime time) const
    {
        const city::Instant now = m_sink.context().receivedAt;
        const auto day = std::chrono::floor<std::chrono::days>(now);
        const city::Instant at = day + city::Duration{time.msecsSinceStartOfDay()};
        if (at > now + 12h) return at - 24h;
        return at < now - 12h ? at + 24h : at;
    }

    std::optional<city::Instant> timeOf(Unit& unit, const QGeoPositionInfo& info, const Tag& tag)
    {
        const QDateTime stated = info.timestamp();
        if (stated.date().isValid()) unit.day = stated.date();
        if (!stated.time().isValid()) return tag.at;
        if (!unit.day.isValid()) return tag.at ? tag.at : std::optional(nearest(stated.time()));
        const QDateTime at(unit.day, stated.time(), Qt::UTC);
        return city::Instant{city::Duration{at.toMSecsSinceEpoch()}};
    }

    void take(Unit& unit, const QGeoPositionInfo& info, const Tag& tag)
    {
        const auto time = timeOf(unit, info, tag);
        const QGeoCoordinate where = info.coordinate();
        if (where.isValid()) {
            const auto at = m_sink.position(QStringLiteral("position"), where.longitude(), where.latitude());
            const auto observed = m_sink.plausible(QStringLiteral("time"), time);
            if (!at || !observed) return;
            if (unit.observedAt && *observed < *unit.observedAt) return; // an old sentence came late
            if (unit.observedAt != observed) unit.heading = unit.speedKmh = std::nullopt;
            unit.at = at;
            unit.observedAt = observed;
        }
        if (!unit.at) return;
        if (info.hasAttribute(QGeoPositionInfo::Direction)) {
            const double degrees = info.attribute(QGeoPositionInfo::Direction);
            if (degrees >= 0 && degrees <= 360) unit.heading = std::fmod(degrees, 360);
        }
        if (info.hasAttribute(QGeoPositionInfo::GroundSpeed)) {
            const double speed = info.attribute(QGeoPositionInfo::GroundSpeed) * metresPerSecond;
            if (speed >= 0 && speed < 540) unit.speedKmh = std::round(speed * 10) / 10;
        }
    }

    FactSink& m_sink;
    SentenceReader m_sentences;
    std::map<std::string, Unit, std::less<>> m_units; ///< By source; "" when the sentences name none.
};

} // namespace

city::Result<Decoded> decodeNmea(const QByteArray& payload, const DecodeContext& context)
{
    if (auto page = webPage(payload.left(4096))) return *page;
    Decoded decoded;
    FactSink sink(context, decoded);
    NmeaReader reader(sink);
    std::string_view rest(payload.constData(), static_cast<std::size_t>(payload.size()));
    bool any = false;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
        const std::string_view line = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty() || line.starts_with('#')) continue;
        any = reader.read(line) || any;
    }
    if (!any)
        return city::Problem{
            {},
            {},
            {QT_TRANSLATE_NOOP("Message", "holds no sentence of NMEA 0183; it begins with \"%1\""),
             {beginning(payload)}}};
    reader.finish();
    sink.finish();
    return decoded;
}

} // namespace feeds
