// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"

#include <QFile>

/// Feeds made in the test and decoded at a fixed moment.

inline feeds::FieldRef named(const char* name)
{
    feeds::FieldRef ref;
    ref.names << QString::fromUtf8(name);
    return ref;
}

inline city::Instant at(const char* iso)
{
    return *city::fromIso(QString::fromLatin1(iso));
}

/// A mapping of stations: id, lon, lat, time, bikes.
inline feeds::FeedSpec stationFeed(const char* format, const char* records = "$[*]")
{
    feeds::FeedSpec feed;
    feed.id = QStringLiteral("stations");
    feed.format = QString::fromLatin1(format);
    feed.zone = QTimeZone("Asia/Taipei");
    feed.extent = city::LonLatBox{121.2, 24.6, 122.1, 25.4};
    feed.mapping.records = QString::fromLatin1(records);
    feed.mapping.missing = {QStringLiteral("-99")};
    feeds::PlaceMapping place;
    place.kind = QStringLiteral("bike-station");
    place.id = named("id");
    place.lon = named("lon");
    place.lat = named("lat");
    feed.mapping.place = place;
    feeds::TimeMapping time;
    time.fields = {named("time")};
    time.formats = QStringList{QStringLiteral("yyyy-MM-dd HH:mm:ss")};
    feed.mapping.time = time;
    feeds::ObservationMapping bikes;
    bikes.quantity = QStringLiteral("bikes.available");
    bikes.field = named("bikes");
    bikes.least = 0;
    bikes.most = 200;
    feed.mapping.observe = {bikes};
    return feed;
}

inline feeds::FeedSpec standardFeed(const char* format)
{
    feeds::FeedSpec feed;
    feed.id = feed.format = QString::fromLatin1(format);
    feed.zone = QTimeZone::utc();
    return feed;
}

inline city::Result<feeds::Decoded> decoded(const feeds::FeedSpec& feed, const QByteArray& payload)
{
    static const city::QuantityCatalogue none;
    return feeds::decode(payload, {feed, none, at("2026-11-01T00:00:00Z")});
}

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("no file %s", qPrintable(path));
    return file.readAll();
}

/// JSON written with single quotes for the eye.
inline QByteArray json(const char* singleQuoted)
{
    return QByteArray(singleQuoted).replace('\'', '"');
}

/// The problems as lines, for comparing and for showing.
inline QString problemsOf(const feeds::Decoded& decoded)
{
    QStringList lines;
    for (const city::Problem& problem : decoded.problems)
        lines << problem.toString();
    return lines.join(QLatin1Char('\n'));
}
