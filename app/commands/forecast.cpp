// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/forecast/forecast.h"
#include "app/commands/command.h"
#include "app/commands/json_line.h"
#include "app/packs/pack.h"
#include "layers/history/history_store.h"
#include "layers/release/released_series.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <cmath>
#include <cstdio>

namespace app {

namespace {

constexpr int mostHours = 24 * 14;
constexpr auto pastLength = std::chrono::hours(24 * 400);

void complain(const QString& text)
{
    std::fprintf(stderr, "cityops: %s\n", qPrintable(text));
}

QCommandLineOption option(const char* name, const char* about, const char* value)
{
    return {QLatin1String(name), QCoreApplication::translate("Command", about), QLatin1String(value)};
}

/// The words of the command, read.
struct Order {
    QString store;
    history::SeriesQuery query;
    int hours = 0; ///< 0: by the quantity.
};

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QCoreApplication::translate(
        "Command", "Forecasts a series of a history file by the model that did best in a backtest of this "
                   "very series, and prints "
                   "one JSON object: the fan with its 50, 80 and 95 % bands and the measured skill."));
    parser.addHelpOption();
    parser.addOption(option("store", QT_TRANSLATE_NOOP("Command", "History file."), "FILE"));
    parser.addOption(option("place", QT_TRANSLATE_NOOP("Command", "KIND/ID of a place."), "KIND/ID"));
    parser.addOption(option("quantity", QT_TRANSLATE_NOOP("Command", "Quantity, such as pm2.5."), "ID"));
    parser.addOption(option(
        "issue",
        QT_TRANSLATE_NOOP("Command", "Issue time, ISO 8601 with an offset; nothing later is looked at."),
        "TIME"));
    parser.addOption(option(
        "hours",
        QT_TRANSLATE_NOOP("Command", "How far ahead (air quality 120, others 24; of daily series 336)."),
        "N"));
    parser.addOption(
        option("zone", QT_TRANSLATE_NOOP("Command", "Time zone of days and hours (Asia/Taipei)."), "ZONE"));
}

/// What is wrong with the words; empty when nothing is.
QString readOrder(const QCommandLineParser& parser, Order& order)
{
    for (const char* needed : {"store", "place", "quantity", "issue"}) {
        if (!parser.isSet(QLatin1String(needed)))
            return QCoreApplication::translate("Command", "--%1 is missing.").arg(QLatin1String(needed));
    }
    const QString place = parser.value(QStringLiteral("place"));
    order.query.place = {place.section(QLatin1Char('/'), 0, 0), place.section(QLatin1Char('/'), 1)};
    if (order.query.place.kind.isEmpty() || order.query.place.id.isEmpty())
        return QCoreApplication::translate("Command", "--place needs KIND/ID, not “%1”.").arg(place);
    const auto issue = city::fromIso(parser.value(QStringLiteral("issue")));
    if (!issue)
        return QCoreApplication::translate("Command", "--issue needs a time with an offset, not “%1”.")
            .arg(parser.value(QStringLiteral("issue")));
    order.query.to = *issue;
    order.query.from = *issue - pastLength;
    order.query.quantity = parser.value(QStringLiteral("quantity"));
    order.store = parser.value(QStringLiteral("store"));
    if (!parser.isSet(QStringLiteral("hours"))) return {};
    order.hours = parser.value(QStringLiteral("hours")).toInt();
    if (order.hours >= 1 && order.hours <= mostHours) return {};
    return QCoreApplication::translate("Command", "--hours needs a number from 1 to %1.").arg(mostHours);
}

indicators::ForecastQuestion questionFor(const Order& order, const city::Series& series,
                                         const QTimeZone& zone)
{
    indicators::ForecastQuestion question;
    question.issue = order.query.to;
    question.step = indicators::forecastStep(series);
    question.calendar.zone = zone;
    const CatalogueReading catalogues = readCatalogues(resourceFolder());
    const city::Quantity known = catalogues.quantities->value(order.query.quantity);
    question.least = known.least.value_or(question.least);
    question.most = known.most.value_or(question.most);
    using std::chrono::hours;
    const bool daily = question.step > hours(1);
    const city::Duration ahead = order.hours > 0 ? hours(order.hours) : daily ? hours(mostHours) : known.forecastAhead;
    question.horizon = static_cast<std::size_t>(std::max<qint64>(1, ahead / question.step));
    return question;
}

QByteArray bandsJson(const std::vector<indicators::Interval>& bands)
{
    QList<QByteArray> items;
    for (const indicators::Interval& band : bands) {
        JsonLine line;
        line.number("share", band.share);
        line.number("low", band.low);
        line.number("high", band.high);
        items << line.object();
    }
    return jsonList(items);
}

QByteArray numbersJson(const std::vector<double>& numbers)
{
    QList<QByteArray> items;
    for (const double one : numbers)
        items << jsonNumber(std::round(one * 1000) / 1000);
    return jsonList(items);
}

