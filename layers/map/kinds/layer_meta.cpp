// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/layer_meta.h"

namespace map {

LayerScene beginScene(const LayerMeta& meta)
{
    LayerScene scene;
    scene.id = meta.id;
    scene.title = meta.title;
    scene.attribution = meta.attribution;
    scene.legend = meta.legend;
    scene.minMetresPerPixel = meta.minMetresPerPixel;
    scene.maxMetresPerPixel = meta.maxMetresPerPixel;
    scene.labelMaxMetresPerPixel = meta.labelMaxMetresPerPixel;
    return scene;
}

RefIndex addRef(LayerScene& scene, Ref ref)
{
    if (ref.kind.isEmpty()) return -1;
    scene.refs.push_back(std::move(ref));
    return static_cast<RefIndex>(scene.refs.size()) - 1;
}

Label makeLabel(QPointF at, const QString& text, const LabelStyle& style, int priority)
{
    Label label;
    label.at = at;
    label.text = text;
    label.pixels = style.pixels;
    label.colour = style.colour.isValid() ? style.colour.rgba() : 0;
    label.halo = style.halo.isValid() ? style.halo.rgba() : 0;
    label.priority = priority;
    label.bold = style.bold;
    return label;
}

int longestLine(const LayerScene& scene, std::size_t first)
{
    int longest = -1;
    for (std::size_t i = first; i < scene.lines.size(); ++i)
        if (longest < 0 ||
            scene.lines[i].points.size() > scene.lines[static_cast<std::size_t>(longest)].points.size())
            longest = static_cast<int>(i);
    return longest;
}

QRgb rgbaOf(const QColor& colour)
{
    return colour.isValid() ? colour.rgba() : 0;
}

} // namespace map
