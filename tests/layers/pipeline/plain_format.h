// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"

/// A format of the tests' own, so that they speak of the pipeline and not of a decoder. One fact a line:
///   place ID [LON LAT] | value PLACE NUMBER [TIME] | alert ID | event ID | vehicle ID | follow URL | bad
/// A payload that begins with "<" is refused.
inline city::Result<feeds::Decoded> decodePlain(const QByteArray& payload,
                                                const feeds::DecodeContext& context)
{
    if (payload.startsWith('<')) return city::Problem{{}, {}, {"not of the format"}};
    feeds::Decoded decoded;
    for (const QByteArray& line : payload.split('\n')) {
        const QStringList words = QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (words.isEmpty()) continue;
        const city::PlaceId id{QStringLiteral("station"), words.value(1)};
        if (words[0] == QLatin1String("place")) {
            city::Place place;
            place.id = id;
            if (words.size() > 3) place.at = city::LonLat{words[2].toDouble(), words[3].toDouble()};
            decoded.places.push_back(place);
        } else if (words[0] == QLatin1String("value")) {
            const auto at = words.size() > 3 ? city::fromIso(words[3]).value() : context.receivedAt;
            decoded.observations.push_back({id, QStringLiteral("bikes"), words[2].toDouble(),
                                            QStringLiteral("1"), at, context.receivedAt});
        } else if (words[0] == QLatin1String("alert")) {
            city::Alert alert;
            alert.identifier = words[1];
            decoded.alerts.push_back(alert);
        } else if (words[0] == QLatin1String("event")) {
            city::Event event;
            event.id = words[1];
            decoded.events.push_back(event);
        } else if (words[0] == QLatin1String("vehicle")) {
            city::Vehicle vehicle;
            vehicle.id = words[1];
            vehicle.observedAt = context.receivedAt;
            decoded.vehicles.push_back(vehicle);
        } else if (words[0] == QLatin1String("follow")) {
            decoded.follow.push_back(QUrl(words[1]));
        } else {
            decoded.problems.push_back({QStringLiteral("#1"), {}, {"a bad record"}});
            ++decoded.problemCount;
        }
    }
    return decoded;
}
