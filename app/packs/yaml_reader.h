// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/local_text.h"
#include "layers/city/result.h"
#include "layers/city/time.h"

#include <QSet>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>
#include <yaml-cpp/yaml.h>

namespace app {

/// Where the mistakes of a pack are gathered: every reader adds, nobody throws, all are shown in one go.
using Problems = std::vector<city::Problem>;

/// Parses a YAML file; a file that cannot be read or is not YAML becomes a problem and an undefined node. At
/// most 4 MiB, no aliases, no nesting beyond 64.
YAML::Node loadYaml(const QString& file, const QString& shownAs, Problems& problems);

/// A cursor on one mapping of a YAML file that remembers which keys were asked for: when it goes, keys nobody
/// asked for are reported as unknown, with what was expected. Each `get` reports a value of the wrong kind as
/// "file:line:column: key: what is wrong, what was expected" and returns nothing.
class YamlMap {
public:
    /// `node` must outlive it. A node that is not a mapping is reported once and then reads as empty.
    YamlMap(const YAML::Node& node, QString shownAs, Problems& problems);
    ~YamlMap();
    YamlMap(const YamlMap&) = delete;
    YamlMap& operator=(const YamlMap&) = delete;

    bool has(const char* key);
    YAML::Node node(const char* key);     ///< Undefined when absent.
    YAML::Node required(const char* key); ///< Reports when absent.

    std::optional<QString> text(const char* key);
    QString requiredText(const char* key);
    /// One of `words`.
    std::optional<QString> word(const char* key, const QStringList& words);
    std::optional<double> number(const char* key, double least, double most);
    std::optional<bool> flag(const char* key);
    std::optional<city::Duration> duration(const char* key);
    /// {en: ..., zh_TW: ...}; both must be there and not empty.
    std::optional<city::LocalText> localText(const char* key);
    /// The same, or one text for all languages.
    std::optional<city::LocalText> textOrLocal(const char* key);
    /// A list of texts, or one text for a list of one.
    QStringList texts(const char* key);

    /// Adds a problem at `at` (a node of this file), or at the mapping itself.
    void report(const YAML::Node& at, const QString& field, city::Message text);
    void report(const char* key, city::Message text);
    const QString& shownAs() const { return m_shownAs; }
    Problems& problems() { return m_problems; }
    bool isValid() const { return m_valid; }
    std::vector<QString> keys() const;
    /// Every key counts as asked for: for mappings whose keys are data.
    void allowAnyKey();

private:
    YAML::Node m_node;
    QString m_shownAs;
    Problems& m_problems;
    QSet<QString> m_asked;
    bool m_valid = false;
    bool m_anyKey = false;
};

/// "file:line:column" of a node.
QString place(const QString& shownAs, const YAML::Node& node);

} // namespace app
