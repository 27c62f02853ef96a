// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/scene/selection.h"

#include <algorithm>
#include <iterator>

namespace map {

namespace {

bool isIn(const std::vector<Ref>& things, const Ref& thing)
{
    return std::any_of(things.begin(), things.end(), [&thing](const Ref& other) { return other.kind == thing.kind && other.id == thing.id; });
}

} // namespace

std::size_t Selection::count() const
{
    std::size_t all = 0;
    for (const LayerSelection& layer : layers)
        all += layer.count();
    return all;
}

const LayerSelection* Selection::of(const QString& layer) const
{
    const auto found = std::find_if(layers.begin(), layers.end(), [&layer](const LayerSelection& one) { return one.layer == layer; });
    return found == layers.end() ? nullptr : &*found;
}

void Selection::add(const Selection& other)
{
    for (const LayerSelection& more : other.layers) {
        auto* mine = const_cast<LayerSelection*>(of(more.layer));
        if (!mine) {
            layers.push_back(more);
            continue;
        }
        std::vector<qint64> all;
        std::set_union(mine->features.begin(), mine->features.end(), more.features.begin(), more.features.end(), std::back_inserter(all));
        mine->features = std::move(all);
        for (const Ref& thing : more.things)
            if (!isIn(mine->things, thing)) mine->things.push_back(thing);
    }
}

void Selection::remove(const Selection& other)
{
    for (LayerSelection& mine : layers) {
        const LayerSelection* less = other.of(mine.layer);
        if (!less) continue;
        std::vector<qint64> rest;
        std::set_difference(mine.features.begin(), mine.features.end(), less->features.begin(), less->features.end(), std::back_inserter(rest));
        mine.features = std::move(rest);
        std::erase_if(mine.things, [less](const Ref& thing) { return isIn(less->things, thing); });
    }
    std::erase_if(layers, [](const LayerSelection& layer) { return layer.count() == 0; });
}

std::optional<qint64> featureIdOf(const Ref& ref)
{
    if (ref.kind != QLatin1String("feature")) return std::nullopt;
    bool isNumber = false;
    const qint64 id = ref.id.section(QLatin1Char('/'), -1).toLongLong(&isNumber);
    return isNumber ? std::optional(id) : std::nullopt;
}

std::pair<QString, QString> nameAndValue(const QString& line)
{
    const auto narrow = line.indexOf(QLatin1String(": ")), wide = line.indexOf(QChar(u'：'));
    if (narrow >= 0 && (wide < 0 || narrow < wide)) return {line.left(narrow), line.mid(narrow + 2)};
    return wide >= 0 ? std::pair(line.left(wide), line.mid(wide + 1)) : std::pair(QString(), line);
}

Selection selectionOf(const QString& layer, const QString& title, const std::vector<Ref>& refs)
{
    LayerSelection one{layer, title, {}, {}};
    for (const Ref& ref : refs) {
        if (const auto id = featureIdOf(ref))
            one.features.push_back(*id);
        else
            one.things.push_back(ref);
    }
    std::sort(one.features.begin(), one.features.end());
    one.features.erase(std::unique(one.features.begin(), one.features.end()), one.features.end());
    Selection selection;
    if (one.count() > 0) selection.layers.push_back(std::move(one));
    return selection;
}

} // namespace map
