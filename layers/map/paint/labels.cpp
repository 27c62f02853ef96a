// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/labels.h"

#include "layers/map/paint/label_path.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace map {

namespace {

constexpr double apart = 3;             // pixels kept free round a label
constexpr std::size_t mostTried = 4000; // of the highest priority; more would not fit on any screen

struct Candidate {
    const Label* label = nullptr;
    const LayerScene* layer = nullptr;
};

// Labels along lines count as seen: where they stand is found later.
std::vector<Candidate> inView(const Scene& scene, const View& view)
{
    std::vector<Candidate> found;
    const QRectF screen = QRectF(QPointF(), QSizeF(view.size));
    for (auto layer = scene.layers.rbegin(); layer != scene.layers.rend(); ++layer) {
        if (!isShown(**layer, view.metresPerPixel) || view.metresPerPixel > (*layer)->labelMaxMetresPerPixel)
            continue;
        for (const Label& label : (*layer)->labels) {
            const bool there =
                label.along < 0
                    ? screen.contains(view.toScreen(label.at))
                    : ScreenPath((*layer)->lines[static_cast<std::size_t>(label.along)].points, view)
                          .isInView();
            if (there) found.push_back({&label, layer->get()});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
        return a.label->priority > b.label->priority;
    });
    if (found.size() > mostTried) found.resize(mostTried);
    return found;
}

QColor chosen(QRgb own, const QColor& usual, const QColor& otherwise)
{
    if (qAlpha(own) > 0) return QColor::fromRgba(own);
    return usual.isValid() ? usual : otherwise;
}

// Their numbers are text, too.
void keepClearOfPies(const Scene& scene, const View& view, Occupancy& occupied)
{
    const QRectF screen(QPointF(), QSizeF(view.size));
    for (const auto& layer : scene.layers) {
        if (!isShown(*layer, view.metresPerPixel)) continue;
        for (const Pie& pie : layer->pies) {
            const QPointF at = view.toScreen(pie.at);
            const double r = static_cast<double>(pie.radius) * 0.85;
            if (screen.contains(at)) occupied.take({at.x() - r, at.y() - r, 2 * r, 2 * r});
        }
    }
}

struct Colours {
    QColor text, halo;
};

// Where each text has been written along lines: streets come in many pieces, their name need not stand on
// each.
using Repeats = QHash<QString, std::vector<QPointF>>;

bool isNearAnother(const Repeats& repeats, const Label& label, QPointF at)
{
    const auto written = repeats.constFind(label.text);
    return written != repeats.cend() && std::any_of(written->begin(), written->end(), [&](QPointF other) {
               return std::hypot(other.x() - at.x(), other.y() - at.y()) <
                      static_cast<double>(label.repeat) * 0.7;
           });
}

void drawLetters(QPainter& painter, const std::vector<TextRun::Letter>& letters,
                 const std::vector<PlacedLetter>& placed, const Colours& colours)
{
    constexpr double far = 1.4, near = 1.0;
    static const QPointF rim[] = {{-far, 0},      {far, 0},      {0, -far},     {0, far},
                                  {-near, -near}, {near, -near}, {-near, near}, {near, near}};
    for (const bool halo : {true, false}) { // the rims of all first: none lies on a neighbour
        painter.setPen(halo ? colours.halo : colours.text);
        for (std::size_t i = 0; i < letters.size(); ++i) {
            painter.save();
            painter.translate(placed[i].middle);
            painter.rotate(placed[i].radians * 180 / std::numbers::pi);
            for (const QGlyphRun& glyphs : letters[i].glyphs) {
                if (halo)
                    for (const QPointF& off : rim)
                        painter.drawGlyphRun(off, glyphs);
                else
                    painter.drawGlyphRun(QPointF(), glyphs);
            }
            painter.restore();
        }
    }
}

// Boxes of letters on the screen, however they are turned.
std::vector<QRectF> boxesOf(const std::vector<PlacedLetter>& placed, const std::vector<double>& widths,
                            double height)
{
    std::vector<QRectF> boxes;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const double c = std::abs(std::cos(placed[i].radians)), s = std::abs(std::sin(placed[i].radians));
        const double w = widths[i] * c + height * s, h = widths[i] * s + height * c;
        boxes.emplace_back(placed[i].middle.x() - w / 2, placed[i].middle.y() - h / 2, w, h);
    }
    return boxes;
}

