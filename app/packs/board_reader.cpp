// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/board_reader.h"

#include "app/packs/vocabulary.h"

#include <QFileInfo>
#include <algorithm>

namespace app {

namespace {

constexpr double hugeNumber = 1e12;

void checkQuantity(YamlMap& map, const char* key, const QString& quantity, const Pack& pack)
{
    if (!pack.quantities->contains(quantity))
        map.report(key, unknownName(Name::Quantity, quantity, pack.quantities->keys()));
}

void checkCriterion(YamlMap& map, const QString& id, const Pack& pack)
{
    QStringList known;
    for (const indicators::Criterion& one : pack.criteria)
        known << one.id;
    if (!known.contains(id))
        map.report("criterion", {QT_TRANSLATE_NOOP("Message", "there is no criterion \"%1\"; known are: %2"),
                                 {id, known.join(QStringLiteral(", "))}});
}

BoardRow readRow(const YAML::Node& node, const QString& file, const Pack& pack, Problems& problems)
{
    YamlMap map(node, file, problems);
    BoardRow row;
    if (!map.isValid()) return row;
    row.criterion = map.text("criterion").value_or(QString());
    row.scale = map.text("scale").value_or(QString());
    row.quantities = map.texts("quantities");
    if (row.criterion.isEmpty() == row.scale.isEmpty())
        map.report("criterion", QT_TRANSLATE_NOOP("Message", "either a criterion or a scale was expected"));
    if (!row.criterion.isEmpty()) checkCriterion(map, row.criterion, pack);
    if (!row.scale.isEmpty() && !pack.scales->contains(row.scale))
        map.report("scale", unknownName(Name::Scale, row.scale, pack.scales->keys()));
    for (const QString& quantity : std::as_const(row.quantities))
        checkQuantity(map, "quantities", quantity, pack);
    const YAML::Node inputs = map.node("inputs"), thresholds = map.node("thresholds");
    if (inputs.IsDefined()) {
        YamlMap all(inputs, file, problems);
        all.allowAnyKey();
        for (const QString& name : all.keys()) {
            const QString quantity = all.text(name.toUtf8().constData()).value_or(QString());
            checkQuantity(map, "inputs", quantity, pack);
            row.inputs.insert(name, quantity);
        }
    }
    if (thresholds.IsDefined()) {
        YamlMap all(thresholds, file, problems);
        all.allowAnyKey();
        for (const QString& name : all.keys())
            if (const auto number = all.number(name.toUtf8().constData(), -hugeNumber, hugeNumber))
                row.thresholds.insert(name, *number);
    }
    return row;
}

} // namespace

std::vector<BoardRow> readBoard(const QString& file, const Pack& pack, Problems& problems)
{
    std::vector<BoardRow> rows;
    if (!QFileInfo::exists(file)) return rows;
    const YAML::Node root = loadYaml(file, file, problems);
    if (!root.IsDefined()) return rows;
    YamlMap top(root, file, problems);
    const YAML::Node all = top.required("criteria");
    if (!all.IsSequence()) {
        if (all.IsDefined()) top.report("criteria", QT_TRANSLATE_NOOP("Message", "a list was expected"));
        return rows;
    }
    for (const YAML::Node& one : all)
        rows.push_back(readRow(one, file, pack, problems));
    return rows;
}

} // namespace app
