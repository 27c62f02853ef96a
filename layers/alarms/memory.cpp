// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/memory.h"

#include "layers/alarms/alarm_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace alarms {

namespace {

qint64 stampOf(city::Instant at)
{
    return static_cast<qint64>(at.time_since_epoch().count());
}

city::Instant instantOf(const QJsonValue& stamp)
{
    return city::Instant(city::Duration(stamp.toInteger()));
}

QJsonArray stampsOf(const std::vector<city::Instant>& times)
{
    QJsonArray stamps;
    for (const city::Instant at : times)
        stamps.append(stampOf(at));
    return stamps;
}

std::vector<city::Instant> instantsOf(const QJsonValue& stamps)
{
    std::vector<city::Instant> times;
    for (const QJsonValue& one : stamps.toArray())
        times.push_back(instantOf(one));
    return times;
}

void put(QJsonObject& json, const QString& key, const std::optional<city::Instant>& at)
{
    if (at) json.insert(key, stampOf(*at));
}

std::optional<city::Instant> instant(const QJsonObject& json, const char* key)
{
    const QJsonValue value = json.value(QLatin1String(key));
    return value.isDouble() ? std::optional(instantOf(value)) : std::nullopt;
}

QByteArray compact(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// By their texts, so that the same memory is the same bytes whoever writes it.
QJsonArray inOrder(std::vector<QJsonArray> lists)
{
    const auto textOf = [](const QJsonArray& list) {
        return QJsonDocument(list).toJson(QJsonDocument::Compact);
    };
    std::sort(lists.begin(), lists.end(),
              [&](const QJsonArray& a, const QJsonArray& b) { return textOf(a) < textOf(b); });
    QJsonArray all;
    for (const QJsonArray& one : lists)
        all.append(one);
    return all;
}

} // namespace

QByteArray factOf(const Alarm& alarm)
{
    QJsonObject json = toJson(alarm);
    if (alarm.uncertain) json.insert(QStringLiteral("uncertain"), true);
    put(json, QStringLiteral("turning_on"), alarm.turningOn);
    put(json, QStringLiteral("turning_off"), alarm.turningOff);
    if (!alarm.activations.empty()) json.insert(QStringLiteral("activations"), stampsOf(alarm.activations));
    return compact(json);
}

std::optional<Alarm> alarmFromFact(const QByteArray& fact)
{
    const QJsonObject json = QJsonDocument::fromJson(fact).object();
    Alarm alarm = alarmFrom(json);
    if (alarm.id.isEmpty() || alarm.rule.isEmpty()) return std::nullopt;
    alarm.uncertain = json.value(QLatin1String("uncertain")).toBool();
    alarm.turningOn = instant(json, "turning_on");
    alarm.turningOff = instant(json, "turning_off");
    alarm.activations = instantsOf(json.value(QLatin1String("activations")));
    return alarm;
}

QByteArray summaryOf(const Alarms& alarms)
{
    return compact({{QStringLiteral("flood"), alarms.isFlood},
                    {QStringLiteral("drills"), alarms.drills},
                    {QStringLiteral("untrusted"), QJsonArray::fromStringList(alarms.untrusted)}});
}

void takeSummary(const QByteArray& summary, Alarms& alarms)
{
    const QJsonObject json = QJsonDocument::fromJson(summary).object();
    alarms.isFlood = json.value(QLatin1String("flood")).toBool();
    alarms.drills = json.value(QLatin1String("drills")).toInt();
    alarms.untrusted.clear();
    for (const QJsonValue& one : json.value(QLatin1String("untrusted")).toArray())
        alarms.untrusted << one.toString();
}

QByteArray memoryOf(const Alarms& alarms)
{
    std::vector<QJsonArray> withdrawn, beyond, traces;
    for (const city::AlertKey& key : alarms.withdrawn)
        withdrawn.push_back({key.sender, key.identifier, stampOf(key.sent)});
    for (auto rule = alarms.beyond.begin(); rule != alarms.beyond.end(); ++rule)
        for (const city::PlaceId& place : rule.value())
            beyond.push_back({rule.key(), place.kind, place.id});
    for (auto one = alarms.traces.begin(); one != alarms.traces.end(); ++one) {
        QJsonArray trace{one.key().first.kind, one.key().first.id, one.key().second};
        for (const city::Sample& sample : one.value().samples) {
            trace.append(stampOf(sample.at));
            trace.append(sample.value);
        }
        traces.push_back(trace);
    }
    return compact({{QStringLiteral("withdrawn"), inOrder(std::move(withdrawn))},
                    {QStringLiteral("beyond"), inOrder(std::move(beyond))},
                    {QStringLiteral("traces"), inOrder(std::move(traces))},
                    {QStringLiteral("raised"), stampsOf(alarms.raised)}});
}

void takeMemory(const QByteArray& memory, Alarms& alarms)
{
    const QJsonObject json = QJsonDocument::fromJson(memory).object();
    alarms.withdrawn.clear();
    alarms.beyond.clear();
    alarms.traces.clear();
    for (const QJsonValue& value : json.value(QLatin1String("withdrawn")).toArray()) {
        const QJsonArray one = value.toArray();
        alarms.withdrawn.insert({one[0].toString(), one[1].toString(), instantOf(one[2])});
    }
    for (const QJsonValue& value : json.value(QLatin1String("beyond")).toArray()) {
        const QJsonArray one = value.toArray();
        alarms.beyond[one[0].toString()].insert({one[1].toString(), one[2].toString()});
    }
    for (const QJsonValue& value : json.value(QLatin1String("traces")).toArray()) {
        const QJsonArray one = value.toArray();
        Trace& trace = alarms.traces[{{one[0].toString(), one[1].toString()}, one[2].toString()}];
        for (qsizetype i = 3; i + 1 < one.size(); i += 2)
            trace.samples.push_back({instantOf(one[i]), one[i + 1].toDouble()});
    }
    alarms.raised = instantsOf(json.value(QLatin1String("raised")));
}

} // namespace alarms
