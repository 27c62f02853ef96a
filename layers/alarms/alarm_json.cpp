// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/alarm_json.h"

#include "layers/alarms/standing.h"

#include <QJsonDocument>
#include <algorithm>

namespace alarms {

namespace {

void put(QJsonObject& json, const char* key, const QString& text)
{
    if (!text.isEmpty()) json.insert(QLatin1String(key), text);
}

void put(QJsonObject& json, const char* key, bool flag)
{
    if (flag) json.insert(QLatin1String(key), true);
}

void put(QJsonObject& json, const char* key, const city::LocalText& text)
{
    QJsonObject all;
    for (auto one = text.all().begin(); one != text.all().end(); ++one) all.insert(one.key(), one.value());
    if (!all.isEmpty()) json.insert(QLatin1String(key), all);
}

void put(QJsonObject& json, const char* key, const std::optional<city::Instant>& at)
{
    if (at) json.insert(QLatin1String(key), city::toIso(*at));
}

QString text(const QJsonObject& json, const char* key)
{
    return json.value(QLatin1String(key)).toString();
}

bool flag(const QJsonObject& json, const char* key)
{
    return json.value(QLatin1String(key)).toBool();
}

std::optional<city::Instant> instant(const QJsonObject& json, const char* key)
{
    return city::fromIso(text(json, key));
}

city::LocalText local(const QJsonObject& json, const char* key)
{
    city::LocalText text;
    const QJsonObject all = json.value(QLatin1String(key)).toObject();
    for (auto one = all.begin(); one != all.end(); ++one) text.set(one.key(), one.value().toString());
    return text;
}

/// As Alert::Signature has them.
const QStringList& signatureWords()
{
    static const QStringList words{QString(), QStringLiteral("unknown-key"), QStringLiteral("valid"), QStringLiteral("invalid")};
    return words;
}

} // namespace

QString referenceOf(const city::AlertKey& key)
{
    return key.sender + QLatin1Char(',') + key.identifier + QLatin1Char(',') + city::toIso(key.sent);
}

QJsonObject toJson(const Alarm& alarm)
{
    QJsonObject json;
    put(json, "alarm", alarm.id);
    put(json, "rule", alarm.rule);
    put(json, "kind", alarm.subject.kind);
    put(json, "subject", alarm.subject.id);
    put(json, "name", alarm.name);
    put(json, "area", alarm.area);
    put(json, "priority", priorityWord(alarm.priority));
    put(json, "state", stateWord(alarm.state()));
    put(json, "active", alarm.active);
    put(json, "acknowledged", alarm.acknowledged);
    put(json, "suppressed", alarm.suppressed);
    put(json, "shelved_until", alarm.shelvedUntil);
    put(json, "out_of_service", alarm.outOfService);
    put(json, "escalated", alarm.escalated);
    put(json, "raised_at", std::optional(alarm.raisedAt));
    put(json, "since", std::optional(alarm.since));
    put(json, "by", alarm.by);
    put(json, "note", alarm.note);
    if (alarm.value) json.insert(QLatin1String("value"), *alarm.value);
    put(json, "expected_at", alarm.expectedAt);
    put(json, "quantity", alarm.quantity);
    put(json, "unit", alarm.unit);
    if (alarm.places > 0) json.insert(QLatin1String("places"), alarm.places);
    put(json, "feed", alarm.feed);
    put(json, "text", alarm.text);
    put(json, "instruction", alarm.instruction);
    if (alarm.cap) put(json, "cap", referenceOf(*alarm.cap));
    if (alarm.signature != city::Alert::Signature::None) put(json, "signature", signatureWords().value(static_cast<qsizetype>(alarm.signature)));
    put(json, "signed_by", alarm.signedBy);
    return json;
}

Alarm alarmFrom(const QJsonObject& json)
{
    Alarm alarm;
    alarm.id = text(json, "alarm");
    alarm.rule = text(json, "rule");
    alarm.subject = {text(json, "kind"), text(json, "subject")};
    alarm.name = local(json, "name");
    alarm.area = text(json, "area");
    const QString priority = text(json, "priority");
    alarm.priority = priority == priorityWord(Priority::Top)      ? Priority::Top
                     : priority == priorityWord(Priority::Medium) ? Priority::Medium
                                                                  : Priority::Low;
    alarm.active = flag(json, "active");
    alarm.acknowledged = flag(json, "acknowledged");
    alarm.suppressed = flag(json, "suppressed");
    alarm.shelvedUntil = instant(json, "shelved_until");
    alarm.outOfService = flag(json, "out_of_service");
    alarm.escalated = flag(json, "escalated");
    alarm.raisedAt = instant(json, "raised_at").value_or(city::Instant());
    alarm.since = instant(json, "since").value_or(city::Instant());
    alarm.by = text(json, "by");
    alarm.note = text(json, "note");
    const QJsonValue value = json.value(QLatin1String("value"));
    if (value.isDouble()) alarm.value = value.toDouble();
    alarm.expectedAt = instant(json, "expected_at");
    alarm.quantity = text(json, "quantity");
    alarm.unit = text(json, "unit");
    alarm.places = json.value(QLatin1String("places")).toInt();
    alarm.feed = text(json, "feed");
    alarm.text = local(json, "text");
    alarm.instruction = local(json, "instruction");
    alarm.cap = city::parseReference(text(json, "cap"));
    alarm.signature = static_cast<city::Alert::Signature>(std::max<qsizetype>(0, signatureWords().indexOf(text(json, "signature"))));
    alarm.signedBy = text(json, "signed_by");
    return alarm;
}

QByteArray entryOf(const Change& change)
{
    QJsonObject json = change.alarm.id.isEmpty() ? QJsonObject() : toJson(change.alarm);
    json.insert(QLatin1String("at"), city::toIso(change.at));
    json.insert(QLatin1String("what"), change.what);
    put(json, "done_by", change.by);
    put(json, "remark", change.note);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Change> changeFrom(const QByteArray& entry)
{
    const QJsonObject json = QJsonDocument::fromJson(entry).object();
    const auto at = instant(json, "at");
    if (!at || text(json, "what").isEmpty()) return std::nullopt;
    Change change{*at, text(json, "what"), {}, text(json, "done_by"), text(json, "remark")};
    if (json.contains(QLatin1String("alarm"))) change.alarm = alarmFrom(json);
    return change;
}

Alarms restored(const std::vector<QByteArray>& entries, std::optional<city::Instant> until)
{
    Alarms alarms;
    for (const QByteArray& entry : entries) {
        const auto change = changeFrom(entry);
        if (!change || (until && change->at > *until)) continue;
        take(*change, alarms);
    }
    return alarms;
}

} // namespace alarms
