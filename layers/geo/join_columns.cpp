// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/join_columns.h"

namespace geo {

namespace {

template<typename List> void move(List& to, List& from)
{
    to.insert(to.end(), from.begin(), from.end());
    from.clear();
}

void shift(std::vector<quint32>& to, std::vector<quint32>& from, std::size_t by)
{
    for (const quint32 one : from)
        to.push_back(static_cast<quint32>(one + by));
    from.clear();
}

void append(ShapeColumns& part, ShapeColumns& batch)
{
    const std::size_t positions = part.x.size() + part.onGrid.size(), rings = part.rings.size();
    move(part.x, batch.x);
    move(part.y, batch.y);
    move(part.onGrid, batch.onGrid);
    shift(part.rings, batch.rings, positions);
    shift(part.features, batch.features, rings);
    move(part.ids, batch.ids);
    move(part.values, batch.values);
}

void makeRoom(ShapeColumns& part, double factor)
{
    const auto reserve = [factor](auto& list) {
        list.reserve(static_cast<std::size_t>(static_cast<double>(list.size()) * factor));
    };
    reserve(part.x);
    reserve(part.y);
    reserve(part.onGrid);
    reserve(part.rings);
    reserve(part.features);
    reserve(part.ids);
    reserve(part.values);
}

} // namespace

void makeRoom(Columns& part, double factor)
{
    makeRoom(part.points, factor);
    makeRoom(part.lines, factor);
    makeRoom(part.polygons, factor);
}

void append(Columns& part, Columns& batch)
{
    append(part.points, batch.points);
    append(part.lines, batch.lines);
    append(part.polygons, batch.polygons);
    for (qint64 Columns::*count :
         {&Columns::read, &Columns::empty, &Columns::damaged, &Columns::offEarth, &Columns::clamped}) {
        part.*count += batch.*count;
        batch.*count = 0;
    }
}

} // namespace geo
