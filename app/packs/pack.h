// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/dashboard_spec.h"
#include "app/packs/read_style.h"
#include "app/packs/report_spec.h"
#include "layers/city/area_tree.h"
#include "layers/city/quantity.h"
#include "layers/city/result.h"
#include "layers/city/terms.h"
#include "layers/feeds/feed_spec.h"
#include "layers/feeds/tile_source.h"
#include "layers/geo/raster.h"
#include "layers/history/retention.h"
#include "layers/indicators/criteria.h"
#include "layers/indicators/day_classes.h"
#include "layers/indicators/guideline.h"
#include "layers/indicators/scale.h"
#include "layers/notices/mail.h"

#include <memory>
#include <optional>

namespace alarms {
struct Plan;
}

namespace app {

struct WallSpec;

/// A basemap of tiles.
struct BasemapSpec {
    QString id;
    city::LocalText title;
    QString attribution;
    feeds::TileSource tiles; ///< Its id is that of the basemap.
    bool dark = false; ///< Better suited to the dark theme.
};

/// One GIS layer of a pack: layers/*.yaml.
struct LayerSpec {
    QString id;
    city::LocalText title;
    QString source;        ///< Absolute path, with ":NAME" for a layer of it; empty for tiles.
    QString crs, encoding; ///< Stated by the pack where the file does not.
    QString kind;          ///< "points", "lines", "polygons", "raster", "tiles"
    std::optional<geo::RasterOptions> raster; ///< How to draw a raster.
    std::optional<feeds::TileSource> tiles;   ///< Where tiles come from.
    QString unit;                             ///< Of a raster's values, where the file says none.
    city::LocalText labelField; ///< The field of each language; empty: no labels.
    QString idField;
    QString colour, casing; ///< Style tokens of resources/styles or #rrggbb.
    QString colourField;    ///< A field of each feature that holds its colour (#rrggbb); empty: `colour`.
    double width = 1.5, radius = 3;
    std::optional<ReadStyle> style; ///< Instead of colour, colourField, casing, width and radius.
    double minMetresPerPixel = 0, maxMetresPerPixel = 1e12, labelMaxMetresPerPixel = 1e12;
    bool show = true;
    city::LocalText attribution;
    QString file; ///< The layer's own YAML, absolute.
    city::LocalText exposure; ///< What its features are to somebody in danger ("Shelters"); empty: not counted.
};

/// From where on a value is worth a sentence of the situation.
struct SituationRule {
    QString subject; ///< Of rules of one subject only the first that holds is said.
    Expression value;
    QString comparison; ///< ">", ">=", "<", "<=", of the value
    double threshold = 0;
    int alarm = 3; ///< 1 to 3
    city::LocalText say; ///< With {value}, {where}, {place}, {level}, {since} in it.
};

/// One row of the board of criteria: a criterion and where its values come from, or a scale whose levels are criteria.
struct BoardRow {
    QString criterion;                ///< Of Pack::criteria; empty: `scale`.
    QString scale;                    ///< Of Pack::scales, met by any of `quantities`.
    QStringList quantities;
    QMap<QString, QString> inputs;    ///< Names in the criterion by the quantity that tells them: the worst of a district.
    QMap<QString, double> thresholds; ///< Names in the criterion that are published numbers.
};

/// A city as data, read and checked. A value that does not change while the program runs.
struct Pack {
    QString id;
    QString folder;
    QString version;
    city::LocalText title;
    QTimeZone zone;
    city::LonLatBox extent;
    QString crs; ///< Metric CRS of the city: lengths, areas and the coordinates people read.
    std::shared_ptr<const city::AreaTree> areas;
    std::shared_ptr<const city::QuantityCatalogue> quantities;
    std::shared_ptr<const indicators::ScaleCatalogue> scales;
    std::vector<indicators::Criterion> criteria;
    std::vector<BoardRow> board;
    std::vector<SituationRule> situation; ///< Most urgent first.
    city::Terms terms;                    ///< Of publishers who write in one language only.
    indicators::DayCalendar calendar; ///< Of the pack's zone: which days are like which.
    std::shared_ptr<const map::Palettes> palettes = std::make_shared<const map::Palettes>();
    std::vector<feeds::FeedSpec> feeds;
    std::vector<LayerSpec> layers;
    std::vector<BasemapSpec> basemaps;
    std::vector<DashboardSpec> dashboards;
    std::shared_ptr<const alarms::Plan> alarms;         ///< Its rules; never null once the pack is read.
    std::vector<std::shared_ptr<const WallSpec>> walls; ///< Playlists: walls/*.yaml.
    std::vector<ReportSpec> reports;
    std::optional<notices::MailServer> mail;   ///< Who takes e-mail of alarms and reports; nothing: there is none.
    history::Retention keep;                   ///< How long the history remembers.
    QMap<QString, city::LocalText> kindNames;  ///< Of place and event kinds, for people.
    QStringList exposure; ///< Kinds of places that are in danger where an alert is (schools, shelters), as they are told.
    QMap<QString, city::LocalText> levelNames; ///< Of administrative levels.

    const feeds::FeedSpec* feed(const QString& id) const;
    const DashboardSpec* dashboard(const QString& id) const;
    const ReportSpec* report(const QString& id) const;
};

/// A pack, or all that is wrong with it. `problems` name file:line:column in `record`; a pack with problems
/// is not used.
struct PackReading {
    std::shared_ptr<const Pack> pack; ///< Null when there are problems.
    std::vector<city::Problem> problems;
};

/// Reads and checks the whole pack with the program's quantities and scales, finding all mistakes in one go.
/// Slow parts (boundaries) are read with GDAL; call it from any thread.
PackReading readPack(const QString& folder, const QString& resources);

/// The zone a pack.yaml states; nothing when the file cannot be read or states none that exists.
std::optional<QTimeZone> packZone(const QString& packFile);

/// A feed, or all that is wrong with its file.
struct FeedReading {
    std::optional<feeds::FeedSpec> feed; ///< Nothing when there are problems.
    std::vector<city::Problem> problems;
};

/// In a pack a feed says who publishes it, under which licence and where; a mapping tried out by `decode
/// --spec` need not.
enum class FeedUse { InPack, OnItsOwn };

/// Reads one feeds/*.yaml. `zone` is used when the feed states none. An empty catalogue knows every quantity.
/// Problems name the file as `shownAs`, or as `file` when that is empty.
FeedReading readFeedSpec(const QString& file, const QTimeZone& zone,
                         const city::QuantityCatalogue& quantities, FeedUse use = FeedUse::InPack,
                         const QString& shownAs = {});

/// resources/scales: quantities.yaml, the scales, criteria and guidelines; and the same of the folder `pack`, if it has a
/// folder "scales", which adds to them and changes none.
struct CatalogueReading {
    std::shared_ptr<const city::QuantityCatalogue> quantities;
    std::shared_ptr<const indicators::ScaleCatalogue> scales;
    std::vector<indicators::Criterion> criteria;
    std::vector<indicators::Guideline> guidelines;
    std::vector<city::Problem> problems;
};
CatalogueReading readCatalogues(const QString& resources, const QString& pack = {});

} // namespace app
