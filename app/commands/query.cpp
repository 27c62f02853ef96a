// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/query_rows.h"
#include "app/commands/store_option.h"
#include "app/packs/pack.h"
#include "app/shell/pack_choice.h"
#include "layers/release/released_series.h"

#include <QCoreApplication>
#include <QSet>
#include <cstdio>

namespace app {

namespace {

using namespace std::chrono_literals;

constexpr const char* aggregates[] = {"count", "min", "mean", "max", "last"};

/// The words of the command, read.
struct Order {
    QString store, out, quantity, area, pack;
    QSet<city::PlaceId> places; ///< Empty: all of them.
    city::Instant from, to;
    std::optional<city::Duration> step;
    std::optional<city::Instant> asOf;
    QString aggregate; ///< Empty: all of them.
    QTimeZone zone = QTimeZone::utc();
    release::Rules rules;
    std::vector<release::CountedPlace> counted;
    bool isWithheldTold = false; ///< Something of it may be withheld: there is a column for that.
};

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        QCoreApplication::translate("Command", "Prints values of a history file as CSV, or writes them into "
                                               "a file: .csv, .gpkg, .geojson, or .parquet where this "
                                               "GDAL can. Times are UTC. Exit status: 0 done, 1 failed or "
                                               "nothing of the kind is there, 2 wrong usage."));
    parser.addOption(commandOption("store", QT_TRANSLATE_NOOP("Command", "History file."), "FILE"));
    parser.addOption(commandOption(
        "quantity", QT_TRANSLATE_NOOP("Command", "Quantity, such as pm2.5. Left out: all."), "ID"));
    parser.addOption(commandOption(
        "place",
        QT_TRANSLATE_NOOP("Command", "KIND/ID of a place; may be given several times. Left out: all."),
        "KIND/ID"));
    parser.addOption(commandOption(
        "area",
        QT_TRANSLATE_NOOP("Command", "Only places within the area of this code or name; needs --pack."),
        "AREA"));
    parser.addOption(commandOption(
        "pack", QT_TRANSLATE_NOOP("Command", "Folder of the city's pack, for --area and the time zone."),
        "DIR"));
    parser.addOption(commandOption(
        "from", QT_TRANSLATE_NOOP("Command", "First moment, ISO 8601 with an offset."), "TIME"));
    parser.addOption(commandOption(
        "to", QT_TRANSLATE_NOOP("Command", "Last moment; with --step the end, not included."), "TIME"));
    parser.addOption(commandOption(
        "step",
        QT_TRANSLATE_NOOP("Command",
                          "Sum up over so much time, at most a day (\"5 min\", \"1 h\", \"1 d\")."),
        "DURATION"));
    parser.addOption(commandOption(
        "aggregate", QT_TRANSLATE_NOOP("Command", "With --step only this: count, min, mean, max or last."),
        "WORD"));
    parser.addOption(commandOption(
        "as-of", QT_TRANSLATE_NOOP("Command", "Only what had been learned by this moment."), "TIME"));
    parser.addOption(commandOption(
        "out", QT_TRANSLATE_NOOP("Command", "File to write. Left out: CSV to standard output."), "FILE"));
}

QString missing(const char* option)
{
    return QCoreApplication::translate("Command", "--%1 is missing.").arg(QLatin1String(option));
}

/// What is wrong with the words; empty when nothing is.
QString readTimes(const QCommandLineParser& parser, Order& order)
{
    const auto read = [&](const char* name, auto& into) -> QString {
        const QString text = parser.value(QLatin1String(name));
        const auto at = city::fromIso(text);
        if (!at)
            return QCoreApplication::translate("Command", "--%1 needs a time with an offset, not “%2”.")
                .arg(QLatin1String(name), text);
        into = *at;
        return {};
    };
    if (const QString wrong = read("from", order.from); !wrong.isEmpty()) return wrong;
    if (const QString wrong = read("to", order.to); !wrong.isEmpty()) return wrong;
    if (order.to < order.from) return QCoreApplication::translate("Command", "--to lies before --from.");
    if (parser.isSet(QStringLiteral("as-of")))
        if (const QString wrong = read("as-of", order.asOf); !wrong.isEmpty()) return wrong;
    if (!parser.isSet(QStringLiteral("step"))) return {};
    order.step = city::parseDuration(parser.value(QStringLiteral("step")));
    if (order.step && *order.step >= 1s && *order.step <= 24h) return {};
    return QCoreApplication::translate("Command", "--step needs a time from 1 s to 1 d, not “%1”.")
        .arg(parser.value(QStringLiteral("step")));
}

