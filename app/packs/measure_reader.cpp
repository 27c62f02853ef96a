// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/measure_reader.h"

#include "app/packs/field_ref_reader.h"
#include "app/packs/vocabulary.h"

namespace app {

namespace {

void checkUnit(YamlMap& map, const feeds::ObservationMapping& measure,
               const city::QuantityCatalogue& quantities)
{
    if (quantities.isEmpty()) return; // nothing is converted then
    if (!city::isKnownUnit(measure.unit)) {
        map.report("unit", {QT_TRANSLATE_NOOP("Message", "\"%1\" is no UCUM unit the program can convert"),
                            {measure.unit}});
        return;
    }
    const auto quantity = quantities.constFind(measure.quantity);
    if (quantity == quantities.cend() || city::convertUnit(1, measure.unit, quantity->unit)) return;
    map.report("unit", {QT_TRANSLATE_NOOP("Message", "%1 is measured in %2, which %3 cannot be converted to"),
                        {measure.quantity, quantity->unit, measure.unit}});
}

QMap<QString, double> readWords(YamlMap& map)
{
    QMap<QString, double> words;
    const YAML::Node node = map.node("words");
    YamlMap list(node, map.shownAs(), map.problems());
    list.allowAnyKey();
    for (const QString& word : list.keys()) {
        if (const auto number = list.number(word.toUtf8().constData(), -1e15, 1e15))
            words.insert(word, *number);
    }
    return words;
}

void readUnless(YamlMap& map, feeds::ObservationMapping& measure)
{
    const YAML::Node node = map.node("unless");
    YamlMap unless(node, map.shownAs(), map.problems());
    if (!unless.isValid()) return;
    const feeds::FieldRef field = readRequiredField(unless, "field");
    unless.required("is");
    measure.unless = QPair<feeds::FieldRef, QString>(field, unless.text("is").value_or(QString()));
}

void readOnly(YamlMap& map, feeds::ObservationMapping& measure)
{
    const YAML::Node node = map.node("only");
    YamlMap only(node, map.shownAs(), map.problems());
    if (!only.isValid()) return;
    const feeds::FieldRef field = readRequiredField(only, "field");
    only.required("is");
    measure.only = QPair<feeds::FieldRef, QStringList>(field, only.texts("is"));
}

/// The field of a value, or the several that are added up.
void readValueField(YamlMap& map, feeds::ObservationMapping& measure)
{
    for (const QString& name : map.texts("add")) {
        feeds::FieldRef field;
        field.names << name;
        measure.add.push_back(field);
    }
    const bool needed = !measure.countRecords && measure.add.empty();
    measure.field = needed ? readRequiredField(map, "field") : readField(map, "field");
    if (!measure.add.empty() && measure.field.isSet())
        map.report("add", QT_TRANSLATE_NOOP("Message", "either field or add was expected"));
}

feeds::ObservationMapping readMeasure(YamlMap& map, const QString& quantity)
{
    feeds::ObservationMapping measure;
    measure.quantity = quantity;
    measure.countRecords = map.flag("count").value_or(false);
    measure.sum = map.flag("sum").value_or(false);
    measure.mean = map.flag("mean").value_or(false);
    measure.weight = readField(map, "weight");
    if (measure.weight.isSet() && !measure.mean)
        map.report("weight", QT_TRANSLATE_NOOP("Message", "is for mean: true only"));
    if (measure.mean && (measure.sum || measure.countRecords))
        map.report("mean", QT_TRANSLATE_NOOP("Message", "either mean, sum or count was expected"));
    readValueField(map, measure);
    measure.unit = map.text("unit").value_or(measure.unit);
    if (const auto range = readRange(map, "range")) {
        measure.least = range->first;
        measure.most = range->second;
    }
    measure.missing = map.texts("missing");
    measure.words = readWords(map);
    const bool isScale = map.has("scale");
    measure.scale = map.number(isScale ? "scale" : "times", -1e15, 1e15);
    readUnless(map, measure);
    readOnly(map, measure);
    return measure;
}

void readForm(const YAML::Node& node, const QString& quantity, YamlMap& map,
              const city::QuantityCatalogue& quantities, std::vector<feeds::ObservationMapping>& measures)
{
    YamlMap form(node, map.shownAs(), map.problems());
    if (!form.isValid()) return;
    const feeds::ObservationMapping measure = readMeasure(form, quantity);
    if (!measure.unit.isEmpty()) checkUnit(form, measure, quantities);
    measures.push_back(measure);
}

} // namespace

std::vector<feeds::ObservationMapping> readMeasures(YamlMap& map, const char* key,
                                                    const city::QuantityCatalogue& quantities)
{
    std::vector<feeds::ObservationMapping> measures;
    const YAML::Node node = map.node(key);
    YamlMap list(node, map.shownAs(), map.problems());
    list.allowAnyKey();
    for (const QString& quantity : list.keys()) {
        const QByteArray name = quantity.toUtf8();
        const YAML::Node entry = list.node(name.constData());
        if (!quantities.isEmpty() && !quantities.contains(quantity))
            list.report(name.constData(), unknownName(Name::Quantity, quantity, quantities.keys()));
        const bool several = entry.IsSequence() && entry.size() > 0 && entry[0].IsMap();
        if (several) { // the shapes a publisher has had, with units of their own
            for (const YAML::Node& one : entry)
                readForm(one, quantity, map, quantities, measures);
            continue;
        }
        if (entry.IsScalar() || entry.IsSequence()) { // only a field: a plain number, unit "1"
            feeds::ObservationMapping plain;
            plain.quantity = quantity;
            plain.field = readField(list, name.constData());
            checkUnit(list, plain, quantities);
            measures.push_back(plain);
            continue;
        }
        readForm(entry, quantity, map, quantities, measures);
    }
    return measures;
}

} // namespace app
