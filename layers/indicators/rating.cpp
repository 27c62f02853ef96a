// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/rating.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace indicators {

namespace {

constexpr double hugeValue = 1e9;

using Values = std::vector<Averaged>;

const Averaged* find(const Values& values, const QString& quantity)
{
    const auto found = std::find_if(values.begin(), values.end(),
                                    [&](const Averaged& one) { return one.quantity == quantity; });
    return found == values.end() ? nullptr : &*found;
}

QString namesOf(const Scale& scale)
{
    QStringList names;
    for (const Input& input : scale.inputs)
        if (!names.contains(input.quantity)) names << input.quantity;
    return names.join(QStringLiteral(", "));
}

std::optional<city::Problem> wrongWith(const Scale& scale, const Values& values)
{
    if (values.empty())
        return city::Problem{
            scale.id, {}, {QT_TRANSLATE_NOOP("Message", "no value is given; it takes %1"), {namesOf(scale)}}};
    for (const Averaged& one : values) {
        const Input* input = scale.input(one.quantity);
        if (!input)
            return city::Problem{scale.id,
                                 one.quantity,
                                 {QT_TRANSLATE_NOOP("Message", "the scale has no such quantity; it takes %1"),
                                  {namesOf(scale)}}};
        if (!std::isfinite(one.value) || one.value > hugeValue)
            return city::Problem{scale.id, one.quantity,
                                 QT_TRANSLATE_NOOP("Message", "is no number that can be measured")};
        if (one.value < input->least)
            return city::Problem{
                scale.id,
                one.quantity,
                {QT_TRANSLATE_NOOP("Message", "%1 %2 is below %3, the least that can be measured"),
                 {QString::number(one.value), input->unit, QString::number(input->least)}}};
        if (find(values, one.quantity) != &one)
            return city::Problem{scale.id, one.quantity, QT_TRANSLATE_NOOP("Message", "is given twice")};
    }
    return std::nullopt;
}

/// The index number of `steps` within a segment, rounded half up in whole numbers.
int interpolate(std::pair<int, int> index, qint64 low, qint64 high, qint64 steps)
{
    const qint64 rise = index.second - index.first, run = high - low;
    const qint64 twice = 2 * rise * (steps - low) + run;
    return index.first + static_cast<int>(twice / (2 * run));
}

/// Whether the value is above what this input has breakpoints for.
bool isAbove(const Input& input, double value)
{
    const auto last = std::find_if(input.segments.rbegin(), input.segments.rend(),
                                   [](const auto& one) { return one.has_value(); });
    return last != input.segments.rend() &&
           input.rounding.steps(value) > input.rounding.steps((*last)->second);
}

void findIndex(const Scale& scale, const Input& input, Part& part)
{
    const qint64 steps = std::max<qint64>(0, input.rounding.steps(part.input.value));
    for (std::size_t i = input.segments.size(); i-- > 0;) {
        if (!input.segments[i]) continue;
        const qint64 low = input.rounding.steps(input.segments[i]->first);
        const qint64 high = input.rounding.steps(input.segments[i]->second);
        if (steps < low) continue;
        const bool within = steps <= high;
        part.beyond = !within && input.above.isEmpty();
        const bool extends = part.beyond && scale.extendsBeyond;
        part.index =
            within || extends ? interpolate(scale.index[i], low, high, steps) : scale.index[i].second;
        const Level* level = scale.levelOf(std::min(*part.index, scale.index.back().second));
        if (level) part.level = static_cast<std::size_t>(level - scale.levels.data());
        return;
    }
}

Part partOf(const Scale& scale, const Input& input, const Averaged& value)
{
    Part part;
    part.input = value;
    part.looked = input.rounding.apply(value.value);
    if (scale.index.empty())
        part.level = levelIndex(input, part.looked);
    else
        findIndex(scale, input, part);
    return part;
}

enum class Counts { Yes, No, IfCondition };

/// Whether the input counts; IfCondition when that hangs on a quantity that is not known. The Problem when it
/// would have to be there but is not.
city::Result<Counts> counts(const Scale& scale, const Input& input, const Values& values)
{
    const Averaged* value = find(values, input.quantity);
    if (!input.whenQuantity.isEmpty()) {
        const Averaged* condition = find(values, input.whenQuantity);
        if (!condition) return value ? Counts::IfCondition : Counts::No;
        const bool holds = condition->value >= input.whenAtLeast;
        if (holds && !value)
            return city::Problem{
                scale.id,
                input.quantity,
                {QT_TRANSLATE_NOOP("Message", "is missing: it decides where %1 is %2 or more"),
                 {input.whenQuantity, QString::number(input.whenAtLeast)}}};
        return holds ? Counts::Yes : Counts::No;
    }
    if (value && !input.above.isEmpty() && isAbove(input, value->value) && !find(values, input.above))
        return city::Problem{
            scale.id,
            input.above,
            {QT_TRANSLATE_NOOP("Message", "is missing: it decides where %1 is above its table"),
             {input.quantity}}};
    return value ? Counts::Yes : Counts::No;
}

bool isWorse(const Part& a, const Part& b)
{
    if (!a.level) return false;
    if (!b.level) return true;
    return a.index ? *a.index > *b.index : *a.level > *b.level;
}

/// A scale of one quantity, which has no inputs.
city::Result<Rating> rateAlone(const Scale& scale, const Values& values)
{
    if (values.size() != 1 || values[0].quantity != scale.quantity)
        return city::Problem{
            scale.id, {}, {QT_TRANSLATE_NOOP("Message", "one value is expected, of %1"), {scale.quantity}}};
    const Level* level = scale.levelOf(values[0].value);
    if (!level)
        return city::Problem{scale.id, scale.quantity,
                             QT_TRANSLATE_NOOP("Message", "is outside of the scale")};
    const Part part{values[0],
                    scale.rounding.apply(values[0].value),
                    {},
                    static_cast<std::size_t>(level - scale.levels.data())};
    return Rating{scale.id, scale.version, {}, *level, scale.quantity, false, {part}, {}};
}

} // namespace

