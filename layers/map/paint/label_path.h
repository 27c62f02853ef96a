// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/text.h"
#include "layers/map/scene/view.h"

#include <optional>

namespace map {

/// A line on the screen by the length along it.
class ScreenPath {
public:
    ScreenPath(const std::vector<QPointF>& line, const View& view);
    double length() const { return m_lengths.empty() ? 0 : m_lengths.back(); }
    QPointF at(double length) const;
    /// Whether its box meets that of the view.
    bool isInView() const { return m_inView; }

private:
    std::vector<QPointF> m_points;
    std::vector<double> m_lengths; ///< From the start to each point.
    bool m_inView = false;
};

/// A letter of a text along a line: where its middle stands and how it is turned.
struct PlacedLetter {
    QPointF middle;
    double radians = 0;
};

/// How letters take a steep line: turned with it, or one above the other as Chinese is written.
enum class Steep : quint8 { Turned, Stacked };
/// Stacked for texts of Chinese, Japanese and Korean letters and digits.
Steep steepOf(const QString& text);

/// Where the letters of a text of these widths stand when its middle is at `centre` along the path, upright.
/// Nothing where the line is too short, or bends too much to be read.
std::optional<std::vector<PlacedLetter>> lettersAlong(const ScreenPath& path,
                                                      const std::vector<double>& widths, double centre,
                                                      Steep steep = Steep::Turned);

} // namespace map
