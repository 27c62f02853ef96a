// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/wall_reader.h"

#include "app/packs/vocabulary.h"

#include <algorithm>

namespace app {

namespace {

using namespace std::chrono_literals;

/// Reads the parts of one playlist.
class WallReader {
public:
    WallReader(const WallWords& words, Problems& problems) : m_words(words), m_problems(problems) {}

    WallSpec read(YamlMap& top)
    {
        m_wall.id = top.requiredText("wall");
        m_wall.title = top.localText("title").value_or(city::LocalText());
        m_wall.theme = top.word("theme", {QStringLiteral("dark"), QStringLiteral("light")}).value_or(m_wall.theme);
        m_wall.language = top.word("language", {QStringLiteral("en"), QStringLiteral("zh_TW")}).value_or(QString());
        m_wall.alarmHolds = top.duration("alarm-holds").value_or(m_wall.alarmHolds);
        m_wall.pixelShift = top.duration("pixel-shift").value_or(m_wall.pixelShift);
        each(top, "scenes", [&](YamlMap& map) { readScene(map); });
        each(top, "screens", [&](YamlMap& map) { readScreen(map); });
        return std::move(m_wall);
    }

private:
    template<typename ReadOne> void each(YamlMap& top, const char* key, ReadOne readOne)
    {
        const YAML::Node list = top.required(key);
        if (!list.IsDefined()) return;
        if (!list.IsSequence() || list.size() == 0)
            return top.report(key, QT_TRANSLATE_NOOP("Message", "a list was expected, each entry beginning with \"-\""));
        for (const YAML::Node& node : list) {
            YamlMap map(node, top.shownAs(), m_problems);
            if (map.isValid()) readOne(map);
        }
    }

    void readScene(YamlMap& map)
    {
        WallScene scene;
        scene.id = map.requiredText("scene");
        scene.title = map.localText("title").value_or(city::LocalText());
        scene.dashboard = map.requiredText("dashboard");
        if (!scene.dashboard.isEmpty() && !m_words.dashboards.contains(scene.dashboard))
            map.report("dashboard", {QT_TRANSLATE_NOOP("Message", "there is no dashboard \"%1\"; the nearest is \"%2\""),
                                     {scene.dashboard, nearestWord(scene.dashboard, m_words.dashboards)}});
        scene.area = map.text("area").value_or(QString());
        if (!scene.area.isEmpty() && m_words.areas.find(scene.area) < 0)
            map.report("area", {QT_TRANSLATE_NOOP("Message", "there is no area of the code \"%1\""), {scene.area}});
        scene.range = map.duration("range").value_or(city::Duration(0));
        scene.dwell = map.duration("dwell").value_or(scene.dwell);
        if (scene.dwell < 3s) map.report("dwell", QT_TRANSLATE_NOOP("Message", "is too short to be read; at least 3 s"));
        if (m_wall.scene(scene.id)) map.report("scene", {QT_TRANSLATE_NOOP("Message", "\"%1\" stands here twice"), {scene.id}});
        m_wall.scenes.push_back(std::move(scene));
    }

    void readScreen(YamlMap& map)
    {
        WallScreen screen;
        screen.screen = map.requiredText("screen");
        screen.distanceMetres = map.number("distance", 0.3, 100).value_or(screen.distanceMetres);
        screen.widthMm = map.number("width-mm", 100, 100'000).value_or(0);
        map.required("show");
        screen.scenes = map.texts("show");
        screen.alarms = map.flag("alarms").value_or(false);
        QStringList known;
        for (const WallScene& one : m_wall.scenes) known << one.id;
        for (const QString& id : std::as_const(screen.scenes))
            if (!known.contains(id))
                map.report("show", {QT_TRANSLATE_NOOP("Message", "there is no scene \"%1\"; the nearest is \"%2\""), {id, nearestWord(id, known)}});
        m_wall.screens.push_back(std::move(screen));
    }

    const WallWords& m_words;
    Problems& m_problems;
    WallSpec m_wall;
};

} // namespace

const WallScene* WallSpec::scene(const QString& wanted) const
{
    const auto found = std::find_if(scenes.begin(), scenes.end(), [&](const WallScene& one) { return one.id == wanted; });
    return found == scenes.end() ? nullptr : &*found;
}

std::shared_ptr<const WallSpec> readWall(const QString& file, const WallWords& words, Problems& problems)
{
    const std::size_t before = problems.size();
    const YAML::Node root = loadYaml(file, file, problems);
    if (!root.IsDefined()) return nullptr;
    std::shared_ptr<const WallSpec> wall;
    {
        YamlMap top(root, file, problems);
        if (!top.isValid()) return nullptr;
        wall = std::make_shared<const WallSpec>(WallReader(words, problems).read(top));
    }
    return problems.size() == before ? wall : nullptr;
}

} // namespace app
