// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/choropleth.h"

#include "layers/city/message.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>
#include <map>

namespace map {

namespace {

QString rangeText(const indicators::Level& level)
{
    const auto number = [](double value) { return QString::number(value, 'g', 6); };
    if (!std::isfinite(level.from) && !std::isfinite(level.to)) return {};
    if (!std::isfinite(level.from)) return QStringLiteral("< ") + number(level.to);
    if (!std::isfinite(level.to)) return QStringLiteral("\u2265 ") + number(level.from);
    return number(level.from) + QStringLiteral(" \u2013 ") + number(level.to);
}

std::vector<LegendEntry> legendOf(const indicators::Scale& scale, const std::map<int, int>& counts,
                                  int without, const QString& language)
{
    std::vector<LegendEntry> legend;
    for (const indicators::Level& level : scale.levels) {
        LegendEntry entry;
        entry.symbol = LegendEntry::Symbol::Area;
        entry.text = (level.word.in(language) + QStringLiteral("  ") + rangeText(level)).trimmed();
        entry.colour = level.colour.rgba();
        entry.level = QString::number(level.number);
        const auto count = counts.find(level.number);
        entry.count = count == counts.end() ? 0 : count->second;
        legend.push_back(std::move(entry));
    }
    if (without > 0) {
        LegendEntry entry;
        entry.symbol = LegendEntry::Symbol::Hatch;
        entry.text = city::Message(QT_TRANSLATE_NOOP("Message", "no data")).toString();
        entry.count = without;
        legend.push_back(std::move(entry));
    }
    return legend;
}

} // namespace

std::shared_ptr<const LayerScene> choropleth(const LayerMeta& meta, const ProjectedAreas& areas,
                                             const std::vector<AreaValue>& values,
                                             const indicators::Scale& scale, const ChoroplethStyle& style)
{
    std::vector<AreaInput> inputs;
    std::map<int, int> counts;
    int without = 0;
    for (const AreaValue& value : values) {
        const auto index = static_cast<std::size_t>(value.area);
        if (value.area < 0 || index >= areas.shapes.size() || !areas.shapes[index]) continue;
        AreaInput input;
        input.shape = areas.shapes[index];
        input.outline = style.outline;
        input.outlineWidth = style.outlineWidth;
        input.ref = value.ref;
        input.label = value.label;
        input.labelAt = areas.anchors[index];
        const indicators::Level* level = value.value ? scale.levelOf(*value.value) : nullptr;
        if (level) {
            input.fill = level->colour;
            input.fill.setAlpha(style.fillAlpha);
            input.state = value.state;
            ++counts[level->number];
        } else {
            input.state = DataState::None;
            ++without;
        }
        inputs.push_back(std::move(input));
    }
    LayerMeta complete = meta;
    for (LegendEntry& entry : legendOf(scale, counts, without, style.language))
        complete.legend.push_back(std::move(entry));
    return polygons(complete, std::move(inputs), style.labels);
}

} // namespace map
