// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/area_level.h"

#include "app/packs/pack_files.h"
#include "app/packs/vocabulary.h"

#include <QDir>
#include <QFile>

namespace app {

namespace {

constexpr qint64 largestTable = 16 * 1024 * 1024;

void requireField(YamlMap& map, const char* key, const QString& field, const AreaLevel& level)
{
    if (field.isEmpty() || !level.table || level.table->fields.contains(field)) return;
    map.report(key, {QT_TRANSLATE_NOOP("Message", "the layer has no field \"%1\"; it has: %2"),
                     {field, level.table->fields.join(QStringLiteral(", "))}});
}

void readTable(YamlMap& map, const QString& folder, AreaLevel& level)
{
    const QString text = map.requiredText("layer");
    if (text.isEmpty()) return;
    const city::Result<PackFile> file = fileInPack(folder, text);
    if (!file.ok()) {
        map.report("layer", file.problem().text);
        return;
    }
    geo::OpenOptions options;
    options.layer = file->layer;
    city::Result<geo::FeatureTable> table = geo::readLayer(file->path, options);
    if (!table.ok()) {
        map.report("layer", table.problem().text);
        return;
    }
    for (const city::Problem& problem : table->problems)
        map.report("layer", {QT_TRANSLATE_NOOP("Message", "in the layer: %1"), {problem.toString()}});
    level.table = std::move(table).value();
}

void readNames(YamlMap& map, AreaLevel& level)
{
    const YAML::Node node = map.required("name");
    YamlMap names(node, map.shownAs(), map.problems());
    if (!names.isValid()) return;
    names.required("zh_TW"); // what people of the city call it; other languages may be missing in a register
    for (const char* language : {"zh_TW", "en"}) {
        const QString field = names.text(language).value_or(QString());
        if (field.isEmpty()) continue;
        requireField(names, language, field, level);
        level.nameFields.insert(QString::fromLatin1(language), field);
    }
}

void readParent(YamlMap& map, LevelRank rank, AreaLevel& level)
{
    if (rank == LevelRank::Outermost) {
        if (map.has("parent"))
            map.report("parent", QT_TRANSLATE_NOOP("Message", "the outermost level has no parent"));
        return;
    }
    const YAML::Node node = map.required("parent");
    YamlMap parent(node, map.shownAs(), map.problems());
    if (!parent.isValid()) return;
    level.parentField = parent.text("field").value_or(QString());
    requireField(parent, "field", level.parentField, level);
    level.parentPrefix = static_cast<int>(parent.number("prefix", 1, 50).value_or(0));
    if (level.parentField.isEmpty() == (level.parentPrefix == 0))
        map.report("parent",
                   QT_TRANSLATE_NOOP("Message", "either {field: NAME} or {prefix: LETTERS} was expected"));
}

void readCodes(YamlMap& map, AreaLevel& level)
{
    YamlMap codes(map.node("codes"), map.shownAs(), map.problems());
    codes.allowAnyKey();
    for (const QString& name : codes.keys()) {
        const QByteArray key = name.toUtf8();
        YamlMap rule(codes.node(key.constData()), map.shownAs(), map.problems());
        if (!rule.isValid()) continue;
        CodeRule code;
        code.registerName = name;
        code.field = rule.text("field").value_or(QString());
        requireField(rule, "field", code.field, level);
        code.first = static_cast<int>(rule.number("first", 1, 50).value_or(0));
        code.separator = rule.text("after-parent").value_or(QString());
        code.last = static_cast<int>(rule.number("last", 1, 50).value_or(0));
        if (code.field.isEmpty() == (code.last == 0))
            codes.report(
                key.constData(),
                QT_TRANSLATE_NOOP(
                    "Message", "either {field: NAME} or {after-parent: \"-\", last: LETTERS} was expected"));
        level.codes.push_back(code);
    }
}

} // namespace

QHash<QString, double> readPeople(const QString& file, const QString& shownAs, Problems& problems)
{
    QHash<QString, double> people;
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly) || source.size() > largestTable) {
        problems.push_back(
            {shownAs, {}, QT_TRANSLATE_NOOP("Message", "cannot be read, or is larger than 16 MiB")});
        return people;
    }
    int number = 0;
    while (!source.atEnd()) {
        QString line = QString::fromUtf8(source.readLine()).trimmed();
        if (line.startsWith(QChar(0xFEFF))) line.remove(0, 1);
        if (++number == 1 && line == QLatin1String("code,people")) continue;
        if (line.isEmpty()) continue;
        const QStringList cells = line.split(QLatin1Char(','));
        bool ok = false;
        const double count = cells.value(1).toDouble(&ok);
        if (number > 1 && cells.size() == 2 && ok && count >= 0)
            people.insert(cells[0], count);
        else
            problems.push_back(
                {QStringLiteral("%1:%2:1").arg(shownAs).arg(number),
                 {},
                 number == 1 ? city::Message(
                                   QT_TRANSLATE_NOOP("Message", "the head line \"code,people\" was expected"))
                             : city::Message(QT_TRANSLATE_NOOP(
                                   "Message", "a code, a comma and a number of people were expected"))});
    }
    return people;
}

AreaLevel readAreaLevel(YamlMap& map, LevelRank rank, const QString& folder)
{
    AreaLevel level;
    level.level = map.requiredText("level");
    map.required("title");
    level.title = map.localText("title").value_or(city::LocalText());
    readTable(map, folder, level);
    level.idField = map.requiredText("id");
    requireField(map, "id", level.idField, level);
    readNames(map, level);
    readParent(map, rank, level);
    readCodes(map, level);
    if (const auto text = map.text("people")) {
        const city::Result<PackFile> file = fileInPack(folder, *text);
        if (file.ok())
            level.people = readPeople(file->path, QDir(folder).filePath(*text), map.problems());
        else
            map.report("people", file.problem().text);
    }
    level.place = place(map.shownAs(), map.node("layer"));
    return level;
}

} // namespace app
