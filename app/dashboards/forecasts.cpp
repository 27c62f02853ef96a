// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/forecasts.h"

#include "app/dashboards/format.h"
#include "app/dashboards/usual.h"
#include "layers/indicators/forecast/crossing.h"
#include "layers/release/released_series.h"

#include <cmath>

namespace app {

namespace {

QString modelName(const QString& model)
{
    static const QHash<QString, const char*> names{
        {QStringLiteral("typical-profile"), QT_TRANSLATE_NOOP("Message", "typical profile")},
        {QStringLiteral("holt-winters"), QT_TRANSLATE_NOOP("Message", "damped Holt-Winters")},
        {QStringLiteral("harmonic-regression"), QT_TRANSLATE_NOOP("Message", "harmonic regression")},
        {QStringLiteral("combination"), QT_TRANSLATE_NOOP("Message", "combination of models")}};
    const auto known = names.constFind(model);
    return known == names.cend() ? model : say(*known);
}

} // namespace

city::Duration aheadOf(const city::Quantity& quantity, city::Duration range, bool ofOnePlace)
{
    return ofOnePlace ? quantity.forecastAhead : std::min(quantity.forecastAhead, range / 2);
}

city::Result<std::shared_ptr<const indicators::Forecast>>
forecastOf(const Pack& pack, const city::Series& hours, city::Instant issue)
{
    indicators::ForecastQuestion question;
    question.issue = issue;
    question.step = indicators::forecastStep(hours);
    question.calendar = pack.calendar;
    city::Duration ahead{24 * 3600'000};
    if (const auto known = pack.quantities->constFind(hours.quantity); known != pack.quantities->cend()) {
        if (isDirection(&*known))
            return city::Problem{
                {},
                hours.quantity,
                QT_TRANSLATE_NOOP("Message", "a direction cannot be forecast like an amount")};
        question.least = known->least.value_or(question.least);
        question.most = known->most.value_or(question.most);
        ahead = known->forecastAhead;
    }
    question.horizon = static_cast<std::size_t>(std::max<qint64>(1, ahead / question.step));
    auto made = indicators::forecast(hours, question);
    if (!made) return made.problem();
    std::erase_if(made.value().fan, [&](const indicators::LeadForecast& lead) { return release::isWithheldHour(hours, lead.at, pack.zone); });
    if (!indicators::beatsNaive(*made))
        return city::Problem{
            {},
            hours.quantity,
            QT_TRANSLATE_NOOP("Message", "no model does better than repeating the last season")};
    return std::make_shared<const indicators::Forecast>(std::move(made.value()));
}

std::vector<widgets::FanPoint> fanOf(const indicators::Forecast& forecast, city::Instant to)
{
    std::vector<widgets::FanPoint> fan;
    for (const indicators::LeadForecast& lead : forecast.fan) {
        if (lead.at > to) break;
        if (lead.bands.size() < 2) continue; // Without bands nobody knows how much to believe it.
        fan.push_back({lead.at, lead.value, lead.bands[1].low, lead.bands[1].high, lead.bands[0].low,
                       lead.bands[0].high});
    }
    return fan;
}

QString forecastLine(const indicators::Forecast& forecast, const Pack& pack, city::Instant now)
{
    const indicators::Skill& skill = forecast.skill();
    return say(QT_TRANSLATE_NOOP(
                   "Message",
                   "Forecast: %1, made at %2 from %3 values; MASE %4, %5 % better than repeating the last "
                   "season; the 80 % band held %6 % of %7"),
               {modelName(forecast.model), clockText(forecast.issue, now, pack.zone),
                number(static_cast<qsizetype>(forecast.inputs)),
                std::isfinite(skill.mase) ? number(skill.mase, 2) : QStringLiteral("–"),
                number(100 * skill.skill(), 0), number(100 * skill.coverage[1], 0),
                number(static_cast<qsizetype>(skill.banded))});
}

} // namespace app
