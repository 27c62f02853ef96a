// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// One sentence a feed that does not answer, and one a feed whose newest value is too old, each with the time
/// of its last value where that is known. Feeds that wait for a key are no fault and left out.
std::vector<widgets::Sentence> feedSentences(const Scope& scope);
/// The same in one sentence: up to three feeds each with its fault, of more only how many they are and the first names.
/// Empty when nothing is wrong.
QString feedTroubles(const Scope& scope);
/// "12 of 14 feeds are current"; before the first answer that one is waited for.
QString feedsText(const Scope& scope);
bool anyFeedAsked(const Scope& scope);
/// The series that show when a feed that does not answer last spoke.
std::vector<std::pair<int, QString>> feedSeries(const Scope& scope);

} // namespace app
