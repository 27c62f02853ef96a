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

feeds::ObservationMapping readMeasure(YamlMap& map, const QString& quantity)
{
    feeds::ObservationMapping measure;
    measure.quantity = quantity;
    measure.countRecords = map.flag("count").value_or(false);
    measure.sum = map.flag("sum").value_or(false);
    measure.field = measure.countRecords ? readField(map, "field") : readRequiredField(map, "field");
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
    return measure;
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
        if (entry.IsScalar() || entry.IsSequence()) { // only a field: a plain number, unit "1"
            feeds::ObservationMapping plain;
            plain.quantity = quantity;
            plain.field = readField(list, name.constData());
            checkUnit(list, plain, quantities);
            measures.push_back(plain);
            continue;
        }
        YamlMap form(entry, map.shownAs(), map.problems());
        if (!form.isValid()) continue;
        const feeds::ObservationMapping measure = readMeasure(form, quantity);
        if (!measure.unit.isEmpty()) checkUnit(form, measure, quantities);
        measures.push_back(measure);
    }
    return measures;
}

} // namespace app
