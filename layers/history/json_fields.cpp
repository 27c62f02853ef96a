// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/json_fields.h"

#include "layers/history/told.h"

#include <QHash>

namespace history {

namespace {

QLatin1String name(const char* key)
{
    return QLatin1String(key);
}

/// Sentences are literals of the program. Those read back from a file are kept for ever, each once, since a Message may
/// outlive every store; a file that holds more different ones than the program has is damaged, and they are left out.
const char* literal(const QString& source)
{
    constexpr qsizetype most = 2'000;
    thread_local QHash<QString, const char*> kept;
    const auto known = kept.constFind(source);
    if (known != kept.cend()) return *known;
    if (kept.size() >= most) return "";
    return *kept.insert(source, qstrdup(source.toUtf8().constData()));
}

QJsonArray ring(const std::vector<city::LonLat>& line)
{
    QJsonArray json;
    for (const city::LonLat at : line)
        json.append(position(at));
    return json;
}

std::vector<city::LonLat> ring(const QJsonValue& json)
{
    std::vector<city::LonLat> line;
    const QJsonArray positions = json.toArray();
    for (const QJsonValue& one : positions) {
        if (const auto at = position(one)) line.push_back(*at);
    }
    return line;
}

} // namespace

QJsonArray position(city::LonLat at)
{
    return {at.lon, at.lat};
}

std::optional<city::LonLat> position(const QJsonValue& json)
{
    const QJsonArray pair = json.toArray();
    if (pair.size() != 2 || !pair.at(0).isDouble() || !pair.at(1).isDouble()) return std::nullopt;
    return city::LonLat{pair.at(0).toDouble(), pair.at(1).toDouble()};
}

void put(QJsonObject& json, const char* key, const QString& text)
{
    if (!text.isEmpty()) json.insert(name(key), text);
}

void put(QJsonObject& json, const char* key, const QStringList& texts)
{
    if (!texts.isEmpty()) json.insert(name(key), QJsonArray::fromStringList(texts));
}

void put(QJsonObject& json, const char* key, const city::LocalText& text)
{
    put(json, key, text.all());
}

void put(QJsonObject& json, const char* key, const city::TextMap& texts)
{
    if (texts.isEmpty()) return;
    QJsonObject object;
    for (auto one = texts.cbegin(); one != texts.cend(); ++one)
        object.insert(one.key(), one.value());
    json.insert(name(key), object);
}

void put(QJsonObject& json, const char* key, const std::vector<QPair<QString, QString>>& pairs)
{
    if (pairs.empty()) return;
    QJsonArray list;
    for (const auto& [first, second] : pairs)
        list.append(QJsonArray{first, second});
    json.insert(name(key), list);
}

void put(QJsonObject& json, const char* key, const std::optional<city::Instant>& at)
{
    if (at) json.insert(name(key), stampOf(*at));
}

void put(QJsonObject& json, const char* key, const std::optional<double>& number)
{
    if (number) json.insert(name(key), *number);
}

void put(QJsonObject& json, const char* key, const city::Geometry& geometry)
{
    if (geometry.isEmpty()) return;
    QJsonArray points = ring(geometry.points), lines, polygons;
    for (const auto& line : geometry.lines)
        lines.append(ring(line));
    for (const auto& polygon : geometry.polygons) {
        QJsonArray rings;
        for (const auto& one : polygon.rings)
            rings.append(ring(one));
        polygons.append(rings);
    }
    json.insert(name(key), QJsonArray{points, lines, polygons});
}

void put(QJsonObject& json, const char* key, const city::Problem& problem)
{
    QJsonObject object;
    put(object, "record", problem.record);
    put(object, "field", problem.field);
    put(object, "text", QString::fromUtf8(problem.text.source));
    put(object, "arguments", problem.text.arguments);
    json.insert(name(key), object);
}

QString text(const QJsonObject& json, const char* key)
{
    return json.value(name(key)).toString();
}

QStringList texts(const QJsonObject& json, const char* key)
{
    QStringList list;
    const QJsonArray array = json.value(name(key)).toArray();
    for (const QJsonValue& one : array)
        list.append(one.toString());
    return list;
}

city::LocalText localText(const QJsonObject& json, const char* key)
{
    city::LocalText text;
    const city::TextMap all = textMap(json, key);
    for (auto one = all.cbegin(); one != all.cend(); ++one)
        text.set(one.key(), one.value());
    return text;
}

city::TextMap textMap(const QJsonObject& json, const char* key)
{
    city::TextMap map;
    const QJsonObject object = json.value(name(key)).toObject();
    for (auto one = object.begin(); one != object.end(); ++one)
        map.insert(one.key(), one.value().toString());
    return map;
}

std::vector<QPair<QString, QString>> pairs(const QJsonObject& json, const char* key)
{
    std::vector<QPair<QString, QString>> list;
    const QJsonArray array = json.value(name(key)).toArray();
    for (const QJsonValue& one : array)
        list.emplace_back(one.toArray().at(0).toString(), one.toArray().at(1).toString());
    return list;
}

std::optional<city::Instant> instant(const QJsonObject& json, const char* key)
{
    const QJsonValue value = json.value(name(key));
    return value.isDouble() ? std::optional(instantOf(value.toInteger())) : std::nullopt;
}

std::optional<double> number(const QJsonObject& json, const char* key)
{
    const QJsonValue value = json.value(name(key));
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

city::Geometry geometry(const QJsonObject& json, const char* key)
{
    city::Geometry geometry;
    const QJsonArray all = json.value(name(key)).toArray();
    if (all.size() != 3) return geometry;
    geometry.points = ring(all.at(0));
    const QJsonArray lines = all.at(1).toArray(), polygons = all.at(2).toArray();
    for (const QJsonValue& line : lines)
        geometry.lines.push_back(ring(line));
    for (const QJsonValue& rings : polygons) {
        city::Polygon polygon;
        const QJsonArray list = rings.toArray();
        for (const QJsonValue& one : list)
            polygon.rings.push_back(ring(one));
        if (!polygon.rings.empty()) geometry.polygons.push_back(std::move(polygon));
    }
    return geometry;
}

city::Problem problem(const QJsonObject& json)
{
    return {text(json, "record"), text(json, "field"), {literal(text(json, "text")), texts(json, "arguments")}};
}

} // namespace history
