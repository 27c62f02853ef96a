// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/release/released_series.h"

/// One city of two districts with two villages each, and counts of patients in them.
namespace small {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const city::Instant today = *city::fromIso(u"2026-07-15T00:00:00Z"_s);

inline std::shared_ptr<const city::AreaTree> areas()
{
    std::vector<city::Area> all;
    const auto add = [&](const QString& level, const QString& code, int parent) {
        city::Area area;
        area.level = level;
        area.code = code;
        area.name = city::LocalText(code);
        area.parent = parent;
        all.push_back(area);
    };
    add(u"city"_s, u"C"_s, -1);
    for (const QString& code : {u"D1"_s, u"D2"_s}) add(u"district"_s, code, 0);
    for (const QString& code : {u"V1"_s, u"V2"_s, u"V3"_s}) add(u"village"_s, code, 1);
    for (const QString& code : {u"V4"_s, u"V5"_s, u"V6"_s}) add(u"village"_s, code, 2);
    return std::make_shared<const city::AreaTree>(QStringList{u"city"_s, u"district"_s, u"village"_s}, all);
}

inline release::Rules rules()
{
    auto all = std::make_shared<city::QuantityCatalogue>();
    const auto add = [&](const QString& id, std::optional<city::Privacy> privacy) {
        city::Quantity quantity;
        quantity.id = id;
        quantity.unit = u"{person}"_s;
        quantity.privacy = std::move(privacy);
        all->insert(id, quantity);
    };
    add(u"patients"_s, city::Privacy{u"health"_s, 11, {}, false});
    add(u"load"_s, city::Privacy{u"health"_s, 11, u"patients"_s, false});
    add(u"patients.total"_s, city::Privacy{u"health"_s, 11, {}, true});
    add(u"bikes"_s, std::nullopt);
    return {all, areas()};
}

inline city::Observation count(const QString& kind, const QString& id, double value, city::Instant at = today, const QString& quantity = u"patients"_s)
{
    return {{kind, id}, quantity, value, u"{person}"_s, at, at};
}
inline city::Observation ofVillage(const QString& id, double value, city::Instant at = today)
{
    return count(u"village"_s, id, value, at);
}
inline city::Observation ofDistrict(const QString& id, double value, city::Instant at = today)
{
    return count(u"district"_s, id, value, at);
}

using Feeds = QMap<QString, std::vector<city::Observation>>;

inline std::shared_ptr<const city::CitySnapshot> cityOf(const Feeds& told)
{
    const auto tree = areas();
    city::CitySnapshot::Feeds feeds;
    for (auto it = told.cbegin(); it != told.cend(); ++it) {
        auto picture = std::make_shared<city::FeedPicture>();
        picture->state.id = it.key();
        picture->observations = it.value();
        picture->index(*tree);
        feeds.emplace(it.key(), picture);
    }
    return std::make_shared<const city::CitySnapshot>(today, feeds, tree);
}

/// "D1: withheld, V1: 12" of what is told.
inline QStringList shown(const city::CitySnapshot& snapshot)
{
    QStringList all;
    for (const auto& [id, feed] : snapshot.feeds())
        for (const city::Observation& one : feed->observations)
            all << (one.place.id + u": "_s + (city::isWithheld(one) ? u"withheld"_s : QString::number(one.value)));
    return all;
}

} // namespace small
