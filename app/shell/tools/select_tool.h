// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/tools/map_tool.h"
#include "layers/map/scene/selection.h"
#include "widgets/map/tools/overlay_picture.h"
#include "widgets/map/tools/sketch_tool.h"
#include "widgets/panels/selection_panel.h"

namespace app {

/// Selects what lies in a rectangle, an outline or a circle. What is selected is part of the Focus of the
/// session, so that every view shows it and Back undoes it; this holds the same with what is read out of each
/// thing. Shift adds, Ctrl takes away. Searching and painting go on in the pool.
class SelectTool : public MapTool {
    Q_OBJECT
public:
    explicit SelectTool(ToolDesk& desk);

    QString group() const override { return QStringLiteral("select"); }
    void start(widgets::SketchShape shape);
    void stop() override;
    bool escape() override;
    void finish() override { m_sketch.finish(); }
    void setTheme() override;
    void retranslate() override;
    void sessionChanged() override;
    void pictureChanged() override;

    const map::Selection& selection() const { return m_selection; }
    void setSelection(map::Selection selection);
    /// What is selected of one layer; that of the others stays.
    void setLayer(map::LayerSelection layer);
    void clear();
    void zoom();
    /// Selects the features of GIS layers in whose attributes the words stand, and shows them; `none` is
    /// called when there are none.
    void find(const QString& words, std::function<void()> none);
    bool isBusy() const { return m_working > 0; }
    widgets::SketchTool& sketch() { return m_sketch; }
    widgets::SelectionPanel& panel() { return *m_panel; }

Q_SIGNALS:
    void changed();
    void tableAsked(const QString& layer);

private:
    void search(const widgets::Sketch& sketch, Qt::KeyboardModifiers modifiers);
    void show(map::Selection selection);
    /// Takes over what the focus says, where that is something else.
    void follow();
    void highlight();
    void list();

    widgets::OverlayPicture m_picture;
    widgets::SketchTool m_sketch;
    widgets::SelectionPanel* m_panel;
    map::Selection m_selection;
    QString m_region; ///< What was searched, in words.
    int m_number = 0; ///< Of the newest painting.
    int m_working = 0;
    bool m_zooms = false; ///< To what is selected, once it is known where that lies.
};

} // namespace app
