// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/geo/dataset.h"

#include <optional>

namespace app {

/// How a code of another register follows from an area: a field of the layer, the head of a field, or the
/// parent's code of the same register, a separator and the tail of the area's own code.
struct CodeRule {
    QString registerName; ///< "Taiwan_Geocode_103"
    QString field;
    int first = 0;     ///< Only so many letters of the field; 0: all.
    QString separator; ///< After the parent's code.
    int last = 0;      ///< So many letters of the own code; 0: the rule is not of this form.
};

/// One entry of `areas` in pack.yaml with its layer read.
struct AreaLevel {
    QString level;
    city::LocalText title;
    QString idField;
    QMap<QString, QString> nameFields; ///< By language.
    QString parentField;               ///< Holds the parent's code; empty: parentPrefix.
    int parentPrefix = 0;              ///< So many first letters of the code are the parent's code.
    std::vector<CodeRule> codes;
    QHash<QString, double> people; ///< By code; empty when the pack does not say.
    std::optional<geo::FeatureTable> table;
    QString place; ///< "pack.yaml:7:5", for messages.
};

/// Reads one entry. `outermost` levels have no parent.
enum class LevelRank { Outermost, Inner };
AreaLevel readAreaLevel(YamlMap& map, LevelRank rank, const QString& folder);

/// "code,people" lines of a CSV file; mistakes name their line.
QHash<QString, double> readPeople(const QString& file, const QString& shownAs, Problems& problems);

} // namespace app
