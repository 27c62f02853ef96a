// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/local_text.h"
#include "layers/indicators/rounding.h"

#include <QColor>
#include <QDate>
#include <QHash>
#include <QString>
#include <optional>
#include <utility>
#include <vector>

namespace indicators {

/// One named level of a scale. Which end belongs to it says the scale's `edge`.
struct Level {
    int number = 0;       ///< 1 is the mildest class; 0 is below the first class.
    QString sign;         ///< The publisher's own sign where that is no number ("5-"); usually empty.
    city::LocalText word; ///< "Moderate", 普通
    QColor colour;
    double from = 0, to = 0; ///< May be infinite at the ends.
    QString symbol; ///< Shape that says the level without colour: "circle", "square", "triangle", "diamond".
};

/// To which of two neighbouring levels their common boundary belongs: "40 mm or more", "0.31 or less".
enum class Edge { LowerIsInside, UpperIsInside };

/// One of the quantities a scale of several is made of.
struct Input {
    QString name;      ///< Unique within the scale; nearly always the quantity.
    QString quantity;  ///< "pm2.5", "o3-8h", "rain-24h", "pga": the words of `cityops indicator`.
    QString unit;      ///< UCUM of its numbers.
    QString averaging; ///< Over what the value has to be taken: "24 h mean".
    Rounding rounding;
    double least =
        0; ///< A smaller value is refused; instruments for particles may read a little below nothing.

    /// Breakpoints of each segment of `Scale::index`, both ends inside; nothing where the table has a dash.
    std::vector<std::optional<std::pair<double, double>>> segments;
    /// For scales without index numbers: where each level but the mildest begins, in their order; nothing for
    /// a level this quantity never leads to.
    std::vector<std::optional<double>> bounds;
    bool downwards = false; ///< The lower the value, the worse the level.
    Edge edge = Edge::LowerIsInside;

    QString above;        ///< The quantity that decides above this one's last breakpoint; must be given then.
    QString whenQuantity; ///< Counts, and must be given, only when this other quantity
    double whenAtLeast = 0; ///< is at least so much.
};

/// A published classification, as versioned data (resources/scales/*.yaml), never as constants. Either of one
/// quantity
/// (`levels` have bounds, `inputs` is empty), or of several (`inputs`): then with index numbers (`index` is
/// not empty and `levels` are of the index) or without them (the worst level of any input counts).
struct Scale {
    QString id, version;
    QDate effectiveFrom,
        effectiveTo; ///< In force from and to these days, inclusive; invalid: not stated, in force.
    city::LocalText title;
    QString source; ///< The document the numbers come from.
    QString quantity;
    QString unit;              ///< UCUM of `from` and `to`.
    std::vector<Level> levels; ///< In order, without gap or overlap.
    Edge edge = Edge::LowerIsInside;
    Rounding rounding; ///< Of a value before it is looked up.

    std::vector<std::pair<int, int>> index; ///< Segments of the index number: 0 to 50, 51 to 100, ...
    std::vector<Input> inputs;
    bool extendsBeyond =
        false; ///< Above the last breakpoint the last segment goes on; otherwise the index stays there.

    /// The level `value` is in; nothing for a value outside the scale or not finite.
    const Level* levelOf(double value) const;
    /// The first input that takes this quantity; null when none does.
    const Input* input(const QString& quantityName) const;
};

/// The position in `scale.levels` a value of `input` leads to, for a scale without index numbers.
std::size_t levelIndex(const Input& input, double value);

/// The scale of one input by itself, to colour its values by: id "tw-aqi-2025/pm2.5". Made from the one
/// table, so that no table has a second home. Only for an input of `scale`.
Scale scaleOfInput(const Scale& scale, const Input& input);

using ScaleCatalogue = QHash<QString, Scale>;

} // namespace indicators
