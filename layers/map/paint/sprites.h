// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/look.h"

#include <QHash>
#include <QImage>
#include <QPainterPath>

class QPainter;

namespace map {

/// Ready pictures of marks: each combination of shape, radius, colour and state is drawn once and then only
/// copied, many times faster than drawing ellipses. Belongs to one painting, in one thread.
class Sprites {
public:
    Sprites(const Ink& ink, double devicePixelRatio) : m_ink(ink), m_ratio(devicePixelRatio) {}
    /// Centred on its middle pixel; its device pixel ratio is set. `icon`: the mark's pictogram, or null; it
    /// must outlive this.
    const QImage& of(const Mark& mark, const Icon* icon = nullptr);
    /// How many pixels a mark reaches from where it stands.
    static double reach(const Mark& mark);

private:
    struct Key {
        quint64 look = 0;
        quint32 colour = 0, halo = 0;
        const Icon* icon = nullptr;
        friend bool operator==(const Key&, const Key&) = default;
        friend size_t qHash(const Key& key, size_t seed)
        {
            return qHashMulti(seed, key.look, key.colour, key.halo, quintptr(key.icon));
        }
    };
    QImage draw(const Mark& mark, const Icon* icon) const;

    const Ink& m_ink;
    double m_ratio;
    QHash<Key, QImage> m_images;
};

/// A mark round the origin, with whatever pen and brush it needs. `ratio`: pixels of an icon's picture for each unit.
void paintMark(QPainter& painter, const Mark& mark, const Icon* icon, const Ink& ink, double ratio);

/// Whether sprites of this ratio come out pixel for pixel; on paper, coarser than the screen, and on a painter that scales, marks are drawn.
bool showsSprites(const QPainter& painter, double ratio);

/// The outline of a mark's shape of a radius, round the origin.
QPainterPath shapePath(Shape shape, double radius);

} // namespace map
