// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/suspicion.h"

#include "layers/feeds/decoder.h"
#include "layers/feeds/health/schema_change.h"

#include <QSet>
#include <algorithm>
#include <cmath>

namespace feeds {

namespace {

using Kind = city::Suspicion::Kind;

constexpr int payloadsAtLeast = 10;
constexpr city::Duration clockTolerance{60'000};
constexpr qsizetype mostExamples = 50;
constexpr int sureOfCharacters = 70; ///< Percent.
constexpr int lagsToTell = 3;

double minutes(city::Duration time)
{
    return static_cast<double>(time.count()) / 60'000;
}

city::Suspicion suspicion(Kind kind, double is, double usual)
{
    city::Suspicion made;
    made.kind = kind;
    made.is = is;
    made.usual = usual;
    return made;
}

std::optional<city::Suspicion> wrongCharacters(const city::FeedPicture& now, const Arrival& arrival)
{
    const city::FeedMemory& memory = now.state.memory;
    QString example;
    int garbled = 0, named = 0;
    for (const city::Place& place : now.places) {
        if (named == 200) break;
        for (const QString& text : place.name.all()) {
            ++named;
            if (!looksGarbled(text)) continue;
            ++garbled;
            if (example.isEmpty()) example = text.left(40);
        }
    }
    const bool manyGarbled = garbled * 5 >= std::max(named, 1);
    if (memory.encodingConfidence >= sureOfCharacters && arrival.signs.strayBytes == 0 && !manyGarbled)
        return std::nullopt;
    city::Suspicion made = suspicion(Kind::CharacterSet, memory.encodingConfidence, 100);
    made.examples = QStringList{memory.encoding, example};
    return made;
}

/// Whether a type of HTTP says something else than the format: nothing when it says nothing sure.
bool contradicts(const QByteArray& contentType, const QString& format)
{
    const QByteArray type = contentType.split(';')[0].trimmed().toLower();
    for (const char* never : {"text/html", "application/xhtml+xml", "image/", "video/", "audio/", "font/"}) {
        if (type.startsWith(never)) return true;
    }
    const bool json = format == QLatin1String("json") || format == QLatin1String("geojson");
    const bool xml = format == QLatin1String("xml"), csv = format == QLatin1String("csv");
    const bool saysJson = type.endsWith("/json") || type.endsWith("+json");
    const bool saysXml = type.endsWith("/xml") || type.endsWith("+xml");
    return (saysJson && (xml || csv)) || (saysXml && (json || csv)) || (type == "text/csv" && (json || xml));
}

} // namespace

QString nameOf(const city::PlaceId& place)
{
    return place.kind + QLatin1Char('/') + place.id;
}

std::optional<city::Suspicion> vanishedPlaces(const city::FeedPicture& previous, const city::FeedPicture& now)
{
    QSet<city::PlaceId> there;
    there.reserve(static_cast<qsizetype>(now.places.size()));
    for (const city::Place& place : now.places)
        there.insert(place.id);
    city::Suspicion gone = suspicion(Kind::PlacesGone, 0, static_cast<double>(previous.places.size()));
    for (const city::Place& place : previous.places) {
        if (there.contains(place.id)) continue;
        gone.is += 1;
        if (gone.examples.size() < mostExamples) gone.examples << nameOf(place.id);
    }
    return gone.is > 0 ? std::optional(gone) : std::nullopt;
}

city::UsualBand learned(city::UsualBand band, double value)
{
    // What lies off the band counts for little: it must not become usual while it is still looked into.
    const double trust = isUnusual(band, value) ? 0.1 : 1.0;
    const double weight = trust / std::min(++band.times, 50);
    const double distance = std::abs(value - band.mean);
    if (band.times > 1) band.distance += (distance - band.distance) * weight;
    band.mean += (value - band.mean) * weight;
    return band;
}

bool isUnusual(const city::UsualBand& band, double value)
{
    if (band.times < payloadsAtLeast) return false;
    return std::abs(value - band.mean) > std::max(4 * band.distance, band.mean / 5);
}

std::optional<city::Duration> clockAhead(const std::optional<city::Instant>& newest, city::Instant receivedAt)
{
    if (!newest || *newest <= receivedAt + clockTolerance) return std::nullopt;
    return *newest - receivedAt;
}

void noteLag(city::FeedMemory& memory, const std::optional<city::Instant>& newest,
             const city::Promise& promise, city::Instant receivedAt)
{
    const std::optional<city::Instant> before = memory.told;
    memory.told = newest;
    if (!newest || !before) return;
    if (*newest == *before) return; // Nothing new: that is being late, and says nothing about the clock.
    const city::Duration lag = receivedAt - *newest;
    if (*newest < *before || lag <= 3 * promise.cadence + promise.grace) {
        memory.lag = city::Duration(0);
        memory.lagTimes = 0;
        return;
    }
    const bool same = std::chrono::abs(lag - memory.lag) <= promise.cadence;
    memory.lagTimes = same ? memory.lagTimes + 1 : 1;
    memory.lag = lag;
}

bool looksGarbled(const QString& text)
{
    int odd = 0, latin = 0;
    for (const QChar c : text) {
        const ushort code = c.unicode();
        if (code == 0xFFFD || (code >= 0x80 && code < 0xA0) || (code >= 0xE000 && code < 0xF900)) ++odd;
        if (code >= 0xA0 && code < 0x100) ++latin;
    }
    // Latin letters with accents stand alone between others in any language that has them.
    return odd > 0 || (latin >= 2 && latin * 2 >= text.size());
}

std::vector<city::Suspicion> suspicions(const city::FeedPicture& previous, const city::FeedPicture& now,
                                        const Arrival& arrival)
{
    const city::FeedMemory& was = previous.state.memory;
    const city::FeedMemory& is = now.state.memory;
    std::vector<city::Suspicion> raised = schemaChanges(was.schema, is.schema);
    for (city::Suspicion& frozen : frozenValues(is.steadiness, now, arrival.at))
        raised.push_back(std::move(frozen));
    raised.insert(raised.end(), arrival.jumps.begin(), arrival.jumps.end());
    if (auto gone = vanishedPlaces(previous, now)) raised.push_back(std::move(*gone));
    if (isUnusual(was.facts, now.state.recordCount))
        raised.push_back(suspicion(Kind::CountOff, now.state.recordCount, std::round(was.facts.mean)));
    const Signs& signs = arrival.signs;
    const double records = static_cast<double>(now.places.size() + now.vehicles.size() + now.events.size());
    if (signs.outside > 0)
        raised.push_back(suspicion(Kind::Outside, signs.outside, std::max<double>(records, signs.outside)));
    if (signs.duplicates > 0 && signs.duplicates * 20 >= records)
        raised.push_back(suspicion(Kind::Duplicates, signs.duplicates, records + signs.duplicates));
    std::optional<city::Instant> newest = signs.newest;
    for (const city::Observation& one : now.observations)
        newest = newest ? std::max(*newest, one.observedAt) : one.observedAt;
    if (const auto ahead = clockAhead(newest, arrival.at))
        raised.push_back(suspicion(Kind::ClockAhead, minutes(*ahead), 0));
    const city::Promise& promise = now.state.promise;
    if (is.lagTimes >= lagsToTell)
        raised.push_back(
            suspicion(Kind::ClockBehind, minutes(is.lag), minutes(promise.cadence + promise.grace)));
    if (auto wrong = wrongCharacters(now, arrival)) raised.push_back(std::move(*wrong));
    if (contradicts(arrival.contentType, arrival.format)) {
        raised.push_back(suspicion(Kind::ContentType, 0, 0));
        raised.back().subject = QString::fromLatin1(arrival.contentType.left(80));
    }
    return raised;
}

} // namespace feeds
