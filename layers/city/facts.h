// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/city/local_text.h"
#include "layers/city/time.h"

#include <QHash>
#include <QPair>
#include <QStringList>
#include <cmath>
#include <optional>
#include <vector>

/// The five kinds of fact a feed can tell, and no more. All are plain values.
namespace city {

/// Which place: its kind ("bike-station", "district") and its publisher's id within that kind. Two feeds that
/// speak of the same kind and id speak of the same place.
struct PlaceId {
    QString kind;
    QString id;

    friend bool operator==(const PlaceId&, const PlaceId&) = default;
    friend auto operator<=>(const PlaceId& a, const PlaceId& b)
    {
        const int byKind = QString::compare(a.kind, b.kind);
        return (byKind != 0 ? byKind : QString::compare(a.id, b.id)) <=> 0;
    }
};

inline size_t qHash(const PlaceId& place, size_t seed = 0)
{
    return qHashMulti(seed, place.kind, place.id);
}

/// Something that stays where it is: a station, a detector, a car park, a road section, a market.
struct Place {
    PlaceId id;
    LocalText name;
    std::optional<LonLat> at;       ///< Nothing when the publisher gives no valid position.
    Geometry shape;                 ///< For what is more than a point (a road section); otherwise empty.
    TextMap details; ///< Further text fields, untrusted plain text, by the pack's names.
};

/// One measured, counted or published value. A value that is missing is no Observation at all.
struct Observation {
    PlaceId place;
    QString quantity;   ///< Id of a quantity in resources/scales/quantities.yaml.
    double value = 0;   ///< In `unit`, already converted to the quantity's own unit; see isWithheld.
    QString unit;       ///< UCUM.
    Instant observedAt; ///< The time the value speaks of.
    Instant receivedAt; ///< The time we learned it.
};

/// In what is shown a value that must not be told (Quantity::privacy) is there, but not a number: so that whatever is made of
/// it is none either. Facts as they came and as they are kept are never so.
inline bool isWithheld(double value) { return std::isnan(value); }
inline bool isWithheld(const Observation& one) { return isWithheld(one.value); }

/// CAP 1.2's own words; see the OASIS standard for each. Texts are untrusted plain text.
struct AlertArea {
    QString areaDesc;
    Geometry
        geometry; ///< Polygons and circles together, a union; circles are polygons of 64 or more corners.
    std::vector<QPair<QString, QString>> geocodes; ///< valueName, value: strings, leading zeros matter.
};

struct AlertInfo {
    QString language; ///< As sent ("zh-TW"); empty when not stated (the standard then means en-US).
    QString event;
    QStringList category;
    QString urgency, severity, certainty; ///< The standard's words; "Unknown" when missing.
    QStringList responseType;
    std::optional<Instant> effective, onset, expires;
    QString senderName, headline, description, instruction, web, contact;
    std::vector<QPair<QString, QString>> eventCodes, parameters;
    std::vector<AlertArea> areas;
};

/// One CAP message. Its identity is the triple (sender, identifier, sent).
struct Alert {
    QString identifier, sender;
    Instant sent;
    QString status, msgType, scope; ///< The standard's words.
    QString source, note, restriction, addresses, incidents;
    QStringList codes;
    QStringList references; ///< Each "sender,identifier,sent" exactly as sent.
    std::vector<AlertInfo> infos;
    /// What became of its XML signature, checked when it came: it has none; whole, but of a key nobody here knows, or of no
    /// key at all; whole, of a key the feed trusts; changed since it was signed, or signed in a way that proves nothing.
    enum class Signature { None, UnknownKey, Valid, Invalid } signature = Signature::None;
    QString signedBy; ///< The name in the certificate, where there is one; of a signature that is not Valid: untrusted.
};

/// Something that happens in a place for a time: roadworks, an incident, an earthquake.
struct Event {
    QString id;
    QString kind; ///< "roadworks", "earthquake", ...
    LocalText title;
    QString description;
    Geometry geometry;
    std::optional<Instant> begins, ends;
    Instant reportedAt;
    std::vector<Observation>
        measures; ///< Quantities of the event itself (magnitude, depth); `place` is unset.
};

/// Something that moves.
struct Vehicle {
    QString id;
    QString kind; ///< "bus", "bicycle", ...
    LocalText label;
    LonLat at;
    std::optional<double> headingDegrees; ///< Clockwise from north.
    std::optional<double> speedKmh;
    Instant observedAt;
    TextMap details;
};

} // namespace city
