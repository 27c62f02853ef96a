// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"
#include "layers/city/local_text.h"
#include "layers/city/terms.h"

#include <QSet>
#include <QTime>
#include <QTimeZone>
#include <memory>
#include <variant>
#include <vector>

/// Which alarms a city has: rules as values, read from a pack's alarms/*.yaml by app/packs and checked there.
namespace alarms {

/// Three, as ISA-18.2 has it; about 80, 15 and 5 in a hundred should be Low, Medium and Top.
enum class Priority { Top = 1, Medium = 2, Low = 3 };

enum class Comparison { AtLeast, Above, AtMost, Below };
bool holds(double value, Comparison comparison, double limit);
bool isUpward(Comparison comparison);

/// A value beyond a limit; it is over once the value is back by more than the dead-band.
struct Threshold {
    QString kind; ///< Of places; empty: of any.
    QString quantity;
    Comparison comparison = Comparison::AtLeast;
    double limit = 0, deadband = 0; ///< In the quantity's unit.
};

/// A value that changes by at least so much within a time, upwards or (with a negative `by`) downwards.
struct RateOfChange {
    QString kind, quantity;
    double by = 0;
    city::Duration within{0};
};

/// A value far from what is usual of its place at this hour of such a day: robust z beyond `enter` until within `leave`.
struct Unusual {
    QString kind, quantity;
    double enter = 3, leave = 2;
    bool upwards = true, downwards = true;
};

/// A value that its forecast lets expect beyond a limit within a time, and that is not there yet: then it is no warning any
/// more, and a Threshold has its say.
struct Expected {
    QString kind, quantity;
    Comparison comparison = Comparison::AtLeast;
    double limit = 0;
    city::Duration within{0};
    bool likelyOnly = true; ///< Otherwise it is enough that the outer end of the 80 % band gets there.
};

/// A feed that fails, or whose newest word is older than this.
struct Silence {
    QString feed;
    city::Duration after{0};
};

/// Something that moves, or an event, comes into one of the areas. Of an event with a quantity only from a limit on.
struct Entering {
    enum class What { Vehicle, Event } what = What::Event;
    QString kind;
    QStringList areas;             ///< Codes; empty: within `withinKm` of the city, or anywhere.
    QString quantity;              ///< Of an event's own measures; empty: any event.
    double limit = 0;
    double withinKm = 0;           ///< Of the nearest area of the city; 0: not asked.
    city::Duration lasts{3600'000}; ///< Of an event that states no end: from its beginning.
};

/// CAP messages in force that touch the city, of senders the pack trusts. Their own severity, urgency and certainty make
/// the priority.
struct Warning {
    QStringList severities; ///< Empty: all.
};

/// Other rules, by id: all of `all`, one of `any`, none of `none`, in the same area.
struct Combination {
    QStringList all, any, none;
};

using Condition = std::variant<Threshold, RateOfChange, Unusual, Expected, Silence, Entering, Warning, Combination>;

/// Local times between which a rule is suppressed by design; over midnight when the end is before the beginning.
struct QuietHours {
    QTime from, to;

    bool holds(QTime time) const { return from <= to ? from <= time && time < to : time >= from || time < to; }
};

/// One rule: when it is an alarm, and what an operator who sees it has to know.
struct Rule {
    QString id;
    city::LocalText title;
    Priority priority = Priority::Low;
    Condition condition;
    QString per;          ///< "place", a level of areas, or empty for the whole pack: one alarm each.
    int places = 1;       ///< So many places of an area (or of the pack) are needed.
    QStringList in;       ///< Codes of areas it is limited to; empty: everywhere.
    city::Duration onDelay{0}, offDelay{0};
    QString group;        ///< Alarms of one group in one area have, most likely, one cause; empty: the rule's own.
    city::LocalText cause, consequence, action, who;
    city::Duration respondWithin{0};
    std::optional<QuietHours> quiet;
    QStringList suppressedBy; ///< Rules during whose alarms this one says nothing new.
    bool alarms = true;       ///< False: only a part of combinations.
};

/// The alarms of a pack. A value that does not change while the program runs.
struct Plan {
    std::vector<Rule> rules;
    QStringList trustedSigned; ///< The same, but only of messages with a valid signature.
    QStringList trusted; ///< Senders of CAP whose messages may become alarms; "*@domain" for all of a domain.
    city::Terms terms;   ///< What warnings in one language are called in others.
    QTimeZone zone = QTimeZone::utc();
    QString webhook;     ///< Where each new alarm is told; empty: nowhere. May hold {secret:NAME}.
    Priority webhookFrom = Priority::Top;
    QStringList mailTo;  ///< Who gets new alarms by e-mail.
    Priority mailFrom = Priority::Top;

    const Rule* rule(const QString& id) const;
    /// Whether a message may become an alarm. One whose signature is broken never does.
    bool trusts(const city::Alert& message) const;
};

} // namespace alarms
