// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/bookmark_tool.h"

#include "app/shell/coordinates.h"
#include "layers/geo/projection.h"

#include <QLocale>
#include <QTreeWidget>
#include <cmath>

namespace app {

using widgets::NamedList;

QVariantMap Bookmark::toMap() const
{
    QVariantMap map{{QStringLiteral("name"), name},           {QStringLiteral("lon"), centre.lon},       {QStringLiteral("lat"), centre.lat},
                    {QStringLiteral("scale"), metresPerPixel}, {QStringLiteral("dashboard"), focus.dashboard}, {QStringLiteral("area"), focus.area},
                    {QStringLiteral("quantity"), focus.quantity}, {QStringLiteral("level"), focus.level}, {QStringLiteral("range"), static_cast<qlonglong>(focus.range.count())}};
    if (focus.place) {
        map.insert(QStringLiteral("placeKind"), focus.place->kind);
        map.insert(QStringLiteral("placeId"), focus.place->id);
    }
    return map;
}

std::optional<Bookmark> Bookmark::fromMap(const QVariantMap& map)
{
    const auto text = [&map](const char* key) { return map.value(QLatin1String(key)).toString(); };
    const auto number = [&map](const char* key) { return map.value(QLatin1String(key), std::nan("")).toDouble(); };
    Bookmark mark{text("name"), {number("lon"), number("lat")}, number("scale"), {}};
    const bool good = std::abs(mark.centre.lon) <= 180 && std::abs(mark.centre.lat) <= 90 && mark.metresPerPixel > 1e-4 && mark.metresPerPixel < 1e6;
    if (!good) return std::nullopt;
    mark.focus.dashboard = text("dashboard");
    mark.focus.area = text("area");
    mark.focus.quantity = text("quantity");
    mark.focus.level = text("level");
    if (const qlonglong range = map.value(QStringLiteral("range")).toLongLong(); range > 0) mark.focus.range = city::Duration(range);
    if (map.contains(QStringLiteral("placeId"))) mark.focus.place = city::PlaceId{text("placeKind"), text("placeId")};
    return mark;
}

BookmarkTool::BookmarkTool(ToolDesk& desk) : MapTool(desk), m_list(new NamedList({NamedList::Ask::Add, NamedList::Ask::Go, NamedList::Ask::Remove}))
{
    m_desk.drawer.addPage(QStringLiteral("bookmarks"), m_list);
    m_desk.actions.on(QStringLiteral("bookmark-add"), [this] { add(); });
    m_desk.actions.on(QStringLiteral("bookmarks"), [this] {
        m_desk.drawer.open(QStringLiteral("bookmarks"));
        m_list->tree().setFocus();
    });
    connect(m_list, &NamedList::asked, this, &BookmarkTool::ask);
    connect(m_list, &NamedList::renamed, this, [this](const QString& id, const QString& name) {
        const auto at = id.toULongLong();
        if (at < mine().size()) mine()[at].name = name;
    });
}

const std::vector<Bookmark>& BookmarkTool::bookmarks() const
{
    return const_cast<BookmarkTool*>(this)->mine();
}

std::vector<Bookmark>& BookmarkTool::mine()
{
    return m_bookmarks[m_desk.session ? m_desk.session->pack().id : QString()];
}

void BookmarkTool::add()
{
    if (!m_desk.session) return;
    const map::View& view = m_desk.canvas.view();
    const auto& crumbs = m_desk.picture ? m_desk.picture->crumbs : std::vector<widgets::Crumb>();
    QString name = crumbs.empty() ? m_desk.session->pack().title.in(m_desk.language) : crumbs.back().text;
    if (m_desk.picture) name += QStringLiteral(" – ") + m_desk.picture->title;
    mine().push_back({name, geo::fromMercator(view.centre), view.metresPerPixel, m_desk.session->focus().current()});
    list();
    m_desk.drawer.open(QStringLiteral("bookmarks"));
    m_list->rename(QString::number(mine().size() - 1));
}

void BookmarkTool::go(std::size_t bookmark)
{
    if (!m_desk.session || bookmark >= mine().size()) return;
    const Bookmark mark = mine()[bookmark];
    m_desk.session->go(mark.focus);
    map::View view = m_desk.canvas.view();
    view.centre = geo::toMercator(mark.centre);
    view.metresPerPixel = mark.metresPerPixel;
    m_desk.keepView(view);
}

void BookmarkTool::ask(NamedList::Ask ask, const QStringList& ids)
{
    if (ask == NamedList::Ask::Add) return add();
    if (ask == NamedList::Ask::Go && !ids.isEmpty()) return go(ids.front().toULongLong());
    if (ask != NamedList::Ask::Remove) return;
    std::vector<Bookmark> rest;
    for (std::size_t i = 0; i < mine().size(); ++i)
        if (!ids.contains(QString::number(i))) rest.push_back(mine()[i]);
    mine() = rest;
    list();
}

void BookmarkTool::list()
{
    std::vector<widgets::NamedRow> rows;
    for (std::size_t i = 0; i < mine().size(); ++i) {
        const Bookmark& mark = mine()[i];
        const DashboardSpec* dashboard = m_desk.session ? m_desk.session->pack().dashboard(mark.focus.dashboard) : nullptr;
        const double across = mark.metresPerPixel * 1000 * std::cos(mark.centre.lat * M_PI / 180);
        rows.push_back({QString::number(i),
                        {mark.name, dashboard ? dashboard->title.in(m_desk.language) : QString(), coordinateText(mark.centre, {}),
                         across >= 1000 ? QStringLiteral("%1 km").arg(across / 1000, 0, 'f', 1) : QStringLiteral("%1 m").arg(across, 0, 'f', 0)},
                        {}});
    }
    m_list->setRows(rows);
}

void BookmarkTool::restore(const QVariantMap& remembered)
{
    m_bookmarks.clear();
    const QVariantMap packs = remembered.value(QStringLiteral("bookmarks")).toMap();
    for (auto pack = packs.begin(); pack != packs.end(); ++pack)
        for (const QVariant& one : pack->toList())
            if (auto mark = Bookmark::fromMap(one.toMap())) m_bookmarks[pack.key()].push_back(*mark);
    list();
}

void BookmarkTool::remember(QVariantMap& remembered) const
{
    QVariantMap packs;
    for (auto pack = m_bookmarks.begin(); pack != m_bookmarks.end(); ++pack) {
        QVariantList marks;
        for (const Bookmark& mark : *pack)
            marks.append(mark.toMap());
        if (!marks.isEmpty()) packs.insert(pack.key(), marks);
    }
    remembered.insert(QStringLiteral("bookmarks"), packs);
}

void BookmarkTool::retranslate()
{
    m_desk.drawer.setTitle(QStringLiteral("bookmarks"), tr("Bookmarks"));
    m_list->setWords({tr("Name"), tr("Dashboard"), tr("Middle"), tr("1000 pixels show")}, tr("Bookmarks"), tr("There are no bookmarks yet. Ctrl+D keeps what the map shows now."));
    m_list->setTip(NamedList::Ask::Add, tr("Bookmark this view (Ctrl+D)"));
    m_list->setTip(NamedList::Ask::Go, tr("Go there (Return)"));
    m_list->setTip(NamedList::Ask::Remove, tr("Delete (Del)"));
    list();
}

} // namespace app
