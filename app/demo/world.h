// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"

#include <QByteArray>
#include <vector>

namespace app::demo {

struct Bike {
    QString id;
    QByteArray head, tail; ///< The parts of its record that never change.
    city::LonLat at;
    int docks = 0;
    int broken = 0; ///< Docks that neither give nor take.
    double suburb = 0;
    quint32 key = 0;
    bool closed = false;
    bool silent = false; ///< Has not reported since the early morning.
};

struct CarPark {
    QString id;
    QString name, district;
    city::LonLat at;
    double easting = 0, northing = 0; ///< EPSG:3826.
    int cars = 0, motorcycles = 0;
    int sockets = 0; ///< For electric cars.
    double suburb = 0;
    quint32 key = 0;
};

struct Section {
    QString id;
    QString name;
    city::LonLat from, to;
    double freeSpeed = 50; ///< km/h
    double everyday = 0.3; ///< 0 to 1: how busy it is by day.
    double burden = 0;     ///< 0 to 1: how badly the rush hour hits it.
    quint32 key = 0;
    bool dead = false; ///< Its detector says 0 to everything.
};

struct Sewer {
    QString id;
    QString name;
    city::LonLat at;
    double ground = 0; ///< Height of the street, m.
    double depth = 4;  ///< Of the sewer's floor below it, m.
    quint32 key = 0;
};

/// A place of a list: a shelter, a block of flats, a home, a sensor.
struct Site {
    QString id;
    QString name;
    QString district; ///< With its city: "臺北市大安區".
    QString village;
    city::LonLat at;
    int size = 0; ///< People, flats, beds.
    quint32 key = 0;
};

/// A bus goes its way to and fro.
struct Bus {
    QString plate;
    QString route, routeEn;
    std::vector<city::LonLat> way;
    std::vector<double> metres; ///< From the first position to each of `way`.
    quint32 key = 0;
};

/// On a freeway; `section` says how the traffic there is.
struct FreewayDetector {
    QString id;
    Section section;
};

struct MetroStation {
    QString id;
    QString name;
    QString lines;
    city::LonLat at;
    double busy = 1; ///< Against an ordinary station.
    double suburb = 0;
    quint32 key = 0;
};

struct Works {
    QString id;
    QString road, district;
    city::LonLat from, to;
    double easting = 0, northing = 0; ///< EPSG:3826, of the middle.
    int firstDay = 0, lastDay = 0;    ///< Days from the scripted one.
    int fromHour = 9, toHour = 17;
    bool blocks = false;
    quint32 key = 0;
};

struct District {
    QString code, cap103, name, city;
    city::LonLat at;
    double people = 0;
};

/// The places of the demo city, made from the pack's areas, roads and metro; a value that is built once and
/// then only read, from any thread.
struct World {
    quint32 seed = 1;
    std::vector<District> districts;
    std::vector<Bike> bikesTaipei, bikesNewTaipei;
    std::vector<CarPark> carParks;
    std::vector<Section> sections, sectionsNewTaipei;
    std::vector<FreewayDetector> freeway;
    std::vector<Bus> buses;
    std::vector<Site> shelters, socialHousing, careHomes, airBoxes;
    std::vector<Sewer> sewers;
    std::vector<Works> works;
    std::vector<MetroStation> metro;
    QHash<QString, QString> kinds; ///< The pack's word for the places of a feed.
    QHash<QString, QString> joined; ///< By "FEED@JOIN", as joined documents are asked for: the feed whose own they are.
    indicators::Scale airIndex;    ///< The index the publisher of air quality goes by.

    const District* district(const QString& name) const;
};

/// Reads the pack's own small layers and lays the places out. Slow (tens of milliseconds): in a pool.
World makeWorld(const Pack& pack, quint32 seed);

} // namespace app::demo
