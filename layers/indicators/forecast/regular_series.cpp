// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/forecast/regular_series.h"

#include "layers/indicators/hourly.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>
#include <cmath>
#include <limits>

namespace indicators {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr qint64 dayLength = 86'400'000;
constexpr double farOff = 12; ///< Usual steps between two values a single one must be off to be a spike.

/// Local time of day and day class of every step; the offset of the zone is asked once a day, which changes
/// at midnight as nearly as a class of hours needs it.
std::vector<int> classesOf(const RegularSeries& series, const DayCalendar& calendar, std::size_t count)
{
    std::vector<int> classes(count);
    qint64 utcDay = std::numeric_limits<qint64>::min(), offset = 0;
    QDate localDay;
    int dayClass = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const qint64 at = series.at(i).time_since_epoch().count();
        if (at / dayLength != utcDay) {
            utcDay = at / dayLength;
            offset = 1000LL * calendar.zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC));
        }
        const QDate day = QDate(1970, 1, 1).addDays((at + offset) / dayLength);
        if (day != localDay) dayClass = calendar.dayClass(localDay = day);
        const qint64 slot = ((at + offset) % dayLength) / series.step.count();
        classes[i] = dayClass * static_cast<int>(series.perDay) + static_cast<int>(slot);
    }
    return classes;
}

city::Series sane(const city::Series& series, city::Instant issue, double least, Cleaning& cleaning)
{
    city::Series kept{series.place, series.quantity, series.unit, {}};
    city::Instant before = city::Instant::min();
    for (const city::Sample& sample : series.samples) {
        ++cleaning.samples;
        if (sample.at < before) ++cleaning.outOfOrder;
        before = sample.at;
        if (sample.at > issue)
            ++cleaning.fromTheFuture;
        else if (!std::isfinite(sample.value) || sample.value < least)
            ++cleaning.outOfRange;
        else
            kept.samples.push_back(sample);
    }
    return kept;
}

/// Steps of a run of one value longer than `longest` are missing but for its first: the instrument hangs.
/// Zero is what many a count honestly is at night, but not for longer than a day either.
int dropFlat(std::vector<double>& values, std::size_t longest)
{
    int dropped = 0;
    for (std::size_t i = 0; i < values.size();) {
        std::size_t end = i + 1;
        while (end < values.size() && values[end] == values[i])
            ++end;
        if (end - i > longest && std::isfinite(values[i])) {
            std::fill(values.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                      values.begin() + static_cast<std::ptrdiff_t>(end), none);
            dropped += static_cast<int>(end - i) - 1;
        }
        i = end;
    }
    return dropped;
}

double medianStep(const std::vector<double>& values)
{
    std::vector<double> steps;
    for (std::size_t i = 1; i < values.size(); ++i) {
        const double step = std::abs(values[i] - values[i - 1]);
        if (std::isfinite(step) && step > 0) steps.push_back(step);
    }
    if (steps.empty()) return 0;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

int dropSpikes(std::vector<double>& values)
{
    const double usual = medianStep(values);
    int dropped = 0;
    for (std::size_t i = 1; usual > 0 && i + 1 < values.size(); ++i) {
        const double before = values[i] - values[i - 1], after = values[i] - values[i + 1];
        const bool alone = before * after > 0 && std::min(std::abs(before), std::abs(after)) > farOff * usual;
        if (!alone || std::abs(values[i + 1] - values[i - 1]) > 3 * usual) continue;
        values[i] = none;
        ++dropped;
    }
    return dropped;
}

/// The last step that is used: the one `issue` lies in when the series speaks once a step and has spoken in
/// it; otherwise the one before, since of several samples the mean is not known before the step is over.
city::Instant lastStep(const city::Series& kept, city::Instant issue, city::Duration step)
{
    const city::Instant begun(step * (issue.time_since_epoch() / step));
    const auto in = std::count_if(kept.samples.begin(), kept.samples.end(),
                                  [&](const auto& one) { return one.at >= begun; });
    const auto before = std::count_if(kept.samples.begin(), kept.samples.end(), [&](const auto& one) {
        return one.at < begun && one.at >= begun - step;
    });
    return in == 1 && before <= 1 ? begun : begun - step;
}

city::Problem problem(const city::Series& series, city::Message text)
{
    return {series.place.kind + QLatin1Char('/') + series.place.id, series.quantity, std::move(text)};
}

void toSteps(const city::Series& kept, city::Instant until, std::size_t most, RegularSeries& out)
{
    const auto oldest = std::min_element(kept.samples.begin(), kept.samples.end(),
                                         [](const auto& a, const auto& b) { return a.at < b.at; });
    const auto span = static_cast<std::size_t>((until - oldest->at) / out.step) + 2;
    const Steps steps = lastSteps(kept, until, std::min(span, most), out.step);
    std::size_t count = steps.values.size();
    while (count > 0 && !steps.values[count - 1])
        --count;
    out.first = steps.at(count - 1);
    for (std::size_t i = count; i-- > 0;)
        out.values.push_back(steps.values[i].value_or(none));
}

} // namespace

city::Result<CleanSeries> cleanSeries(const city::Series& series, city::Instant issue, city::Duration step,
                                      const DayCalendar& calendar, double least, std::size_t ahead,
                                      std::size_t most)
{
    CleanSeries clean;
    RegularSeries& made = clean.series;
    made.step = step;
    made.perDay = static_cast<std::size_t>(std::max<qint64>(1, dayLength / step.count()));
    made.perWeek = 7 * made.perDay;
    const city::Series kept = sane(series, issue, least, clean.cleaning);
    if (kept.samples.empty())
        return problem(series, QT_TRANSLATE_NOOP("Message", "there is no value to forecast from"));
    toSteps(kept, lastStep(kept, issue, step) + step - city::Duration(1), most, made);
    auto& values = made.values;
    clean.cleaning.missing =
        static_cast<int>(std::count_if(values.begin(), values.end(), [](double v) { return std::isnan(v); }));
    clean.cleaning.flat = dropFlat(values, made.perDay == 1 ? 7 : made.perDay);
    clean.cleaning.spikes = dropSpikes(values);
    const auto usable =
        std::count_if(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
    const auto needed = static_cast<std::ptrdiff_t>(made.perDay == 1 ? 28 : 4 * made.perDay);
    if (clean.cleaning.flat > 0 && usable < needed)
        return problem(
            series, QT_TRANSLATE_NOOP("Message",
                                      "the instrument repeats one value: there is nothing to forecast from"));
    if (usable < needed)
        return problem(
            series,
            {QT_TRANSLATE_NOOP("Message", "too short to forecast from: %1 values, at least %2 are needed"),
             {QString::number(usable), QString::number(needed)}});
    made.classes = classesOf(made, calendar, made.size() + ahead);
    return clean;
}

city::Duration forecastStep(const city::Series& series)
{
    constexpr city::Duration hour(3600'000), day(dayLength);
    const auto& samples = series.samples;
    if (samples.size() < 2) return hour;
    std::vector<city::Duration> gaps;
    for (std::size_t i = 1; i < samples.size(); ++i)
        gaps.push_back(samples[i].at - samples[i - 1].at);
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    return *middle > 6 * hour ? day : hour;
}

} // namespace indicators