QString readOrder(const QCommandLineParser& parser, Order& order)
{
    for (const char* needed : {"store", "from", "to"})
        if (!parser.isSet(QLatin1String(needed))) return missing(needed);
    order.store = parser.value(QStringLiteral("store"));
    order.out = parser.value(QStringLiteral("out"));
    order.quantity = parser.value(QStringLiteral("quantity"));
    order.area = parser.value(QStringLiteral("area"));
    order.pack = parser.value(QStringLiteral("pack"));
    if (!order.area.isEmpty() && order.pack.isEmpty()) return missing("pack");
    for (const QString& place : parser.values(QStringLiteral("place"))) {
        const city::PlaceId id{place.section(QLatin1Char('/'), 0, 0), place.section(QLatin1Char('/'), 1)};
        if (id.kind.isEmpty() || id.id.isEmpty())
            return QCoreApplication::translate("Command", "--place needs KIND/ID, not “%1”.").arg(place);
        order.places.insert(id);
    }
    order.aggregate = parser.value(QStringLiteral("aggregate"));
    const auto isOne = [&](const char* word) { return order.aggregate == QLatin1String(word); };
    if (!order.aggregate.isEmpty() && std::none_of(std::begin(aggregates), std::end(aggregates), isOne))
        return QCoreApplication::translate("Command",
                                           "--aggregate needs count, min, mean, max or last, not “%1”.")
            .arg(order.aggregate);
    if (!order.aggregate.isEmpty() && !parser.isSet(QStringLiteral("step"))) return missing("step");
    return readTimes(parser, order);
}

/// The area by its code or any of its names; -1: there is none.
int areaNamed(const city::AreaTree& areas, const QString& name)
{
    const int byCode = areas.find(name);
    for (std::size_t i = 0; byCode < 0 && i < areas.areas().size(); ++i)
        for (const QString& own : areas.areas()[i].name.all())
            if (own == name) return static_cast<int>(i);
    return byCode;
}

/// What small counts of people are told of: of places of several kinds it takes a pack to know what lies in what.
std::optional<city::Problem> readRules(Order& order, const std::vector<history::KnownSeries>& known)
{
    if (!order.pack.isEmpty()) return std::nullopt;
    order.rules.quantities = readCatalogues(resourceFolder()).quantities;
    QHash<QString, QString> kinds;
    for (const history::KnownSeries& one : known) {
        const QString kind = kinds.value(one.quantity, one.place.kind);
        kinds.insert(one.quantity, one.place.kind);
        const bool isAsked = order.quantity.isEmpty() || order.quantity == one.quantity;
        if (isAsked && kind != one.place.kind && order.rules.privacyOf(one.quantity, {}))
            return city::Problem{{}, {}, {QT_TRANSLATE_NOOP("Message", "%1 is told of several kinds of places, and small numbers of it are withheld: the pack is needed, which says what lies in what."), {one.quantity}}};
    }
    return std::nullopt;
}

/// Which of the series are asked for.
city::Result<std::vector<history::KnownSeries>> choose(Order& order, std::vector<history::KnownSeries> known)
{
    std::shared_ptr<const Pack> pack;
    int area = -1;
    if (!order.pack.isEmpty()) {
        const PackReading reading = readPack(packFolder(order.pack, {}, resourceFolder()), resourceFolder());
        if (!reading.pack) return reading.problems.front();
        pack = reading.pack;
        order.zone = pack->zone;
        order.rules = {pack->quantities, pack->areas};
        if (!order.area.isEmpty()) area = areaNamed(*pack->areas, order.area);
        if (!order.area.isEmpty() && area < 0)
            return city::Problem{
                {}, {}, {QT_TRANSLATE_NOOP("Message", "There is no area “%1”."), {order.area}}};
    }
    if (const auto wrong = readRules(order, known)) return *wrong;
    order.counted = release::countedPlaces(order.rules, known);
    std::erase_if(known, [&](const history::KnownSeries& one) {
        if (!order.quantity.isEmpty() && one.quantity != order.quantity) return true;
        if (!order.places.isEmpty() && !order.places.contains(one.place)) return true;
        if (area < 0) return false;
        const int own = pack->areas->find(one.place.kind, one.place.id);
        const int within = own >= 0 ? own : one.at ? pack->areas->locate(*one.at) : -1;
        return within < 0 || !pack->areas->isWithin(within, area);
    });
    if (known.empty())
        return city::Problem{
            {}, {}, {QT_TRANSLATE_NOOP("Message", "The history has nothing of what is asked.")}};
    return known;
}

QVariantList headOf(const history::KnownSeries& one)
{
    return {one.place.kind,
            one.place.id,
            one.name.in(QString()),
            one.at ? QVariant(one.at->lon) : QVariant(),
            one.at ? QVariant(one.at->lat) : QVariant(),
            one.quantity};
}

QVariant numberOf(const history::Summary& summary, const QString& aggregate)
{
    if (aggregate == QLatin1String("count")) return static_cast<qlonglong>(summary.count);
    if (aggregate == QLatin1String("min")) return summary.min;
    if (aggregate == QLatin1String("mean")) return summary.mean;
    if (aggregate == QLatin1String("max")) return summary.max;
    return summary.last;
}

