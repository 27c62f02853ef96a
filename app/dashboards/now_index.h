// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/snapshot.h"

#include <QHash>
#include <vector>

namespace app {

/// A place as one row of the index. The pointers live as long as the snapshot.
struct PlaceNow {
    const city::PlaceId* id = nullptr;
    const city::Place* place = nullptr; ///< Null when no feed describes it, only measures it.
    const city::FeedPicture* feed = nullptr; ///< The one that describes it, or measures it.
    int area = -1;                      ///< Innermost area; -1 outside all.
};

/// The newest value of one quantity at one place.
struct Reading {
    const city::Observation* observation = nullptr;
    const city::FeedPicture* feed = nullptr;
    city::Freshness freshness = city::Freshness::Missing;

    /// Whether there is a number to tell.
    explicit operator bool() const { return observation && !city::isWithheld(*observation); }
    /// Whether there is one that must not be told (city::Privacy).
    bool isWithheld() const { return observation && city::isWithheld(*observation); }
    /// Whether there is anything of now, be it told or not.
    bool isOfNow() const { return observation && freshness <= city::Freshness::Late; }
    /// Whether it may speak of now.
    bool isCurrent() const { return *this && freshness <= city::Freshness::Late; }
    double value() const { return observation->value; }
};

/// All places and newest values of a snapshot, laid out for one computation: a value is found by row and quantity
/// without searching feed after feed. Made in a few milliseconds, used by one thread, then thrown away. Where two feeds
/// know the same place, the description with a position and the newest value win, as in CitySnapshot.
class NowIndex {
public:
    /// `before`: of the same snapshot at an earlier moment, which spares most of the work; null: none.
    NowIndex(const city::CitySnapshot& snapshot, const city::AreaTree& areas, city::Instant now, const NowIndex* before = nullptr);

    const std::vector<PlaceNow>& places() const { return m_places; }
    const PlaceNow& at(int row) const { return m_places[static_cast<std::size_t>(row)]; }
    int row(const city::PlaceId& place) const { return m_rows.value(place, -1); }
    const std::vector<int>& ofKind(const QString& kind) const;
    Reading reading(int row, const QString& quantity) const;
    /// Rows that have any value of it, in order of row.
    std::vector<int> withQuantity(const QString& quantity) const;
    /// Quantities a place has, by id.
    QStringList quantitiesOf(int row) const;
    bool knowsQuantity(const QString& quantity) const { return m_columnOf.contains(quantity); }
    /// Whether a feed of the snapshot has any value of it.
    bool tells(const city::FeedPicture& feed, const QString& quantity) const { return m_told.value(&feed).contains(quantity); }

private:
    struct Column {
        std::vector<int> ofRow; ///< Row -> index into readings, -1: none; may be shorter than the rows.
        std::vector<Reading> readings;
    };
    const Column* column(const QString& quantity) const;
    int columnFor(const QString& quantity);
    int addRow(const city::PlaceId& id);
    void addPlaces(const city::FeedPicture& feed);
    void addReadings(const city::FeedPicture& feed, const city::AreaTree& areas);

    void makeOlder();

    city::Instant m_now;
    bool m_anyFuture = false;
    std::vector<PlaceNow> m_places;
    QHash<city::PlaceId, int> m_rows;
    QHash<QString, std::vector<int>> m_kinds;
    QHash<QString, int> m_columnOf; ///< By quantity.
    std::vector<Column> m_columns;
    QHash<const city::FeedPicture*, QStringList> m_told; ///< Quantities of each feed.
};

} // namespace app
