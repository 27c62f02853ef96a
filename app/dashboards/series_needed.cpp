// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/charts.h"
#include "app/dashboards/situation.h"
#include "app/dashboards/tiles.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t MostSeries = 60;
constexpr city::Duration TileRange{6 * 3600'000};
constexpr city::Duration SituationRange{24 * 3600'000};
constexpr city::Duration ExceedanceRange{3600'000};

/// Asked for once each, at the longest range anybody wants.
class Wanted {
public:
    explicit Wanted(const Scope& scope) : m_scope(scope) {}

    void add(int row, const QString& quantity, city::Duration range)
    {
        const city::PlaceId& place = *m_scope.index.at(row).id;
        const auto known = std::find_if(m_queries.begin(), m_queries.end(), [&](const history::SeriesQuery& one) {
            return one.place == place && one.quantity == quantity;
        });
        const city::Instant from = std::min(m_scope.now - range, shownTime(m_scope, range).from);
        if (known != m_queries.end())
            known->from = std::min(known->from, from);
        else if (m_queries.size() < MostSeries)
            m_queries.push_back({place, quantity, from, m_scope.now, std::nullopt});
    }
    std::size_t room() const { return MostSeries - m_queries.size(); }
    std::vector<history::SeriesQuery> take() { return std::move(m_queries); }

private:
    const Scope& m_scope;
    std::vector<history::SeriesQuery> m_queries;
};

struct TileWants {
    const TileSpec* spec;
    std::vector<int> rows;
};

// Single places first: they cost one series each, added-up ones many.
std::vector<TileWants> tileWants(const Scope& scope)
{
    std::vector<TileWants> wants;
    for (std::size_t i = 0; scope.spec && i < scope.spec->tiles.size(); ++i)
        wants.push_back({&scope.spec->tiles[i], tileSeriesRows(scope, scope.spec->tiles[i])});
    std::stable_sort(wants.begin(), wants.end(),
                     [](const TileWants& a, const TileWants& b) { return a.rows.size() < b.rows.size(); });
    return wants;
}

void addTile(const TileWants& tile, Wanted& wanted)
{
    const Expression& value = tile.spec->value;
    const bool both = value.what == Expression::What::Quantity && value.quantity != tileSeriesQuantity(*tile.spec);
    if (tile.rows.size() * (both ? 2 : 1) > wanted.room()) return; // a part of a sum is of no use
    for (const int row : tile.rows) {
        wanted.add(row, tileSeriesQuantity(*tile.spec), TileRange);
        if (both) wanted.add(row, value.quantity, TileRange);
    }
}

} // namespace

std::vector<history::SeriesQuery> seriesNeeded(const Pack& pack, const city::CitySnapshot& snapshot,
                                               const city::Focus& focus, city::Instant now,
                                               std::shared_ptr<const NowIndex> index)
{
    DashboardInput input;
    input.pack = std::shared_ptr<const Pack>(std::shared_ptr<const Pack>(), &pack); // not owned: used only in here
    input.snapshot = std::shared_ptr<const city::CitySnapshot>(std::shared_ptr<const city::CitySnapshot>(), &snapshot);
    input.focus = focus;
    input.now = now;
    input.index = std::move(index);
    const Scope scope(input);
    Wanted wanted(scope);
    for (const SeriesPlan& plan : seriesPlans(scope))
        for (const auto& [row, quantity] : plan.lines)
            wanted.add(row, quantity, plan.range);
    for (const ChartSpec& spec : chartSpecs(scope))
        if (spec.kind == QLatin1String("exceedance"))
            for (const int row : exceedanceRows(scope, spec))
                wanted.add(row, spec.value, ExceedanceRange); // Its days are found out behind the picture.
    for (const auto& [row, quantity] : situationSeries(scope))
        wanted.add(row, quantity, SituationRange);
    for (const TileWants& tile : tileWants(scope))
        addTile(tile, wanted);
    return wanted.take();
}

} // namespace app
