// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"

#include <variant>

/// What the bars and notes round the map show, as plain values; see values.h for those of the panels.
namespace widgets {

/// What went wrong, for a person who wants to go on.
struct ErrorText {
    QString what, where, next;
};

/// The state of the city in one sentence, most urgent first.
struct Situation {
    QString text;
    QString more;  ///< All of it, on hover.
    int alarm = 0; ///< 1 to 3, 1 the most urgent; 0: nothing is wrong.
    std::optional<city::Focus> target;
};

/// One thing the search box knows.
struct SearchEntry {
    QString text;
    QString detail; ///< "bike station, Daan District"
    std::variant<city::Focus, city::LonLat, QString> target; ///< Where it leads; a text is the id of a command.
};

/// A choice of basemap.
struct BasemapChoice {
    QString id, title;
};

} // namespace widgets
