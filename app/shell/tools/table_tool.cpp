// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/table_tool.h"

#include "app/shell/when_done.h"
#include "layers/geo/write_features.h"
#include "layers/map/paint/select.h"

#include <QFileDialog>
#include <QTableView>
#include <QtConcurrent>

namespace app {

TableTool::TableTool(ToolDesk& desk, SelectTool& selection)
    : MapTool(desk), m_selection(selection), m_table(new widgets::AttributeTable)
{
    m_desk.drawer.addPage(QStringLiteral("table"), m_table);
    m_desk.actions.on(QStringLiteral("table"), [this] {
        open(m_table->layer());
        m_table->view().setFocus(Qt::ShortcutFocusReason);
    });
    m_moving.setSingleShot(true);
    m_moving.setInterval(200);
    connect(&m_moving, &QTimer::timeout, this, &TableTool::limit);
    connect(&desk.canvas, &widgets::MapCanvas::viewChanged, this, [this] {
        if (m_table->isOnlyInView() && m_table->isVisible()) m_moving.start();
    });
    connect(m_table, &widgets::AttributeTable::layerAsked, this, &TableTool::open);
    connect(m_table, &widgets::AttributeTable::rowsPicked, this, &TableTool::pick);
    connect(m_table, &widgets::AttributeTable::onlyChanged, this, &TableTool::limit);
    connect(m_table, &widgets::AttributeTable::zoomAsked, &m_selection, &SelectTool::zoom);
    connect(m_table, &widgets::AttributeTable::exportAsked, this, &TableTool::askFile);
    connect(&m_selection, &SelectTool::changed, this, &TableTool::mark);
    connect(&m_selection, &SelectTool::tableAsked, this, &TableTool::open);
}

void TableTool::retranslate()
{
    m_desk.drawer.setTitle(QStringLiteral("table"), tr("Attribute table"));
    refreshChoices();
}

void TableTool::sessionChanged()
{
    m_table->setLayer({}, nullptr);
    m_keys = {};
    m_things = {};
}

const map::LayerScene* TableTool::layer() const
{
    const auto scene = m_desk.scene();
    if (!scene) return nullptr;
    for (const auto& one : scene->layers)
        if (one->id == m_table->layer()) return one.get();
    return nullptr;
}

const GisSource* TableTool::source() const
{
    return m_desk.session ? m_desk.session->source(m_table->layer()) : nullptr;
}

void TableTool::refreshChoices()
{
    std::vector<widgets::TableChoice> choices;
    if (const auto scene = m_desk.scene()) {
        for (auto one = scene->layers.rbegin(); one != scene->layers.rend(); ++one) {
            const bool rows = !(*one)->refs.empty() || !(*one)->bulk.empty();
            const widgets::TableChoice choice{(*one)->id, m_desk.titleOf((*one)->id)};
            if (rows && !(*one)->id.isEmpty() &&
                std::find(choices.begin(), choices.end(), choice) == choices.end())
                choices.push_back(choice);
        }
    }
    if (choices == m_choices) return;
    m_choices = choices;
    m_table->setChoices(choices);
}

void TableTool::open(const QString& wanted)
{
    refreshChoices();
    QString id = wanted;
    if (id.isEmpty() && !m_selection.selection().isEmpty()) id = m_selection.selection().layers.front().layer;
    const auto isThere = [&id](const widgets::TableChoice& choice) { return choice.id == id; };
    if (!m_choices.empty() && std::none_of(m_choices.begin(), m_choices.end(), isThere))
        id = m_choices.front().id;
    m_desk.drawer.open(QStringLiteral("table"));
    if (id == m_table->layer() || m_choices.empty()) return;
    m_things = {};
    m_table->setLayer(id, nullptr);
    if (const GisSource* gis = source()) {
        m_table->setLayer(id, rowsOf(*gis));
    } else if (const map::LayerScene* drawn = layer()) {
        m_things = thingTable(*drawn, m_keys, {tr("Name"), tr("Details"), tr("%1: level")});
        m_table->setLayer(id, geo::tableRows(m_things.table, m_things.fields));
    }
    mark();
    limit();
}

void TableTool::pictureChanged()
{
    if (!m_table->isVisible()) return;
    refreshChoices();
    const map::LayerScene* drawn = layer();
    if (!m_things.table || !drawn) return;
    // New values of the same things: rows, filter and order stay.
    m_things = thingTable(*drawn, m_keys, {tr("Name"), tr("Details"), tr("%1: level")});
    m_table->model().replaceSource(geo::tableRows(m_things.table, m_things.fields));
}

std::vector<qint64> TableTool::keysOf(const map::LayerSelection& selection)
{
    std::vector<qint64> keys = selection.features;
    for (const map::Ref& thing : selection.things)
        keys.push_back(m_keys.of(thing));
    std::sort(keys.begin(), keys.end());
    return keys;
}

void TableTool::mark()
{
    if (m_picking) return;
    const map::LayerSelection* selected = m_selection.selection().of(m_table->layer());
    m_table->setMarked(selected ? keysOf(*selected) : std::vector<qint64>());
    if (m_table->isOnlySelected()) limit();
}

void TableTool::pick(const std::vector<qint64>& keys)
{
    map::LayerSelection picked{m_table->layer(), m_desk.titleOf(m_table->layer()), {}, {}};
    for (const qint64 key : keys) {
        const map::Ref* thing = m_things.table ? m_keys.thing(key) : nullptr;
        if (thing)
            picked.things.push_back(*thing);
        else
            picked.features.push_back(key);
    }
    m_picking = !keys.empty();
    m_selection.setLayer(std::move(picked));
    m_picking = false;
}

void TableTool::limit()
{
    const int mine = ++m_limits;
    using Keys = std::shared_ptr<const std::vector<qint64>>;
    const map::LayerSelection* selected = m_selection.selection().of(m_table->layer());
    Keys within = m_table->isOnlySelected() ? std::make_shared<const std::vector<qint64>>(
                                                  selected ? keysOf(*selected) : std::vector<qint64>())
                                            : nullptr;
    const auto scene = m_desk.scene();
    if (!m_table->isOnlyInView() || !scene) return m_table->setOnly(within);
    auto one = std::make_shared<map::Scene>();
    for (const auto& drawn : scene->layers)
        if (drawn->id == m_table->layer()) one->layers.push_back(drawn);
    const map::View view = m_desk.canvas.view();
    auto searching = QtConcurrent::run(
        [one, view] { return map::featuresIn(*one, view.metresPerPixel, map::Region::of(view.mapRect())); });
    whenDone(searching, this, [this, mine, within](const map::Selection& found) {
        if (mine != m_limits) return;
        std::vector<qint64> keys = found.isEmpty() ? std::vector<qint64>() : keysOf(found.layers.front());
        if (within)
            std::erase_if(keys, [&within](qint64 key) {
                return !std::binary_search(within->begin(), within->end(), key);
            });
        m_table->setOnly(std::make_shared<const std::vector<qint64>>(std::move(keys)));
    });
}

void TableTool::askFile()
{
    const QString file = QFileDialog::getSaveFileName(
        &m_desk.pane, tr("Save rows"), QStringLiteral("rows.csv"), tr("CSV (*.csv);;GeoJSON (*.geojson)"));
    if (file.isEmpty()) return;
    exportTo(file, [this, file](const std::optional<city::Problem>& problem) {
        if (problem)
            m_desk.pane.showError(
                {tr("The rows could not be saved."), problem->toString(), tr("Choose another folder.")});
    });
}

void TableTool::exportTo(const QString& file, std::function<void(std::optional<city::Problem>)> done)
{
    std::vector<qint64> keys = m_table->model().marked();
    if (keys.empty()) keys = m_table->model().keys();
    std::sort(keys.begin(), keys.end());
    const GisSource* gis = source();
    std::shared_ptr<const geo::FeatureTable> whole = gis ? gis->table : m_things.table;
    const std::shared_ptr<const map::BulkFile> bulk = gis ? gis->bulk : nullptr;
    auto writing = QtConcurrent::run([file, keys, whole, bulk]() -> std::optional<city::Problem> {
        if (bulk) {
            const auto read = geo::readFeatures(bulk->file, bulk->options, keys);
            return read ? geo::writeFeatures(file, *read) : read.problem();
        }
        geo::FeatureTable part;
        if (!whole) return geo::writeFeatures(file, part);
        part.layer = whole->layer;
        part.fields = whole->fields;
        for (const geo::Feature& feature : whole->features)
            if (std::binary_search(keys.begin(), keys.end(), feature.id)) part.features.push_back(feature);
        return geo::writeFeatures(file, part);
    });
    whenDone(writing, this,
             [done = std::move(done)](const std::optional<city::Problem>& problem) { done(problem); });
}

} // namespace app
