// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/criteria_reader.h"
#include "app/packs/pack.h"
#include "app/packs/privacy_reader.h"
#include "app/packs/scale_reader.h"
#include "app/packs/vocabulary.h"
#include "app/packs/yaml_reader.h"

#include <QDir>

namespace app {

namespace {

constexpr double hugeNumber = 1e15;

const QMap<QString, city::Aggregate>& aggregates()
{
    using city::Aggregate;
    static const QMap<QString, Aggregate> words{
        {QStringLiteral("sum"), Aggregate::Sum},       {QStringLiteral("mean"), Aggregate::Mean},
        {QStringLiteral("median"), Aggregate::Median}, {QStringLiteral("max"), Aggregate::Max},
        {QStringLiteral("min"), Aggregate::Min},       {QStringLiteral("count"), Aggregate::Count}};
    return words;
}

void readRange(YamlMap& map, city::Quantity& quantity)
{
    const YAML::Node range = map.required("range");
    if (!range.IsDefined() || range.IsNull()) return;
    double least = 0, most = 0;
    const bool pair = range.IsSequence() && range.size() == 2 &&
                      YAML::convert<double>::decode(range[0], least) &&
                      YAML::convert<double>::decode(range[1], most);
    if (!pair || !(least < most) || least < -hugeNumber || most > hugeNumber) {
        map.report("range", QT_TRANSLATE_NOOP("Message",
                                              "two numbers were expected, the smaller one first: [0, 500]"));
        return;
    }
    quantity.least = least;
    quantity.most = most;
}

city::Quantity readQuantity(const QString& id, YamlMap& map)
{
    city::Quantity quantity;
    quantity.id = id;
    map.required("name");
    quantity.name = map.localText("name").value_or(city::LocalText());
    quantity.unit = map.requiredText("unit");
    if (!quantity.unit.isEmpty() && !city::isKnownUnit(quantity.unit))
        map.report("unit", {QT_TRANSLATE_NOOP("Message", "\"%1\" is no UCUM unit the program can convert"),
                            {quantity.unit}});
    quantity.unitText = map.localText("shown").value_or(city::LocalText());
    map.required("over");
    if (const auto over = map.word("over", aggregates().keys())) quantity.over = aggregates().value(*over);
    quantity.decimals = static_cast<int>(map.number("decimals", 0, 6).value_or(0));
    readRange(map, quantity);
    quantity.scale = map.text("scale").value_or(QString());
    quantity.forecastAhead = map.duration("forecast").value_or(quantity.forecastAhead);
    const auto worst = map.word("worst", {QStringLiteral("high"), QStringLiteral("low")});
    quantity.worstIsHigh = worst.value_or(QStringLiteral("high")) == QLatin1String("high");
    readPrivacy(map, quantity);
    return quantity;
}

/// Adds the quantities of one file. Those that are there already are the program's and stay as they are.
void readQuantities(const QString& file, const indicators::ScaleCatalogue& scales,
                    city::QuantityCatalogue& quantities, Problems& problems)
{
    const YAML::Node root = loadYaml(file, file, problems);
    if (!root.IsDefined()) return;
    YamlMap top(root, file, problems);
    const YAML::Node all = top.required("quantities");
    YamlMap list(all, file, problems);
    list.allowAnyKey();
    for (const QString& id : list.keys()) {
        YamlMap map(list.node(id.toUtf8().constData()), file, problems);
        const city::Quantity quantity = readQuantity(id, map);
        if (quantities.contains(id)) {
            map.report(
                YAML::Node(YAML::NodeType::Undefined), id,
                QT_TRANSLATE_NOOP("Message", "is a quantity of the program, which a pack cannot change"));
            continue;
        }
        quantities.insert(id, quantity);
        if (quantity.scale.isEmpty()) continue;
        const auto scale = scales.constFind(quantity.scale);
        if (scale == scales.cend())
            map.report("scale", unknownName(Name::Scale, quantity.scale, scales.keys()));
        else if (!city::convertUnit(1, quantity.unit, scale->unit))
            map.report("scale", {QT_TRANSLATE_NOOP(
                                     "Message", "the scale \"%1\" is in %2, which %3 cannot be converted to"),
                                 {scale->id, scale->unit, quantity.unit}});
    }
}

const QString quantityFile = QStringLiteral("quantities.yaml");

/// The scale, and one by itself for each of its inputs.
void addScale(const QString& file, indicators::ScaleCatalogue& scales, QHash<QString, QString>& files, Problems& problems)
{
    const auto scale = readScale(file, problems);
    if (!scale) return;
    if (scales.contains(scale->id)) {
        problems.push_back({file, QStringLiteral("scale"),
                            QT_TRANSLATE_NOOP("Message", "is a scale of the program, which a pack cannot change")});
        return;
    }
    scales.insert(scale->id, *scale);
    files.insert(scale->id, file);
    for (const indicators::Input& input : scale->inputs) {
        const indicators::Scale own = indicators::scaleOfInput(*scale, input);
        scales.insert(own.id, own);
    }
}

/// What a folder holds, and which file each scale is from.
void readScales(const QDir& folder, indicators::ScaleCatalogue& scales, QHash<QString, QString>& files,
                CatalogueReading& reading)
{
    for (const QString& name : folder.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name)) {
        const QString file = folder.filePath(name);
        if (name == quantityFile || name == QLatin1String("situation.yaml")) continue;
        if (name.startsWith(QLatin1String("criteria-"))) {
            if (auto criterion = readCriterion(file, reading.problems))
                reading.criteria.push_back(std::move(*criterion));
        } else if (name.startsWith(QLatin1String("guideline-"))) {
            if (auto guideline = readGuideline(file, reading.problems))
                reading.guidelines.push_back(std::move(*guideline));
        } else {
            addScale(file, scales, files, reading.problems);
        }
    }
}

} // namespace

CatalogueReading readCatalogues(const QString& resources, const QString& pack)
{
    CatalogueReading reading;
    const QDir own(resources + QStringLiteral("/scales")), packs(pack + QStringLiteral("/scales"));
    const bool hasMore = !pack.isEmpty() && packs.exists();
    indicators::ScaleCatalogue scales;
    QHash<QString, QString> files;
    readScales(own, scales, files, reading);
    if (hasMore) readScales(packs, scales, files, reading);
    city::QuantityCatalogue quantities;
    readQuantities(own.filePath(quantityFile), scales, quantities, reading.problems);
    if (hasMore && packs.exists(quantityFile))
        readQuantities(packs.filePath(quantityFile), scales, quantities, reading.problems);
    completePrivacy(hasMore && packs.exists(quantityFile) ? packs.filePath(quantityFile) : own.filePath(quantityFile), quantities, reading.problems);
    for (const indicators::Scale& scale : std::as_const(scales)) {
        const bool ofSeveral = !scale.inputs.empty() || scale.id.contains(QLatin1Char('/'));
        if (!ofSeveral && !quantities.contains(scale.quantity))
            reading.problems.push_back({files.value(scale.id), QStringLiteral("quantity"),
                                        unknownName(Name::Quantity, scale.quantity, quantities.keys())});
    }
    reading.quantities = std::make_shared<const city::QuantityCatalogue>(std::move(quantities));
    reading.scales = std::make_shared<const indicators::ScaleCatalogue>(std::move(scales));
    return reading;
}

} // namespace app
