// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/clusters.h"

#include "layers/geo/projection.h"

#include <QHash>
#include <QMap>
#include <algorithm>
#include <cmath>

namespace map {

namespace {

struct Group {
    QPointF at; ///< Mean of its members.
    std::vector<std::size_t> members;
};

using Cells = QHash<QPair<qint64, qint64>, std::vector<std::size_t>>;

QPair<qint64, qint64> cellOf(QPointF at, double size)
{
    return {static_cast<qint64>(std::floor(at.x() / size)), static_cast<qint64>(std::floor(at.y() / size))};
}

// Groups that are near each other become one, larger ones drawing in smaller ones.
std::vector<Group> merged(std::vector<Group> groups, double reach)
{
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group& a, const Group& b) { return a.members.size() > b.members.size(); });
    Cells cells;
    for (std::size_t i = 0; i < groups.size(); ++i)
        cells[cellOf(groups[i].at, reach)].push_back(i);
    std::vector<char> taken(groups.size(), 0);
    std::vector<Group> made;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (taken[i]) continue;
        Group one;
        QPointF sum;
        const auto [x, y] = cellOf(groups[i].at, reach);
        for (qint64 dx = -1; dx <= 1; ++dx) {
            for (qint64 dy = -1; dy <= 1; ++dy) {
                for (const std::size_t j : cells.value({x + dx, y + dy})) {
                    const QPointF off = groups[j].at - groups[i].at;
                    if (taken[j] || std::hypot(off.x(), off.y()) > reach) continue;
                    taken[j] = 1;
                    sum += groups[j].at * static_cast<double>(groups[j].members.size());
                    one.members.insert(one.members.end(), groups[j].members.begin(), groups[j].members.end());
                }
            }
        }
        one.at = sum / static_cast<double>(one.members.size());
        made.push_back(std::move(one));
    }
    return made;
}

QString countText(std::size_t count)
{
    return count < 10000 ? QString::number(count) : QString::number(count / 1000) + QLatin1Char('k');
}

Pie pieOf(const Group& group, const std::vector<PointInput>& inputs, const ClusterStyle& style,
          const LayerMeta& meta, LayerScene& scene)
{
    QMap<QRgb, std::size_t> counts;
    for (const std::size_t member : group.members) {
        const PointInput& input = inputs[member];
        ++counts[rgbaOf(input.state == DataState::Current || !style.other.isValid() ? input.fill
                                                                                    : style.other)];
    }
    Pie pie;
    pie.at = group.at;
    const auto count = static_cast<double>(group.members.size());
    pie.radius = static_cast<float>(std::min(26.0, 11 + 2.4 * std::log(count)));
    pie.text = countText(group.members.size());
    Ref ref{QStringLiteral("cluster"),
            QStringLiteral("%1/%2,%3").arg(meta.id).arg(group.at.x(), 0, 'f', 0).arg(group.at.y(), 0, 'f', 0),
            QStringLiteral("%1: %2").arg(meta.title, pie.text),
            {}};
    // In the order of the legend, so that rings beside each other compare.
    const auto take = [&](QRgb colour, const QString& text) {
        const std::size_t some = counts.take(colour);
        if (some == 0) return;
        pie.shares.push_back({colour, static_cast<float>(static_cast<double>(some) / count)});
        if (!text.isEmpty()) ref.lines << QStringLiteral("%1: %2").arg(text).arg(some);
    };
    for (const LegendEntry& entry : meta.legend)
        take(entry.colour, entry.text);
    const QList<QRgb> rest = counts.keys();
    for (const QRgb colour : rest)
        take(colour, {});
    pie.ref = addRef(scene, std::move(ref));
    return pie;
}

std::shared_ptr<const LayerScene> sceneOf(const LayerMeta& meta, const std::vector<Group>& groups,
                                          const std::vector<PointInput>& inputs, const ClusterStyle& style,
                                          const LabelStyle& labels)
{
    std::vector<PointInput> single;
    for (const Group& group : groups)
        if (group.members.size() == 1) single.push_back(inputs[group.members.front()]);
    auto scene = std::make_shared<LayerScene>(*points(meta, std::move(single), labels));
    for (const Group& group : groups)
        if (group.members.size() > 1) scene->pies.push_back(pieOf(group, inputs, style, meta, *scene));
    std::stable_sort(scene->pies.begin(), scene->pies.end(),
                     [](const Pie& a, const Pie& b) { return a.radius < b.radius; });
    return scene;
}

} // namespace

std::vector<std::shared_ptr<const LayerScene>> clusters(const LayerMeta& meta, std::vector<PointInput> inputs,
                                                        const ClusterStyle& style, const LabelStyle& labels)
{
    std::vector<Group> groups;
    for (std::size_t i = 0; i < inputs.size(); ++i)
        groups.push_back({geo::toMercator(inputs[i].at), {i}});
    std::vector<std::shared_ptr<const LayerScene>> scenes;
    LayerMeta band = meta;
    double scale = style.singleUpTo;
    band.maxMetresPerPixel = std::min(meta.maxMetresPerPixel, scale);
    scenes.push_back(points(band, inputs, labels));
    // Up to one group in the whole world; all that is left is drawn at every smaller scale.
    for (bool last = false; !last; scale *= 2) {
        groups = merged(std::move(groups), static_cast<double>(style.reach) * scale * 1.41);
        last = groups.size() <= 1 || scale > 40000;
        band.minMetresPerPixel = std::max(meta.minMetresPerPixel, std::nextafter(scale, 1e12));
        band.maxMetresPerPixel = last ? meta.maxMetresPerPixel : std::min(meta.maxMetresPerPixel, scale * 2);
        scenes.push_back(sceneOf(band, groups, inputs, style, labels));
    }
    return scenes;
}

} // namespace map
