// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/area_reader.h"

#include "app/packs/area_level.h"

namespace app {

namespace {

constexpr int namedAreas = 3;

/// Puts the features of level after level together into areas, parents before children.
class AreaBuilder {
public:
    explicit AreaBuilder(Problems& problems) : m_problems(problems) {}

    void add(AreaLevel& level)
    {
        m_reported = 0;
        QHash<QString, int> added;
        const int id = level.table->fieldIndex(level.idField);
        const int parent = level.table->fieldIndex(level.parentField);
        for (geo::Feature& feature : level.table->features) {
            city::Area area;
            area.level = level.level;
            area.code = text(feature, id);
            if (area.code.isEmpty() || added.contains(area.code)) {
                report(level,
                       {QT_TRANSLATE_NOOP("Message", "the code \"%1\" is empty or stands in the layer twice"),
                        {area.code}});
                continue;
            }
            const QString parentCode =
                parent >= 0 ? text(feature, parent) : area.code.left(level.parentPrefix);
            area.parent = m_outer.value(parentCode, -1);
            if (m_levels > 0 && area.parent < 0) {
                report(level, {QT_TRANSLATE_NOOP(
                                   "Message", "the area %1 lies in %2, which the level above does not have"),
                               {area.code, parentCode}});
                continue;
            }
            name(level, feature, area);
            addCodes(level, feature, area);
            if (const auto people = level.people.constFind(area.code); people != level.people.cend())
                area.people = *people;
            area.geometry = std::move(feature.geometry);
            added.insert(area.code, static_cast<int>(m_areas.size()));
            m_areas.push_back(std::move(area));
        }
        m_outer = std::move(added);
        ++m_levels;
        if (m_reported > namedAreas)
            m_problems.push_back(
                {level.place,
                 QStringLiteral("layer"),
                 {QT_TRANSLATE_NOOP("Message", "%1 areas of this level have mistakes in all"),
                  {QString::number(m_reported)}}});
    }

    std::vector<city::Area> take() { return std::move(m_areas); }

private:
    static QString text(const geo::Feature& feature, int field)
    {
        return field >= 0 && field < feature.values.size() ? feature.values[field].toString() : QString();
    }

    void report(const AreaLevel& level, city::Message text)
    {
        if (++m_reported <= namedAreas)
            m_problems.push_back({level.place, QStringLiteral("layer"), std::move(text)});
    }

    void name(const AreaLevel& level, const geo::Feature& feature, city::Area& area)
    {
        for (auto it = level.nameFields.cbegin(); it != level.nameFields.cend(); ++it) {
            const QString text = AreaBuilder::text(feature, level.table->fieldIndex(it.value()));
            if (!text.isEmpty()) area.name.set(it.key(), text);
        }
        if (area.name.isEmpty())
            report(level, {QT_TRANSLATE_NOOP("Message", "the area %1 has no name"), {area.code}});
    }

    void addCodes(const AreaLevel& level, const geo::Feature& feature, city::Area& area)
    {
        for (const CodeRule& rule : level.codes) {
            QString code;
            if (rule.last > 0 && area.parent >= 0) {
                const QString above =
                    m_areas[static_cast<std::size_t>(area.parent)].otherCodes.value(rule.registerName);
                if (!above.isEmpty()) code = above + rule.separator + area.code.right(rule.last);
            } else {
                code = text(feature, level.table->fieldIndex(rule.field));
                if (rule.first > 0) code.truncate(rule.first);
            }
            if (!code.isEmpty()) area.otherCodes.insert(rule.registerName, code);
        }
    }

    Problems& m_problems;
    std::vector<city::Area> m_areas;
    QHash<QString, int> m_outer; ///< Code -> index of the level above.
    int m_levels = 0;
    int m_reported = 0; ///< Areas of the level being added.
};

} // namespace

Areas readAreas(YamlMap& pack, const QString& folder)
{
    Areas areas;
    areas.tree = std::make_shared<const city::AreaTree>();
    const YAML::Node list = pack.required("areas");
    if (!list.IsDefined() || list.IsNull()) return areas;
    if (!list.IsSequence() || list.size() == 0) {
        pack.report("areas", QT_TRANSLATE_NOOP(
                                 "Message", "a list of administrative levels was expected, outermost first"));
        return areas;
    }
    const std::size_t before = pack.problems().size();
    AreaBuilder builder(pack.problems());
    for (const YAML::Node& node : list) {
        YamlMap map(node, pack.shownAs(), pack.problems());
        if (!map.isValid()) continue;
        AreaLevel level =
            readAreaLevel(map, areas.levels.isEmpty() ? LevelRank::Outermost : LevelRank::Inner, folder);
        if (areas.levels.contains(level.level))
            map.report("level", {QT_TRANSLATE_NOOP("Message", "\"%1\" stands here twice"), {level.level}});
        areas.levels << level.level;
        areas.levelNames.insert(level.level, level.title);
        // After the first mistake the areas would only repeat it, hundreds of times.
        if (pack.problems().size() == before) builder.add(level);
    }
    areas.tree = std::make_shared<const city::AreaTree>(areas.levels, builder.take());
    return areas;
}

} // namespace app
