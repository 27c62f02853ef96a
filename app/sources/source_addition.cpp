// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/source_addition.h"

#include "app/packs/yaml_text.h"
#include "app/sources/source_dashboard.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace app {

namespace {

QStringList byCount(const QMap<QString, int>& counts)
{
    QStringList names = counts.keys();
    std::stable_sort(names.begin(), names.end(),
                     [&](const QString& a, const QString& b) { return counts[a] > counts[b]; });
    return names;
}

/// Files of a pack as they are to be: read when first asked for, written when changed.
class Files {
public:
    explicit Files(const QString& folder) : m_folder(folder) {}

    QString text(const QString& path)
    {
        for (const PackChange::File& file : m_changed) {
            if (file.path == path) return QString::fromUtf8(file.content);
        }
        QFile file(QDir(m_folder).filePath(path));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    void set(const QString& path, const QByteArray& content)
    {
        std::erase_if(m_changed, [&](const PackChange::File& file) { return file.path == path; });
        m_changed.push_back({path, content});
    }
    bool addEntry(const QString& path, const QString& key, const QString& entry)
    {
        return put(path, yaml::withEntry(text(path), key, entry));
    }
    bool addItem(const QString& path, const QString& key, const QString& item)
    {
        return put(path, yaml::withItem(text(path), key, item));
    }
    bool has(const QString& path) const { return QFile::exists(QDir(m_folder).filePath(path)); }
    std::vector<PackChange::File> take() { return std::move(m_changed); }

private:
    bool put(const QString& path, const std::optional<QString>& content)
    {
        if (content) set(path, content->toUtf8());
        return content.has_value();
    }

    QString m_folder;
    std::vector<PackChange::File> m_changed;
};

city::Problem unwritable(const QString& file, const char* key)
{
    return {file, QString::fromLatin1(key),
            QT_TRANSLATE_NOOP(
                "Message",
                "is written in a way that nothing can be added to; write it as a list, one entry a line")};
}

void addQuantities(const SourceAddition& addition, Files& files)
{
    const QString path = QStringLiteral("scales/quantities.yaml");
    for (const SourceAddition::Quantity& one : addition.quantities) {
        const QString entry = yaml::text(one.id) + QStringLiteral(": {name: ") + yaml::local(one.name) +
                              QStringLiteral(", unit: ") + yaml::text(one.unit) +
                              QStringLiteral(", over: mean, range: [") + yaml::number(one.least) +
                              QStringLiteral(", ") + yaml::number(one.most) + QStringLiteral("]}");
        files.addEntry(path, QStringLiteral("quantities"), entry);
    }
}

/// The file of a dashboard of the pack.
QString dashboardFile(const QString& id)
{
    return QStringLiteral("dashboards/") + id + QStringLiteral(".yaml");
}

} // namespace

FactSummary summaryOf(const feeds::Decoded& decoded)
{
    FactSummary summary;
    int lines = 0;
    for (const city::Place& place : decoded.places) {
        ++summary.places[place.id.kind];
        lines += place.shape.lines.empty() ? 0 : 1;
    }
    summary.isLines = lines > 0 && lines * 2 > static_cast<int>(decoded.places.size());
    QMap<QString, QMap<QString, int>> quantities, measures;
    for (const city::Observation& one : decoded.observations) {
        ++quantities[one.place.kind][one.quantity];
        if (!summary.places.contains(one.place.kind)) summary.places.insert(one.place.kind, 0);
    }
    for (const city::Event& event : decoded.events) {
        ++summary.events[event.kind];
        for (const city::Observation& one : event.measures)
            ++measures[event.kind][one.quantity];
    }
    for (auto it = quantities.cbegin(); it != quantities.cend(); ++it)
        summary.quantities.insert(it.key(), byCount(it.value()));
    for (auto it = measures.cbegin(); it != measures.cend(); ++it)
        summary.measures.insert(it.key(), byCount(it.value()));
    summary.alerts = static_cast<int>(decoded.alerts.size());
    summary.vehicles = static_cast<int>(decoded.vehicles.size());
    return summary;
}

city::Result<PackChange> changeFor(const SourceAddition& addition, const Pack& pack)
{
    Files files(pack.folder);
    PackChange change;
    change.what = addition.feed.title.in(QStringLiteral("en"));
    const QString feedFile = QStringLiteral("feeds/") + addition.feed.id + QStringLiteral(".yaml");
    if (files.has(feedFile))
        return city::Problem{
            feedFile, {}, QT_TRANSLATE_NOOP("Message", "is there already; give the source another id")};
    files.set(feedFile, feedYaml(addition.feed, addition.writing).toUtf8());
    if (!addition.writing.watch.isEmpty()) files.set(addition.writing.watch, addition.payload);
    for (auto it = addition.kindNames.cbegin(); it != addition.kindNames.cend(); ++it) {
        if (pack.kindNames.contains(it.key()) || pack.levelNames.contains(it.key())) continue;
        if (!files.addEntry(QStringLiteral("pack.yaml"), QStringLiteral("kinds"),
                            yaml::text(it.key()) + QStringLiteral(": ") + yaml::local(it.value())))
            return unwritable(QStringLiteral("pack.yaml"), "kinds");
    }
    addQuantities(addition, files);
    const SourceDashboard parts(addition, *pack.quantities);
    const QString overview = dashboardFile(addition.dashboard);
    if (!addition.dashboard.isEmpty()) {
        for (const QString& item : parts.layers()) {
            if (!files.addItem(overview, QStringLiteral("map"), item)) return unwritable(overview, "map");
        }
        const QStringList tiles = parts.tiles();
        if (!tiles.isEmpty() && !files.addItem(overview, QStringLiteral("tiles"), tiles.first()))
            return unwritable(overview, "tiles");
    }
    const QString own = dashboardFile(addition.feed.id);
    if (addition.ownDashboard && !parts.layers().isEmpty() && !files.has(own))
        files.set(own, parts.dashboard(static_cast<int>(pack.dashboards.size()) + 1).toUtf8());
    change.files = files.take();
    return change;
}

city::Result<PackChange> changeFor(const LayerAddition& addition, const Pack& pack)
{
    Files files(pack.folder);
    PackChange change;
    change.what = addition.title.in(QStringLiteral("en"));
    const QString layerFile = QStringLiteral("layers/") + addition.id + QStringLiteral(".yaml");
    if (files.has(layerFile))
        return city::Problem{
            layerFile, {}, QT_TRANSLATE_NOOP("Message", "is there already; give the source another id")};
    // What belongs to a Shapefile has its name and another ending.
    const QFileInfo source(addition.file);
    const bool isShape = source.suffix().compare(QLatin1String("shp"), Qt::CaseInsensitive) == 0;
    const QStringList parts =
        isShape ? source.dir().entryList({source.completeBaseName() + QStringLiteral(".*")}, QDir::Files)
                : QStringList{source.fileName()};
    for (const QString& part : parts) {
        QFile file(source.dir().filePath(part));
        if (!file.open(QIODevice::ReadOnly))
            return city::Problem{
                part, {}, {QT_TRANSLATE_NOOP("Message", "cannot be read: %1"), {file.errorString()}}};
        files.set(QStringLiteral("data/") + addition.id + QLatin1Char('.') +
                      QFileInfo(part).suffix().toLower(),
                  file.readAll());
    }
    QString text = QStringLiteral("layer: ") + yaml::text(addition.id) + QStringLiteral("\ntitle: ") +
                   yaml::local(addition.title);
    QString in = QStringLiteral("data/") + addition.id + QLatin1Char('.') + source.suffix().toLower();
    if (!addition.layer.isEmpty() && !isShape) in += QLatin1Char(':') + addition.layer;
    text += QStringLiteral("\nsource: ") + yaml::text(in) + QStringLiteral("\nkind: ") + addition.kind +
            QStringLiteral("\ncolour: ") + yaml::text(addition.colour);
    if (!addition.labelField.isEmpty()) text += QStringLiteral("\nlabel: ") + yaml::text(addition.labelField);
    if (!addition.crs.isEmpty()) text += QStringLiteral("\ncrs: ") + yaml::text(addition.crs);
    if (!addition.encoding.isEmpty()) text += QStringLiteral("\nencoding: ") + yaml::text(addition.encoding);
    if (!addition.attribution.isEmpty())
        text += QStringLiteral("\nattribution: ") + yaml::local(addition.attribution);
    files.set(layerFile, (text + QLatin1Char('\n')).toUtf8());
    if (!addition.dashboard.isEmpty() &&
        !files.addItem(dashboardFile(addition.dashboard), QStringLiteral("layers"), yaml::text(addition.id)))
        return unwritable(dashboardFile(addition.dashboard), "layers");
    change.files = files.take();
    return change;
}

} // namespace app
