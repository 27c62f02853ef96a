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

QRgb rgbaOf(const QColor& colour)
{
    return colour.isValid() ? colour.rgba() : 0;
}

} // namespace map
