// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/terms_reader.h"

#include <QFileInfo>

namespace app {

namespace {

city::LocalText readTerm(YamlMap& map, const YAML::Node& node)
{
    map.allowAnyKey();
    city::LocalText term;
    for (const QString& language : map.keys())
        term.set(language, map.requiredText(language.toUtf8().constData()));
    if (term.all().size() < 2)
        map.report(node, QStringLiteral("terms"), {QT_TRANSLATE_NOOP("Message", "a term is a word in two languages or more")});
    return term;
}

} // namespace

city::Terms readTerms(const QString& file, Problems& problems)
{
    city::Terms terms;
    if (!QFileInfo::exists(file)) return terms;
    const YAML::Node root = loadYaml(file, file, problems);
    if (!root.IsDefined()) return terms;
    YamlMap top(root, file, problems);
    const YAML::Node list = top.required("terms");
    if (!list.IsSequence()) {
        if (list.IsDefined()) top.report("terms", QT_TRANSLATE_NOOP("Message", "a list was expected"));
        return terms;
    }
    for (const YAML::Node& node : list) {
        YamlMap map(node, file, problems);
        if (!map.isValid()) continue;
        const city::LocalText term = readTerm(map, node);
        for (auto it = term.all().cbegin(); it != term.all().cend(); ++it) {
            if (terms.contains(it.value()) && terms.value(it.value()) != term)
                map.report(it.key().toUtf8().constData(), {QT_TRANSLATE_NOOP("Message", "\"%1\" stands here twice"), {it.value()}});
            terms.insert(it.value(), term);
        }
    }
    return terms;
}

} // namespace app
