// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/map_tools.h"

namespace app {

MapTools::MapTools(MapPane& pane, widgets::MapDrawer& drawer, WindowActions& actions, std::function<void(const map::View&)> keepView)
    : m_overlay(pane.canvas()), m_desk{pane, pane.canvas(), m_overlay, pane.card(), drawer, actions, nullptr, nullptr, {}, {}, true, std::move(keepView)},
      m_select(m_desk), m_identify(m_desk), m_table(m_desk, m_select), m_measure(m_desk), m_draw(m_desk), m_furniture(m_desk), m_bookmarks(m_desk), m_compare(m_desk), m_position(m_desk),
      m_tools{&m_identify, &m_select, &m_table, &m_measure, &m_draw, &m_furniture, &m_bookmarks, &m_compare, &m_position}
{
    for (MapTool* tool : m_tools) {
        connect(tool, &MapTool::started, this, [this, tool] { begin(tool); });
        connect(tool, &MapTool::stopped, this, [this, tool] { end(tool); });
    }
    const auto toActive = [this](void (widgets::ToolCard::*asked)(), void (MapTool::*act)()) {
        connect(&m_desk.card, asked, this, [this, act] {
            if (m_active) (m_active->*act)();
        });
    };
    toActive(&widgets::ToolCard::copyAsked, &MapTool::copy);
    toActive(&widgets::ToolCard::undoAsked, &MapTool::undo);
    toActive(&widgets::ToolCard::redoAsked, &MapTool::redo);
    toActive(&widgets::ToolCard::finishAsked, &MapTool::finish);
    toActive(&widgets::ToolCard::closed, &MapTool::stop);
    fillStrip();
}

void MapTools::fillStrip()
{
    const auto actions = [this](std::initializer_list<const char*> ids) {
        QList<QAction*> list;
        for (const char* id : ids)
            list.append(id ? m_desk.actions.action(QLatin1String(id)) : nullptr);
        return list;
    };
    widgets::ToolStrip& strip = m_desk.pane.strip();
    strip.addButton(QStringLiteral("identify"), QStringLiteral("identify"), actions({"identify"}));
    strip.addButton(QStringLiteral("select"), QStringLiteral("select"),
                    actions({"select-rectangle", "select-polygon", "select-lasso", "select-radius", nullptr, "select-zoom", "select-none"}));
    strip.addButton(QStringLiteral("table"), QStringLiteral("table"), actions({"table"}));
    strip.addButton(QStringLiteral("measure"), QStringLiteral("measure"), actions({"measure-length", "measure-area", "measure-radius"}));
    strip.addButton(QStringLiteral("draw"), QStringLiteral("draw"), actions({"draw-point", "draw-line", "draw-polygon", "draw-rectangle", "draw-circle", "draw-text", nullptr, "drawings"}));
    strip.addButton(QStringLiteral("bookmarks"), QStringLiteral("bookmark"), actions({"bookmark-add", "bookmarks", nullptr, "view-back", "view-forward"}));
    strip.addButton(QStringLiteral("compare"), QStringLiteral("compare"), actions({"swipe", "side-by-side"}));
    strip.addButton(QStringLiteral("position"), QStringLiteral("locate"), actions({"position"}));
    strip.addButton(QStringLiteral("more"), QStringLiteral("more"), actions({"overview-map", "north-arrow", "graticule-degrees", "graticule-grid", "scale", nullptr, "copy-picture", "save-picture"}));
}

void MapTools::restore(const QVariantMap& remembered)
{
    for (MapTool* tool : m_tools)
        tool->restore(remembered);
}

QVariantMap MapTools::remembered() const
{
    QVariantMap all;
    for (const MapTool* tool : m_tools)
        tool->remember(all);
    return all;
}

void MapTools::begin(MapTool* tool)
{
    if (m_active && m_active != tool) m_active->stop();
    m_active = tool;
    m_desk.pane.strip().setActive(tool->group());
    m_desk.canvas.setFocus();
}

void MapTools::end(MapTool* tool)
{
    if (m_active != tool) return;
    m_active = nullptr;
    m_desk.pane.strip().setActive({});
    m_desk.card.hide();
}

bool MapTools::escape()
{
    if (m_active && m_active->escape()) return true;
    for (MapTool* tool : m_tools)
        if (tool != m_active && tool->escape()) return true;
    return false;
}

void MapTools::setTheme(const widgets::Theme& theme)
{
    m_desk.theme = theme;
    m_overlay.setTheme(theme);
    m_desk.card.setTheme(theme);
    m_desk.drawer.setTheme(theme);
    m_desk.pane.strip().setTheme(theme);
    for (MapTool* tool : m_tools)
        tool->setTheme();
}

void MapTools::retranslate(const QString& language)
{
    m_desk.language = language;
    widgets::ToolStrip& strip = m_desk.pane.strip();
    strip.setName(QStringLiteral("identify"), tr("Identify: what is here? (Ctrl+I)"));
    strip.setName(QStringLiteral("select"), tr("Select by rectangle, polygon, lasso or radius"));
    strip.setName(QStringLiteral("table"), tr("Attribute table (Ctrl+Shift+T)"));
    strip.setName(QStringLiteral("measure"), tr("Measure lengths and areas"));
    strip.setName(QStringLiteral("draw"), tr("Draw and write on the map"));
    strip.setName(QStringLiteral("bookmarks"), tr("Bookmarks and earlier views"));
    strip.setName(QStringLiteral("compare"), tr("Compare two maps"));
    strip.setName(QStringLiteral("position"), tr("My position"));
    strip.setName(QStringLiteral("more"), tr("Overview, north, grid, scale, picture"));
    for (MapTool* tool : m_tools)
        tool->retranslate();
}

void MapTools::setSession(Session* session)
{
    if (m_active) m_active->stop();
    m_desk.session = session;
    m_desk.picture.reset();
    for (MapTool* tool : m_tools)
        tool->sessionChanged();
}

void MapTools::setPicture(std::shared_ptr<const DashboardPicture> picture)
{
    m_desk.picture = std::move(picture);
    for (MapTool* tool : m_tools)
        tool->pictureChanged();
}

} // namespace app
