// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/dashboard.h"
#include "layers/release/released_city.h"

#include <QElapsedTimer>

/// A little city made by hand: two cities of two districts each, squares of a hundredth of a degree side by
/// side, with one village in each district, and feeds that say what a test wants them to say.
///
///     | D1 (1,000 people) | D2 (2,000) | D3 (4,000) | D4 (8,000) |      C1 = D1 + D2, C2 = D3 + D4
///    121.00             121.01       121.02       121.03       121.04
namespace small {

using namespace Qt::StringLiterals;

inline const city::Instant Noon = *city::fromIso(u"2026-07-15T04:00:00Z"_s); // 12:00 in Taipei
constexpr city::Duration Minute{60'000};

inline city::LocalText both(const QString& en, const QString& zh)
{
    city::LocalText text;
    text.set(u"en"_s, en);
    text.set(u"zh_TW"_s, zh);
    return text;
}

inline city::Geometry square(double west, double east)
{
    city::Geometry geometry;
    geometry.polygons.push_back({{{{west, 25.0}, {east, 25.0}, {east, 25.01}, {west, 25.01}, {west, 25.0}}}});
    return geometry;
}

inline city::AreaTree areas()
{
    std::vector<city::Area> all;
    const auto add = [&](const QString& level, const QString& code, const city::LocalText& name, int parent,
                         double west, double east, std::optional<double> people) {
        city::Area area;
        area.level = level;
        area.code = code;
        area.name = name;
        area.parent = parent;
        area.geometry = square(west, east);
        area.people = people;
        if (level == u"district"_s) area.otherCodes.insert(u"Taiwan_Geocode_103"_s, u"63"_s + code);
        all.push_back(area);
        return static_cast<int>(all.size()) - 1;
    };
    for (int c = 1; c <= 2; ++c) {
        const double west = 121.0 + 0.02 * (c - 1);
        const int parent =
            add(u"city"_s, u"C%1"_s.arg(c), both(u"City %1"_s.arg(c), c == 1 ? u"甲市"_s : u"乙市"_s), -1,
                west, west + 0.02, std::nullopt);
        for (int d = 1; d <= 2; ++d) {
            const int number = 2 * (c - 1) + d;
            const double left = west + 0.01 * (d - 1);
            const int district = add(u"district"_s, u"D%1"_s.arg(number),
                                     both(u"District %1"_s.arg(number), u"第%1區"_s.arg(number)), parent,
                                     left, left + 0.01, 1000.0 * (1 << (number - 1)));
            add(u"village"_s, u"V%1"_s.arg(number),
                both(u"Village %1"_s.arg(number), u"第%1里"_s.arg(number)), district, left, left + 0.005,
                std::nullopt);
        }
    }
    return city::AreaTree({u"city"_s, u"district"_s, u"village"_s}, all);
}

inline indicators::Scale airScale()
{
    indicators::Scale scale;
    scale.id = u"air"_s;
    scale.version = u"7"_s;
    scale.title = both(u"Air scale"_s, u"空品等級"_s);
    scale.source = u"The ministry"_s;
    scale.quantity = u"aqi"_s;
    scale.unit = u"1"_s;
    scale.levels = {{1, {}, both(u"Good"_s, u"良好"_s), QColor(0, 228, 0), 0, 51, u"circle"_s},
                    {2, {}, both(u"Fair"_s, u"普通"_s), QColor(255, 255, 0), 51, 101, u"square"_s},
                    {3, {}, both(u"Bad"_s, u"不良"_s), QColor(255, 0, 0), 101, 500, u"triangle"_s}};
    return scale;
}

inline std::shared_ptr<city::QuantityCatalogue> quantities()
{
    auto all = std::make_shared<city::QuantityCatalogue>();
    const auto add = [&](const QString& id, const city::LocalText& name, const QString& unit,
                         city::Aggregate over) -> city::Quantity& {
        city::Quantity quantity;
        quantity.id = id;
        quantity.name = name;
        quantity.unit = unit;
        quantity.over = over;
        return *all->insert(id, quantity);
    };
    add(u"aqi"_s, both(u"AQI"_s, u"空氣品質指標"_s), u"1"_s, city::Aggregate::Max).scale = u"air"_s;
    add(u"bikes"_s, both(u"Bikes"_s, u"車輛"_s), u"1"_s, city::Aggregate::Sum).worstIsHigh = false;
    city::Quantity& speed = add(u"speed"_s, both(u"Speed"_s, u"車速"_s), u"km/h"_s, city::Aggregate::Mean);
    speed.unitText = both(u"km/h"_s, u"公里/時"_s);
    speed.decimals = 1;
    speed.worstIsHigh = false;
    add(u"cases"_s, both(u"Cases"_s, u"病例"_s), u"1"_s, city::Aggregate::Sum);
    add(u"patients"_s, both(u"Patients"_s, u"病患"_s), u"{person}"_s, city::Aggregate::Sum).privacy = city::Privacy{u"health"_s, 11, {}, false};
    return all;
}

/// A pack with one empty dashboard, "air"; a test puts in what it wants to see.
inline app::Pack pack()
{
    app::Pack made;
    made.id = u"small"_s;
    made.title = both(u"Small land"_s, u"小地方"_s);
    made.zone = QTimeZone("Asia/Taipei");
    made.extent.add(city::LonLat{121.0, 25.0});
    made.extent.add(city::LonLat{121.04, 25.01});
    made.areas = std::make_shared<const city::AreaTree>(areas());
    made.quantities = quantities();
    auto scales = std::make_shared<indicators::ScaleCatalogue>();
    scales->insert(u"air"_s, airScale());
    made.scales = scales;
    made.kindNames.insert(u"air-station"_s, both(u"Air station"_s, u"空品測站"_s));
    made.kindNames.insert(u"roadworks"_s, both(u"Roadworks"_s, u"道路施工"_s));
    made.levelNames.insert(u"district"_s, both(u"District"_s, u"行政區"_s));
    app::DashboardSpec dashboard;
    dashboard.id = u"air"_s;
    dashboard.title = both(u"Air"_s, u"空氣"_s);
    dashboard.question = both(u"Is it bad?"_s, u"空氣好嗎？"_s);
    made.dashboards.push_back(dashboard);
    app::Expression air;
    air.aggregate = u"worst"_s;
    air.quantity = u"aqi"_s;
    made.situation.push_back({u"air"_s, air, u">"_s, 100, 3,
                              both(u"Air in {where}: AQI {value}, {level}{since}"_s, u"{where}空氣：AQI {value}，{level}{since}"_s)});
    return made;
}

/// A feed that says what the test wants, read at Noon, with a cadence of ten minutes and no grace but one.
class Feed {
public:
    explicit Feed(const QString& id)
    {
        m_picture.state.id = id;
        m_picture.state.title = both(u"Feed %1"_s.arg(id), u"來源 %1"_s.arg(id));
        m_picture.state.publisher = both(u"Bureau"_s, u"局"_s);
        m_picture.state.licence = u"OGDL-Taiwan-1.0"_s;
        m_picture.state.promise = {10 * Minute, Minute, 600 * Minute};
        m_picture.state.lastAttempt = m_picture.state.lastSuccess = Noon;
    }

    /// A place in the middle of a district's village, "1" to "4".
    Feed& place(const QString& kind, const QString& id, int district)
    {
        city::Place made;
        made.id = {kind, id};
        made.name = both(u"Station %1"_s.arg(id), u"測站%1"_s.arg(id));
        made.at = city::LonLat{121.0 + 0.01 * (district - 1) + 0.0025, 25.005};
        m_picture.places.push_back(made);
        return *this;
    }
    Feed& value(const QString& kind, const QString& id, const QString& quantity, double value,
                city::Duration age = Minute)
    {
        m_picture.observations.push_back({{kind, id}, quantity, value, u"1"_s, Noon - age, Noon});
        const city::Instant at = Noon - age;
        if (!m_picture.state.newestObservation || *m_picture.state.newestObservation < at)
            m_picture.state.newestObservation = at;
        return *this;
    }
    /// An air station with a value.
    Feed& station(const QString& id, int district, double aqi, city::Duration age = Minute)
    {
        return place(u"air-station"_s, id, district).value(u"air-station"_s, id, u"aqi"_s, aqi, age);
    }
    Feed& failure(const char* why)
    {
        m_picture.state.failure = city::Problem{{}, {}, city::Message(why)};
        return *this;
    }
    Feed& never()
    {
        m_picture.state.lastSuccess.reset();
        return *this;
    }
    city::FeedPicture& picture() { return m_picture; }
    std::shared_ptr<const city::FeedPicture> indexed(const city::AreaTree& tree)
    {
        auto made = std::make_shared<city::FeedPicture>(m_picture);
        made->index(tree);
        return made;
    }

private:
    city::FeedPicture m_picture;
};

inline app::DashboardInput input(app::Pack pack, std::vector<Feed> feeds)
{
    app::DashboardInput made;
    made.pack = std::make_shared<const app::Pack>(std::move(pack));
    city::CitySnapshot::Feeds pictures;
    for (Feed& feed : feeds)
        pictures.insert_or_assign(feed.picture().state.id, feed.indexed(*made.pack->areas));
    const auto truth = std::make_shared<const city::CitySnapshot>(Noon, pictures, made.pack->areas);
    made.snapshot = release::released(truth, {made.pack->quantities, made.pack->areas}).snapshot;
    made.now = Noon;
    made.theme.accent = QColor(1, 2, 3);
    made.theme.noData = QColor(128, 128, 128);
    made.theme.data = QColor(10, 20, 30);
    made.theme.viridis = {QColor(68, 1, 84), QColor(253, 231, 37)};
    for (widgets::AlarmLook& look : made.theme.alarms)
        look.colour = QColor(200, 0, 0);
    return made;
}

/// A pack's expression as its reader would make it.
inline app::Expression worst(const QString& quantity)
{
    app::Expression made;
    made.aggregate = u"worst"_s;
    made.quantity = quantity;
    made.text = u"worst "_s + quantity;
    return made;
}
inline app::Expression aggregate(const QString& how, const QString& quantity)
{
    app::Expression made = worst(quantity);
    made.aggregate = how;
    return made;
}
inline app::Expression count(const QString& kind)
{
    app::Expression made;
    made.what = app::Expression::What::Places;
    made.aggregate = u"count"_s;
    made.kind = kind;
    return made;
}
inline app::Expression where(app::Expression expression, const QString& quantity, const QString& comparison,
                             double threshold)
{
    expression.whereQuantity = quantity;
    expression.comparison = comparison;
    expression.threshold = threshold;
    return expression;
}
inline app::Expression of(app::Expression::What what)
{
    app::Expression made;
    made.what = what;
    made.aggregate = what == app::Expression::What::People ? QString() : u"count"_s;
    return made;
}

/// The first tile of a dashboard that shows one expression.
inline widgets::TileData tile(const app::Expression& expression, std::vector<Feed> feeds,
                              const city::Focus& focus = {}, const QString& by = {})
{
    app::Pack made = pack();
    made.dashboards.front().tiles.push_back({both(u"Tile"_s, u"圖磚"_s), expression, by, {}});
    app::DashboardInput in = input(std::move(made), std::move(feeds));
    in.focus = focus;
    return app::compute(in).tiles.front();
}

inline city::Focus onArea(const QString& code)
{
    city::Focus focus;
    focus.area = code;
    return focus;
}

} // namespace small