city::Result<Rating> rate(const Scale& scale, const std::vector<Averaged>& values)
{
    if (scale.inputs.empty()) return rateAlone(scale, values);
    if (const auto wrong = wrongWith(scale, values)) return *wrong;
    Rating rating;
    rating.scale = scale.id;
    rating.version = scale.version;
    const Part* worst = nullptr;
    rating.parts.reserve(scale.inputs.size());
    std::vector<std::pair<const Input*, Part>> undecided;
    for (const Input& input : scale.inputs) {
        const city::Result<Counts> counted = counts(scale, input, values);
        if (!counted) return counted.problem();
        const Averaged* value = find(values, input.quantity);
        if (*counted == Counts::Yes) rating.parts.push_back(partOf(scale, input, *value));
        if (*counted == Counts::IfCondition) undecided.emplace_back(&input, partOf(scale, input, *value));
        if (!value && !rating.missing.contains(input.quantity)) rating.missing << input.quantity;
    }
    for (const Part& part : rating.parts) {
        if (!worst || isWorse(part, *worst)) worst = &part;
    }
    for (const auto& [input, part] : undecided) {
        if (worst && !isWorse(part, *worst)) continue;
        return city::Problem{scale.id, input->whenQuantity,
                             QT_TRANSLATE_NOOP("Message", "is missing: without it nothing can be said")};
    }
    if (!worst || !worst->level)
        return city::Problem{
            scale.id,
            {},
            QT_TRANSLATE_NOOP("Message", "the given values are below the table: there is no index")};
    rating.index = worst->index;
    rating.level = scale.levels[*worst->level];
    rating.critical = worst->input.quantity;
    rating.beyond =
        std::any_of(rating.parts.begin(), rating.parts.end(), [](const Part& one) { return one.beyond; });
    return rating;
}

} // namespace indicators
