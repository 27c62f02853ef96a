// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/release/released_city.h"

#include "layers/indicators/suppression.h"

#include <QSet>
#include <algorithm>
#include <cmath>
#include <limits>

namespace release {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

using Feed = std::shared_ptr<const city::FeedPicture>;

/// One private value of the city, where it stands and what was decided.
struct Counted {
    const city::Observation* one = nullptr;
    const city::FeedPicture* feed = nullptr;
    std::size_t number = 0; ///< In the feed's observations.
    int area = -1;
    bool isArea = false;
    bool withheld = false;
};

/// Of one quantity.
struct Column {
    const city::Privacy* privacy = nullptr;
    std::vector<Counted> cells;
    city::Instant newest = city::Instant::min();
};

bool isSmallEvent(const Rules& rules, const city::Observation& one)
{
    const city::Privacy* privacy = rules.privacyOf(one.quantity, one.unit);
    return privacy && indicators::isSmall(one.value, privacy->k);
}

bool hasPrivate(const Rules& rules, const city::FeedPicture& feed)
{
    const QString* last = nullptr; // what is told of many places has one name
    for (const city::Observation& one : feed.observations) {
        if (last && *last == one.quantity) continue;
        last = &one.quantity;
        if (rules.privacyOf(one.quantity, one.unit)) return true;
    }
    return std::any_of(feed.events.begin(), feed.events.end(), [&](const city::Event& event) {
        return std::any_of(event.measures.begin(), event.measures.end(), [&](const city::Observation& one) { return isSmallEvent(rules, one); });
    });
}

class CityRelease {
public:
    CityRelease(const city::CitySnapshot& truth, const Rules& rules, const Totals& totals) : m_truth(truth), m_rules(rules), m_totals(totals) {}

    void take(const city::FeedPicture& feed)
    {
        for (std::size_t i = 0; i < feed.observations.size(); ++i) {
            const city::Observation& one = feed.observations[i];
            const city::Privacy* privacy = m_rules.privacyOf(one.quantity, one.unit);
            if (!privacy) continue;
            Column& column = m_columns[one.quantity];
            column.privacy = privacy;
            column.newest = std::max(column.newest, one.observedAt);
            column.cells.push_back({&one, &feed, i, m_truth.areaOf(one.place), m_rules.areas->levels().contains(one.place.kind), false});
        }
    }

    void decide()
    {
        for (Column& column : m_columns) {
            if (!column.privacy->reveals.isEmpty()) continue;
            column.privacy->running ? decideRunning(column) : decideCounts(column);
        }
        for (Column& column : m_columns)
            if (!column.privacy->reveals.isEmpty()) decideRevealing(column);
    }

    /// The picture with what is withheld left out; the same one where nothing is, `last` where it is what is wanted.
    Feed told(const Feed& feed, const Feed& last) const
    {
        QSet<std::size_t> withheld;
        for (const Column& column : m_columns)
            for (const Counted& cell : column.cells)
                if (cell.feed == feed.get() && cell.withheld) withheld.insert(cell.number);
        const auto isSame = [&](const city::FeedPicture& made) {
            for (std::size_t i = 0; i < made.observations.size(); ++i)
                if (city::isWithheld(made.observations[i]) != withheld.contains(i)) return false;
            return true;
        };
        if (last && isSame(*last)) return last;
        auto made = std::make_shared<city::FeedPicture>(*feed);
        for (const std::size_t one : withheld) made->observations[one].value = notANumber;
        for (city::Event& event : made->events)
            for (city::Observation& one : event.measures)
                if (isSmallEvent(m_rules, one)) one.value = notANumber;
        return made;
    }

    std::vector<city::ReleasedSum> takeSums() { return std::move(m_sums); }

private:
    void decideCounts(Column& column)
    {
        std::vector<Counted*> together;
        QHash<city::PlaceId, Counted*> first; // what two feeds tell of one time is one count
        std::vector<Counted*> again;
        for (Counted& cell : column.cells) {
            cell.withheld = indicators::isSmall(cell.one->value, column.privacy->k);
            if (cell.one->observedAt != column.newest) {
                cell.withheld = cell.withheld || (cell.isArea && hasOthersIn(column, cell));
                continue;
            }
            Counted*& known = first[cell.one->place];
            (known ? again : together).push_back(&cell);
            if (!known) known = &cell;
        }
        decideTogether(column, together);
        for (Counted* cell : again) cell->withheld = cell->withheld || first.value(cell->one->place)->withheld;
    }

