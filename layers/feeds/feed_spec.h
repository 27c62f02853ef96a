// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/freshness.h"
#include "layers/city/geometry.h"
#include "layers/city/local_text.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>
#include <QUrl>
#include <optional>
#include <vector>

/// A feed as data: what a pack's feeds/*.yaml says, already checked. Plain values; read by app/packs.
namespace feeds {

/// One thing done to a text before it is used.
struct TextRule {
    enum class Kind {
        Replace, ///< Every match of `pattern` by `text`, with \1 for its first group.
        Match,   ///< Only the first group of `pattern`, or the whole match; no value where it does not match.
        HalfWidth, ///< Full-width letters, digits and signs as plain ones.
        Squeeze,   ///< Runs of blanks of any width as one.
        Lower,
        Upper,
    };
    Kind kind = Kind::Squeeze;
    QRegularExpression pattern;
    QString text;
};

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
    QString constant;            ///< When not empty: this text, from no field.
    std::vector<TextRule> clean; ///< Done in order, after `without`.

    bool isSet() const { return !names.isEmpty() || !join.isEmpty() || !constant.isEmpty(); }
};

struct TimeMapping {
    std::vector<FieldRef> fields; ///< More than one: date and time of day in two fields, joined by a space.
    /// Qt date-time formats tried in order, or one of the words "iso8601", "unix-s", "unix-ms", "java-date"
    /// ("Sun Jul 27 16:12:00 CST 2025"), "rfc1123", "zh-12h" ("2026/10/4 上午 12:18:40"), "roc" (ROC year
    /// first), "week" and "week-sunday" (year and number of a week).
    QStringList formats;
    std::optional<QTimeZone> zone; ///< Of times without an offset; otherwise the pack's.
    bool ofEnvelope = false;       ///< `fields` are looked up in the document, not in the record.
    bool ofAnswer = false;         ///< The publisher states no time: that of the answer. No `fields` then.
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
    QString unit = QStringLiteral("1"); ///< UCUM, of the publisher.
    std::optional<double> least, most;  ///< In the publisher's unit; outside: refused and named.
    QStringList missing;                ///< Sentinels of this field besides the feed's own.
    QMap<QString, double> words;        ///< Texts that stand for numbers ("充電中": 1).
    std::optional<double> scale;        ///< Multiplied in before the unit is converted.
    bool sum = false;                   ///< Several records of one place and time add up.
    bool mean = false;                  ///< Several records of one place and time are averaged ...
    FieldRef weight;                    ///< ... by this number of each, if set.
    std::vector<FieldRef> add;          ///< The numbers of these fields, added up, instead of `field`.
    std::optional<QPair<FieldRef, QStringList>> only; ///< A value only when this field has one of the texts.
    bool countRecords = false;                        ///< The number of records is the value.
    std::optional<QPair<FieldRef, QString>> unless;   ///< No value when this field has this text.
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
    bool merge = false; ///< Records of one id are parts of one event: their measures come together.
};

struct VehicleMapping {
    QString kind;
    FieldRef id, lon, lat, heading, speed;
    QMap<QString, FieldRef> label; ///< By language; "" when the feed does not say.
    QString speedUnit = QStringLiteral("km/h");
    QMap<QString, FieldRef> details;
};

/// Only records whose field has (or, with `negate`, has not) one of the texts.
struct RecordFilter {
    FieldRef field;
    QStringList texts;
    bool negate = false;
};

/// A wide table made long: each column that fits becomes a record of its own, with the other columns beside
/// it.
struct WideColumns {
    QRegularExpression like; ///< Of column titles; its first group, if any, is the title used.
    QStringList except;      ///< Titles that do not count although they fit.
    QString title = QStringLiteral("column"); ///< The field under which the title stands.
    QString value = QStringLiteral("value");  ///< The field under which the value stands.
};

/// Where the records of a payload are.
struct RecordLayout {
    QString records; ///< "$[*]", "$.data.park[*]", "$.retVal.*"; XML: path of local names; CSV: unused.
    QStringList recordsElse; ///< JSON and XML: tried in order where there is nothing at `records`: the
                             ///< publisher has moved them.
    QString none;            ///< JSON: a field of the document that is there only when there are no records.
    QString fields;          ///< JSON records that are lists: where the list of their names is ("$.fields").
    bool header = true;      ///< CSV: the first row names the columns.
    bool listHeader = false; ///< JSON records that are lists: the first of them names the columns.
    QString delimiter = QStringLiteral(",");
    QString encoding; ///< Declared by the pack; empty: by the payload, see `toText`.
    QString member;   ///< Of a zip payload: which file of it, as a glob ("*.csv"); empty: the only one.
    std::optional<WideColumns> columns;
};