/// The row of something that must not be told.
void addWithheld(const Order& order, const history::KnownSeries& one, city::Instant at, const QString& unit, QueryRows& rows)
{
    QVariantList values = headOf(one) << city::toIso(at);
    const bool isSeveral = order.step && order.aggregate.isEmpty();
    for (std::size_t i = 0; i < (isSeveral ? std::size(aggregates) : 1); ++i) values << QVariant();
    const city::Privacy* privacy = order.rules.privacyOf(one.quantity, unit);
    rows.add(values << unit << QStringLiteral("<%1").arg(privacy ? privacy->k : 0), one.at);
}

/// A row of numbers; where something is withheld there is one more column.
void addTold(const Order& order, const history::KnownSeries& one, QVariantList values, const QString& unit, QueryRows& rows)
{
    values << unit;
    if (order.isWithheldTold) values << QString();
    rows.add(values, one.at);
}

std::optional<city::Problem> addSummaries(history::HistoryStore& store, const Order& order,
                                          const history::KnownSeries& one, QueryRows& rows)
{
    const auto answer = release::readSummaries(store, order.rules, order.counted,
                                               {one.place, one.quantity, order.from, order.to, *order.step, order.zone, order.asOf});
    if (!answer) return answer.problem();
    const history::Summaries& told = answer->told;
    auto withheld = answer->withheld.begin();
    const auto addWithheldBefore = [&](std::optional<city::Instant> before) {
        for (; withheld != answer->withheld.end() && (!before || *withheld < *before); ++withheld) addWithheld(order, one, *withheld, told.unit, rows);
    };
    for (const history::Summary& summary : told.summaries) {
        addWithheldBefore(summary.start);
        QVariantList values = headOf(one) << city::toIso(summary.start);
        if (order.aggregate.isEmpty()) {
            for (const char* word : aggregates)
                values << numberOf(summary, QLatin1String(word));
        } else {
            values << numberOf(summary, order.aggregate);
        }
        addTold(order, one, std::move(values), told.unit, rows);
    }
    addWithheldBefore({});
    return std::nullopt;
}

std::optional<city::Problem> addValues(history::HistoryStore& store, const Order& order,
                                       const history::KnownSeries& one, QueryRows& rows)
{
    const auto answer = release::readSeries(store, order.rules, order.counted, {one.place, one.quantity, order.from, order.to, order.asOf});
    if (!answer) return answer.problem();
    auto withheld = answer->withheld.begin();
    const auto addWithheldBefore = [&](std::optional<city::Instant> before) {
        for (; withheld != answer->withheld.end() && (!before || *withheld < *before); ++withheld) addWithheld(order, one, *withheld, answer->unit, rows);
    };
    for (const city::Sample& sample : answer->samples) {
        addWithheldBefore(sample.at);
        addTold(order, one, headOf(one) << city::toIso(sample.at) << sample.value, answer->unit, rows);
    }
    addWithheldBefore({});
    return std::nullopt;
}

QStringList columnsOf(const Order& order)
{
    QStringList columns{QStringLiteral("place_kind"),
                        QStringLiteral("place"),
                        QStringLiteral("name"),
                        QStringLiteral("lon"),
                        QStringLiteral("lat"),
                        QStringLiteral("quantity"),
                        order.step ? QStringLiteral("start") : QStringLiteral("observed_at")};
    if (order.step && order.aggregate.isEmpty()) {
        for (const char* word : aggregates)
            columns << QLatin1String(word);
    } else {
        columns << (order.step ? order.aggregate : QStringLiteral("value"));
    }
    columns << QStringLiteral("unit");
    if (order.isWithheldTold) columns << QStringLiteral("withheld");
    return columns;
}

int answerOrder(Order order)
{
    auto store = openHistory(order.store, QTimeZone::utc());
    if (!store) return complain(store.problem().toString(), Failed);
    history::HistoryStore& history = *store.value();
    auto known = history.known().result();
    if (!known.ok()) return complain(known.problem().toString(), Failed);
    const auto chosen = choose(order, known.value());
    if (!chosen) return complain(chosen.problem().toString(), Failed);
    for (const history::KnownSeries& one : *chosen)
        order.isWithheldTold = order.isWithheldTold || order.rules.privacyOf(one.quantity, {}) || !order.rules.quantities->contains(one.quantity);
    QueryRows rows(columnsOf(order), order.out);
    for (const history::KnownSeries& one : *chosen) {
        const auto wrong =
            order.step ? addSummaries(history, order, one, rows) : addValues(history, order, one, rows);
        if (wrong) return complain(wrong->toString(), Failed);
    }
    if (const auto wrong = rows.finish()) return complain(wrong->toString(), Failed);
    if (!order.out.isEmpty())
        std::printf(
            "%s\n",
            qPrintable(
                QCoreApplication::translate("Command", "%1 rows in %2").arg(rows.count()).arg(order.out)));
    return Done;
}

} // namespace

int runQuery(const QStringList& words)
{
    QCommandLineParser parser;
    addOptions(parser);
    int status = Done;
    if (!parseWords(parser, QStringLiteral("query"), words, status)) return status;
    Order order;
    if (const QString wrong = readOrder(parser, order); !wrong.isEmpty()) return complain(wrong, WrongUsage);
    return answerOrder(std::move(order));
}

} // namespace app
