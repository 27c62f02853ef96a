// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/select_tool.h"

#include "app/shell/gis_search.h"
#include "app/shell/tools/picked.h"
#include "app/shell/tools/selection_summary.h"
#include "app/shell/when_done.h"
#include "layers/map/kinds/highlight.h"
#include "layers/map/kinds/simplify.h"
#include "layers/map/paint/select.h"
#include "widgets/map/tools/measuring.h"

#include <QtConcurrent>
#include <algorithm>

namespace app {

using widgets::SketchShape;

SelectTool::SelectTool(ToolDesk& desk)
    : MapTool(desk), m_picture(desk.overlay), m_sketch(desk.overlay), m_panel(new widgets::SelectionPanel)
{
    m_desk.drawer.addPage(QStringLiteral("selection"), m_panel);
    const std::pair<const char*, SketchShape> shapes[] = {{"select-rectangle", SketchShape::Rectangle},
                                                          {"select-polygon", SketchShape::Polygon},
                                                          {"select-lasso", SketchShape::Freehand},
                                                          {"select-radius", SketchShape::Circle}};
    for (const auto& [id, shape] : shapes)
        m_desk.actions.on(QLatin1String(id), [this, shape = shape] { start(shape); });
    m_desk.actions.on(QStringLiteral("select-none"), [this] { clear(); });
    m_desk.actions.on(QStringLiteral("select-zoom"), [this] { zoom(); });
    connect(&m_sketch, &widgets::SketchTool::finished, this, &SelectTool::search);
    connect(&m_sketch, &widgets::SketchTool::stopped, this, [this] { Q_EMIT stopped(); });
    connect(&m_sketch, &widgets::SketchTool::changed, this, [this](const widgets::Sketch& sketch) {
        if (!m_sketch.isOn()) return;
        const double radius = sketch.radiusMetres();
        m_desk.card.setReading(radius > 0 ? widgets::lengthText(radius) : QString());
    });
    connect(m_panel, &widgets::SelectionPanel::clearAsked, this, &SelectTool::clear);
    connect(m_panel, &widgets::SelectionPanel::zoomAsked, this, &SelectTool::zoom);
    connect(m_panel, &widgets::SelectionPanel::tableAsked, this, &SelectTool::tableAsked);
}

void SelectTool::start(SketchShape shape)
{
    Q_EMIT started();
    m_sketch.start(shape);
    m_desk.card.setCanCopy(false);
    m_desk.card.setOptions(nullptr);
    const QString keys = tr("Shift adds, Ctrl takes away. Esc ends.");
    if (shape == SketchShape::Rectangle)
        m_desk.card.setTool(tr("Select by rectangle"),
                            tr("Drag a rectangle, or click two corners.") + u' ' + keys);
    else if (shape == SketchShape::Polygon)
        m_desk.card.setTool(tr("Select by polygon"),
                            tr("Click the corners; a double click ends.") + u' ' + keys);
    else if (shape == SketchShape::Freehand)
        m_desk.card.setTool(tr("Select by lasso"), tr("Drag around what you want.") + u' ' + keys);
    else
        m_desk.card.setTool(tr("Select by radius"),
                            tr("Drag from the middle outwards, or click the middle and the rim.") + u' ' +
                                keys);
}

void SelectTool::stop()
{
    m_sketch.stop();
}

bool SelectTool::escape()
{
    if (m_sketch.escape()) return true;
    if (m_selection.isEmpty()) return false;
    clear();
    return true;
}

void SelectTool::setTheme()
{
    m_panel->setTheme(m_desk.theme);
    highlight();
}

void SelectTool::retranslate()
{
    m_desk.drawer.setTitle(QStringLiteral("selection"), tr("Selection"));
    list();
}

void SelectTool::pictureChanged()
{
    if (m_selection.isEmpty()) return;
    highlight();
    const bool inWords = std::any_of(m_selection.layers.begin(), m_selection.layers.end(),
                                     [](const auto& layer) { return !layer.things.empty(); });
    if (!inWords) return;
    m_selection = selectionOf(picksOf(m_selection), m_desk.scene().get()); // What is read out is as of now.
    list();
}

void SelectTool::search(const widgets::Sketch& sketch, Qt::KeyboardModifiers modifiers)
{
    const auto scene = m_desk.scene();
    if (!scene) return;
    const double metresPerPixel = m_desk.canvas.view().metresPerPixel;
    map::Rings rings = widgets::ringsOf(sketch.geometry());
    if (sketch.shape == SketchShape::Freehand)
        for (auto& ring : rings)
            ring = map::simplified(ring, metresPerPixel);
    const auto measured = widgets::Measurement::of(sketch);
    m_region = widgets::MeasurementText::headline(measured);
    if (measured.radius > 0)
        m_region += QStringLiteral(" · ") + widgets::MeasurementText::details(measured).front();
    ++m_working;
    auto searching = QtConcurrent::run([scene, metresPerPixel, rings] {
        return map::featuresIn(*scene, metresPerPixel, map::Region(rings));
    });
    whenDone(searching, this, [this, modifiers](map::Selection found) {
        --m_working;
        for (map::LayerSelection& layer : found.layers)
            layer.title = m_desk.titleOf(layer.layer);
        if (modifiers & Qt::ShiftModifier) {
            map::Selection all = m_selection;
            all.add(found);
            found = std::move(all);
        } else if (modifiers & Qt::ControlModifier) {
            map::Selection rest = m_selection;
            rest.remove(found);
            found = std::move(rest);
        }
        setSelection(std::move(found));
        m_desk.drawer.open(QStringLiteral("selection"));
    });
}

void SelectTool::sessionChanged()
{
    m_region.clear();
    show({});
    if (m_desk.session) connect(m_desk.session, &Session::focusChanged, this, &SelectTool::follow);
}

void SelectTool::follow()
{
    const city::Picks& picks = m_desk.session->focus().current().picks;
    if (picks == picksOf(m_selection)) return;
    m_region.clear();
    show(selectionOf(picks, m_desk.scene().get()));
}

void SelectTool::setSelection(map::Selection selection)
{
    show(std::move(selection));
    if (!m_desk.session) return;
    city::Focus focus = m_desk.session->focus().current();
    focus.picks = picksOf(m_selection);
    m_desk.session->go(std::move(focus));
}

void SelectTool::show(map::Selection selection)
{
    m_selection = std::move(selection);
    highlight();
    list();
    Q_EMIT changed();
}

void SelectTool::setLayer(map::LayerSelection layer)
{
    map::Selection selection = m_selection;
    std::erase_if(selection.layers,
                  [&layer](const map::LayerSelection& other) { return other.layer == layer.layer; });
    if (layer.count() > 0) selection.layers.push_back(std::move(layer));
    m_region.clear();
    setSelection(std::move(selection));
}

void SelectTool::clear()
{
    m_region.clear();
    setSelection({});
}

void SelectTool::highlight()
{
    const int mine = ++m_number;
    const auto scene = m_desk.scene();
    if (!scene || m_selection.isEmpty()) return m_picture.setScene(nullptr);
    ++m_working;
    auto painting = QtConcurrent::run([scene, selection = m_selection, colour = m_desk.theme.accent] {
        return map::highlight(*scene, selection, colour);
    });
    whenDone(painting, this, [this, mine](std::shared_ptr<const map::Scene> made) {
        --m_working;
        if (mine != m_number) return;
        m_picture.setScene(std::move(made));
        if (m_zooms) zoom();
        m_zooms = false;
    });
}

void SelectTool::zoom()
{
    if (!m_picture.isEmpty()) m_desk.pane.showBox(map::boundsOf(*m_picture.scene()));
}

void SelectTool::find(const QString& words, std::function<void()> none)
{
    if (!m_desk.session) return;
    ++m_working;
    m_desk.pane.setBusy(tr("Searching the layers for “%1” …").arg(words));
    auto searching = QtConcurrent::run(
        [words, sources = m_desk.session->sources()] { return featuresWith(words, sources); });
    whenDone(searching, this, [this, none = std::move(none)](map::Selection found) {
        --m_working;
        m_desk.pane.setBusy({});
        if (found.isEmpty()) return none();
        m_region.clear();
        m_zooms = true;
        setSelection(std::move(found));
        m_desk.drawer.open(QStringLiteral("selection"));
    });
}

void SelectTool::list()
{
    std::vector<widgets::SelectedLayer> layers;
    for (const map::LayerSelection& layer : m_selection.layers)
        layers.push_back({layer.layer, m_desk.titleOf(layer.layer), static_cast<qint64>(layer.count()),
                          SelectionSummary::of(layer.things)});
    m_panel->setLayers(layers, m_region.isEmpty() ? QString() : tr("Searched: %1").arg(m_region));
}

} // namespace app
