// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/surface.h"

#include <cmath>

namespace map {

namespace {

constexpr int finest =
    96; // Squares along the longer side: finer would claim more than stations some hundred metres apart know.

QImage picture(const Lattice& lattice, const SurfaceStyle& style)
{
    QImage image(lattice.columns, lattice.rows, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (int row = 0; row < lattice.rows; ++row) {
        auto* line =
            reinterpret_cast<QRgb*>(image.scanLine(lattice.rows - 1 - row)); // Rows of the lattice go north.
        for (int column = 0; column < lattice.columns; ++column) {
            const double value = lattice.at(column, row);
            if (std::isnan(value)) continue;
            QColor colour = style.colour(value);
            if (!colour.isValid()) continue;
            colour.setAlphaF(static_cast<float>(style.opacity));
            line[column] = qPremultiply(colour.rgba());
        }
    }
    return image;
}

} // namespace

std::shared_ptr<const LayerScene> surface(const LayerMeta& meta, const std::vector<Sounding>& soundings,
                                          const SurfaceStyle& style)
{
    auto scene = std::make_shared<LayerScene>(beginScene(meta));
    const auto lattice = interpolated(soundings, style.reach, finest);
    if (!lattice) return scene;
    // Each number stands in the middle of its square.
    const QRectF bounds(lattice->corner - QPointF(lattice->step, lattice->step) / 2,
                        QSizeF(lattice->columns * lattice->step, lattice->rows * lattice->step));
    scene->pictures.push_back({bounds, std::make_shared<const QImage>(picture(*lattice, style))});
    return scene;
}

} // namespace map
