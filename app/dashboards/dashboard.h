// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "layers/city/focus.h"
#include "layers/city/series.h"
#include "layers/city/snapshot.h"
#include "layers/history/history_store.h"
#include "layers/map/kinds/polygons.h"
#include "layers/map/scene/scene.h"
#include "widgets/panels/cards.h"
#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QSet>
#include <memory>
#include <optional>
#include <vector>

/// Everything a dashboard shows, as one pure function of values: (pack, snapshot, focus, history) in, texts, numbers
/// and drawables out. Screen, wall, PNG and reports all show what `compute` says and nothing else.
namespace app {

/// GIS layers drawn beneath the live ones: those of the pack and the files a person dropped on the window.
struct GisLayers {
    struct Layer {
        QString id;
        city::LocalText title;
        /// Of which the first has the legend; empty while it is read, and when that failed.
        std::vector<std::shared_ptr<const map::LayerScene>> scenes;
        bool shown = true;     ///< By itself; DashboardInput::hiddenLayers and shownLayers overrule it.
        bool dropped = false;  ///< By a person: on every dashboard, above the pack's own, removable.
        bool reading = false;
        std::optional<int> percent = {};           ///< How far its reading is, where that is known.
        std::optional<city::Problem> problem = {}; ///< What is wrong with it.
    };
    std::vector<Layer> layers; ///< Bottom layer first.
};

struct Usual;
struct Forecasts;
class NowIndex;

/// The features of the GIS layers a pack marks as exposure.
struct Exposure {
    struct Feature {
        QString name;
        city::LonLat at;
    };
    struct Layer {
        QString id;
        city::LocalText title;
        std::vector<Feature> features;
    };
    std::vector<Layer> layers;
};

/// What a picture is computed from. All by value or shared and const: any thread may read it.
struct DashboardInput {
    std::shared_ptr<const Pack> pack;
    std::shared_ptr<const city::CitySnapshot> snapshot;
    std::shared_ptr<const NowIndex> index; ///< Of this snapshot at `now`; null: made on the spot, slower.
    city::Focus focus;
    city::Instant now;
    QString language = QStringLiteral("en"); ///< Of texts of pack and feeds: "en", "zh_TW". The program's own follow its translator.
    widgets::Theme theme;
    std::vector<city::Series> history; ///< Answers to seriesNeeded(), in any order; missing ones are just not drawn.
    QSet<QString> hiddenLayers;        ///< Ids of LayerEntry switched off by the user,
    QSet<QString> shownLayers;         ///< and switched on though the pack hides them.
    std::shared_ptr<const GisLayers> gis;                 ///< May be null.
    std::shared_ptr<const map::ProjectedAreas> projectedAreas; ///< Of pack->areas; null: projected on the spot, slower.
    std::shared_ptr<const Usual> usual;         ///< What is usual here; null: not known yet.
    std::shared_ptr<const Forecasts> forecasts; ///< Of the series in the charts; null: not known yet.
    std::shared_ptr<const Exposure> exposure;   ///< May be null.
    QString stamp;                     ///< Written across the map ("DEMO DATA"); empty: nothing.
};

/// All that one dashboard shows at one moment.
struct DashboardPicture {
    QString dashboard;
    QString title, question;
    widgets::Situation situation; ///< One plain sentence: the situation now, most urgent first.
    std::vector<widgets::Crumb> crumbs;
    std::vector<widgets::TileData> tiles;
    std::vector<widgets::ChartData> charts;
    widgets::TableData table;
    std::shared_ptr<const map::Scene> scene;
    std::vector<widgets::LayerEntry> layers; ///< Topmost first.
    std::vector<widgets::FeedAge> feeds;     ///< Worst first.
    std::optional<widgets::PlaceCard> place; ///< When one place is in focus.
    std::vector<widgets::AlertNotice> alerts; ///< In force within the area of focus, most urgent first.
    std::optional<city::LonLatBox> fit;      ///< What the map should show for this focus.
    bool listsSituation = false; ///< Whether the sentences of `situation` stand one by one.
    std::optional<widgets::ImpactCard> impact; ///< Of the alert or the drawn area in focus.
    std::vector<widgets::CriterionRow> criteria; ///< On the dashboard of alerts.
    QString selectedKind, selectedId;        ///< map::Ref of the thing in focus; empty: none.
    /// The series whose forecast is drawn or may be worth a warning, most wanted first.
    std::vector<QPair<city::PlaceId, QString>> toForecast;
};

/// Pure; any thread. An unknown dashboard in the focus counts as the pack's first; an unknown area as the whole pack.
DashboardPicture compute(const DashboardInput& input);

/// The series `compute` would like for this focus, at most 60. The same snapshot and focus give the same answer.
std::vector<history::SeriesQuery> seriesNeeded(const Pack& pack, const city::CitySnapshot& snapshot,
                                               const city::Focus& focus, city::Instant now,
                                               std::shared_ptr<const NowIndex> index = {});

/// What the search box finds: dashboards first, then areas from the outermost in, then places by name. A target without
/// a dashboard keeps the one that is open. Pure; any thread.
std::vector<widgets::SearchEntry> searchEntries(const Pack& pack, const city::CitySnapshot& snapshot,
                                                const QString& language);

} // namespace app
