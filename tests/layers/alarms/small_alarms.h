// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/alarms/step.h"

#include <QStringList>

/// A small city for the tests of alarms: two districts, gauges in them, one feed; and a run that plays minutes.
namespace small {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

inline const city::Instant start = city::fromIso(u"2026-07-15T06:00:00Z").value();

inline QString u(const char* text)
{
    return QString::fromUtf8(text);
}

inline city::Ring square(double lon, double lat, double half)
{
    return {{lon - half, lat - half}, {lon + half, lat - half}, {lon + half, lat + half}, {lon - half, lat + half}, {lon - half, lat - half}};
}

inline std::shared_ptr<const city::AreaTree> areas()
{
    std::vector<city::Area> all(3);
    const QString codes[] = {u("63"), u("01"), u("02")};
    for (std::size_t i = 0; i < 3; ++i) {
        all[i].level = i == 0 ? u("city") : u("district");
        all[i].code = codes[i];
        all[i].name = city::LocalText(u("area ") + codes[i]);
        all[i].parent = i == 0 ? -1 : 0;
        all[i].geometry.polygons.push_back({{i == 0 ? square(121.5, 25, 0.2) : square(i == 1 ? 121.4 : 121.6, 25, 0.1)}});
        all[i].bounds = all[i].geometry.bounds();
    }
    return std::make_shared<const city::AreaTree>(QStringList{u("city"), u("district")}, std::move(all));
}

inline alarms::Rule rule(const char* id, alarms::Condition condition, const char* per = "place")
{
    alarms::Rule made;
    made.id = u(id);
    made.condition = std::move(condition);
    made.per = u(per);
    made.priority = alarms::Priority::Medium;
    made.title = city::LocalText(made.id);
    return made;
}

/// Plays one minute after the other: what gauges say, and what an operator does, go in; what became of the alarms comes
/// out.
class Run {
public:
    explicit Run(std::vector<alarms::Rule> rules)
    {
        m_plan.rules = std::move(rules);
        m_plan.trusted = {u("cwa")};
        m_feed.state.id = u("gauges");
        m_feed.state.promise = {10min, 1min, 24h};
        m_feed.state.lastSuccess = start;
    }

    alarms::Plan& plan() { return m_plan; }
    city::FeedPicture& feed() { return m_feed; }
    alarms::Alarms& alarms() { return m_alarms; }
    city::Instant now() const { return m_now; }

    /// A gauge speaks at the present moment; `west`: in district 01, else in 02.
    void say(const char* gauge, double value, bool west = true)
    {
        city::Place place;
        place.id = {u("gauge"), u(gauge)};
        place.name = city::LocalText(u(gauge));
        place.at = city::LonLat{west ? 121.4 : 121.6, 25};
        if (!m_feed.placeIndex.contains(place.id)) m_feed.places.push_back(place);
        std::erase_if(m_feed.observations, [&](const city::Observation& one) { return one.place == place.id; });
        m_feed.observations.push_back({place.id, u("rain"), value, u("mm"), m_now, m_now});
        m_feed.state.newestObservation = m_feed.state.lastSuccess = m_now;
    }

    void step(city::Duration later = 0ms)
    {
        m_now += later;
        m_feed.index(*m_areas);
        city::CitySnapshot::Feeds feeds;
        feeds[u("gauges")] = std::make_shared<const city::FeedPicture>(m_feed);
        auto snapshot = std::make_shared<const city::CitySnapshot>(m_now, feeds, m_areas);
        take(alarms::step(m_plan, std::move(m_alarms), {snapshot, m_now, usuals, outlook}));
    }

    void act(alarms::Action::Kind kind, const char* alarm, city::Duration lasts = 0ms)
    {
        take(alarms::act(m_plan, std::move(m_alarms), m_now, {{kind, {u(alarm)}, u("me"), u("because"), lasts}}));
    }

    /// "rain@gauge/a unacknowledged" and so on, all that is not normal.
    QString states() const
    {
        QStringList all;
        for (const auto& [id, alarm] : m_alarms.alarms)
            if (alarm.state() != alarms::State::Normal) all << id + u' ' + alarms::stateWord(alarm.state());
        return all.join(u", "_s);
    }

    /// What happened since the last asking.
    QString happened()
    {
        QStringList all;
        for (const alarms::Change& change : changes) all << change.what;
        changes.clear();
        return all.join(u' ');
    }

    std::vector<alarms::Change> changes;
    std::shared_ptr<const alarms::Usuals> usuals;
    std::shared_ptr<const alarms::Outlook> outlook;

private:
    void take(alarms::Step made)
    {
        m_alarms = std::move(made.alarms);
        changes.insert(changes.end(), made.changes.begin(), made.changes.end());
    }

    alarms::Plan m_plan;
    std::shared_ptr<const city::AreaTree> m_areas = areas();
    city::FeedPicture m_feed;
    alarms::Alarms m_alarms;
    city::Instant m_now = start;
};

} // namespace small
