// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/now_index.h"

#include <algorithm>

namespace app {

namespace {

bool isPlaced(const city::Place* place)
{
    return place && (place->at || !place->shape.isEmpty());
}

// The newer one; but a value from the future never hides one that can be believed.
bool isBetter(const Reading& reading, const Reading& known)
{
    const bool future = reading.freshness == city::Freshness::Future;
    if (future != (known.freshness == city::Freshness::Future)) return !future;
    return reading.observation->observedAt > known.observation->observedAt;
}

} // namespace

NowIndex::NowIndex(const city::CitySnapshot& snapshot, const city::AreaTree& areas, city::Instant now, const NowIndex* before) : m_now(now)
{
    // What was dated in the future may be believed by now, and hide another value.
    if (before && before->m_now <= now && !before->m_anyFuture) {
        *this = *before;
        m_now = now;
        makeOlder();
        return;
    }
    std::size_t count = 0;
    for (const auto& [name, feed] : snapshot.feeds())
        count += feed->places.size();
    m_places.reserve(count);
    m_rows.reserve(static_cast<qsizetype>(count));
    for (const auto& [name, feed] : snapshot.feeds())
        addPlaces(*feed);
    for (const auto& [name, feed] : snapshot.feeds())
        addReadings(*feed, areas);
}

void NowIndex::makeOlder()
{
    for (Column& column : m_columns)
        for (Reading& one : column.readings)
            one.freshness = city::freshness(one.observation->observedAt, m_now, one.feed->state.promise);
}

int NowIndex::addRow(const city::PlaceId& id)
{
    const auto found = m_rows.constFind(id);
    if (found != m_rows.cend()) return *found;
    const int row = static_cast<int>(m_places.size());
    m_places.push_back({&id, nullptr, nullptr, -1});
    m_rows.insert(id, row);
    m_kinds[id.kind].push_back(row);
    return row;
}

void NowIndex::addPlaces(const city::FeedPicture& feed)
{
    for (std::size_t i = 0; i < feed.places.size(); ++i) {
        const city::Place& place = feed.places[i];
        PlaceNow& known = m_places[static_cast<std::size_t>(addRow(place.id))];
        const bool better = !known.place || (isPlaced(&place) && !isPlaced(known.place)) ||
                            (known.place->name.isEmpty() && !isPlaced(known.place));
        if (better) {
            known.place = &place;
            known.feed = &feed;
        }
        if (known.area < 0 && i < feed.areaOfPlace.size()) known.area = feed.areaOfPlace[i];
    }
}

const NowIndex::Column* NowIndex::column(const QString& quantity) const
{
    const auto found = m_columnOf.constFind(quantity);
    return found == m_columnOf.cend() ? nullptr : &m_columns[static_cast<std::size_t>(*found)];
}

int NowIndex::columnFor(const QString& quantity)
{
    const auto found = m_columnOf.constFind(quantity);
    if (found != m_columnOf.cend()) return *found;
    const int made = static_cast<int>(m_columns.size());
    m_columnOf.insert(quantity, made);
    m_columns.emplace_back();
    return made;
}

void NowIndex::addReadings(const city::FeedPicture& feed, const city::AreaTree& areas)
{
    const city::PlaceId* last = nullptr; // What one place tells mostly stands together.
    int row = -1;
    std::vector<std::pair<QString, int>> columns; // The few quantities of the feed: quicker than a hash.
    for (const city::Observation& one : feed.observations) {
        if (!last || !(*last == one.place)) row = addRow(one.place);
        last = &one.place;
        PlaceNow& place = m_places[static_cast<std::size_t>(row)];
        if (!place.feed) {
            place.feed = &feed;
            if (areas.levels().contains(one.place.kind)) place.area = areas.findByName(one.place.kind, one.place.id);
        }
        auto known = std::find_if(columns.begin(), columns.end(), [&](const auto& its) { return its.first == one.quantity; });
        if (known == columns.end()) known = columns.insert(columns.end(), {one.quantity, columnFor(one.quantity)});
        Column& column = m_columns[static_cast<std::size_t>(known->second)];
        if (column.ofRow.size() < m_places.size()) column.ofRow.resize(m_places.size(), -1);
        int& slot = column.ofRow[static_cast<std::size_t>(row)];
        const Reading reading{&one, &feed, city::freshness(one.observedAt, m_now, feed.state.promise)};
        m_anyFuture = m_anyFuture || reading.freshness == city::Freshness::Future;
        if (slot < 0) {
            slot = static_cast<int>(column.readings.size());
            column.readings.push_back(reading);
        } else if (Reading& old = column.readings[static_cast<std::size_t>(slot)]; isBetter(reading, old)) {
            old = reading;
        }
    }
    for (const auto& [quantity, number] : columns) m_told[&feed] << quantity;
}

const std::vector<int>& NowIndex::ofKind(const QString& kind) const
{
    static const std::vector<int> none;
    const auto found = m_kinds.constFind(kind);
    return found == m_kinds.cend() ? none : *found;
}

Reading NowIndex::reading(int row, const QString& quantity) const
{
    const Column* column = this->column(quantity);
    if (!column || row < 0 || static_cast<std::size_t>(row) >= column->ofRow.size()) return {};
    const int slot = column->ofRow[static_cast<std::size_t>(row)];
    return slot < 0 ? Reading{} : column->readings[static_cast<std::size_t>(slot)];
}

std::vector<int> NowIndex::withQuantity(const QString& quantity) const
{
    std::vector<int> rows;
    const Column* column = this->column(quantity);
    if (!column) return rows;
    for (std::size_t row = 0; row < column->ofRow.size(); ++row)
        if (column->ofRow[row] >= 0) rows.push_back(static_cast<int>(row));
    return rows;
}

QStringList NowIndex::quantitiesOf(int row) const
{
    QStringList found;
    for (auto it = m_columnOf.cbegin(); it != m_columnOf.cend(); ++it) {
        const std::vector<int>& ofRow = m_columns[static_cast<std::size_t>(*it)].ofRow;
        if (static_cast<std::size_t>(row) < ofRow.size() && ofRow[static_cast<std::size_t>(row)] >= 0) found << it.key();
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace app
