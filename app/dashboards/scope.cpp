// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/scope.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t FewAreas = 4; // a pack of so few outermost areas is shown by what is in them

const DashboardSpec* wanted(const Pack& pack, const QString& id)
{
    if (const DashboardSpec* spec = pack.dashboard(id)) return spec;
    return pack.dashboards.empty() ? nullptr : &pack.dashboards.front();
}

QString levelShown(const city::AreaTree& areas, int focus)
{
    if (focus >= 0) {
        const QString below = areas.levelBelow(areas.at(focus).level);
        return areas.children(focus).empty() ? areas.at(focus).level : below;
    }
    const QString outermost = areas.levelBelow({});
    const bool few = areas.children(-1).size() <= FewAreas && areas.levels().size() > 1;
    return few ? areas.levelBelow(outermost) : outermost;
}

} // namespace

Scope::Scope(const DashboardInput& input)
    : in(input), pack(*input.pack), snapshot(*input.snapshot), areas(*input.pack->areas), now(input.now),
      ownIndex(input.index ? input.index : std::make_shared<const NowIndex>(snapshot, areas, now)), index(*ownIndex), focus(input.focus), spec(wanted(pack, focus.dashboard))
{
    focus.dashboard = spec ? spec->id : QString();
    area = focus.area.isEmpty() ? -1 : areas.find(focus.area);
    if (area < 0) focus.area.clear();
    if (focus.place) placeRow = index.row(*focus.place);
    for (const city::LayerPick& layer : focus.picks.layers())
        for (const city::PlaceId& thing : layer.things)
            m_picked[thing.kind].insert(thing.id);
    findAreasInFocus();
    m_shownLevel = levelShown(areas, area);
    for (const city::Series& one : in.history)
        m_series.insert({one.place, one.quantity}, &one);
    alerts = alertsInForce(*this);
    events = eventsNow(*this);
}

// Parents come before their children.
void Scope::findAreasInFocus()
{
    const std::vector<city::Area>& all = areas.areas();
    std::vector<char> picked(all.size(), 0);
    for (const QString& code : m_picked.value(QStringLiteral("area")))
        if (const int found = areas.find(code); found >= 0) picked[static_cast<std::size_t>(found)] = 1;
    // A city and a district of it, picked together: the district is meant.
    for (std::size_t i = all.size(); i-- > 0;)
        for (int around = all[i].parent; picked[i] && around >= 0; around = all[static_cast<std::size_t>(around)].parent)
            picked[static_cast<std::size_t>(around)] = 0;
    const bool anyPicked = std::any_of(picked.begin(), picked.end(), [](char one) { return one != 0; });
    m_everywhere = area < 0 && !anyPicked;
    std::vector<char> inArea(all.size(), 0);
    m_inFocus.assign(all.size(), 0);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const int parent = all[i].parent;
        const auto inherits = [parent](const std::vector<char>& of) { return parent >= 0 && of[static_cast<std::size_t>(parent)]; };
        inArea[i] = area < 0 || static_cast<int>(i) == area || inherits(inArea);
        picked[i] = !anyPicked || picked[i] || inherits(picked);
        m_inFocus[i] = inArea[i] && picked[i];
    }
    m_touchesFocus = m_inFocus;
    for (std::size_t i = all.size(); i-- > 0;)
        if (m_touchesFocus[i] && all[i].parent >= 0) m_touchesFocus[static_cast<std::size_t>(all[i].parent)] = 1;
}

bool Scope::isInFocus(int areaIndex) const
{
    if (m_everywhere) return true;
    return areaIndex >= 0 && m_inFocus[static_cast<std::size_t>(areaIndex)] != 0;
}

bool Scope::touchesFocus(int areaIndex) const
{
    if (m_everywhere) return true;
    return areaIndex >= 0 && m_touchesFocus[static_cast<std::size_t>(areaIndex)] != 0;
}

std::vector<int> Scope::outermostInFocus(int areaIndex) const
{
    std::vector<int> found;
    for (int i = 0; i < static_cast<int>(areas.areas().size()); ++i) {
        const int parent = areas.at(i).parent;
        const bool outermost = isInFocus(i) && (parent < 0 || !isInFocus(parent));
        if (outermost && areas.isWithin(i, areaIndex)) found.push_back(i);
    }
    return found;
}

