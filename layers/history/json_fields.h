// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"
#include "layers/city/result.h"

#include <QJsonArray>
#include <QJsonObject>

/// The words the JSON of all facts is made of; see fact_json.h.
namespace history {

/// Nothing is written for what is empty.
void put(QJsonObject& json, const char* key, const QString& text);
void put(QJsonObject& json, const char* key, const QStringList& texts);
void put(QJsonObject& json, const char* key, const city::LocalText& text);
void put(QJsonObject& json, const char* key, const city::TextMap& texts);
void put(QJsonObject& json, const char* key, const std::vector<QPair<QString, QString>>& pairs);
void put(QJsonObject& json, const char* key, const std::optional<city::Instant>& at);
void put(QJsonObject& json, const char* key, const std::optional<double>& number);
void put(QJsonObject& json, const char* key, const city::Geometry& geometry);
void put(QJsonObject& json, const char* key, const city::Problem& problem);

QString text(const QJsonObject& json, const char* key);
QStringList texts(const QJsonObject& json, const char* key);
city::LocalText localText(const QJsonObject& json, const char* key);
city::TextMap textMap(const QJsonObject& json, const char* key);
std::vector<QPair<QString, QString>> pairs(const QJsonObject& json, const char* key);
std::optional<city::Instant> instant(const QJsonObject& json, const char* key);
std::optional<double> number(const QJsonObject& json, const char* key);
city::Geometry geometry(const QJsonObject& json, const char* key);
city::Problem problem(const QJsonObject& json);

QJsonArray position(city::LonLat at);
std::optional<city::LonLat> position(const QJsonValue& json);

} // namespace history
