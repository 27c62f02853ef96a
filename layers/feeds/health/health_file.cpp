// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/health_file.h"

#include "layers/feeds/health/health_json.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace feeds {

namespace {

constexpr int version = 1;
constexpr qint64 mostBytes = 64LL * 1024 * 1024;

} // namespace

QByteArray toJson(const city::CitySnapshot& snapshot)
{
    QJsonObject all;
    for (const auto& [id, picture] : snapshot.feeds()) {
        if (!picture->state.lastAttempt) continue;
        all.insert(id, json::feed(picture->state.memory, picture->state.health));
    }
    const QJsonObject top{{QStringLiteral("version"), version}, {QStringLiteral("feeds"), all}};
    return QJsonDocument(top).toJson(QJsonDocument::Compact);
}

KeptHealths healthFrom(const QByteArray& text)
{
    KeptHealths kept;
    const QJsonObject top = QJsonDocument::fromJson(text).object();
    if (top.value(QStringLiteral("version")).toInt() != version) return kept;
    const QJsonObject all = top.value(QStringLiteral("feeds")).toObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QJsonObject one = it->toObject();
        kept[it.key()] = {json::memory(one), json::health(one)};
    }
    return kept;
}

KeptHealths readHealth(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? healthFrom(file.read(mostBytes)) : KeptHealths();
}

std::optional<city::Problem> writeHealth(const QString& name, const city::CitySnapshot& snapshot)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(toJson(snapshot)) >= 0 && file.flush() && file.commit())
        return std::nullopt;
    return city::Problem{
        name, {}, {QT_TRANSLATE_NOOP("Message", "cannot be written: %1"), {file.errorString()}}};
}

} // namespace feeds
