// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/scene.h"
#include "widgets/panels/cards.h"
#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <memory>

/// A small made-up city as the values the widgets show, for the gallery and the tests of widgets.
namespace sample {

widgets::TileData tile();
std::vector<widgets::TileData> tiles();
widgets::ChartData bars();
widgets::ChartData series();
widgets::TableData table();
std::vector<widgets::LayerEntry> layers();
std::vector<widgets::FeedAge> feeds();
widgets::PlaceCard place();
widgets::AlertNotice alert();
std::vector<widgets::RailEntry> rail();
std::vector<widgets::Crumb> crumbs();
city::Focus focusOn(const QString& area);
/// Two districts side by side and three stations, near 121.5 E 25.0 N.
std::shared_ptr<const map::Scene> scene(const widgets::Theme& theme);

} // namespace sample
