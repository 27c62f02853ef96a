// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/alarms/rule.h"
#include "layers/city/alerts.h"
#include "layers/city/series.h"

#include <map>
#include <optional>

namespace alarms {

/// The seven of ISA-18.2.
enum class State {
    Normal,
    Unacknowledged,         ///< Active, and nobody has said that he saw it.
    Acknowledged,           ///< Active and seen.
    ReturnedUnacknowledged, ///< Over before anybody saw it.
    Shelved,                ///< An operator does not want to hear of it for a while.
    SuppressedByDesign,     ///< Its rule says that it means nothing now.
    OutOfService,           ///< Taken out until somebody puts it back: a broken gauge.
};

/// "unacknowledged" and so on, as commands and the audit trail write it.
QString stateWord(State state);
QString priorityWord(Priority priority); ///< "top", "medium", "low"

/// One alarm: a rule and what it speaks of. A value.
struct Alarm {
    QString id;                ///< RULE@KIND/ID
    QString rule;
    city::PlaceId subject;     ///< A place, an area ("area", CODE), a feed, an event, a vehicle, a CAP chain ("alert").
    city::LocalText name;      ///< Of the subject; untrusted plain text.
    QString area;              ///< Code of the area it lies in; empty: the whole city.
    Priority priority = Priority::Low;

    bool active = false;       ///< The condition holds, its delays over.
    bool acknowledged = true;
    bool suppressed = false;
    std::optional<city::Instant> shelvedUntil;
    bool outOfService = false;
    bool uncertain = false;    ///< What it is judged by is stale: it stays as it was.
    bool escalated = false;    ///< Not acknowledged within the time to respond.

    city::Instant raisedAt;    ///< It became active the last time.
    city::Instant since;       ///< It is in its state.
    QString by, note;          ///< Of the last thing an operator did to it.
    std::optional<double> value;
    std::optional<city::Instant> expectedAt; ///< The value is a forecast for then.
    QString quantity, unit;
    int places = 0;            ///< How many of them it is judged by, where it speaks of an area.
    city::LocalText text;        ///< Of a CAP message, an event or a failing feed: what it says; untrusted.
    city::LocalText instruction; ///< Of a CAP message; untrusted.
    std::optional<city::AlertKey> cap; ///< The message that speaks now.
    city::Alert::Signature signature = city::Alert::Signature::None; ///< Of that message.
    QString signedBy;                                                ///< See city::Alert.
    QString feed;                      ///< That told of it last; empty: none did.

    std::optional<city::Instant> turningOn, turningOff; ///< Its delay began.
    std::vector<city::Instant> activations{};           ///< Of the last minute.

    State state() const;
    bool isChattering() const { return activations.size() >= 3; } ///< Three times within 60 s.
    bool isStale(city::Instant now) const; ///< Active for more than a day.

    friend bool operator==(const Alarm&, const Alarm&) = default;
};

/// What an operator does.
struct Action {
    enum class Kind { Acknowledge, Shelve, Unshelve, TakeOutOfService, PutIntoService } kind = Kind::Acknowledge;
    QStringList alarms; ///< Ids.
    QString by, note;   ///< Reason or remark.
    city::Duration lasts{0}; ///< Of shelving.
    /// The alarms as they were at that moment were looked at: one that came after it is not acknowledged unseen.
    std::optional<city::Instant> seen{};
};

/// Something that happened to an alarm, for the audit trail.
struct Change {
    city::Instant at;
    QString what; ///< "raised", "returned", "acknowledged", "shelved", "unshelved", "suppressed", "unsuppressed",
                  ///< "out-of-service", "in-service", "escalated", "worsened", "cleared"
    Alarm alarm;  ///< As it was after it.
    QString by, note;
};

/// What was seen of a place's value, for rates of change.
struct Trace {
    std::vector<city::Sample> samples;
};

/// Everything that is known of the alarms at one moment, and what it takes to know the next. A value.
struct Alarms {
    city::Instant at;
    std::map<QString, Alarm> alarms; ///< By id; those in the state Normal only while a delay runs or they chatter.
    QSet<city::AlertKey> withdrawn;  ///< By CAP messages that may be listed no longer.
    QHash<QString, QSet<city::PlaceId>> beyond; ///< By rule: places beyond its limit, for the dead-band.
    QHash<QPair<city::PlaceId, QString>, Trace> traces; ///< By place and quantity.
    std::vector<city::Instant> raised;   ///< The last ten minutes' new alarms: the flood is judged by them.
    bool isFlood = false;                ///< More than 10 in 10 minutes, until fewer than 5.
    int drills = 0;                      ///< CAP messages of status Exercise in force that touch the city.
    QStringList untrusted;               ///< Senders whose messages were left out.
};

} // namespace alarms
