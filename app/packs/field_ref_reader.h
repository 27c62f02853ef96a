// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/feeds/feed_spec.h"

namespace app {

/// The field that `key` names: a name, a list of names of which the first one present counts, or a mapping
/// {field: NAMES, without: TEXT}, {join: [NAMES], with: TEXT}, {constant: TEXT}, each with rules that clean
/// the text: match, replace, width, case, squeeze. Not set when absent.
feeds::FieldRef readField(YamlMap& map, const char* key);
feeds::FieldRef readRequiredField(YamlMap& map, const char* key);

/// By language: {zh_TW: FIELD, en: FIELD}, or one FIELD whose language nobody states.
QMap<QString, feeds::FieldRef> readNamedField(YamlMap& map, const char* key);

/// Any keys, each with a field.
QMap<QString, feeds::FieldRef> readDetails(YamlMap& map, const char* key);

/// When a record happened: {field: FIELD, format: FORMATS, zone: ZONE, of: envelope}; `fields` for a date and
/// a time of day apart.
feeds::TimeMapping readTime(YamlMap& map, const char* key);

/// Two numbers, the smaller first; nothing when absent or wrong.
std::optional<QPair<double, double>> readRange(YamlMap& map, const char* key);

} // namespace app
