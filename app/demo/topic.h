// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/day.h"
#include "app/demo/world.h"
#include "layers/city/facts.h"

#include <QSet>
#include <span>

namespace app::demo {

/// Where a topic puts what it observed: one place after another, at one time. With `wanted`, the ids of places, nothing
/// is taken of the others.
class Observations {
public:
    Observations(QString kind, std::vector<city::Observation>& out, const QSet<QString>* wanted = nullptr)
        : m_kind(std::move(kind)), m_out(out), m_wanted(wanted)
    {
    }

    /// What is added next is of this place and time; false when nobody wants it.
    [[nodiscard]] bool at(const QString& place, city::Instant observed)
    {
        if (m_wanted && !m_wanted->contains(place)) return false;
        m_place = place;
        m_observed = observed;
        return true;
    }
    void add(const QString& quantity, double value, const QString& unit)
    {
        m_out.push_back(
            {{m_kind, m_place}, quantity, value, unit, m_observed, m_observed + city::Duration(60'000)});
    }

private:
    QString m_kind;
    QString m_place;
    city::Instant m_observed;
    std::vector<city::Observation>& m_out;
    const QSet<QString>* m_wanted;
};

/// One feed of the demo city. Both functions are pure and speak of the same values; `at` is already the
/// publisher's own time, a whole `cadence`.
struct Topic {
    const char* feed;
    city::Duration cadence;
    QByteArray (*payload)(const World& world, city::Instant at);
    void (*observe)(const World& world, city::Instant at,
                    Observations& out); ///< Null: the feed has no observations.
};

/// All feeds of the demo city.
std::span<const Topic> topics();

QByteArray youBikeTaipei(const World& world, city::Instant at);
QByteArray youBikeNewTaipei(const World& world, city::Instant at);
void observeBikesTaipei(const World& world, city::Instant at, Observations& out);
void observeBikesNewTaipei(const World& world, city::Instant at, Observations& out);

QByteArray carParks(const World& world, city::Instant at);
QByteArray carParksAvailable(const World& world, city::Instant at);
void observeCarParks(const World& world, city::Instant at, Observations& out);
void observeCarParksAvailable(const World& world, city::Instant at, Observations& out);

QByteArray roadSections(const World& world, city::Instant at);
void observeRoadSections(const World& world, city::Instant at, Observations& out);
QByteArray roadworks(const World& world, city::Instant at);

QByteArray airQuality(const World& world, city::Instant at);
void observeAirQuality(const World& world, city::Instant at, Observations& out);

QByteArray rainCwa(const World& world, city::Instant at);
void observeRainCwa(const World& world, city::Instant at, Observations& out);
QByteArray rainTaipei(const World& world, city::Instant at);
void observeRainTaipei(const World& world, city::Instant at, Observations& out);

QByteArray pumpStations(const World& world, city::Instant at);
void observePumpStations(const World& world, city::Instant at, Observations& out);
QByteArray sewers(const World& world, city::Instant at);
void observeSewers(const World& world, city::Instant at, Observations& out);

QByteArray alertIndex(const World& world, city::Instant at);
/// The message behind an entry of the index, by its URL; empty when there is none (yet).
QByteArray alertMessage(const World& world, const QString& url, city::Instant at);

QByteArray earthquakes(const World& world, city::Instant at);

QByteArray markets(const World& world, city::Instant at);
void observeMarkets(const World& world, city::Instant at, Observations& out);
QByteArray metroFlow(const World& world, city::Instant at);
void observeMetroFlow(const World& world, city::Instant at, Observations& out);

QByteArray metroCrowding(const World& world, city::Instant at);
void observeMetroCrowding(const World& world, city::Instant at, Observations& out);

QByteArray shelterList(const World& world, city::Instant at);
QByteArray socialHousing(const World& world, city::Instant at);
QByteArray careHomes(const World& world, city::Instant at);

QByteArray chargingPoints(const World& world, city::Instant at);
void observeChargingPoints(const World& world, city::Instant at, Observations& out);
QByteArray airBoxes(const World& world, city::Instant at);
void observeAirBoxes(const World& world, city::Instant at, Observations& out);
QByteArray buses(const World& world, city::Instant at);

QByteArray liveSections(const World& world, city::Instant at);
void observeLiveSections(const World& world, city::Instant at, Observations& out);
/// Names and courses of the sections, documents of their own.
QByteArray sectionList(const World& world, city::Instant at);
QByteArray sectionShapes(const World& world, city::Instant at);
QByteArray freewayDetectors(const World& world, city::Instant at);
void observeFreewayDetectors(const World& world, city::Instant at, Observations& out);

QByteArray roadIncidents(const World& world, city::Instant at);
QByteArray testingSites(const World& world, city::Instant at);
void observeTestingSites(const World& world, city::Instant at, Observations& out);

QByteArray operationCases(const World& world, city::Instant at);
QByteArray outages(const World& world, city::Instant at);
void observeOutages(const World& world, city::Instant at, Observations& out);

QByteArray covidCases(const World& world, city::Instant at);
void observeCovidCases(const World& world, city::Instant at, Observations& out);

} // namespace app::demo
