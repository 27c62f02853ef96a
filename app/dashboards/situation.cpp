// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/situation.h"

#include "app/dashboards/crossings.h"
#include "app/dashboards/evaluate.h"
#include "app/dashboards/feed_sentences.h"
#include "app/dashboards/format.h"
#include "app/dashboards/impact.h"
#include "app/dashboards/spell.h"
#include "app/dashboards/targets.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t InOneSentence = 2;
constexpr qsizetype NamedAreas = 2;

/// One thing worth saying.
struct Item {
    widgets::Sentence said;
    std::optional<Expression> evidence = {};
};

/// A rule that holds now, and what it holds of.
struct Holding {
    const SituationRule* rule;
    Evaluation value;
};

bool knows(const Scope& scope, const Expression& expression)
{
    const QString quantity = expression.quantity.isEmpty() ? expression.whereQuantity : expression.quantity;
    return quantity.isEmpty() || scope.index.knowsQuantity(quantity);
}

std::vector<Holding> holdingRules(const Scope& scope)
{
    std::vector<Holding> found;
    QStringList said;
    for (const SituationRule& rule : scope.pack.situation) {
        if (said.contains(rule.subject) || !knows(scope, rule.value)) continue;
        Evaluation value = evaluate(scope, rule.value);
        const bool isCurrent = value.result.value && value.result.freshness <= city::Freshness::Late;
        if (!isCurrent || !compare(*value.result.value, rule.comparison, rule.threshold)) continue;
        said << rule.subject;
        found.push_back({&rule, std::move(value)});
    }
    return found;
}

QString clock(const Scope& scope, city::Instant at)
{
    return clockText(at, scope.now, scope.pack.zone);
}

QString where(const Scope& scope, int row)
{
    if (row < 0) return scope.areaName(scope.area);
    const int area = scope.index.at(row).area;
    return area < 0 ? scope.placeName(row) : scope.districtName(area);
}

QString words(const Scope& scope, const Holding& holding)
{
    const auto& [rule, value] = holding;
    const int row = value.result.row;
    const auto began = row < 0 ? std::nullopt : spellBegan(scope, row, value.quantity, {rule->comparison, rule->threshold});
    const QString since = began ? say(QT_TRANSLATE_NOOP("Message", ", since %1"), {clock(scope, *began)}) : QString();
    QString text = scope.text(rule->say);
    const auto put = [&text](const char* name, const QString& with) { text.replace(QLatin1String(name), with); };
    put("{value}", withUnit(number(*value.result.value, value.decimals), value.unit));
    put("{where}", where(scope, row));
    put("{place}", row < 0 ? where(scope, row) : scope.placeName(row));
    put("{level}", value.level ? scope.text(value.level->word) : scope.quantityName(value.quantity));
    put("{since}", since);
    return text;
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
        const city::AlertInfo& info = *alert.info;
        QString text = say(QT_TRANSLATE_NOOP("Message", "%1 alert: %2, %3"),
                           {severityWord(info.severity), alertTitle(scope, alert), alertAreas(scope, alert, NamedAreas)});
        const city::Instant began = info.onset ? *info.onset : info.effective.value_or(alert.alert->sent);
        text += say(QT_TRANSLATE_NOOP("Message", ", since %1"), {clock(scope, began)});
        items.push_back({{alert.alarm == 0 ? 3 : alert.alarm, text, alertTarget(scope, alert)}});
    }
}

void addRules(const Scope& scope, std::vector<Item>& items)
{
    for (const Holding& one : holdingRules(scope)) {
        const SituationRule& rule = *one.rule;
        items.push_back({{rule.alarm, words(scope, one), targetOf(scope, rule.value, one.value.result.row), true}, rule.value});
    }
}

/// What the forecasts lead to that does not hold yet.
void addWarnings(const Scope& scope, std::vector<Item>& items)
{
    QStringList said;
    for (const Holding& one : holdingRules(scope))
        said << one.rule->subject;
    for (const EarlyWarning& one : earlyWarnings(scope, said)) {
        const Measure its = measure(scope, one.rule->value.quantity);
        const QString place = scope.index.at(one.row).area < 0 ? scope.placeName(one.row)
                                                                : say(QT_TRANSLATE_NOOP("Message", "%1, %2"), {scope.placeName(one.row), where(scope, one.row)});
        const QString text = say(one.crossing.limit.falling
                                     ? QT_TRANSLATE_NOOP("Message", "Forecast: %1 falls to %2 about %3 (%4); the 80 % band held %5 %")
                                     : QT_TRANSLATE_NOOP("Message", "Forecast: %1 reaches %2 about %3 (%4); the 80 % band held %5 %"),
                                 {scope.quantityName(one.rule->value.quantity), valueText(scope, its, one.rule->threshold),
                                  clock(scope, one.crossing.at), place, number(100 * one.crossing.coverage80, 0)});
        items.push_back({{3, text, targetOf(scope, one.rule->value, one.row)}});
    }
}

