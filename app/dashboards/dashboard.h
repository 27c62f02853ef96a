// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "layers/city/focus.h"
#include "layers/city/series.h"
#include "layers/city/snapshot.h"
#include "layers/history/history_store.h"
#include "layers/map/scene/scene.h"
#include "widgets/panels/values.h"

#include <QColor>
#include <QHash>
#include <QSet>
#include <memory>
#include <optional>
#include <vector>

/// Everything a dashboard shows, as one pure function of values: (pack, snapshot, focus, history) in, texts, numbers
/// and drawables out. Screen, wall, PNG and reports all show what `compute` says and nothing else.
namespace app {

/// Areas of the pack in map metres, projected once when the pack is read; by index in the AreaTree.
struct ProjectedAreas {
    struct Shape {
        std::vector<std::vector<QPointF>> rings;
        QRectF bounds;
        QPointF anchor;
    };
    std::vector<Shape> areas;
};
std::shared_ptr<const ProjectedAreas> projectAreas(const city::AreaTree& areas);

/// GIS layers drawn beneath the live ones: those of the pack and the files a person dropped on the window.
struct GisLayers {
    struct Layer {
        QString id;
        city::LocalText title;
        std::shared_ptr<const map::LayerScene> scene;
        bool shown = true;     ///< By itself; DashboardInput::hiddenLayers and shownLayers overrule it.
        bool dropped = false;  ///< By a person: on every dashboard, above the pack's own, removable.
    };
    std::vector<Layer> layers; ///< Bottom layer first.
};

/// Colours of dashboards that are not data's own; from the theme.
struct Colours {
    QColor accent;               ///< Selection and focus only.
    QColor noData, data, muted, text, outline, casing, halo;
    QColor alert[4];             ///< Alerts by severity: extreme, severe, moderate, minor.
    std::vector<QColor> series;  ///< Categories, colour-blind safe.
    QHash<QString, QColor> tokens; ///< Style tokens packs name ("water", "metro", ...); others fall back to `data`.
};

/// What a picture is computed from. All by value or shared and const: any thread may read it.
struct DashboardInput {
    std::shared_ptr<const Pack> pack;
    std::shared_ptr<const city::CitySnapshot> snapshot;
    city::Focus focus;
    city::Instant now;
    QString language = QStringLiteral("en"); ///< Of texts of pack and feeds: "en", "zh_TW". The program's own follow its translator.
    Colours colours;
    map::Ink ink;
    std::vector<city::Series> history; ///< Answers to seriesNeeded(), in any order; missing ones are just not drawn.
    QSet<QString> hiddenLayers;        ///< Ids of LayerEntry switched off by the user,
    QSet<QString> shownLayers;         ///< and switched on though the pack hides them.
    std::shared_ptr<const GisLayers> gis;                 ///< May be null.
    std::shared_ptr<const ProjectedAreas> projectedAreas; ///< Of pack->areas; null: projected on the spot, slower.
    QString stamp;                     ///< Written across the map ("DEMO DATA"); empty: nothing.
};

/// All that one dashboard shows at one moment.
struct DashboardPicture {
    QString dashboard;
    QString title, question;
    QString situation; ///< One plain sentence: the situation now, most urgent first.
    std::vector<widgets::Crumb> crumbs;
    std::vector<widgets::TileData> tiles;
    std::vector<widgets::ChartData> charts;
    widgets::TableData table;
    std::shared_ptr<const map::Scene> scene;
    std::vector<widgets::LayerEntry> layers; ///< Topmost first.
    std::vector<widgets::FeedAge> feeds;     ///< Worst first.
    std::optional<widgets::PlaceCard> place; ///< When one place is in focus.
    std::vector<widgets::AlertCard> alerts;  ///< In force within the area of focus, most urgent first.
    std::optional<city::LonLatBox> fit;      ///< What the map should show for this focus.
    QString selectedKind, selectedId;        ///< map::Ref of the thing in focus; empty: none.
};

/// Pure; any thread. An unknown dashboard in the focus counts as the pack's first; an unknown area as the whole pack.
DashboardPicture compute(const DashboardInput& input);

/// The series `compute` would like for this focus, at most 60. The same snapshot and focus give the same answer.
std::vector<history::SeriesQuery> seriesNeeded(const Pack& pack, const city::CitySnapshot& snapshot,
                                               const city::Focus& focus, city::Instant now);

/// Something the search box finds.
struct SearchEntry {
    enum class What { Area, Place, Dashboard, Layer } what = What::Place;
    QString title;    ///< In `language`.
    QString subtitle; ///< Its kind and area.
    QString words;    ///< Folded text to match: names in all languages, id; 台 as 臺, lower case.
    city::Focus target; ///< `dashboard` is empty where any dashboard will do: keep the one that is open.
    QString layer;    ///< For What::Layer: its id.
};
/// Dashboards first, then areas from the outermost in, then places by name. Pure; any thread.
std::vector<SearchEntry> searchEntries(const Pack& pack, const city::CitySnapshot& snapshot, const QString& language);

} // namespace app
