// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/request.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace alarms {

namespace {

constexpr qsizetype longestNote = 1000, mostAlarms = 100'000;

/// As Action::Kind has them.
const QStringList& kindWords()
{
    static const QStringList words{QStringLiteral("acknowledge"), QStringLiteral("shelve"),
                                   QStringLiteral("unshelve"), QStringLiteral("out-of-service"),
                                   QStringLiteral("in-service")};
    return words;
}

} // namespace

QByteArray requestOf(const Action& action, city::Instant at)
{
    QJsonObject json{{QStringLiteral("kind"), kindWords().at(static_cast<qsizetype>(action.kind))},
                     {QStringLiteral("alarms"), QJsonArray::fromStringList(action.alarms)},
                     {QStringLiteral("by"), action.by},
                     {QStringLiteral("note"), action.note},
                     {QStringLiteral("at"), city::toIso(at)}};
    if (action.lasts > city::Duration(0))
        json.insert(QStringLiteral("lasts_ms"), static_cast<qint64>(action.lasts.count()));
    if (action.seen)
        json.insert(QStringLiteral("seen_ms"), static_cast<qint64>(action.seen->time_since_epoch().count()));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Action> actionFrom(const QByteArray& request)
{
    const QJsonObject json = QJsonDocument::fromJson(request).object();
    const qsizetype kind = kindWords().indexOf(json.value(QLatin1String("kind")).toString());
    const QJsonArray alarms = json.value(QLatin1String("alarms")).toArray();
    if (kind < 0 || alarms.isEmpty() || alarms.size() > mostAlarms) return std::nullopt;
    Action action;
    action.kind = static_cast<Action::Kind>(kind);
    for (const QJsonValue& one : alarms)
        action.alarms << one.toString();
    action.by = json.value(QLatin1String("by")).toString().left(longestNote);
    action.note = json.value(QLatin1String("note")).toString().left(longestNote);
    action.lasts = city::Duration(json.value(QLatin1String("lasts_ms")).toInteger());
    const QJsonValue seen = json.value(QLatin1String("seen_ms"));
    if (seen.isDouble()) action.seen = city::Instant(city::Duration(seen.toInteger()));
    return action;
}

QByteArray askedEntry(const QByteArray& request, qint64 number, const QString& user, city::Instant now)
{
    const QJsonObject asked = QJsonDocument::fromJson(request).object();
    const QJsonObject json{{QStringLiteral("at"), city::toIso(now)},
                           {QStringLiteral("what"), QStringLiteral("asked")},
                           {QStringLiteral("kind"), asked.value(QLatin1String("kind"))},
                           {QStringLiteral("alarms"), asked.value(QLatin1String("alarms"))},
                           {QStringLiteral("done_by"), asked.value(QLatin1String("by"))},
                           {QStringLiteral("remark"), asked.value(QLatin1String("note"))},
                           {QStringLiteral("asked_at"), asked.value(QLatin1String("at"))},
                           {QStringLiteral("request"), number},
                           {QStringLiteral("user"), user}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace alarms
