// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/tools/drawings.h"
#include "app/shell/tools/map_tool.h"
#include "widgets/map/tools/sketch_tool.h"
#include "widgets/panels/named_list.h"

#include <QThreadPool>
#include <QUndoStack>

class QLineEdit;

namespace app {

class ColourRow;

/// Draws on the map and keeps what was drawn: a layer of its own, one file a pack in the folder of the user's data. Every
/// change can be undone.
class DrawTool : public MapTool, public widgets::OverlayPart {
    Q_OBJECT
public:
    explicit DrawTool(ToolDesk& desk);
    ~DrawTool() override;

    static QString layerId() { return QStringLiteral("drawings"); }
    /// Where the drawings of a pack are kept.
    static QString fileOf(const QString& pack);

    QString group() const override { return QStringLiteral("draw"); }
    void start(widgets::SketchShape shape, bool text = false);
    void stop() override;
    bool escape() override { return m_sketch.escape(); }
    void undo() override { m_undo.undo(); }
    void redo() override { m_undo.redo(); }
    void finish() override { m_sketch.finish(); }
    void setTheme() override;
    void retranslate() override;
    void sessionChanged() override;

    const std::vector<Drawing>& drawings() const { return m_drawings; }
    /// Can be undone.
    void remove(const QStringList& ids);
    void removeAll();
    widgets::SketchTool& sketch() { return m_sketch; }
    widgets::NamedList& list() { return *m_list; }
    QLineEdit& text() { return *m_text; }

    /// What is drawn, as long as the map does not show it yet.
    bool isEmpty() const override;
    void paint(QPainter& painter, const map::View& view, const widgets::Theme& theme) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const widgets::Sketch& sketch);
    void change(std::vector<Drawing> next, const QString& what);
    void set(std::vector<Drawing> drawings);
    void show();
    void keep();
    void ask(widgets::NamedList::Ask ask, const QStringList& ids);
    void save(const QStringList& ids);
    void go(const QStringList& ids);
    friend class DrawingChange;

    widgets::SketchTool m_sketch;
    widgets::NamedList* m_list;
    QWidget* m_options;
    QLineEdit* m_text;
    ColourRow* m_colours;
    QUndoStack m_undo;
    std::vector<Drawing> m_drawings;
    std::shared_ptr<const map::LayerScene> m_scene;
    QString m_file; ///< Empty: nowhere to keep them.
    bool m_isText = false;
    QThreadPool m_writing; ///< Of one thread, so that the last written is the newest.
};

} // namespace app