/// What lies inside the gravest alert, said once.
void addInside(const Scope& scope, std::vector<Item>& items)
{
    const auto gravest = std::find_if(scope.alerts.begin(), scope.alerts.end(), [&](const AlertNow& one) {
        return !one.exercise && one.rank >= 3 && touchesFocus(scope, one);
    });
    if (gravest == scope.alerts.end()) return;
    const QString text = insideText(scope, groundOf(scope, *gravest));
    if (!text.isEmpty()) items.push_back({{0, text, impactTarget(scope, *gravest)}});
}

/// What is wrong with feeds, in one sentence.
void addFeeds(const Scope& scope, std::vector<Item>& items)
{
    const QString wrong = feedTroubles(scope);
    if (!wrong.isEmpty()) items.push_back({{3, wrong, std::nullopt}});
}

std::vector<Item> itemsOf(const Scope& scope)
{
    std::vector<Item> items;
    addAlerts(scope, 3, 4, items);
    addInside(scope, items);
    addRules(scope, items);
    addWarnings(scope, items);
    addAlerts(scope, 2, 2, items);
    addAlerts(scope, 0, 0, items); // Of severity unknown; a minor one is told by the dashboard of alerts.
    addFeeds(scope, items);
    return items;
}

/// The one line: alarms before what is only for information.
void sumUp(const Scope& scope, widgets::Situation& said)
{
    std::vector<const widgets::Sentence*> urgent;
    for (const widgets::Sentence& one : said.sentences)
        if (one.alarm > 0) urgent.push_back(&one);
    if (urgent.empty()) {
        const QString feeds = feedsText(scope);
        said.text = anyFeedAsked(scope) ? say(QT_TRANSLATE_NOOP("Message", "Nothing unusual in the feeds that answer; %1"), {feeds}) : feeds;
        return;
    }
    QStringList first;
    for (std::size_t i = 0; i < std::min(urgent.size(), InOneSentence); ++i)
        first << urgent[i]->text;
    said.text = first.join(say(QT_TRANSLATE_NOOP("Message", "; ")));
    if (urgent.size() > InOneSentence)
        said.text = say(QT_TRANSLATE_NOOP("Message", "%1; and %2 more"),
                        {said.text, number(static_cast<qsizetype>(urgent.size() - InOneSentence))});
    said.alarm = (*std::min_element(urgent.begin(), urgent.end(), [](auto* a, auto* b) { return a->alarm < b->alarm; }))->alarm;
    said.target = urgent.front()->target;
}

} // namespace

widgets::Situation situation(const Scope& scope)
{
    widgets::Situation said;
    QStringList all;
    for (Item& item : itemsOf(scope)) {
        all << item.said.text;
        said.sentences.push_back(std::move(item.said));
    }
    sumUp(scope, said);
    said.more = (all << feedsText(scope)).join(QLatin1Char('\n'));
    if (feedSentences(scope).empty()) said.sentences.push_back({0, feedsText(scope), std::nullopt});
    return said;
}

std::optional<SentenceEvidence> evidenceOf(const Scope& scope, int sentence)
{
    const std::vector<Item> items = itemsOf(scope);
    if (sentence < 0 || static_cast<std::size_t>(sentence) >= items.size()) return std::nullopt;
    const Item& item = items[static_cast<std::size_t>(sentence)];
    return item.evidence ? std::optional(SentenceEvidence{*item.evidence, item.said.text}) : std::nullopt;
}

std::vector<std::pair<int, QString>> situationSeries(const Scope& scope)
{
    std::vector<std::pair<int, QString>> found = feedSeries(scope);
    for (const Holding& one : holdingRules(scope))
        if (one.value.result.row >= 0) found.emplace_back(one.value.result.row, one.value.quantity);
    for (const auto& one : warningSeries(scope))
        found.push_back(one);
    return found;
}

} // namespace app