QByteArray skillJson(const indicators::Skill& skill)
{
    JsonLine line;
    line.text("model", skill.model);
    line.number("forecasts", skill.forecasts);
    line.number("mae", skill.mae);
    line.number("rmse", skill.rmse);
    line.number("mase", skill.mase);
    line.number("skill", skill.skill());
    line.raw("mase_by_lead", numbersJson(skill.maseByLead));
    line.number("intervals", skill.banded);
    line.number("coverage_50", skill.coverage[0]);
    line.number("coverage_80", skill.coverage[1]);
    line.number("coverage_95", skill.coverage[2]);
    line.number("width_80", skill.bandWidth);
    line.number("pinball", skill.pinball);
    line.number("crps", skill.crps);
    line.number("wis", skill.intervalScore);
    return line.object();
}

QByteArray cleaningJson(const indicators::Cleaning& cleaning)
{
    JsonLine line;
    line.number("samples", cleaning.samples);
    line.number("missing_steps", cleaning.missing);
    line.number("out_of_range", cleaning.outOfRange);
    line.number("spikes", cleaning.spikes);
    line.number("flat_steps", cleaning.flat);
    line.number("out_of_order", cleaning.outOfOrder);
    return line.object();
}

QByteArray forecastJson(const Order& order, const city::Series& series, const indicators::Forecast& forecast)
{
    JsonLine line;
    line.text("place", order.query.place.kind + QLatin1Char('/') + order.query.place.id);
    line.text("quantity", order.query.quantity);
    line.text("unit", series.unit);
    line.time("issue", forecast.issue);
    line.time("newest_input", forecast.newestInput);
    line.number("inputs", forecast.inputs);
    line.text("model", forecast.model);
    line.number("season_steps", static_cast<double>(forecast.backtest.season));
    line.raw("skill", skillJson(forecast.skill()));
    QList<QByteArray> fan, models;
    for (const indicators::LeadForecast& lead : forecast.fan) {
        JsonLine one;
        one.time("at", lead.at);
        one.number("value", lead.value);
        one.raw("bands", bandsJson(lead.bands));
        fan << one.object();
    }
    for (const indicators::Skill& skill : forecast.backtest.skills) {
        JsonLine one;
        one.text("model", skill.model);
        one.number("mase", skill.mase);
        one.number("skill", skill.skill());
        models << one.object();
    }
    line.raw("fan", jsonList(fan));
    line.raw("models", jsonList(models));
    line.raw("left_out", cleaningJson(forecast.cleaning));
    return line.object();
}

int forecastOrder(const Order& order, const QTimeZone& zone)
{
    if (!QFileInfo(order.store).isFile()) {
        complain(QCoreApplication::translate("Command", "%1: there is no such file").arg(order.store));
        return Failed;
    }
    history::HistoryStore store(order.store);
    const release::Rules rules{readCatalogues(resourceFolder()).quantities};
    const auto told = release::readSeries(store, rules, {}, order.query);
    if (!told) {
        complain(told.problem().toString());
        return Failed;
    }
    const city::Series series = release::withoutWithheldHours(*told, zone);
    auto made = indicators::forecast(series, questionFor(order, series, zone));
    if (!made) {
        complain(made.problem().toString());
        return Failed;
    }
    std::erase_if(made.value().fan, [&](const indicators::LeadForecast& lead) { return release::isWithheldHour(series, lead.at, zone); });
    std::printf("%s\n", forecastJson(order, series, *made).constData());
    return Done;
}

} // namespace

int runForecast(const QStringList& words)
{
    QCommandLineParser parser;
    addOptions(parser);
    const QStringList all = QStringList{QStringLiteral("cityops forecast")} + words;
    Order order;
    const bool parsed = parser.parse(all);
    if (parsed && parser.isSet(QStringLiteral("help"))) {
        std::printf("%s", qPrintable(parser.helpText()));
        return Done;
    }
    const QTimeZone zone(parsed && parser.isSet(QStringLiteral("zone"))
                             ? parser.value(QStringLiteral("zone")).toLatin1()
                             : QByteArray("Asia/Taipei"));
    QString wrong = parsed ? readOrder(parser, order) : parser.errorText();
    if (wrong.isEmpty() && !parser.positionalArguments().isEmpty())
        wrong = QCoreApplication::translate("Command", "forecast: unknown word %1")
                    .arg(parser.positionalArguments().first());
    if (wrong.isEmpty() && !zone.isValid())
        wrong = QCoreApplication::translate("Command", "--zone: there is no zone “%1”.")
                    .arg(parser.value(QStringLiteral("zone")));
    if (wrong.isEmpty()) return forecastOrder(order, zone);
    complain(wrong);
    return WrongUsage;
}

} // namespace app
