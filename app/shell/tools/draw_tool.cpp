// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/draw_tool.h"

#include "app/shell/tools/colour_row.h"
#include "app/shell/when_done.h"
#include "layers/city/clock.h"
#include "widgets/map/tools/measuring.h"

#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTreeWidget>
#include <QUuid>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace app {

using widgets::NamedList;
using widgets::SketchShape;

/// One step that can be undone: the drawings before and after it.
class DrawingChange : public QUndoCommand {
public:
    DrawingChange(DrawTool& tool, std::vector<Drawing> after, const QString& text) : QUndoCommand(text), m_tool(tool), m_before(tool.m_drawings), m_after(std::move(after)) {}
    void undo() override { m_tool.set(m_before); }
    void redo() override { m_tool.set(m_after); }

private:
    DrawTool& m_tool;
    std::vector<Drawing> m_before, m_after;
};

DrawTool::DrawTool(ToolDesk& desk)
    : MapTool(desk), m_sketch(desk.overlay), m_list(new NamedList({NamedList::Ask::Undo, NamedList::Ask::Redo, NamedList::Ask::Go, NamedList::Ask::Save, NamedList::Ask::Remove})),
      m_options(new QWidget(&desk.card)), m_text(new QLineEdit(m_options)), m_colours(new ColourRow(m_options))
{
    m_options->hide();
    auto* column = new QVBoxLayout(m_options);
    column->setContentsMargins(0, 2, 6, 2);
    column->addWidget(m_text);
    column->addWidget(m_colours);
    m_text->setMaxLength(200);
    m_writing.setMaxThreadCount(1);
    m_undo.setUndoLimit(200);
    m_desk.overlay.add(this);
    m_desk.canvas.installEventFilter(this);
    m_list->tree().installEventFilter(this);
    m_desk.drawer.addPage(QStringLiteral("drawings"), m_list);
    const std::pair<const char*, SketchShape> shapes[] = {{"draw-point", SketchShape::Point}, {"draw-line", SketchShape::Line}, {"draw-polygon", SketchShape::Polygon}, {"draw-rectangle", SketchShape::Rectangle}, {"draw-circle", SketchShape::Circle}};
    for (const auto& [id, shape] : shapes)
        m_desk.actions.on(QLatin1String(id), [this, shape = shape] { start(shape); });
    m_desk.actions.on(QStringLiteral("draw-text"), [this] { start(SketchShape::Point, true); });
    m_desk.actions.on(QStringLiteral("drawings"), [this] { m_desk.drawer.open(QStringLiteral("drawings")); });
    connect(&m_sketch, &widgets::SketchTool::finished, this, &DrawTool::take);
    connect(&m_sketch, &widgets::SketchTool::stopped, this, [this] { Q_EMIT stopped(); });
    connect(&m_sketch, &widgets::SketchTool::changed, this, [this](const widgets::Sketch& sketch) {
        if (!m_sketch.isOn()) return;
        const auto measured = widgets::Measurement::of(sketch);
        m_desk.card.setReading(sketch.all().size() < 2 ? QString() : widgets::MeasurementText::headline(measured));
    });
    connect(m_colours, &ColourRow::picked, this, [this](int colour) { m_sketch.setColour(m_desk.theme.seriesColour(static_cast<std::size_t>(colour))); });
    connect(m_list, &NamedList::asked, this, &DrawTool::ask);
    connect(m_list, &NamedList::renamed, this, [this](const QString& id, const QString& text) {
        std::vector<Drawing> next = m_drawings;
        for (Drawing& drawing : next)
            if (drawing.id == id) drawing.text = text;
        change(std::move(next), tr("Change of text"));
    });
    connect(&m_undo, &QUndoStack::indexChanged, this, &DrawTool::show);
}

DrawTool::~DrawTool()
{
    m_writing.waitForDone();
    m_undo.disconnect(this);
}

QString DrawTool::fileOf(const QString& pack)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/drawings/") + pack + QStringLiteral(".geojson");
}

