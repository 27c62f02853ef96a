// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// The state of the city in plain sentences by the rules of the pack, most urgent first; the first two are the one line at
/// the top. Says only what current values, messages in force and the states of feeds say, and when it began only where the
/// stored values show it.
widgets::Situation situation(const Scope& scope);

/// What a sentence of it rests on; nothing for those of alerts and feeds, which are their own evidence.
struct SentenceEvidence {
    Expression expression;
    QString text;
};
std::optional<SentenceEvidence> evidenceOf(const Scope& scope, int sentence);

/// The series that show when what is said began: rows and quantities.
std::vector<std::pair<int, QString>> situationSeries(const Scope& scope);

} // namespace app
