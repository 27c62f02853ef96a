// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/classes.h"

#include "layers/map/kinds/jenks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace map {

namespace {

std::vector<double> quantileBreaks(const std::vector<double>& sorted, int count)
{
    std::vector<double> breaks;
    const auto size = static_cast<double>(sorted.size());
    for (int i = 1; i < count; ++i)
        breaks.push_back(sorted[static_cast<std::size_t>(std::ceil(size * i / count - 1e-9))]);
    return breaks;
}

std::vector<double> equalBreaks(double least, double most, int count)
{
    std::vector<double> breaks;
    for (int i = 1; i < count; ++i)
        breaks.push_back(least + (most - least) * i / count);
    return breaks;
}

std::vector<double> deviationBreaks(const std::vector<double>& sorted, int count)
{
    const auto size = static_cast<double>(sorted.size());
    const double mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) / size;
    const double squares = std::accumulate(sorted.begin(), sorted.end(), 0.0, [mean](double sum, double v) {
        return sum + (v - mean) * (v - mean);
    });
    const double deviation = std::sqrt(squares / size);
    std::vector<double> breaks;
    for (int i = 1; i < count; ++i)
        breaks.push_back(mean + (i - count / 2.0) * deviation);
    return breaks;
}

// Ascending, distinct, and only those that part the values.
void tidy(std::vector<double>& breaks, double least, double most)
{
    std::sort(breaks.begin(), breaks.end());
    breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
    std::erase_if(breaks, [least, most](double b) { return !(b > least && b <= most); });
}

QString shortest(double value, double gap)
{
    const int decimals = gap > 0 ? std::clamp(static_cast<int>(std::ceil(-std::log10(gap) + 0.5)), 0, 8) : 0;
    QString text = QString::number(value, 'f', decimals);
    if (text.contains(QLatin1Char('.'))) {
        while (text.endsWith(QLatin1Char('0')))
            text.chop(1);
        if (text.endsWith(QLatin1Char('.'))) text.chop(1);
    }
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

} // namespace

int Classes::of(double value) const
{
    if (!std::isfinite(value)) return -1;
    return static_cast<int>(std::upper_bound(breaks.begin(), breaks.end(), value) - breaks.begin());
}

QString Classes::text(int index) const
{
    double gap = most > least ? most - least : std::abs(most);
    for (std::size_t i = 1; i < breaks.size(); ++i)
        gap = std::min(gap, breaks[i] - breaks[i - 1]);
    const auto number = [gap](double value) { return shortest(value, gap / 10); };
    if (breaks.empty())
        return most > least ? number(least) + QStringLiteral(" – ") + number(most) : number(least);
    const auto i = static_cast<std::size_t>(index);
    if (index == 0) return QStringLiteral("< ") + number(breaks.front());
    if (i == breaks.size()) return QStringLiteral("≥ ") + number(breaks.back());
    return number(breaks[i - 1]) + QStringLiteral(" – ") + number(breaks[i]);
}

std::vector<double> prettyBreaks(double least, double most, int count)
{
    if (!(most > least) || !std::isfinite(most - least) || count < 1) return {};
    const double rough = (most - least) / count;
    const double ten = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * ten;
    for (const double nice : {1.0, 2.0, 5.0}) // the one nearest by ratio
        if (std::abs(std::log(nice * ten / rough)) < std::abs(std::log(step / rough))) step = nice * ten;
    std::vector<double> breaks;
    for (double i = std::floor(least / step) + 1; i * step < most; ++i)
        breaks.push_back(i * step);
    return breaks;
}

Classes classify(std::vector<double> values, ClassMethod method, int count)
{
    std::erase_if(values, [](double v) { return !std::isfinite(v); });
    Classes classes;
    if (values.empty()) return classes;
    std::sort(values.begin(), values.end());
    classes.least = values.front();
    classes.most = values.back();
    std::vector<double> distinct = values;
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    const bool byValues = method == ClassMethod::Quantiles || method == ClassMethod::Jenks;
    if (count < 2 || distinct.size() < 2) return classes;
    if (byValues && distinct.size() <= static_cast<std::size_t>(count))
        classes.breaks.assign(distinct.begin() + 1, distinct.end());
    else if (method == ClassMethod::Quantiles)
        classes.breaks = quantileBreaks(values, count);
    else if (method == ClassMethod::Jenks)
        classes.breaks = jenksBreaks(values, count);
    else if (method == ClassMethod::Pretty)
        classes.breaks = prettyBreaks(classes.least, classes.most, count);
    else if (method == ClassMethod::Deviation)
        classes.breaks = deviationBreaks(values, count);
    else
        classes.breaks = equalBreaks(classes.least, classes.most, count);
    tidy(classes.breaks, classes.least, classes.most);
    return classes;
}

Classes givenClasses(std::vector<double> breaks, const std::vector<double>& values)
{
    Classes classes = classify(values, ClassMethod::Given, 1);
    std::erase_if(breaks, [](double v) { return !std::isfinite(v); });
    std::sort(breaks.begin(), breaks.end());
    breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
    classes.breaks = std::move(breaks);
    return classes;
}

} // namespace map
