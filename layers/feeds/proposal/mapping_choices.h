// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/proposal/field_words.h"
#include "layers/feeds/proposal/payload_sample.h"

#include "layers/city/time.h"

#include <QHash>

namespace feeds {

/// What a person has to decide about a payload to get a mapping, each with what is proposed. An empty field:
/// none.
struct MappingChoices {
    enum class Record { Place, Event }; ///< What one record tells of.
    Record record = Record::Place;
    QString kind; ///< Of the places or events.

    QString id;
    QMap<QString, QString> name; ///< Field by language; "" where it is not known.
    QString nameWithout;         ///< Stands before every name.
    QString lon, lat;            ///< Fields of numbers ...
    QString position;            ///< ... or one of text with both in it,
    bool positionLatFirst = true;
    QString shape;    ///< or one of a geometry.
    QStringList line; ///< or lon, lat, lon, lat of a line.
    QString crs = QStringLiteral("EPSG:4326");

    QStringList time; ///< One field, or date and time of day.
    bool timeOfEnvelope = false;
    QStringList timeFormats;
    QString timeZone; ///< IANA; empty: that of the pack, or the texts say it.
    QString ends;     ///< Of events; `time` is when they begin.

    /// A quantity read from a field. Where `quantity` is none of the catalogue, the pack has to describe it.
    struct Measure {
        QString field, quantity, unit;
        bool wanted = true;
        int confidence = 0;
        QString onlyField, onlyText; ///< Of a long table: only where this field has this text.
    };
    std::vector<Measure> measures;
    QStringList missing;       ///< Texts that mean "no value".
    QStringList details;       ///< Fields shown with a place.
    QStringList decimalCommas; ///< Fields whose numbers are written with a comma for the point.

    /// How sure each proposal is in percent, by role ("id", "name", "position", "time"), and why.
    QHash<QString, int> confidence;
    std::vector<city::Message> reasons;
};

/// What a proposal is made with besides the payload.
struct ProposalContext {
    const FieldWords& words;
    QTimeZone zone;    ///< Of times without an offset.
    city::Instant now; ///< Times beyond it are none that were observed.
    QString hint;      ///< Address or file name: may tell what it is about.
};

/// Proposes what is what in a sample. Pure.
MappingChoices proposeChoices(const PayloadSample& sample, const ProposalContext& context);

/// How much of a payload the choices make use of: to choose between places of records.
int worthOf(const MappingChoices& choices);

/// The mapping of a feed after the choices. Pure.
Mapping mappingOf(const MappingChoices& choices, const PayloadSample& sample);

/// The samples of a payload, and what is proposed for each; the one whose records tell most is chosen.
struct Proposal {
    std::size_t chosen = 0; ///< Index into `samples`.
    std::vector<PayloadSample> samples;
    std::vector<MappingChoices> choices; ///< Beside `samples`.
};
city::Result<Proposal> propose(const QByteArray& payload, const QString& format,
                               const ProposalContext& context, const PayloadHints& hints = {});

} // namespace feeds
