// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/summary.h"

#include <QDateTime>
#include <algorithm>
#include <array>
#include <charconv>

namespace history {

namespace {

constexpr qint64 dayLong = 86'400'000;

QDateTime local(qint64 at, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(at, zone);
}

/// A mean to nine digits: no measured value has more, and a list of such means is half as long.
double rounded(double mean)
{
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), mean, std::chars_format::general, 9).ptr;
    std::from_chars(text.data(), end, mean);
    return mean;
}

/// Steps of less than an hour or so begin at whole multiples of them; zones differ from UTC by quarters of an hour.
bool isShort(qint64 step)
{
    return 900'000 % step == 0;
}

} // namespace

qint64 Stretches::startOf(qint64 at) const
{
    const qint64 length = step.count();
    const qint64 sinceMultiple = ((at % length) + length) % length;
    if (isShort(length) || zone == QTimeZone::utc()) return at - sinceMultiple;
    const QDateTime midnight = local(at, zone).date().startOfDay(zone);
    const qint64 begin = midnight.toMSecsSinceEpoch();
    return length >= dayLong ? begin : begin + (at - begin) / length * length;
}

qint64 Stretches::after(qint64 start) const
{
    const qint64 length = step.count();
    if (length < dayLong || zone == QTimeZone::utc()) return startOf(start + length);
    return startOf(start + length + length / 4); // an hour more or less when the clocks are put
}

std::vector<Summary> summariesOf(const std::vector<Told>& believed, const Stretches& stretches)
{
    std::vector<Summary> summaries;
    qint64 end = 0;
    double sum = 0;
    for (const Told& one : believed) {
        if (summaries.empty() || one.at >= end) {
            const qint64 start = stretches.startOf(one.at);
            end = stretches.after(start);
            summaries.push_back({instantOf(start), 0, one.value, 0, one.value, 0});
            sum = 0;
        }
        Summary& summary = summaries.back();
        sum += one.value;
        ++summary.count;
        summary.min = std::min(summary.min, one.value);
        summary.max = std::max(summary.max, one.value);
        summary.mean = sum / summary.count;
        summary.last = one.value;
    }
    for (Summary& summary : summaries)
        summary.mean = rounded(summary.mean);
    return summaries;
}

} // namespace history
