// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/styled_bulk.h"

#include "layers/map/kinds/value_colours.h"

namespace map {

bool suitsBulk(const VectorStyle& style)
{
    const bool oneColour = style.by.field.isEmpty() || style.by.way == ColourBy::Way::Classes;
    return style.draw == Drawing::Features && oneColour && style.size.field.isEmpty() &&
           style.casing.isEmpty() && style.halo.isEmpty() && style.icon.isEmpty() &&
           style.stroke == Stroke::Solid && style.arrows == Arrows::None && style.offset == 0 &&
           style.shape == Shape::Circle;
}

QString bulkValueField(const VectorStyle& style)
{
    return style.by.way == ColourBy::Way::Classes ? style.by.field : QString();
}

BulkLook bulkLookOf(const VectorStyle& style, const BulkFile& file, const Dressing& dressing,
                    std::vector<LegendEntry>& legend)
{
    const auto faded = [&style](QColor colour) {
        colour.setAlphaF(static_cast<float>(colour.alphaF() * style.opacity));
        return colour.rgba();
    };
    const QColor one = dressing.colour(style.colour.isEmpty() ? QStringLiteral("data") : style.colour);
    BulkStyle base;
    base.noValue = faded(style.by.none.isEmpty() ? dressing.noData : dressing.colour(style.by.none));
    if (!bulkValueField(style).isEmpty()) {
        QVariantList values;
        for (const auto& layer : file.content.layers)
            for (const float value : layer->values)
                values.append(std::isnan(value) ? QVariant() : QVariant(static_cast<double>(value)));
        const ValueColours colours(style.by, values, dressing);
        for (const double value : colours.classes().breaks)
            base.breaks.push_back(static_cast<float>(value));
        for (const QColor& colour : colours.colours())
            base.colours.push_back(faded(colour));
        const bool lines =
            !file.content.layers.empty() && file.content.layers.front()->shapes == BulkShapes::Lines;
        const bool points =
            !file.content.layers.empty() && file.content.layers.front()->shapes == BulkShapes::Points;
        legend = colours.legend(lines    ? LegendEntry::Symbol::Line
                                : points ? LegendEntry::Symbol::Mark
                                         : LegendEntry::Symbol::Area);
    }
    BulkLook look{base, base, base};
    look.points.fill = look.polygons.fill = look.lines.outline = faded(one);
    look.points.radius = static_cast<float>(style.radius);
    look.lines.width = static_cast<float>(style.width);
    look.polygons.width = static_cast<float>(style.outlineWidth);
    const QColor edge = style.outline.isEmpty() ? one.darker(130) : dressing.colour(style.outline);
    look.polygons.outline = style.outline == QLatin1String("none") ? 0 : edge.rgba();
    return look;
}

} // namespace map
