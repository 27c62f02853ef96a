// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/proposal/recognition.h"

#include "layers/feeds/decoder.h"
#include "layers/feeds/gzip.h"
#include "layers/feeds/proposal/payload_sample.h"
#include "layers/feeds/zip.h"

#include <algorithm>
#include <array>

namespace feeds {

namespace {

constexpr qsizetype looked = 256 * 1024;

/// Words that stand in payloads of a standard and hardly ever elsewhere. Needed where the decoder is so
/// tolerant that it reads its neighbours' payloads too.
struct Marks {
    const char* format;
    std::array<const char*, 7> any;
    int with;    ///< Confidence when one of them is there,
    int without; ///< and when none is.
};

constexpr Marks marks[]{
    {"cap",
     {"tc:emergency:cap", "cap:", "api.weather.gov", "Capstorage", ".cap\"", "application/cap+xml",
      "\"msgType\""},
     97,
     5},
    {"gbfs", {"\"ttl\"", "\"last_updated\""}, 97, 50},
    {"gtfs", {}, 97, 97},
    {"gtfs-rt", {}, 90, 90},
    {"sensorthings", {"@iot."}, 97, 5},
    {"ogc-features",
     {"\"numberMatched\"", "\"numberReturned\"", "wfs:", "gml:", "/collections/", "urn:ogc:def:crs"},
     80,
     50},
    {"datex2", {"datex2"}, 97, 20},
    {"tmdd", {"tmdd.org", "<FEU>", "fEUMsg"}, 97, 30},
    {"wzdx", {"\"core_details\"", "\"road_event_feed_info\"", "\"feed_info\"", "\"road_event_id\""}, 97, 10},
    {"open511", {"open511", "jurisdiction", "\"event_type\""}, 95, 20},
    {"waze",
     {"usersOnJams", "irregularities", "\"jams\"", "lengthOfJams", "<incidents", "\"incidents\""},
     95,
     15},
    {"open311", {"service_request"}, 95, 15},
    {"quakes", {"\"mag\"", "\"magType\"", "quakeml", "#EventID", "\"publicID\""}, 95, 5},
    {"nmea", {"$GPRMC", "$GPGGA", "$GNRMC", "$GNGGA", "$GPGLL", "$GPVTG"}, 95, 60},
    {"gdacs", {"gdacs:"}, 98, 5},
    {"jma", {"kishou.go.jp"}, 98, 5},
    {"openaq", {"openaq", "\"parameter\"", "\"sensorsId\""}, 92, 20},
};

/// The beginning and the end of the payload without its packing, for looking at.
QByteArray endsOf(const QByteArray& payload, const PayloadHints& hints)
{
    const auto ends = [](const QByteArray& bytes) {
        return bytes.size() <= looked ? bytes : bytes.left(looked) + bytes.right(4096);
    };
    if (!isGzip(payload)) return ends(payload);
    const auto content = inflateGzip(payload, hints.maxBytes);
    return content ? ends(*content) : QByteArray();
}

void judge(FormatGuess& guess, const QByteArray& start)
{
    const auto known = std::find_if(std::begin(marks), std::end(marks), [&](const Marks& one) {
        return guess.format == QLatin1String(one.format);
    });
    guess.confidence = 60;
    if (known == std::end(marks)) return;
    guess.confidence = known->without;
    for (const char* mark : known->any) {
        if (!mark || !start.contains(mark)) continue;
        guess.confidence = known->with;
        guess.reasons.push_back({QT_TRANSLATE_NOOP("Message", "it holds \"%1\", as the standard has it"),
                                 {QString::fromUtf8(mark).remove(QLatin1Char('"'))}});
        return;
    }
}

std::optional<FormatGuess> tryStandard(const QString& format, const QByteArray& payload,
                                       const QByteArray& start, const city::QuantityCatalogue& quantities,
                                       city::Instant now, const PayloadHints& hints)
{
    FeedSpec feed;
    feed.id = format;
    feed.format = format;
    feed.zone = QTimeZone::utc();
    feed.request.maxBytes = hints.maxBytes;
    const auto decoded = decode(payload, {feed, quantities, now, {}, hints.contentType});
    if (!decoded) return std::nullopt;
    FormatGuess guess{format, false, 0, {}, decoded->factCount() + static_cast<int>(decoded->follow.size())};
    judge(guess, start);
    if (guess.facts > 0)
        guess.reasons.push_back(
            {QT_TRANSLATE_NOOP("Message", "its decoder reads %1 facts or links in it, with %2 problems"),
             {QString::number(guess.facts), QString::number(decoded->problemCount)}});
    else
        guess.confidence = guess.confidence * 3 / 4;
    if (decoded->problemCount > guess.facts) guess.confidence = guess.confidence * 4 / 5;
    return guess;
}

std::optional<FormatGuess> tryMapped(const QString& format, const QByteArray& payload,
                                     const PayloadHints& hints)
{
    const auto samples = samplesOf(payload, format, hints);
    if (!samples) return std::nullopt;
    const PayloadSample& first = samples->front();
    FormatGuess guess{format, true, format == QLatin1String("geojson") ? 65 : 60, {}, 0};
    if (first.fields.size() < 2) guess.confidence = 15;
    guess.reasons.push_back({QT_TRANSLATE_NOOP("Message", "it is a list of %1 records with %2 fields"),
                             {QString::number(first.records), QString::number(first.fields.size())}});
    if (first.encoding.confidence < 100)
        guess.reasons.push_back(
            {QT_TRANSLATE_NOOP("Message", "its character set is %1 by its bytes, %2 % sure"),
             {first.encoding.name, QString::number(first.encoding.confidence)}});
    return guess;
}

} // namespace

std::vector<FormatGuess> recogniseFormat(const QByteArray& payload, const city::QuantityCatalogue& quantities,
                                         city::Instant now, const PayloadHints& hints)
{
    std::vector<FormatGuess> guesses;
    const QByteArray start = endsOf(payload, hints);
    const QStringList standards = standardFormats();
    for (const QString& format : knownFormats()) {
        auto guess = standards.contains(format) ? tryStandard(format, payload, start, quantities, now, hints)
                                                : tryMapped(format, payload, hints);
        if (guess) guesses.push_back(std::move(*guess));
    }
    std::stable_sort(guesses.begin(), guesses.end(),
                     [](const FormatGuess& a, const FormatGuess& b) { return a.confidence > b.confidence; });
    return guesses;
}

} // namespace feeds
