// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/snapshot.h"
#include "widgets/panels/cards.h"

#include <vector>

namespace app {

class Scope;

/// An alert in force that concerns the pack, with what follows from it.
struct AlertNow {
    const city::Alert* alert = nullptr;
    const city::AlertInfo* info = nullptr; ///< The one in the reader's language, or the first in force.
    const city::FeedPicture* feed = nullptr;
    std::vector<int> areas;  ///< Areas touched, as named or found by geometry; none: not stated.
    bool exercise = false;   ///< Shown as such and never counted.
    int rank = 0;            ///< By severity: 4 extreme, 3 severe, 2 moderate, 1 minor, 0 unknown.
    int alarm = 0;           ///< 1 to 3 as the panels show it; 0: of no consequence.
    bool originalMissing = false; ///< An Update of something that was never received.
};

/// How an information of a real alert counts as an alarm: 1 to 3; 0: of no consequence.
int alarmOf(const city::AlertInfo& info);
/// The words of an alert in the reader's language, or its first; null when it has none.
const city::AlertInfo* infoFor(const city::Alert& alert, const QString& language);

/// Alerts of status Actual and Exercise that are in force now and touch the pack, each segment of one by itself, most
/// severe first, then newest.
/// Replaced, cancelled, expired and test messages are left out, and so are those for other places.
std::vector<AlertNow> alertsInForce(const Scope& scope);
/// Whether it touches the area of focus.
bool touchesFocus(const Scope& scope, const AlertNow& alert);
/// Those of `scope.alerts` that touch the focus and pass its level filter ("severity:Severe").
std::vector<AlertNow> alertsInFocus(const Scope& scope);
/// Only Actual ones.
int countActual(const std::vector<AlertNow>& alerts);

QString alertTitle(const Scope& scope, const AlertNow& alert); ///< Headline, else event; "EXERCISE: " before it.
QString severityWord(const QString& severity);
QString certaintyWord(const QString& certainty);
QString urgencyWord(const QString& urgency);
QString signatureText(city::Alert::Signature signature, const QString& by); ///< Empty: there is none.
/// "大安區, 信義區 and 3 more", at most `most` by name.
QString alertAreas(const Scope& scope, const AlertNow& alert, qsizetype most = 4);
/// Residents inside it and inside the focus, by share of surface as the impact card has them (impact.cpp).
std::optional<double> alertPeople(const Scope& scope, const AlertNow& alert);
std::vector<widgets::AlertNotice> alertNotices(const Scope& scope);
/// Where a click on it leads: its one area, or the whole pack, on the dashboard of alerts.
city::Focus alertTarget(const Scope& scope, const AlertNow& alert);
QString alertId(const city::Alert& alert); ///< The triple, as one text.

} // namespace app
