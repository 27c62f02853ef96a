// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/freshness.h"
#include "layers/city/geometry.h"
#include "layers/city/local_text.h"

#include <QStringList>
#include <QTimeZone>
#include <QUrl>
#include <optional>
#include <vector>

/// A feed as data: what a pack's feeds/*.yaml says, already checked. Plain values; read by app/packs.
namespace feeds {

/// Where a value is in a record: the first of `names` that is present. A name is a field, or a path of fields
/// joined by dots with "[n]" or "[key=value]" for arrays ("WeatherElement.Now",
/// "Coordinates[CoordinateName=WGS84].lon"); in XML the names are local names, "@name" an attribute; in CSV
/// column titles, or "#3" for the third column of a file without a header; in GeoJSON property names, with
/// "geometry" and "id" reaching out of the properties.
struct FieldRef {
    QStringList names;
    QString without;  ///< Taken off the front of the text ("YouBike2.0_").
    QStringList join; ///< When not empty: the texts of these fields, run together with `joinWith`.
    QString joinWith;
    QString constant; ///< When not empty: this text, from no field.

    bool isSet() const { return !names.isEmpty() || !join.isEmpty() || !constant.isEmpty(); }
};

struct TimeMapping {
    std::vector<FieldRef> fields; ///< More than one: date and time of day in two fields, joined by a space.
    /// Qt date-time formats tried in order, or one of the words "iso8601", "unix-s", "unix-ms", "java-date"
    /// ("Sun Jul 27 16:12:00 CST 2025"), "rfc1123", "zh-12h" ("2026/10/4 上午 12:18:40"), "roc" (ROC year
    /// first).
    QStringList formats;
    std::optional<QTimeZone> zone; ///< Of times without an offset; otherwise the pack's.
    bool ofEnvelope = false;       ///< `fields` are looked up in the document, not in the record.
};

struct PlaceMapping {
    QString kind;
    FieldRef id;
    QMap<QString, FieldRef> name;     ///< By language; "" when the feed does not say.
    FieldRef lon, lat;                ///< Degrees, or metres of `crs`.
    FieldRef geometry;                ///< GeoJSON geometry or WKT, instead of lon and lat.
    std::vector<FieldRef> lineLonLat; ///< lon, lat, lon, lat ...: a line through these positions.
    QString crs = QStringLiteral("EPSG:4326");
    QMap<QString, FieldRef> details;
};

struct ObservationMapping {
    QString quantity;
    FieldRef field;
    QString unit = QStringLiteral("1");             ///< UCUM, of the publisher.
    std::optional<double> least, most;              ///< In the publisher's unit; outside: refused and named.
    QStringList missing;                            ///< Sentinels of this field besides the feed's own.
    QMap<QString, double> words;                    ///< Texts that stand for numbers ("充電中": 1).
    std::optional<double> scale;                    ///< Multiplied in before the unit is converted.
    bool sum = false;                               ///< Several records of one place and time add up.
    bool countRecords = false;                      ///< The number of records is the value.
    std::optional<QPair<FieldRef, QString>> unless; ///< No value when this field has this text.
};

struct EventMapping {
    QString kind;
    FieldRef id;
    QMap<QString, FieldRef> title;
    FieldRef description;
    FieldRef lon, lat, geometry;
    QString crs = QStringLiteral("EPSG:4326");
    TimeMapping begins, ends;
    std::vector<ObservationMapping> measures;
};

struct VehicleMapping {
    QString kind;
    FieldRef id, label, lon, lat, heading, speed;
    QString speedUnit = QStringLiteral("km/h");
    QMap<QString, FieldRef> details;
};

/// Only records whose field has (or, with `negate`, has not) one of the texts.
struct RecordFilter {
    FieldRef field;
    QStringList texts;
    bool negate = false;
};

/// How a delimited, JSON, XML or GeoJSON payload becomes facts.
struct Mapping {
    QString records; ///< "$[*]", "$.data.park[*]", "$.retVal.*"; XML: path of local names; CSV: unused.
    QStringList recordsElse; ///< JSON: tried in order where there is nothing at `records`: the publisher has
                             ///< moved them.
    QStringList missing;     ///< Texts and numbers that mean "no value".
    std::vector<RecordFilter> where;
    std::optional<PlaceMapping> place;
    std::optional<TimeMapping> time;
    std::vector<ObservationMapping> observe;
    std::optional<EventMapping> event;
    std::optional<VehicleMapping> vehicle;
    bool header = true; ///< CSV: the first row names the columns.
    QString delimiter = QStringLiteral(",");
    QString encoding; ///< Declared by the pack; empty: BOM, declaration, UTF-8 strictly, then cp950.
};

/// How a payload is fetched.
struct Request {
    QUrl url; ///< "{secret:NAME}" in the query is filled in when fetching, never shown or logged.
    QMap<QString, QString> headers; ///< Values may hold {secret:NAME} too.
    city::Duration every{60'000};
    city::Duration timeout{20'000};
    qint64 maxBytes = 64LL * 1024 * 1024;
};

struct FeedSpec {
    QString id;
    QString file; ///< Where it was read from, for messages.
    city::LocalText title, publisher;
    QString licence;
    QString note; ///< For people who keep the pack.
    Request request;
    city::Promise promise;
    std::optional<double> completePercent; ///< Share of its places the publisher promises a value for.
    QString format;                        ///< "json", "csv", "xml", "geojson", "cap", "gbfs"
    Mapping mapping;                       ///< For the first four.
    QTimeZone zone;                        ///< The feed's own, or the pack's.
    std::optional<city::LonLatBox>
        extent;          ///< Positions outside are refused; the pack's extent with a margin.
    QStringList secrets; ///< Names used in the request.
};

} // namespace feeds
