// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/labels.h"

#include "layers/map/paint/text.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace map {

namespace {

constexpr double apart = 3;             // pixels kept free round a label
constexpr std::size_t mostTried = 4000; // of the highest priority; more would not fit on any screen

std::vector<const Label*> inView(const Scene& scene, const View& view)
{
    std::vector<const Label*> found;
    const QRectF screen = QRectF(QPointF(), QSizeF(view.size));
    for (auto layer = scene.layers.rbegin(); layer != scene.layers.rend(); ++layer) {
        if (!isShown(**layer, view.metresPerPixel) || view.metresPerPixel > (*layer)->labelMaxMetresPerPixel)
            continue;
        for (const Label& label : (*layer)->labels) {
            if (screen.contains(view.toScreen(label.at))) found.push_back(&label);
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Label* a, const Label* b) { return a->priority > b->priority; });
    if (found.size() > mostTried) found.resize(mostTried);
    return found;
}

QColor chosen(QRgb own, const QColor& usual, const QColor& otherwise)
{
    if (qAlpha(own) > 0) return QColor::fromRgba(own);
    return usual.isValid() ? usual : otherwise;
}

} // namespace

bool Occupancy::claim(const QRectF& box)
{
    const auto index = [](double v) { return static_cast<int>(std::floor(v / cell)); };
    const auto each = [&](auto&& visit) {
        for (int x = index(box.left()); x <= index(box.right()); ++x) {
            for (int y = index(box.top()); y <= index(box.bottom()); ++y) {
                if (!visit(m_cells[{x, y}])) return false;
            }
        }
        return true;
    };
    const bool isFree = each([&box](const std::vector<QRectF>& taken) {
        return std::none_of(taken.begin(), taken.end(),
                            [&box](const QRectF& other) { return other.intersects(box); });
    });
    if (!isFree) return false;
    return each([&box](std::vector<QRectF>& taken) {
        taken.push_back(box);
        return true;
    });
}

void paintLabels(QPainter& painter, const Scene& scene, const View& view, Occupancy& occupied,
                 const std::atomic<bool>* cancelled)
{
    for (const Label* label : inView(scene, view)) {
        if (cancelled && *cancelled) return;
        const QPointF at = view.toScreen(label->at) + QPointF(0, label->offsetY);
        // Most labels of a crowded map lose: they are turned away by a guess of their size before they are
        // laid out.
        const TextRun run(label->text,
                          mapFont(scene.ink, label->pixels, label->bold ? QFont::DemiBold : QFont::Normal));
        const QSizeF size = run.size();
        const QPointF topLeft(std::round(at.x() - size.width() / 2), std::round(at.y() - size.height() / 2));
        if (!occupied.claim(QRectF(topLeft, size).adjusted(-apart, -1, apart, 1))) continue;
        run.draw(painter, topLeft, chosen(label->colour, scene.ink.label, Qt::black),
                 chosen(label->halo, scene.ink.labelHalo, Qt::white));
    }
}

} // namespace map
