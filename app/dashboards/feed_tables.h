// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/feed_facts.h"
#include "layers/feeds/health/payloads.h"
#include "widgets/panels/values.h"

namespace app {

/// The feeds of a city at one moment, and how to name them.
struct FeedsInput {
    std::shared_ptr<const city::CitySnapshot> snapshot;
    std::shared_ptr<const Pack> pack;
    QString language;
    city::Instant now;
};

/// Which feeds are listed.
struct FeedFilter {
    enum class State { All, Troubled };
    State state = State::All;
    QString text; ///< Part of a title or an id.
};

/// All feeds, the worst first; a row's key is the feed.
widgets::TableData feedList(const FeedsInput& in, const FeedFilter& filter);
/// "3 of 15 feeds are not fresh, 2 more look wrong" in one sentence.
QString feedSummary(const FeedsInput& in);

/// One feed. The tables are empty with a note when there is nothing to tell.
widgets::TableData findingTable(const FeedsInput& in, const city::FeedState& feed);
widgets::TableData fieldTable(const city::FeedState& feed);
widgets::TableData refusalTable(const city::FeedState& feed);
std::vector<widgets::StripCell> feedDay(const FeedsInput& in, const city::FeedState& feed);
/// Publisher, licence, promise against what was seen, the last question and answer, the last months: name and text.
std::vector<QPair<QString, QString>> feedLines(const FeedsInput& in, const city::FeedState& feed);
/// All of it as plain text, to be sent to a publisher.
QString feedReport(const FeedsInput& in, const city::FeedState& feed);
/// "14:05, 12.3 kB, application/json; refused: ..."
QString payloadTitle(const feeds::KeptPayload& payload, const FeedsInput& in);

} // namespace app
