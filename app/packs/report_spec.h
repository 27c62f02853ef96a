// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/dashboard_spec.h"

namespace app {

/// One part of a report. What it shows is said in the words of dashboards; `parts` holds those of this block only.
struct ReportBlockSpec {
    enum class Kind {
        Headlines,  ///< The situation in one sentence, then what else there is to say.
        Tiles,      ///< A row of numbers.
        Map,        ///< With legend, scale bar, north and attribution.
        Charts,     ///< One, or two side by side.
        Table,      ///< Ranked.
        Alerts,     ///< In force, with what they ask people to do.
        Impact,     ///< Who and what lies in the areas of the most urgent alerts, or in that of the report.
        Feeds,      ///< How each feed is doing.
        Attainment, ///< Of each feed against the promise of its publisher, month by month.
        Period,     ///< What the values of a quantity come to over the time of the report.
        Moments,    ///< The same numbers at several moments of that time.
        Text,       ///< Of the pack.
        Note,       ///< Of whoever makes the report; ruled lines where he says nothing.
        Page,       ///< What follows begins on a new page.
    };
    Kind kind = Kind::Text;
    city::LocalText title; ///< May be empty.
    city::LocalText text;  ///< Of Text.
    DashboardSpec parts;   ///< `map` and `layers`, `tiles`, `charts` or `table`.
    int limit = 0;         ///< Rows of a table, alerts of an impact at most; 0: all.
    bool ofArea = false;   ///< Of Impact: of the report's area, not of alerts.

    QString value, of; ///< Of Period: quantity and kind of places.
    QString by;        ///< Of Period: "day", "hour" (of the day), "weekday", "place".
    std::optional<double> above = {}; ///< Of Period: values above it are counted; in the quantity's unit.
    city::Duration every{0};          ///< Of Moments: from one to the next.
};

/// reports/*.yaml
struct ReportSpec {
    QString id;
    city::LocalText title, purpose;
    city::Duration range{std::chrono::hours(24)}; ///< How far back it looks when nobody says.
    enum class Paper { A4, Slides } paper = Paper::A4;
    std::vector<ReportBlockSpec> blocks;
    int order = 0;
};

} // namespace app
