// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/label_path.h"

#include "layers/map/paint/clip.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace map {

namespace {

constexpr double sharpest = 30 * std::numbers::pi / 180; // from one letter to the next

double turned(double from, double to)
{
    return std::abs(std::remainder(to - from, 2 * std::numbers::pi));
}

} // namespace

ScreenPath::ScreenPath(const std::vector<QPointF>& line, const View& view)
{
    double west = 1e300, east = -1e300, north = 1e300, south = -1e300, length = 0;
    for (const QPointF& point : line) {
        const QPointF p = view.toScreen(point);
        if (!m_points.empty()) length += std::hypot(p.x() - m_points.back().x(), p.y() - m_points.back().y());
        m_points.push_back(p);
        m_lengths.push_back(length);
        west = std::min(west, p.x());
        east = std::max(east, p.x());
        north = std::min(north, p.y());
        south = std::max(south, p.y());
    }
    m_inView = !m_points.empty() &&
               meets(QRectF(west, north, east - west, south - north), QRectF(QPointF(), QSizeF(view.size)));
}

QPointF ScreenPath::at(double length) const
{
    const auto next = std::upper_bound(m_lengths.begin(), m_lengths.end(), length);
    if (next == m_lengths.begin()) return m_points.front();
    if (next == m_lengths.end()) return m_points.back();
    const auto i = static_cast<std::size_t>(next - m_lengths.begin());
    const double part = (length - m_lengths[i - 1]) / (m_lengths[i] - m_lengths[i - 1]);
    return m_points[i - 1] + (m_points[i] - m_points[i - 1]) * part;
}

std::optional<std::vector<PlacedLetter>>
lettersAlong(const ScreenPath& path, const std::vector<double>& widths, double centre, Steep steep)
{
    const double width = std::accumulate(widths.begin(), widths.end(), 0.0);
    if (centre - width / 2 < 0 || centre + width / 2 > path.length()) return {};
    const QPointF whole = path.at(centre + width / 2) - path.at(centre - width / 2);
    const bool stacked =
        steep == Steep::Stacked && std::abs(whole.y()) > 1.7 * std::abs(whole.x()); // beyond 60 degrees
    const double sense =
        (stacked ? whole.y() : whole.x()) < 0 ? -1 : 1; // read from left to right, or downwards
    std::vector<PlacedLetter> letters;
    double from = centre - sense * width / 2;
    for (const double one : widths) {
        const double to = from + sense * one;
        const QPointF a = path.at(from), b = path.at(to);
        const PlacedLetter letter{(a + b) / 2, std::atan2(b.y() - a.y(), b.x() - a.x())};
        if (!letters.empty() && turned(letters.back().radians, letter.radians) > sharpest) return {};
        letters.push_back(letter);
        from = to;
    }
    if (stacked)
        for (PlacedLetter& letter : letters)
            letter.radians = 0;
    return letters;
}

Steep steepOf(const QString& text)
{
    const auto squareLetter = [](QChar one) {
        const QChar::Script script = one.script();
        return one.isDigit() || script == QChar::Script_Han || script == QChar::Script_Hiragana ||
               script == QChar::Script_Katakana || script == QChar::Script_Hangul ||
               script == QChar::Script_Bopomofo;
    };
    return std::all_of(text.begin(), text.end(), squareLetter) ? Steep::Stacked : Steep::Turned;
}

} // namespace map
