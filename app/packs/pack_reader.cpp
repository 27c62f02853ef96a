// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/board_reader.h"
#include "app/packs/alarm_reader.h"
#include "app/packs/calendar_reader.h"
#include "app/packs/dashboard_reader.h"
#include "app/packs/feed_checks.h"
#include "app/packs/layer_reader.h"
#include "app/packs/pack.h"
#include "app/packs/pack_files.h"
#include "app/packs/pack_head.h"
#include "app/packs/problem_places.h"
#include "app/packs/report_reader.h"
#include "app/packs/situation_reader.h"
#include "app/packs/terms_reader.h"
#include "app/packs/wall_reader.h"
#include "layers/city/threads.h"

#include <QDir>
#include <QtConcurrent>
#include <algorithm>

namespace app {

namespace {

constexpr double extentMargin =
    0.05; ///< Degrees; a station just across the river still belongs to the picture.

/// Reads the parts of one pack in the order in which they refer to each other.
class PackReader {
public:
    PackReader(QString folder, QString resources) : m_folder(std::move(folder)), m_resources(std::move(resources))
    {
        m_pack.folder = m_folder;
        auto palettes = map::readPalettes(m_resources + QStringLiteral("/styles/palettes.json"));
        if (!palettes.ok()) m_problems.push_back(palettes.problem());
        m_pack.palettes = std::make_shared<const map::Palettes>(palettes.ok() ? std::move(palettes.value()) : map::Palettes());
    }

    PackReading read()
    {
        // The three slow parts know nothing of each other; the mistakes are told in the same order all the same.
        auto catalogues = QtConcurrent::run(&city::workThreads(), [this] { return readCatalogues(m_resources, m_folder); });
        auto layers = QtConcurrent::run(&city::workThreads(), [this] { return readLayers(); });
        Problems ofHead;
        readHead(ofHead);
        takeCatalogues(catalogues.result());
        m_problems.insert(m_problems.end(), ofHead.begin(), ofHead.end());
        checkKeep();
        for (const QString& file : files(QStringLiteral("feeds"), m_problems))
            readFeed(file);
        Vocabulary names{*m_pack.quantities, *m_pack.scales,         m_placeKinds,
                         m_eventKinds,       m_pack.areas->levels(), {}, m_vehicleKinds};
        Layers read = layers.result();
        names.layers = read.names;
        m_pack.layers = std::move(read.specs);
        m_problems.insert(m_problems.end(), read.problems.begin(), read.problems.end());
        for (const QString& file : files(QStringLiteral("dashboards"), m_problems)) {
            if (auto dashboard = readDashboard(file, names, sources(), m_problems))
                m_pack.dashboards.push_back(*dashboard);
        }
        readRules(names);
        for (const QString& file : files(QStringLiteral("reports"), m_problems)) {
            if (auto report = readReport(file, names, sources(), m_problems)) m_pack.reports.push_back(*report);
        }
        const auto earlier = [](const auto& a, const auto& b) { return a.order < b.order; };
        std::stable_sort(m_pack.dashboards.begin(), m_pack.dashboards.end(), earlier);
        std::stable_sort(m_pack.reports.begin(), m_pack.reports.end(), earlier);
        m_pack.alarms = readAlarms(files(QStringLiteral("alarms"), m_problems), {names, *m_pack.areas, m_pack.feeds, m_pack.terms, m_pack.mail.has_value()}, m_pack.zone, m_problems);
        QStringList known;
        for (const DashboardSpec& one : m_pack.dashboards) known << one.id;
        for (const QString& file : files(QStringLiteral("walls"), m_problems))
            if (auto wall = readWall(file, {known, *m_pack.areas}, m_problems)) m_pack.walls.push_back(std::move(wall));
        countColumnsInCharacters(m_problems);
        PackReading reading;
        if (m_problems.empty()) reading.pack = std::make_shared<const Pack>(std::move(m_pack));
        reading.problems = std::move(m_problems);
        return reading;
    }

private:
    struct Layers {
        std::vector<LayerSpec> specs;
        QStringList names; ///< Known even when the layer's own file has mistakes.
        Problems problems;
    };

    StyleSources sources() const { return {*m_pack.palettes, m_resources, m_folder}; }

    void takeCatalogues(CatalogueReading catalogues)
    {
        m_problems.insert(m_problems.end(), catalogues.problems.begin(), catalogues.problems.end());
        m_pack.quantities = std::move(catalogues.quantities);
        m_pack.scales = std::move(catalogues.scales);
        m_pack.criteria = std::move(catalogues.criteria);
    }

    void checkKeep()
    {
        QStringList known = m_pack.quantities->keys();
        for (auto keep = m_pack.keep.quantities.cbegin(); keep != m_pack.keep.quantities.cend(); ++keep)
            if (!known.contains(keep.key()))
                m_problems.push_back(
                    {m_headFile, QStringLiteral("keep"), unknownName(Name::Quantity, keep.key(), known)});
    }

    Layers readLayers() const
    {
        Layers layers;
        for (const QString& file : files(QStringLiteral("layers"), layers.problems)) {
            layers.names << QFileInfo(file).completeBaseName();
            if (auto layer = readLayerSpec(file, sources(), layers.problems)) layers.specs.push_back(*layer);
        }
        return layers;
    }