    void decideTogether(const Column& column, const std::vector<Counted*>& cells)
    {
        std::vector<indicators::CountedCell> counted;
        for (const Counted* cell : cells) counted.push_back({cell->one->place.kind, cell->area, cell->isArea, cell->one->value});
        const indicators::Release made = indicators::released(*m_rules.areas, counted, column.privacy->k);
        for (std::size_t i = 0; i < cells.size(); ++i) cells[i]->withheld = made.withheld[i];
        for (const indicators::Release::Sum& sum : made.sums)
            m_sums.push_back({cells.front()->one->quantity, sum.kind, sum.area, column.newest, sum.value});
    }

    bool hasOthersIn(const Column& column, const Counted& area) const
    {
        return std::any_of(column.cells.begin(), column.cells.end(), [&](const Counted& other) {
            const bool same = other.area == area.area && other.isArea;
            return !same && area.area >= 0 && m_rules.areas->isWithin(other.area, area.area);
        });
    }

    // What is told of a running total must not differ from what was told before by a small count.
    void decideRunning(Column& column)
    {
        for (Counted& cell : column.cells) {
            const auto known = m_totals.constFind({cell.one->place, cell.one->quantity});
            std::vector<int> values;
            if (known != m_totals.cend())
                for (const city::Sample& sample : known->samples)
                    if (sample.at < cell.one->observedAt) values.push_back(static_cast<int>(std::lround(sample.value)));
            values.push_back(static_cast<int>(std::lround(cell.one->value)));
            const bool isKnown = known != m_totals.cend() || cell.one->value == 0;
            cell.withheld = !isKnown || !indicators::releasedRunningTotal(values, column.privacy->k).back();
        }
        for (Counted& cell : column.cells)
            cell.withheld = cell.withheld || (cell.isArea && hasOthersIn(column, cell));
    }

    // Where the count of that time is not known any more it may have been a small one.
    void decideRevealing(Column& column)
    {
        QHash<city::PlaceId, std::vector<const Counted*>> counts;
        if (const auto source = m_columns.constFind(column.privacy->reveals); source != m_columns.cend())
            for (const Counted& cell : source->cells) counts[cell.one->place].push_back(&cell);
        for (Counted& cell : column.cells) {
            const auto known = counts.constFind(cell.one->place);
            if (known == counts.cend()) continue;
            cell.withheld = std::none_of(known->begin(), known->end(), [&](const Counted* one) { return one->one->observedAt == cell.one->observedAt; }) ||
                            std::any_of(known->begin(), known->end(), [](const Counted* one) { return one->withheld; });
        }
    }

    const city::CitySnapshot& m_truth;
    const Rules& m_rules;
    const Totals& m_totals;
    QHash<QString, Column> m_columns;
    std::vector<city::ReleasedSum> m_sums;
};

} // namespace

ReleasedCity released(std::shared_ptr<const city::CitySnapshot> truth, const Rules& rules, const ReleasedCity* before, const Totals& totals)
{
    ReleasedCity made;
    std::vector<Feed> counted;
    bool isAsBefore = before && before->snapshot && totals.isEmpty();
    for (const auto& [id, feed] : truth->feeds()) {
        const bool isPlain = before && before->plain.contains(feed);
        if (isPlain || !((before && before->counted.contains(feed)) || hasPrivate(rules, *feed))) {
            made.plain.insert(feed);
            continue;
        }
        counted.push_back(feed);
        isAsBefore = isAsBefore && before->counted.contains(feed);
    }
    if (counted.empty()) {
        made.snapshot = std::move(truth);
        return made;
    }
    CityRelease release(*truth, rules, totals);
    std::vector<city::ReleasedSum> sums;
    if (isAsBefore && before->counted.size() == counted.size()) {
        made.counted = before->counted;
        sums = before->snapshot->releasedSums();
    } else {
        for (const Feed& feed : counted) release.take(*feed);
        release.decide();
        sums = release.takeSums();
        for (const Feed& feed : counted) {
            const auto last = before ? before->counted.find(feed) : ReleasedPictures::const_iterator();
            made.counted.emplace(feed, release.told(feed, before && last != before->counted.end() ? last->second : nullptr));
        }
    }
    city::CitySnapshot::Feeds feeds = truth->feeds();
    for (auto& [id, feed] : feeds)
        if (const auto told = made.counted.find(feed); told != made.counted.end()) feed = told->second;
    made.snapshot = std::make_shared<const city::CitySnapshot>(truth->at(), std::move(feeds), truth->sharedAreas(), std::move(sums));
    return made;
}

} // namespace release