// Again and again along the line, at places that depend on line and scale only, so that they stay while it is
// dragged.
void paintAlong(QPainter& painter, const Label& label, const ScreenPath& path, const TextRun& run,
                const Colours& colours, const View& view, Occupancy& occupied, Repeats& repeats)
{
    if (path.length() < run.size().width()) return;
    const std::vector<TextRun::Letter> letters = run.letters();
    std::vector<double> widths;
    for (const TextRun::Letter& letter : letters)
        widths.push_back(letter.width);
    const double repeat = std::max(static_cast<double>(label.repeat), run.size().width() + 20);
    const double count = std::max(1.0, std::floor(path.length() / repeat));
    const QRectF screen(QPointF(), QSizeF(view.size));
    for (double i = 0; i < count; ++i) {
        const double centre = path.length() * (i + 0.5) / count;
        const QPointF at = path.at(centre);
        if (!screen.contains(at) || isNearAnother(repeats, label, at)) continue;
        const auto placed = lettersAlong(path, widths, centre, steepOf(label.text));
        if (!placed || !occupied.claimAll(boxesOf(*placed, widths, run.size().height() * 0.8))) continue;
        drawLetters(painter, letters, *placed, colours);
        repeats[label.text].push_back(at);
    }
}

} // namespace

template<typename Visit> bool Occupancy::each(const QRectF& box, Visit visit)
{
    const auto index = [](double v) { return static_cast<int>(std::floor(v / cell)); };
    for (int x = index(box.left()); x <= index(box.right()); ++x) {
        for (int y = index(box.top()); y <= index(box.bottom()); ++y) {
            if (!visit(m_cells[{x, y}])) return false;
        }
    }
    return true;
}

bool Occupancy::claimAll(const std::vector<QRectF>& boxes)
{
    const bool isFree = std::all_of(boxes.begin(), boxes.end(), [this](const QRectF& box) {
        return each(box, [&box](const std::vector<QRectF>& taken) {
            return std::none_of(taken.begin(), taken.end(),
                                [&box](const QRectF& other) { return other.intersects(box); });
        });
    });
    if (!isFree) return false;
    for (const QRectF& box : boxes)
        take(box);
    return true;
}

void Occupancy::take(const QRectF& box)
{
    each(box, [&box](std::vector<QRectF>& taken) {
        taken.push_back(box);
        return true;
    });
}

void paintLabels(QPainter& painter, const Scene& scene, const View& view, Occupancy& occupied,
                 const std::atomic<bool>* cancelled)
{
    keepClearOfPies(scene, view, occupied);
    Repeats repeats;
    for (const Candidate& candidate : inView(scene, view)) {
        if (cancelled && *cancelled) return;
        const Label& label = *candidate.label;
        const TextRun run(label.text,
                          mapFont(scene.ink, label.pixels, label.bold ? QFont::DemiBold : QFont::Normal));
        const Colours colours{chosen(label.colour, scene.ink.label, Qt::black),
                              chosen(label.halo, scene.ink.labelHalo, Qt::white)};
        if (label.along >= 0) {
            const Line& line = candidate.layer->lines[static_cast<std::size_t>(label.along)];
            paintAlong(painter, label, ScreenPath(line.points, view), run, colours, view, occupied, repeats);
            continue;
        }
        const QPointF at = view.toScreen(label.at) + QPointF(0, label.offsetY);
        const QSizeF size = run.size();
        const QPointF topLeft(std::round(at.x() - size.width() / 2), std::round(at.y() - size.height() / 2));
        if (!occupied.claim(QRectF(topLeft, size).adjusted(-apart, -1, apart, 1))) continue;
        run.draw(painter, topLeft, colours.text, colours.halo);
    }
}

} // namespace map
