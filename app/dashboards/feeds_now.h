// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// The age of every feed of the pack, worst first.
std::vector<widgets::FeedAge> feedAges(const Scope& scope);

/// Feeds of the pack that should tell a quantity, a place kind, an event kind ("*": any) or alerts; empty ones match
/// nothing.
struct FeedsFor {
    QString quantity, placeKind, eventKind;
    enum class Alerts { No, Yes } alerts = Alerts::No;
};
QStringList feedsFor(const Scope& scope, const FeedsFor& wanted);

/// Why these feeds gave nothing to show, and what to do; one sentence or two.
QString whyNoData(const Scope& scope, const QStringList& feeds);
/// How a feed is doing, "HTTP 503 since 14:05"; empty when all is well.
QString feedDetail(const Scope& scope, const QString& feed);
QString feedTitle(const Scope& scope, const QString& feed);
/// The worst of feeds that answered at all; Missing when none did.
city::Freshness freshnessOf(const Scope& scope, const QStringList& feeds);
/// The pictures of those that have ever answered.
std::vector<const city::FeedPicture*> answered(const Scope& scope, const QStringList& feeds);

} // namespace app
