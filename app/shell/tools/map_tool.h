// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/map_pane.h"
#include "app/shell/session.h"
#include "app/shell/window_actions.h"
#include "widgets/map/tools/map_overlay.h"
#include "widgets/panels/map_drawer.h"
#include "widgets/panels/tool_card.h"

namespace app {

/// What the map tools share: the map, what lies over it, and what is shown on it.
struct ToolDesk {
    MapPane& pane;
    widgets::MapCanvas& canvas;
    widgets::MapOverlay& overlay;
    widgets::ToolCard& card;
    widgets::MapDrawer& drawer;
    WindowActions& actions;
    Session* session = nullptr; ///< Null before a city is open.
    std::shared_ptr<const DashboardPicture> picture; ///< May be null.
    widgets::Theme theme;
    QString language;
    bool remembers = true; ///< False: nothing of earlier runs is shown and nothing kept.
    /// Moves the map; a focus that comes with it does not move it elsewhere.
    std::function<void(const map::View&)> keepView;

    std::shared_ptr<const map::Scene> scene() const { return picture ? picture->scene : nullptr; }
    /// How the layer panel calls a layer; its id when it is not in there.
    QString titleOf(const QString& layer) const;
};

/// One tool of the map. At most one of them has the pointer; see MapTools. GUI thread.
class MapTool : public QObject {
    Q_OBJECT
public:
    explicit MapTool(ToolDesk& desk) : m_desk(desk) {}

    /// The button of the strip that is pressed while it has the pointer; empty: none.
    virtual QString group() const { return {}; }
    /// Lets go of the pointer.
    virtual void stop() {}
    /// One step out; false when there was none.
    virtual bool escape() { return false; }
    virtual void setTheme() {}
    virtual void retranslate() {}
    virtual void sessionChanged() {}
    virtual void pictureChanged() {}
    virtual void restore(const QVariantMap&) {}
    virtual void remember(QVariantMap&) const {}
    // Buttons of the card.
    virtual void copy() {}
    virtual void undo() {}
    virtual void redo() {}
    virtual void finish() {}

Q_SIGNALS:
    /// It has taken the pointer; whoever had it must stop.
    void started();
    void stopped();

protected:
    ToolDesk& m_desk;
};

} // namespace app
