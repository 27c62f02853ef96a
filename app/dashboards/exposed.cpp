// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/exposed.h"

#include "app/dashboards/aggregate.h"
#include "app/dashboards/format.h"
#include "app/dashboards/withheld.h"
#include "app/dashboards/levels.h"

#include <limits>

namespace app {

namespace {

/// The thing that is nearest to the middle of the ground.
class Nearest {
public:
    explicit Nearest(std::optional<city::LonLat> middle) : m_middle(middle) {}

    void look(city::LonLat at, const QString& name)
    {
        if (!m_middle) return;
        const double metres = city::distanceMetres(*m_middle, at);
        if (metres >= m_metres) return;
        m_metres = metres;
        m_name = name;
    }
    QString text() const
    {
        if (m_metres == std::numeric_limits<double>::infinity()) return {};
        return say(QT_TRANSLATE_NOOP("Message", "%1, %2 km"), {m_name, number(m_metres / 1000, 1)});
    }

private:
    std::optional<city::LonLat> m_middle;
    double m_metres = std::numeric_limits<double>::infinity();
    QString m_name;
};

std::optional<city::LonLat> middleOf(const Scope& scope, const Ground& ground)
{
    if (!ground.geometry.polygons.empty()) return ground.geometry.anchor();
    if (ground.areas.empty() || scope.areas.at(ground.areas.front()).geometry.isEmpty()) return std::nullopt;
    return scope.areas.at(ground.areas.front()).geometry.anchor();
}

void finish(const Nearest& nearest, Exposed& found)
{
    found.names.removeAll(QString());
    found.names.removeDuplicates();
    if (found.count == 0) found.nearest = nearest.text();
}

Exposed ofLayer(const Scope& scope, const Ground& ground, const Exposure::Layer& layer)
{
    Exposed found;
    found.title = scope.text(layer.title);
    Nearest nearest(middleOf(scope, ground));
    for (const Exposure::Feature& one : layer.features) {
        nearest.look(one.at, one.name);
        if (!isInside(scope, ground, one.at)) continue;
        ++found.count;
        found.names << one.name;
    }
    finish(nearest, found);
    return found;
}

/// What the places' values add up to: capacities, residents, beds. What is no sum says nothing about all of
/// them.
QStringList amountsOf(const Scope& scope, const std::vector<int>& rows)
{
    QMap<QString, double> sums;
    for (const int row : rows)
        for (const QString& quantity : scope.index.quantitiesOf(row))
            if (ownAggregate(scope, quantity) == QLatin1String("sum") &&
                scope.index.reading(row, quantity).freshness != city::Freshness::Future)
                sums[quantity] += scope.index.reading(row, quantity).value();
    QStringList amounts;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it)
        amounts << say(
            QT_TRANSLATE_NOOP("Message", "%1: %2"),
            {scope.quantityName(it.key()), city::isWithheld(it.value()) ? withheldSumText(scope, it.key()) : valueText(scope, measure(scope, it.key()), it.value())});
    return amounts;
}

Exposed ofKind(const Scope& scope, const Ground& ground, const QString& kind)
{
    Exposed found;
    found.title = scope.kindName(kind);
    Nearest nearest(middleOf(scope, ground));
    std::vector<int> inside;
    for (const int row : scope.index.ofKind(kind)) {
        const PlaceNow& one = scope.index.at(row);
        if (one.place && one.place->at) nearest.look(*one.place->at, scope.placeName(row));
        if (!isInside(scope, ground, one)) continue;
        inside.push_back(row);
        found.names << scope.placeName(row);
    }
    found.count = static_cast<qsizetype>(inside.size());
    found.amounts = amountsOf(scope, inside);
    finish(nearest, found);
    return found;
}

} // namespace

std::vector<Exposed> exposedIn(const Scope& scope, const Ground& ground)
{
    std::vector<Exposed> found;
    if (scope.in.exposure)
        for (const Exposure::Layer& layer : scope.in.exposure->layers)
            found.push_back(ofLayer(scope, ground, layer));
    for (const QString& kind : scope.pack.exposure)
        if (!scope.index.ofKind(kind).empty()) found.push_back(ofKind(scope, ground, kind));
    return found;
}

} // namespace app
