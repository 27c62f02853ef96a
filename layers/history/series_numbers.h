// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"
#include "layers/history/dictionary.h"

#include <QHash>

namespace history {

/// The numbers feeds and series have in the file. Remembers those it has met, so that a batch of a known city asks the
/// dictionaries nothing. Used in the thread of its database.
class SeriesNumbers {
public:
    explicit SeriesNumbers(const Database& database);

    /// A new one is added.
    city::Result<qint64> feed(const QString& name);
    city::Result<qint64> series(qint64 feed, const city::Observation& observation);
    /// The series of the same place, quantity and unit from all feeds, as far as known when the first was met.
    const std::vector<qint64>& witnesses(qint64 series) const;

    /// A series as it stands in the file.
    struct Kept {
        qint64 id = 0;
        qint64 feed = 0;
        QString unit; ///< UCUM
    };
    /// From all feeds and in all units; nothing is added. What is found is remembered until forgetFound().
    city::Result<std::vector<Kept>> find(const city::PlaceId& place, const QString& quantity);

    /// All there are, by place and quantity: what an observation of each would say without its value and times.
    struct Listed {
        qint64 id = 0;
        city::Observation observation;
    };
    city::Result<const std::vector<Listed>*> all();
    /// Another program may have added series.
    void forgetFound();
    /// Numbers given inside a transaction that was given up are void.
    void forget();

private:
    struct Key {
        qint64 feed;
        city::PlaceId place;
        QString quantity, unit;
        friend bool operator==(const Key&, const Key&) = default;
        friend size_t qHash(const Key& key, size_t seed = 0)
        {
            return qHashMulti(seed, key.feed, key.place, key.quantity, key.unit);
        }
    };

    using Numbers = QHash<QString, qint64>;
    static city::Result<qint64> numberOf(const QString& name, Dictionary& dictionary, Numbers& known);
    city::Result<qint64> add(const Key& key);

    const Database& m_database;
    Dictionary m_feeds, m_places, m_quantities, m_units, m_seriesTable;
    Statement m_same, m_find, m_list;
    Numbers m_feedNumbers, m_quantityNumbers, m_unitNumbers;
    QHash<Key, qint64> m_numbers;
    QHash<std::pair<city::PlaceId, QString>, std::vector<Kept>> m_found;
    std::vector<Listed> m_all;
    QHash<qint64, std::vector<qint64>> m_witnesses; ///< Only where there is more than one.
};

} // namespace history
