// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/sprites.h"

#include <QPaintEngine>
#include <QPainter>
#include <QSvgRenderer>
#include <algorithm>
#include <cmath>

namespace map {

namespace {

constexpr double haloWidth = 3; // pixels beyond the mark

void stripes(QPainter& painter, const QPainterPath& path, double radius, QColor colour, int slant = 1)
{
    colour.setAlpha(200);
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip); // On paper the frame of the map is a clip, too.
    painter.setPen(QPen(colour, 1));
    for (double x = -2 * radius; x <= 2 * radius; x += 3)
        painter.drawLine(QPointF(x - radius * 1.3, slant * radius * 1.3), QPointF(x + radius * 1.3, -slant * radius * 1.3));
    painter.restore();
}

// Plain to see, yet quieter than anything that lives.
void cross(QPainter& painter, double radius, const QColor& rim, QRgb colour)
{
    const double arm = radius * 0.85;
    const double width = std::clamp(radius * 0.2, 1.0, 1.75);
    for (const QPen& pen : {QPen(rim, width + 1.5), QPen(QColor::fromRgba(colour), width)}) {
        painter.setPen(pen);
        painter.drawLine(QPointF(-arm, -arm), QPointF(arm, arm));
        painter.drawLine(QPointF(-arm, arm), QPointF(arm, -arm));
    }
}

// In white or black, whichever is readable on the mark.
void drawIcon(QPainter& painter, const Icon& icon, double radius, const QColor& on, double ratio)
{
    const int side = std::max(1, static_cast<int>(std::lround(radius * 1.36 * ratio)));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(icon.svg);
    if (!renderer.isValid()) return;
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter tint(&image);
    renderer.render(&tint);
    tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
    tint.fillRect(image.rect(), qGray(on.rgb()) > 150 ? Qt::black : Qt::white);
    tint.end();
    const double half = side / ratio / 2;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(-half, -half, 2 * half, 2 * half), image);
}

} // namespace

QPainterPath shapePath(Shape shape, double radius)
{
    // Shapes of one radius look equally large: their areas are about the circle's.
    QPainterPath path;
    const double r = radius;
    switch (shape) {
    case Shape::Square:
        path.addRect(-r * 0.89, -r * 0.89, r * 1.78, r * 1.78);
        break;
    case Shape::Triangle:
        path.addPolygon(QPolygonF{{0, -r * 1.25}, {r * 1.2, r * 0.85}, {-r * 1.2, r * 0.85}, {0, -r * 1.25}});
        break;
    case Shape::Diamond:
        path.addPolygon(
            QPolygonF{{0, -r * 1.25}, {r * 1.25, 0}, {0, r * 1.25}, {-r * 1.25, 0}, {0, -r * 1.25}});
        break;
    case Shape::Cross: {
        const double a = r * 0.35, b = r;
        path.addPolygon(QPolygonF{{-a, -b},
                                  {a, -b},
                                  {a, -a},
                                  {b, -a},
                                  {b, a},
                                  {a, a},
                                  {a, b},
                                  {-a, b},
                                  {-a, a},
                                  {-b, a},
                                  {-b, -a},
                                  {-a, -a},
                                  {-a, -b}});
        break;
    }
    case Shape::Ring:
        path.setFillRule(Qt::OddEvenFill);
        path.addEllipse(QPointF(), r, r);
        path.addEllipse(QPointF(), r * 0.55, r * 0.55);
        break;
    case Shape::Circle:
        path.addEllipse(QPointF(), r, r);
    }
    return path;
}

double Sprites::reach(const Mark& mark)
{
    const double radius = static_cast<double>(mark.radius);
    return radius * 1.3 + 2 + (qAlpha(mark.halo) > 0 ? haloWidth : 0);
}

const QImage& Sprites::of(const Mark& mark, const Icon* icon)
{
    const auto radius =
        static_cast<quint64>(std::lround(mark.radius * 8)); // eighths of a pixel are told apart
    const Key key{radius << 16 | static_cast<quint64>(mark.shape) << 8 | static_cast<quint64>(mark.state),
                  mark.fill, mark.halo, icon};
    auto it = m_images.find(key);
    if (it == m_images.end()) it = m_images.insert(key, draw(mark, icon));
    return *it;
}

bool showsSprites(const QPainter& painter, double ratio)
{
    const QPaintEngine* engine = painter.paintEngine();
    return engine && ratio >= 1 && engine->type() == QPaintEngine::Raster &&
           std::abs(painter.deviceTransform().m11() - ratio) < 1e-6;
}

void paintMark(QPainter& painter, const Mark& mark, const Icon* icon, const Ink& ink, double ratio)
{
    const double radius = mark.radius;
    const QColor groundColour = ink.ground.isValid() ? ink.ground : QColor(Qt::white);
    const QColor labelColour = ink.label.isValid() ? ink.label : QColor(Qt::black);
    const QColor fill = QColor::fromRgba(seen(mark.fill, mark.state, ink));
    const QColor rim = QColor::fromRgba(blended(fill.rgba(), labelColour.rgb(), 0.35));
    const QPainterPath path = shapePath(mark.shape, radius);
    if (qAlpha(mark.halo) > 0)
        painter.strokePath(path, QPen(QColor::fromRgba(mark.halo), 2 * haloWidth, Qt::SolidLine, Qt::RoundCap,
                                      Qt::RoundJoin));
    // A thin rim of ground keeps overlapping marks apart; small ones have no room for it.
    if (radius >= 3) painter.strokePath(path, QPen(groundColour, 2.5));
    const bool isEmpty = mark.state == DataState::None || mark.state == DataState::Withheld;
    if (isEmpty) {
        painter.fillPath(path, groundColour);
        painter.strokePath(path, QPen(fill, 1.25));
    } else {
        painter.fillPath(path, fill);
        if (radius >= 3) painter.strokePath(path, QPen(rim, 0.75));
    }
    if (icon && !isEmpty) drawIcon(painter, *icon, radius, fill, ratio);
    if (mark.state == DataState::Stale) stripes(painter, path, radius, groundColour);
    if (isEmpty) stripes(painter, path, radius, fill);
    if (mark.state == DataState::Withheld) stripes(painter, path, radius, fill, -1);
    if (mark.state == DataState::Dead)
        cross(painter, radius, groundColour, blended(labelColour.rgba(), fill.rgba(), 0.25));
}

QImage Sprites::draw(const Mark& mark, const Icon* icon) const
{
    const int half = static_cast<int>(std::ceil(reach(mark) * m_ratio));
    QImage image(2 * half + 1, 2 * half + 1, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(m_ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate((half + 0.5) / m_ratio, (half + 0.5) / m_ratio);

    paintMark(painter, mark, icon, m_ink, m_ratio);
    return image;
}

} // namespace map
