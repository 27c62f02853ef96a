// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/field_names.h"

namespace feeds {

namespace {

class Names {
public:
    void add(const FieldRef& ref) { m_names << ref.names << ref.join; }
    void add(const QMap<QString, FieldRef>& refs)
    {
        for (const FieldRef& ref : refs)
            add(ref);
    }
    void add(const TimeMapping& time)
    {
        for (const FieldRef& ref : time.fields)
            add(ref);
    }
    void add(const std::vector<ObservationMapping>& measures)
    {
        for (const ObservationMapping& measure : measures) {
            add(measure.field);
            add(measure.weight);
            for (const FieldRef& ref : measure.add)
                add(ref);
            if (measure.unless) add(measure.unless->first);
            if (measure.only) add(measure.only->first);
        }
    }
    void add(const PlaceMapping& place)
    {
        add(place.name);
        add(place.details);
        for (const FieldRef& ref : place.lineLonLat)
            add(ref);
        for (const FieldRef* ref : {&place.id, &place.lon, &place.lat, &place.geometry})
            add(*ref);
    }
    void add(const EventMapping& event)
    {
        add(event.title);
        add(event.begins);
        add(event.ends);
        add(event.measures);
        for (const FieldRef* ref : {&event.id, &event.description, &event.lon, &event.lat, &event.geometry})
            add(*ref);
    }
    void add(const VehicleMapping& vehicle)
    {
        add(vehicle.label);
        add(vehicle.details);
        for (const FieldRef* ref :
             {&vehicle.id, &vehicle.lon, &vehicle.lat, &vehicle.heading, &vehicle.speed})
            add(*ref);
    }
    QStringList take()
    {
        m_names.removeDuplicates();
        return m_names;
    }

private:
    QStringList m_names;
};

} // namespace

QStringList fieldNamesOf(const Mapping& mapping)
{
    Names names;
    for (const RecordFilter& filter : mapping.where)
        names.add(filter.field);
    names.add(mapping.follow);
    if (mapping.place) names.add(*mapping.place);
    if (mapping.time) names.add(*mapping.time);
    names.add(mapping.observe);
    if (mapping.event) names.add(*mapping.event);
    if (mapping.vehicle) names.add(*mapping.vehicle);
    return names.take();
}

} // namespace feeds