/// How a delimited, JSON, XML or GeoJSON payload becomes facts.
struct Mapping : RecordLayout {
    QStringList missing; ///< Texts and numbers that mean "no value".
    std::vector<RecordFilter> where;
    std::optional<PlaceMapping> place;
    std::optional<TimeMapping> time;
    std::vector<ObservationMapping> observe;
    std::optional<EventMapping> event;
    std::optional<VehicleMapping> vehicle;
    FieldRef follow;    ///< The address of a further document of the feed: the payload is an index.
    int followLast = 0; ///< Only so many of the last ones; 0: all.
};

/// A payload that comes in pages.
struct Paging {
    enum class Way { None, Link, Offset, Number };
    Way way = Way::None;
    QString next;      ///< Link: the field of the document that holds the address of the next page.
    QString parameter; ///< Offset, Number: of the query ("offset", "page").
    int size = 1000;   ///< Offset, Number: records of a full page; a page with fewer is the last.
    int first = 0;     ///< Offset, Number: that of the first page.
    int most = 20;     ///< Pages at most, in any case.
};

/// OAuth 2 client credentials (RFC 6749, 4.4).
struct Credentials {
    QUrl tokenUrl;
    QString id, secret; ///< Each {secret:NAME}.
    QString scope;
};

/// A part of an address that its publisher changes, looked up before each use: portals give a dataset a page
/// that stays and its file an id that does not.
struct AddressLookup {
    QUrl url;      ///< Of a JSON document.
    QString field; ///< Path in it to the text that takes the place of "{found}" in the request's url.
};

/// How a payload is fetched.
struct Request {
    QUrl url; ///< "{secret:NAME}" in the query is filled in when fetching, never shown or logged.
    std::optional<AddressLookup> lookup;
    QMap<QString, QString> headers; ///< Values may hold {secret:NAME} too.
    std::optional<Credentials> credentials;
    QString caFile; ///< PEM: who may sign the certificate of this host, instead of the system's list.
    Paging pages;
    QString topic;       ///< Of MQTT; may hold wildcards.
    QString table;       ///< Of a database (postgresql://): "name" or "schema.name".
    QString updated;     ///< Of a database: the column that grows with every change of a row; empty: none.
    int rows = 100'000;  ///< Of a database: at most.
    QString watch;       ///< Absolute path of a file, or a pattern of files, instead of an address ...
    QString watchFolder; ///< ... inside of this folder.
    city::Duration every{60'000};
    city::Duration wait{0}; ///< After the start, before it is asked first.
    city::Duration timeout{20'000};
    qint64 maxBytes = 64LL * 1024 * 1024;
};

/// A second document, whose records are joined to those of the feed by a key: the stations of a live feed.
/// Their fields are then "NAME.FIELD". Of a GTFS-Realtime feed: the schedule ("gtfs") it speaks of, by its
/// ids.
struct Join {
    QString name;
    Request request; ///< At its own, slower cadence.
    QString file;    ///< Absolute, within the pack; instead of a request.
    QString format;
    RecordLayout layout;
    FieldRef key; ///< In the records of the second document.
    FieldRef by;  ///< In the records of the feed.
    bool leaveAlone = false; ///< Records of the feed without a partner are left out without a word.
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
    QByteArray signers;                    ///< PEM of the certificates whose signatures on CAP are trusted; empty: none.
    QString format;                        ///< "json", "csv", "xml", "geojson", "cap", "gbfs"
    Mapping mapping;                       ///< For the first four.
    std::vector<Join> joins;
    QTimeZone zone; ///< The feed's own, or the pack's.
    std::optional<city::LonLatBox>
        extent;          ///< Positions outside are refused; the pack's extent with a margin.
    bool leaveOutside = false; ///< It covers more than the city: records outside are left out without a word.
    QStringList secrets; ///< Names used in the request.
};

} // namespace feeds