void DrawTool::start(SketchShape shape, bool text)
{
    Q_EMIT started();
    m_isText = text;
    m_desk.card.setCanCopy(false);
    m_desk.card.setOptions(m_options);
    const QString how = text || shape == SketchShape::Point ? tr("Click where it belongs.")
                        : shape == SketchShape::Circle || shape == SketchShape::Rectangle
                            ? tr("Drag, or click twice.")
                            : tr("Click the corners; a double click ends.");
    m_desk.card.setTool(text ? tr("Write on the map") : tr("Draw"), how + u' ' + tr("Ctrl+Z undoes, Esc ends. Kept for this city."));
    m_sketch.start(shape);
    m_sketch.setColour(m_desk.theme.seriesColour(static_cast<std::size_t>(m_colours->current())));
    if (text) m_text->setFocus();
    show();
}

void DrawTool::stop()
{
    m_sketch.stop();
}

void DrawTool::take(const widgets::Sketch& sketch)
{
    if (m_isText && m_text->text().trimmed().isEmpty()) {
        m_text->setFocus();
        m_text->setPlaceholderText(tr("Type the text first, then click"));
        return;
    }
    Drawing drawing;
    drawing.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    drawing.sketch = sketch;
    drawing.sketch.moving.reset();
    drawing.isText = m_isText;
    drawing.text = m_text->text().trimmed();
    drawing.colour = m_colours->current();
    drawing.author = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    drawing.created = city::SystemClock().now(); // When the person drew it, whatever time the city is at.
    std::vector<Drawing> next = m_drawings;
    next.push_back(drawing);
    change(std::move(next), DrawingWords::kindOf(drawing));
    m_text->clear();
}

void DrawTool::change(std::vector<Drawing> next, const QString& what)
{
    m_undo.push(new DrawingChange(*this, std::move(next), what));
}

void DrawTool::set(std::vector<Drawing> drawings)
{
    m_drawings = std::move(drawings);
    keep();
}

void DrawTool::remove(const QStringList& ids)
{
    std::vector<Drawing> next = m_drawings;
    std::erase_if(next, [&ids](const Drawing& drawing) { return ids.contains(drawing.id); });
    if (next.size() != m_drawings.size()) change(std::move(next), tr("Deletion"));
}

void DrawTool::removeAll()
{
    if (!m_drawings.empty()) change({}, tr("Deletion"));
}

// List, layer and buttons as the drawings are now.
void DrawTool::show()
{
    const QTimeZone zone = m_desk.session ? m_desk.session->pack().zone : QTimeZone::utc();
    std::vector<widgets::NamedRow> rows;
    for (const Drawing& drawing : m_drawings)
        rows.push_back({drawing.id, {drawing.text, DrawingWords::kindOf(drawing), DrawingWords::sizeOf(drawing), drawing.author, city::inZone(drawing.created, zone, QStringLiteral("yyyy-MM-dd HH:mm"))}, m_desk.theme.seriesColour(static_cast<std::size_t>(drawing.colour))});
    m_list->setRows(rows);
    m_list->setEnabled(NamedList::Ask::Undo, m_undo.canUndo());
    m_list->setEnabled(NamedList::Ask::Redo, m_undo.canRedo());
    if (m_sketch.isOn()) m_desk.card.setCanUndo(m_undo.canUndo(), m_undo.canRedo());
    m_scene = m_drawings.empty() ? nullptr : DrawingWords::scene(m_drawings, layerId(), m_desk.theme, zone);
    if (m_desk.session) m_desk.session->setDrawings(m_scene, tr("Drawings"));
    m_desk.overlay.refresh();
}

void DrawTool::keep()
{
    if (m_file.isEmpty()) return;
    auto writing = QtConcurrent::run(&m_writing, [file = m_file, drawings = m_drawings] {
        QDir().mkpath(QFileInfo(file).path());
        return writeDrawings(file, drawings);
    });
    whenDone(writing, this, [this](const std::optional<city::Problem>& problem) {
        if (problem) m_desk.pane.showError({tr("The drawings could not be kept."), problem->toString(), tr("They stay on the map until the window closes; save them elsewhere.")});
    });
}

void DrawTool::sessionChanged()
{
    m_file.clear();
    m_undo.clear();
    m_drawings.clear();
    if (!m_desk.session || !m_desk.remembers) return;
    const QString file = fileOf(m_desk.session->pack().id);
    whenDone(QtConcurrent::run([file] { return readDrawings(file); }), this, [this, file](const city::Result<std::vector<Drawing>>& read) {
        if (!m_desk.session || fileOf(m_desk.session->pack().id) != file) return;
        if (!read) {
            // Not overwritten: somebody may still mend it.
            m_desk.pane.showError({tr("The drawings of this city could not be read."), read.problem().toString(), tr("New ones are not kept until the file is mended or removed: %1").arg(file)});
            return;
        }
        m_file = file;
        m_drawings.insert(m_drawings.begin(), read->begin(), read->end());
        show();
    });
}