bool Scope::isPicked(const QString& kind, const QString& id) const
{
    if (m_picked.isEmpty()) return true;
    const auto found = m_picked.constFind(kind);
    return found == m_picked.cend() || found->contains(id);
}

QString Scope::placeName(int row) const
{
    const PlaceNow& one = index.at(row);
    if (one.place && !one.place->name.isEmpty()) {
        const QString name = text(one.place->name);
        if (!name.isEmpty()) return one.place->name.has(in.language) ? name : pack.terms.value(name, name).in(in.language);
    }
    // An area that is measured as a place has the area's name.
    if (one.area >= 0 && areas.at(one.area).level == one.id->kind) return areaName(one.area);
    return one.id->id;
}

QString Scope::areaName(int index_) const
{
    return text(index_ < 0 ? pack.title : areas.at(index_).name);
}

QString Scope::areaPath(int index_) const
{
    if (index_ < 0) return {};
    QStringList names;
    for (int i = index_; i >= 0; i = areas.at(i).parent)
        names.prepend(areaName(i));
    // Chinese runs names together outermost first; English names the innermost first.
    if (in.language.startsWith(QLatin1String("zh"))) return names.join(QString());
    std::reverse(names.begin(), names.end());
    return names.join(QStringLiteral(", "));
}

QString Scope::districtName(int index_) const
{
    if (index_ < 0) return {};
    const int district = areas.ancestor(index_, areas.levels().value(1));
    return areaName(district < 0 ? index_ : district);
}

QString Scope::kindName(const QString& kind) const
{
    const auto named = pack.kindNames.constFind(kind);
    if (named != pack.kindNames.cend()) return text(*named);
    return pack.levelNames.contains(kind) ? levelName(kind) : kind;
}

QString Scope::levelName(const QString& level) const
{
    const auto named = pack.levelNames.constFind(level);
    return named == pack.levelNames.cend() ? level : text(*named);
}

const city::Quantity* Scope::quantity(const QString& id) const
{
    if (!pack.quantities) return nullptr;
    const auto found = pack.quantities->constFind(id);
    return found == pack.quantities->cend() ? nullptr : &*found;
}

QString Scope::quantityName(const QString& id) const
{
    const city::Quantity* known = quantity(id);
    return known && !known->name.isEmpty() ? text(known->name) : id;
}

const std::vector<int>& Scope::ancestorsIn(const QString& level) const
{
    auto found = m_ancestors.find(level);
    if (found == m_ancestors.end()) {
        std::vector<int> ancestors(areas.areas().size(), -1);
        for (std::size_t i = 0; i < ancestors.size(); ++i) {
            const city::Area& one = areas.areas()[i];
            if (one.level == level)
                ancestors[i] = static_cast<int>(i);
            else if (one.parent >= 0)
                ancestors[i] = ancestors[static_cast<std::size_t>(one.parent)];
        }
        found = m_ancestors.insert(level, std::move(ancestors));
    }
    return *found;
}

std::vector<int> Scope::areasIn(const QString& level) const
{
    std::vector<int> found;
    for (std::size_t i = 0; i < areas.areas().size(); ++i)
        if (areas.areas()[i].level == level && isInFocus(static_cast<int>(i))) found.push_back(static_cast<int>(i));
    return found;
}

city::Focus Scope::focusOnArea(int index_) const
{
    city::Focus next = focus;
    next.area = index_ < 0 ? QString() : areas.at(index_).code;
    next.place.reset();
    return next;
}

city::Focus Scope::focusOnPlace(int row) const
{
    city::Focus next = focus;
    const PlaceNow& one = index.at(row);
    if (one.area >= 0 && areas.at(one.area).level == one.id->kind) return focusOnArea(one.area);
    if (one.area >= 0) next.area = areas.at(one.area).code;
    next.place = *one.id;
    return next;
}

city::Focus Scope::focusOnLevel(const QString& level) const
{
    city::Focus next = focus;
    next.level = focus.level == level ? QString() : level; // a second click takes the filter off
    return next;
}

const city::Series* Scope::series(const city::PlaceId& place, const QString& quantity_) const
{
    return m_series.value({place, quantity_}, nullptr);
}

} // namespace app
