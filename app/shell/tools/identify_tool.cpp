// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/identify_tool.h"

#include "app/shell/coordinates.h"
#include "app/shell/when_done.h"
#include "layers/geo/projection.h"
#include "layers/map/kinds/bulk_file.h"
#include "layers/map/kinds/highlight.h"
#include "layers/map/kinds/raster.h"

#include <QPointer>
#include <QtConcurrent>

namespace app {

IdentifyTool::IdentifyTool(ToolDesk& desk)
    : MapTool(desk), m_sketch(desk.overlay), m_panel(new widgets::IdentifyPanel)
{
    m_desk.drawer.addPage(QStringLiteral("identify"), m_panel);
    m_desk.actions.on(QStringLiteral("identify"), [this] { start(); });
    connect(&m_sketch, &widgets::SketchTool::finished, this,
            [this](const widgets::Sketch& sketch) { look(sketch.corners.front()); });
    connect(&m_sketch, &widgets::SketchTool::stopped, this, [this] { Q_EMIT stopped(); });
    connect(m_panel, &widgets::IdentifyPanel::currentChanged, this, &IdentifyTool::highlight);
    connect(m_panel, &widgets::IdentifyPanel::goAsked, this, &IdentifyTool::go);
    connect(&m_desk.canvas, &widgets::MapCanvas::menuAsked, this, [this](QMenu* menu, city::LonLat at) {
        connect(menu->addAction(tr("What is here?")), &QAction::triggered, this, [this, at] { look(at); });
    });
    connect(&m_desk.drawer, &widgets::MapDrawer::pageChanged, this, [this](const QString& page) {
        if (page != QLatin1String("identify")) m_desk.canvas.setHighlighted(std::nullopt);
    });
}

void IdentifyTool::start()
{
    Q_EMIT started();
    m_sketch.start(widgets::SketchShape::Point);
    m_desk.card.setCanCopy(false);
    m_desk.card.setOptions(nullptr);
    m_desk.card.setTool(tr("Identify"), tr("Click on the map to list everything that lies there. Esc ends."));
}

void IdentifyTool::stop()
{
    m_sketch.stop();
}

bool IdentifyTool::escape()
{
    return m_sketch.escape();
}

void IdentifyTool::setTheme()
{
    m_panel->setTheme(m_desk.theme);
}

void IdentifyTool::retranslate()
{
    m_desk.drawer.setTitle(QStringLiteral("identify"), tr("Identify"));
}

void IdentifyTool::look(city::LonLat at)
{
    const auto scene = m_desk.scene();
    if (!scene) return;
    const int mine = ++m_number;
    const auto hits = map::hitTest(*scene, m_desk.canvas.view(), m_desk.canvas.view().toScreen(at));
    show(hits, at);
    m_desk.drawer.open(QStringLiteral("identify"));
    m_desk.canvas.askServices(at, [this, mine, at, tool = QPointer(this)](const map::Hit& hit) {
        if (!tool || mine != m_number) return;
        std::vector<map::Hit> all = m_hits;
        all.push_back(hit);
        show(all, at);
    });
    // What large layers do not carry with them, and the values of rasters, are read in the pool.
    auto reading = QtConcurrent::run([found = hits, scene, view = m_desk.canvas.view(), at]() mutable {
        for (map::Hit& hit : found)
            if (hit.source) hit.ref = map::describeFeature(*hit.source, hit.ref);
        for (const map::RasterReading& one : map::readRastersAt(*scene, view, at))
            found.push_back({one.layer, one.ref, nullptr});
        return found;
    });
    whenDone(reading, this, [this, mine, at](const std::vector<map::Hit>& read) {
        if (mine != m_number) return;
        std::vector<map::Hit> all = read;
        for (const map::Hit& hit : m_hits) // Services may have answered meanwhile.
            if (hit.ref.kind == QLatin1String("service")) all.push_back(hit);
        show(all, at);
    });
}

void IdentifyTool::show(const std::vector<map::Hit>& hits, city::LonLat at)
{
    m_hits = hits;
    QHash<QString, QString> titles;
    for (const map::Hit& hit : hits)
        titles.insert(hit.layer, m_desk.titleOf(hit.layer));
    m_panel->setHits(hits, titles, coordinateText(at, {}));
    highlight(m_panel->current());
}

void IdentifyTool::highlight(int hit)
{
    if (hit < 0 || hit >= static_cast<int>(m_hits.size()))
        m_desk.canvas.setHighlighted(std::nullopt);
    else
        m_desk.canvas.setHighlighted(city::PlaceId{m_hits[static_cast<std::size_t>(hit)].ref.kind,
                                                   m_hits[static_cast<std::size_t>(hit)].ref.id});
}

void IdentifyTool::go(int hit)
{
    const auto scene = m_desk.scene();
    if (!scene || hit < 0 || hit >= static_cast<int>(m_hits.size())) return;
    const map::Hit& one = m_hits[static_cast<std::size_t>(hit)];
    const auto selection = map::selectionOf(one.layer, {}, {one.ref});
    auto finding = QtConcurrent::run([scene, selection, colour = m_desk.theme.accent] {
        return map::boundsOf(*map::highlight(*scene, selection, colour));
    });
    whenDone(finding, this, [this](const QRectF& box) { m_desk.pane.showBox(box); });
}

} // namespace app
