// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/alarms/rule.h"
#include "layers/city/freshness.h"
#include "layers/city/message.h"
#include "layers/city/quantity.h"

namespace alarms {

/// What the feeds of a pack can tell, as far as it is known beforehand.
struct Tellable {
    const city::QuantityCatalogue& quantities;
    QSet<QPair<QString, QString>> measured;   ///< Kind of place and quantity.
    QSet<QPair<QString, QString>> ofEvents;   ///< Kind of event and quantity.
    QSet<QString> open;                       ///< Kinds of which a feed may tell more than is written: of fixed formats.
    QHash<QString, city::Promise> feeds;      ///< By id.
    QHash<QPair<QString, QString>, city::Duration> cadences; ///< The shortest, by kind and quantity.
    bool hasSigners = false; ///< A feed names certificates for the signatures of CAP.
};

/// Why a rule makes no sense.
struct Contradiction {
    QString rule;
    const char* field = ""; ///< The key of its YAML.
    city::Message text;
};

/// Rules that can never fire or never end, that contradict themselves or each other, and those that wait for each other in
/// a loop. Names (quantities, feeds, areas, rules) are known to exist. Pure.
std::vector<Contradiction> contradictions(const Plan& plan, const Tellable& tellable);

} // namespace alarms
