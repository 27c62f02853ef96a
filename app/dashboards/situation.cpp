// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/situation.h"

#include "app/dashboards/evaluate.h"
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/targets.h"

#include <algorithm>

namespace app {

namespace {

constexpr double ManyJammed = 10; // per cent of the sections: fewer are an ordinary day
constexpr std::size_t InOneSentence = 2;
constexpr qsizetype NamedAreas = 2;

/// One thing worth saying.
struct Item {
    int alarm = 3;
    QString text;
    std::optional<city::Focus> target;
};

/// From where on the worst value of a quantity is worth saying, in the quantity's unit; most urgent first.
struct Rule {
    const char* quantity;
    const char* comparison;
    double threshold;
    int alarm;
    const char* text; ///< %1 value with unit, %2 area, %3 level
};
constexpr Rule rules[] = {
    {"rain.24h", ">=", 200, 1, QT_TRANSLATE_NOOP("Message", "%3 in %2: %1 in 24 h")},
    {"rain.3h", ">=", 100, 1, QT_TRANSLATE_NOOP("Message", "%3 in %2: %1 in 3 h")},
    {"rain.1h", ">=", 40, 2, QT_TRANSLATE_NOOP("Message", "%3 in %2: %1 in 1 h")},
    {"rain.24h", ">=", 80, 2, QT_TRANSLATE_NOOP("Message", "%3 in %2: %1 in 24 h")},
    {"sewer.to-ground", "<", 0.5, 2, QT_TRANSLATE_NOOP("Message", "Sewer water %1 below the street in %2")},
    {"aqi", ">", 150, 2, QT_TRANSLATE_NOOP("Message", "Air in %2: AQI %1, %3")},
    {"aqi", ">", 100, 3, QT_TRANSLATE_NOOP("Message", "Air in %2: AQI %1, %3")},
};

QString where(const Scope& scope, int row)
{
    const int area = scope.index.at(row).area;
    return area < 0 ? scope.placeName(row) : scope.districtName(area);
}

bool isCurrent(const Evaluation& value)
{
    return value.result.value && value.result.freshness <= city::Freshness::Late;
}

city::Focus targetOf(const Scope& scope, const Expression& expression, int row)
{
    city::Focus next = row >= 0 ? scope.focusOnPlace(row) : scope.focus;
    next.dashboard = homeOf(scope, expression);
    next.level.clear();
    return next;
}

void addAlerts(const Scope& scope, int leastRank, int mostRank, std::vector<Item>& items)
{
    for (const AlertNow& alert : scope.alerts) {
        if (alert.exercise || alert.rank < leastRank || alert.rank > mostRank || !touchesFocus(scope, alert)) continue;
        items.push_back({alert.alarm == 0 ? 3 : alert.alarm,
                         say(QT_TRANSLATE_NOOP("Message", "%1 alert: %2, %3"),
                             {severityWord(alert.info->severity), alertTitle(scope, alert), alertAreas(scope, alert, NamedAreas)}),
                         alertTarget(scope, alert)});
    }
}

void addWorst(const Scope& scope, std::vector<Item>& items)
{
    QStringList said; // one sentence a kind of trouble: rain in 24 h says rain in 1 h, too
    for (const Rule& rule : rules) {
        const QString quantity = QString::fromLatin1(rule.quantity);
        const QString kind = quantity.section(QLatin1Char('.'), 0, 0);
        if (said.contains(kind) || !scope.index.knowsQuantity(quantity)) continue;
        Expression worst;
        worst.aggregate = QStringLiteral("worst");
        worst.quantity = quantity;
        const Evaluation value = evaluate(scope, worst);
        if (!isCurrent(value) || !compare(*value.result.value, QString::fromLatin1(rule.comparison), rule.threshold))
            continue;
        said << kind;
        const QString level = value.level ? scope.text(value.level->word) : scope.quantityName(quantity);
        items.push_back({rule.alarm,
                         say(rule.text, {valueText(scope, value.measure, *value.result.value),
                                         where(scope, value.result.row), level}),
                         targetOf(scope, worst, value.result.row)});
    }
}

void addRoads(const Scope& scope, std::vector<Item>& items)
{
    Expression jammed;
    jammed.what = Expression::What::Places;
    jammed.aggregate = QStringLiteral("share");
    jammed.whereQuantity = QStringLiteral("road.level");
    jammed.comparison = QStringLiteral(">=");
    jammed.threshold = 2;
    if (!scope.index.knowsQuantity(jammed.whereQuantity)) return;
    const Evaluation value = evaluate(scope, jammed);
    if (!isCurrent(value) || *value.result.value < ManyJammed) return;
    items.push_back({3, say(QT_TRANSLATE_NOOP("Message", "%1 % of the road sections are jammed"), {number(*value.result.value, 0)}),
                     targetOf(scope, jammed, -1)});
}

void addCrowds(const Scope& scope, std::vector<Item>& items)
{
    Expression fullest;
    fullest.aggregate = QStringLiteral("worst");
    fullest.quantity = QStringLiteral("venue.occupancy");
    if (!scope.index.knowsQuantity(fullest.quantity)) return;
    const Evaluation value = evaluate(scope, fullest);
    if (!isCurrent(value) || *value.result.value < 90) return;
    items.push_back({3, say(QT_TRANSLATE_NOOP("Message", "%1 is %2 full"),
                            {scope.placeName(value.result.row), valueText(scope, value.measure, *value.result.value)}),
                     targetOf(scope, fullest, value.result.row)});
}

struct FeedCounts {
    int all = 0, current = 0, asked = 0;
    QStringList broken;
};

FeedCounts countFeeds(const Scope& scope)
{
    FeedCounts counts;
    for (const widgets::FeedAge& feed : feedAges(scope)) {
        ++counts.all;
        if (feed.freshness <= city::Freshness::Late) ++counts.current;
        const city::FeedPicture* picture = scope.snapshot.feed(feed.id);
        if (picture && (picture->state.lastAttempt || picture->state.lastSuccess)) ++counts.asked;
        if (picture && picture->state.failure) counts.broken << feed.title;
    }
    return counts;
}

QString feedsText(const FeedCounts& counts)
{
    if (counts.asked == 0) return say(QT_TRANSLATE_NOOP("Message", "Waiting for the first data"));
    return say(QT_TRANSLATE_NOOP("Message", "%1 of %2 feeds are current"),
               {number(counts.current, 0), number(counts.all, 0)});
}

} // namespace

widgets::Situation situation(const Scope& scope)
{
    std::vector<Item> items;
    addAlerts(scope, 3, 4, items);
    addWorst(scope, items);
    addRoads(scope, items);
    addCrowds(scope, items);
    addAlerts(scope, 0, 2, items);
    const FeedCounts feeds = countFeeds(scope);
    const QString comma = say(QT_TRANSLATE_NOOP("Message", ", "));
    if (!feeds.broken.isEmpty())
        items.push_back({3, say(QT_TRANSLATE_NOOP("Message", "No answer from %1"), {feeds.broken.join(comma)}), std::nullopt});
    const QString stop = say(QT_TRANSLATE_NOOP("Message", "; "));
    widgets::Situation said;
    QStringList first, all;
    for (const Item& item : items) {
        if (static_cast<std::size_t>(first.size()) < InOneSentence) first << item.text;
        all << item.text;
    }
    if (items.empty()) {
        said.text = feeds.asked == 0
                        ? feedsText(feeds)
                        : say(QT_TRANSLATE_NOOP("Message", "Nothing unusual in the feeds that answer; %1"), {feedsText(feeds)});
    } else {
        said.text = first.join(stop);
        if (items.size() > InOneSentence)
            said.text = say(QT_TRANSLATE_NOOP("Message", "%1; and %2 more"),
                            {said.text, number(static_cast<qsizetype>(items.size() - InOneSentence))});
        said.alarm = std::min_element(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.alarm < b.alarm; })->alarm;
        said.target = items.front().target;
    }
    said.more = (all << feedsText(feeds)).join(QLatin1Char('\n'));
    return said;
}

} // namespace app