void DrawTool::ask(NamedList::Ask ask, const QStringList& ids)
{
    if (ask == NamedList::Ask::Undo)
        undo();
    else if (ask == NamedList::Ask::Redo)
        redo();
    else if (ask == NamedList::Ask::Remove)
        remove(ids);
    else if (ask == NamedList::Ask::Save)
        save(ids);
    else
        go(ids);
}

void DrawTool::save(const QStringList& ids)
{
    const QString file = QFileDialog::getSaveFileName(&m_desk.pane, tr("Save drawings"), QStringLiteral("drawings.geojson"), tr("GeoJSON (*.geojson);;CSV (*.csv)"));
    if (file.isEmpty()) return;
    std::vector<Drawing> some = m_drawings;
    std::erase_if(some, [&ids](const Drawing& drawing) { return !ids.contains(drawing.id); });
    whenDone(QtConcurrent::run([file, some] { return writeDrawings(file, some); }), this, [this](const std::optional<city::Problem>& problem) {
        if (problem) m_desk.pane.showError({tr("The drawings could not be saved."), problem->toString(), tr("Choose another folder.")});
    });
}

void DrawTool::go(const QStringList& ids)
{
    city::LonLatBox box;
    for (const Drawing& drawing : m_drawings)
        if (ids.contains(drawing.id)) box.add(drawing.sketch.geometry().bounds());
    m_desk.pane.showBox(box);
}

void DrawTool::setTheme()
{
    m_colours->setTheme(m_desk.theme);
    m_list->setTheme(m_desk.theme);
    show();
}

void DrawTool::retranslate()
{
    m_desk.drawer.setTitle(QStringLiteral("drawings"), tr("Drawings"));
    m_text->setPlaceholderText(tr("Text beside it"));
    m_text->setAccessibleName(tr("Text of the drawing"));
    m_list->setWords({tr("Text"), tr("Kind"), tr("Size"), tr("By"), tr("Drawn")}, tr("Drawings"), tr("Nothing has been drawn. Choose Draw at the edge of the map."));
    m_list->setTip(NamedList::Ask::Undo, tr("Undo (Ctrl+Z)"));
    m_list->setTip(NamedList::Ask::Redo, tr("Redo (Ctrl+Y)"));
    m_list->setTip(NamedList::Ask::Go, tr("Show on the map (Return)"));
    m_list->setTip(NamedList::Ask::Save, tr("Save as GeoJSON or CSV"));
    m_list->setTip(NamedList::Ask::Remove, tr("Delete (Del)"));
    show();
}

bool DrawTool::isEmpty() const
{
    if (!m_scene) return true;
    const auto scene = m_desk.scene();
    // Hidden by the person, or on the map already.
    if (m_desk.session && m_desk.session->look().hiddenLayers.contains(layerId())) return true;
    return scene && std::find(scene->layers.begin(), scene->layers.end(), m_scene) != scene->layers.end();
}

void DrawTool::paint(QPainter& painter, const map::View& view, const widgets::Theme& theme)
{
    for (const Drawing& drawing : m_drawings)
        widgets::paintSketch(painter, drawing.sketch, view, theme.seriesColour(static_cast<std::size_t>(drawing.colour)), theme);
}

// Undo and redo belong to the drawings while one draws or stands in their list; elsewhere they walk the focus.
bool DrawTool::eventFilter(QObject* watched, QEvent* event)
{
    const bool mine = watched == &m_list->tree() || m_sketch.isOn();
    const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!mine || !key) return MapTool::eventFilter(watched, event);
    auto* pressed = static_cast<QKeyEvent*>(event);
    const bool isUndo = pressed->matches(QKeySequence::Undo), isRedo = pressed->matches(QKeySequence::Redo) || (pressed->key() == Qt::Key_Y && pressed->modifiers() == Qt::ControlModifier);
    if (!isUndo && !isRedo) return MapTool::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress) (isUndo ? undo() : redo());
    return true;
}

} // namespace app
