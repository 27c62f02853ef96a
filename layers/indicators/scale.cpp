// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/scale.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace indicators {

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

bool isInside(const Level& level, double value, Edge edge, bool atEnd)
{
    if (value > level.from && value < level.to) return true;
    if (edge == Edge::LowerIsInside) return value == level.from || (atEnd && value == level.to);
    return value == level.to || (atEnd && value == level.from);
}

/// The levels an input with index segments reaches, each beginning where its first segment does.
void takeSegments(const Scale& scale, const Input& input, Scale& own)
{
    for (std::size_t i = 0; i < input.segments.size(); ++i) {
        const Level* level = scale.levelOf(scale.index[i].first);
        if (!input.segments[i] || !level) continue;
        if (!own.levels.empty() && own.levels.back().number == level->number) continue;
        if (!own.levels.empty()) own.levels.back().to = input.segments[i]->first;
        own.levels.push_back(*level);
        own.levels.back().from = own.levels.size() == 1 ? std::min(input.least, input.segments[i]->first)
                                                        : input.segments[i]->first;
        own.levels.back().to = endless;
    }
}

/// The levels an input with bounds reaches; what only other inputs lead to is passed over.
void takeBounds(const Scale& scale, const Input& input, Scale& own)
{
    double begin = input.downwards ? endless : -endless;
    for (std::size_t i = 0; i < scale.levels.size(); ++i) {
        if (i > 0 && !input.bounds[i - 1]) continue;
        double end = -begin;
        if (i > 0) {
            begin = *input.bounds[i - 1];
            (input.downwards ? own.levels.back().from : own.levels.back().to) = begin;
            end = input.downwards ? -endless : endless;
        }
        Level level = scale.levels[i];
        level.from = std::min(begin, end);
        level.to = std::max(begin, end);
        own.levels.push_back(level);
    }
}

} // namespace

const Level* Scale::levelOf(double value) const
{
    if (!std::isfinite(value)) return nullptr;
    const double looked = rounding.apply(value);
    const bool upwards = levels.empty() || levels.front().from <= levels.back().from;
    // The outermost end belongs to the scale on either side.
    const Level* end = levels.data() + (upwards == (edge == Edge::LowerIsInside) ? levels.size() - 1 : 0);
    for (const Level& level : levels) {
        if (isInside(level, looked, edge, &level == end)) return &level;
    }
    return nullptr;
}

const Input* Scale::input(const QString& quantityName) const
{
    const auto found = std::find_if(inputs.begin(), inputs.end(),
                                    [&](const Input& one) { return one.quantity == quantityName; });
    return found == inputs.end() ? nullptr : &*found;
}

std::size_t levelIndex(const Input& input, double value)
{
    std::size_t reached = 0;
    const bool atBoundaryOver = (input.edge == Edge::LowerIsInside) != input.downwards;
    for (std::size_t i = 0; i < input.bounds.size(); ++i) {
        if (!input.bounds[i]) continue;
        const double bound = *input.bounds[i];
        const bool over = input.downwards ? value < bound : value > bound;
        if (over || (atBoundaryOver && value == bound)) reached = i + 1;
    }
    return reached;
}

Scale scaleOfInput(const Scale& scale, const Input& input)
{
    Scale own = scale;
    own.id = scale.id + QLatin1Char('/') + input.name;
    own.quantity = input.quantity;
    own.unit = input.unit;
    own.rounding = input.rounding;
    own.edge = input.edge;
    own.index.clear();
    own.inputs.clear();
    own.levels.clear();
    if (scale.index.empty())
        takeBounds(scale, input, own);
    else
        takeSegments(scale, input, own);
    return own;
}

} // namespace indicators
