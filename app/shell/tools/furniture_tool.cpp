// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/furniture_tool.h"

#include "app/shell/tools/map_picture.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QMenu>
#include <QSaveFile>

namespace app {

using Kind = widgets::Graticule::Kind;

FurnitureTool::FurnitureTool(ToolDesk& desk)
    : MapTool(desk), m_overview(new widgets::OverviewMap(desk.canvas, &desk.pane)),
      m_scale(new widgets::ScaleField(desk.canvas, &desk.pane)), m_views(desk.canvas)
{
    m_desk.overlay.add(&m_graticule);
    m_desk.overlay.add(&m_north);
    m_desk.pane.installEventFilter(this);
    const std::pair<const char*, std::function<void()>> acts[] = {
        {"view-back", [this] { m_views.back(); }},
        {"view-forward", [this] { m_views.forward(); }},
        {"overview-map", [this] { showOverview(!m_overview->isVisibleTo(&m_desk.pane)); }},
        {"north-arrow", [this] { showNorth(!m_north.isShown()); }},
        {"graticule-degrees",
         [this] { setGraticule(m_graticule.kind() == Kind::Degrees ? Kind::None : Kind::Degrees); }},
        {"graticule-grid",
         [this] { setGraticule(m_graticule.kind() == Kind::Grid ? Kind::None : Kind::Grid); }},
        {"scale", [this] { m_scale->setFocus(Qt::ShortcutFocusReason); }},
        {"copy-picture",
         [this] { QApplication::clipboard()->setImage(mapPicture(m_desk.canvas, m_desk.scene().get())); }},
        {"save-picture", [this] { askFile(); }}};
    for (const auto& [id, act] : acts)
        m_desk.actions.on(QLatin1String(id), act);
    connect(&desk.canvas, &widgets::MapCanvas::menuAsked, this, [this](QMenu* menu) { fillMenu(menu); });
    const auto tellViews = [this] {
        m_desk.actions.setEnabled(QStringLiteral("view-back"), m_views.canGoBack());
        m_desk.actions.setEnabled(QStringLiteral("view-forward"), m_views.canGoForward());
    };
    connect(&m_views, &widgets::ViewHistory::changed, this, tellViews);
    tellViews();
    showOverview(false);
    showNorth(false);
    setGraticule(Kind::None);
}

void FurnitureTool::fillMenu(QMenu* menu)
{
    menu->addSeparator();
    for (const char* id : {"copy-picture", "save-picture"})
        menu->addAction(m_desk.actions.action(QLatin1String(id)));
}

void FurnitureTool::setTheme()
{
    m_overview->setTheme(m_desk.theme);
    m_scale->setTheme(m_desk.theme);
    place();
}

void FurnitureTool::sessionChanged()
{
    if (!m_desk.session) return;
    m_overview->setExtent(m_desk.session->pack().extent);
    setGraticule(m_graticule.kind()); // The grid is the city's own.
    m_views.clear();
}

void FurnitureTool::pictureChanged()
{
    m_overview->setScene(m_desk.scene());
}

void FurnitureTool::restore(const QVariantMap& remembered)
{
    showOverview(remembered.value(QStringLiteral("overview"), false).toBool());
    showNorth(remembered.value(QStringLiteral("north"), false).toBool());
    setGraticule(
        static_cast<Kind>(std::clamp(remembered.value(QStringLiteral("graticule"), 0).toInt(), 0, 2)));
}

void FurnitureTool::remember(QVariantMap& remembered) const
{
    remembered.insert(QStringLiteral("overview"), m_overview->isVisibleTo(&m_desk.pane));
    remembered.insert(QStringLiteral("north"), m_north.isShown());
    remembered.insert(QStringLiteral("graticule"), static_cast<int>(m_graticule.kind()));
}

void FurnitureTool::setGraticule(Kind kind)
{
    m_graticule.setKind(kind, m_desk.session ? m_desk.session->pack().crs : QString());
    m_desk.actions.setChecked(QStringLiteral("graticule-degrees"), kind == Kind::Degrees);
    m_desk.actions.setChecked(QStringLiteral("graticule-grid"), kind == Kind::Grid);
    m_desk.overlay.refresh();
}

void FurnitureTool::showOverview(bool shown)
{
    m_overview->setVisible(shown);
    m_overview->raise();
    m_desk.actions.setChecked(QStringLiteral("overview-map"), shown);
    place();
}

void FurnitureTool::showNorth(bool shown)
{
    m_north.setShown(shown);
    m_desk.actions.setChecked(QStringLiteral("north-arrow"), shown);
    m_desk.overlay.refresh();
}

void FurnitureTool::askFile()
{
    const QString file = QFileDialog::getSaveFileName(&m_desk.pane, tr("Save the map as a picture"),
                                                      QStringLiteral("map.png"), tr("PNG pictures (*.png)"));
    if (file.isEmpty()) return;
    if (const QString wrong = savePicture(file); !wrong.isEmpty())
        m_desk.pane.showError({tr("The picture could not be written."), wrong, tr("Choose another folder.")});
}

QString FurnitureTool::savePicture(const QString& file)
{
    QSaveFile out(file);
    const bool written = out.open(QIODevice::WriteOnly) &&
                         mapPicture(m_desk.canvas, m_desk.scene().get()).save(&out, "PNG") && out.flush() && out.commit();
    return written ? QString() : file + QStringLiteral(": ") + out.errorString();
}

// The scale stands beside its bar, the overview above both.
void FurnitureTool::place()
{
    constexpr int barWidth = 164, edge = 8;
    m_scale->adjustSize();
    m_scale->move(barWidth, m_desk.pane.height() - m_scale->height() - edge + 3);
    m_overview->move(edge, m_desk.pane.height() - m_overview->height() - 44);
}

bool FurnitureTool::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_desk.pane && event->type() == QEvent::Resize) place();
    return MapTool::eventFilter(watched, event);
}

} // namespace app