    void readHead(Problems& problems)
    {
        m_headFile = QDir(m_folder).filePath(QStringLiteral("pack.yaml"));
        m_pack.areas = std::make_shared<const city::AreaTree>();
        const YAML::Node root = loadYaml(m_headFile, m_headFile, problems);
        if (!root.IsDefined()) return;
        YamlMap top(root, m_headFile, problems);
        if (!top.isValid()) return;
        readPackHead(top, m_folder, m_pack);
        m_pack.calendar.zone = m_pack.zone;
        const QString calendar = QDir(m_folder).filePath(QStringLiteral("calendar.yaml"));
        readCalendar(calendar, calendar, m_pack.calendar, problems);
        m_pack.terms = readTerms(QDir(m_folder).filePath(QStringLiteral("terms.yaml")), problems);
        m_kindsAt = place(m_headFile, top.node("kinds"));
    }

    /// The program's rules of the situation and the pack's own, graver ones first.
    void readRules(const Vocabulary& names)
    {
        const QString name = QStringLiteral("/situation.yaml");
        m_pack.situation = readSituation(m_resources + QStringLiteral("/scales") + name, RulesOf::Program, names, m_problems);
        for (SituationRule& rule : readSituation(m_folder + name, RulesOf::Pack, names, m_problems))
            m_pack.situation.push_back(std::move(rule));
        m_pack.board = readBoard(m_folder + QStringLiteral("/criteria.yaml"), m_pack, m_problems);
        std::stable_sort(m_pack.situation.begin(), m_pack.situation.end(),
                         [](const SituationRule& a, const SituationRule& b) { return a.alarm < b.alarm; });
    }

    /// The YAML files of a folder of the pack, by name.
    QStringList files(const QString& sub, Problems& problems) const
    {
        QStringList paths;
        const QDir folder(m_folder + QLatin1Char('/') + sub);
        for (const QString& name : folder.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name)) {
            const auto file = fileInPack(m_folder, sub + QLatin1Char('/') + name);
            if (file.ok())
                paths << folder.filePath(name);
            else
                problems.push_back({folder.filePath(name), {}, file.problem().text});
        }
        return paths;
    }

    void readFeed(const QString& file)
    {
        FeedReading reading = readFeedSpec(file, m_pack.zone, *m_pack.quantities);
        m_problems.insert(m_problems.end(), reading.problems.begin(), reading.problems.end());
        Problems alreadyNamed;
        const YAML::Node root = loadYaml(file, file, alreadyNamed);
        if (!root.IsDefined()) return;
        const FeedKinds kinds = feedKinds(root);
        for (const QString& kind : kinds.places)
            addKind(kind, m_placeKinds);
        for (const QString& kind : kinds.events)
            addKind(kind, m_eventKinds);
        for (const QString& kind : kinds.vehicles)
            addKind(kind, m_vehicleKinds);
        checkFeed(root, file, m_problems);
        if (!reading.feed) return;
        if (!reading.feed->extent && !m_pack.extent.isEmpty()) {
            const city::LonLatBox& box = m_pack.extent;
            reading.feed->extent = city::LonLatBox{box.west - extentMargin, box.south - extentMargin,
                                                   box.east + extentMargin, box.north + extentMargin};
        }
        m_pack.feeds.push_back(std::move(*reading.feed));
    }

    void addKind(const QString& kind, QStringList& kinds)
    {
        if (kinds.contains(kind)) return;
        kinds << kind;
        if (!m_pack.kindNames.contains(kind) && !m_pack.levelNames.contains(kind) && !m_kindsAt.isEmpty())
            m_problems.push_back(
                {m_kindsAt,
                 QStringLiteral("kinds"),
                 {QT_TRANSLATE_NOOP("Message", "has no name for the kind \"%1\" that a feed uses"), {kind}}});
    }

    QString m_folder, m_resources, m_headFile, m_kindsAt;
    Pack m_pack;
    Problems m_problems;
    QStringList m_placeKinds, m_eventKinds, m_vehicleKinds;
};

} // namespace

PackReading readPack(const QString& folder, const QString& resources)
{
    return PackReader(QDir(folder).path(), resources).read();
}

const feeds::FeedSpec* Pack::feed(const QString& wanted) const
{
    const auto found =
        std::find_if(feeds.cbegin(), feeds.cend(), [&](const auto& one) { return one.id == wanted; });
    return found == feeds.cend() ? nullptr : &*found;
}

const DashboardSpec* Pack::dashboard(const QString& wanted) const
{
    const auto found = std::find_if(dashboards.cbegin(), dashboards.cend(),
                                    [&](const auto& one) { return one.id == wanted; });
    return found == dashboards.cend() ? nullptr : &*found;
}

const ReportSpec* Pack::report(const QString& wanted) const
{
    const auto found = std::find_if(reports.cbegin(), reports.cend(), [&](const auto& one) { return one.id == wanted; });
    return found == reports.cend() ? nullptr : &*found;
}

} // namespace app
