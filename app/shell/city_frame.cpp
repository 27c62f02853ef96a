// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/city_frame.h"

#include "widgets/panels/layer_panel.h"
#include "widgets/panels/map_drawer.h"
#include "widgets/panels/rail_bar.h"
#include "widgets/panels/tile_grid.h"
#include "widgets/panels/top_bar.h"
#include "widgets/theme/dress.h"
#include "widgets/timeline/past_banner.h"
#include "widgets/timeline/timeline_bar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int topHeight = 44, railWidth = 56, layersWidth = 260;
constexpr int pastEdge = 4;                           // All round the window, while it is not live.
constexpr int sideWidthOne = 420, sideWidthTwo = 640; // By columns.
constexpr int narrowBelow = 1500; // The layer panel folds and the tiles go under the map.
constexpr int twoColumnsFrom = 1800; // All of a dashboard at once, and a map as high as it is wide.
constexpr int threeColumnsFrom = 3000;

QHBoxLayout* row(QWidget* parent = nullptr)
{
    auto* layout = new QHBoxLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

} // namespace

CityFrame::CityFrame(QWidget* parent)
    : QWidget(parent), m_top(new widgets::TopBar(this)), m_menu(new QToolButton(this)),
      m_rail(new widgets::RailBar(this)), m_layers(new widgets::LayerPanel),
      m_layersScroll(new QScrollArea(this)), m_map(new MapPane), m_drawer(new widgets::MapDrawer),
      m_mapSplitter(new QSplitter(Qt::Vertical)), m_side(new SidePanel),
      m_bar(new widgets::TimelineBar(this)), m_banner(new widgets::PastBanner(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)), m_middle(new QWidget)
{
    build();
}

void CityFrame::build()
{
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setAutoRaise(true);
    m_menu->setFixedSize(railWidth, topHeight);
    m_top->setFixedHeight(topHeight);
    m_rail->setFixedWidth(railWidth);
    m_layersScroll->setWidget(m_layers);
    m_layersScroll->setWidgetResizable(true);
    m_layersScroll->setFrameShape(QFrame::NoFrame);
    m_layersScroll->setFocusPolicy(Qt::NoFocus); // what is in it has the keys
    m_layersScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_layersScroll->setFixedWidth(layersWidth);
    m_layersScroll->viewport()->setAutoFillBackground(false);
    m_layers->setAutoFillBackground(false);

    m_middleColumn = new QVBoxLayout(m_middle);
    m_middleColumn->setContentsMargins(0, 0, 0, 0);
    m_middleColumn->setSpacing(0);
    m_mapSplitter->setChildrenCollapsible(false);
    m_mapSplitter->setHandleWidth(1);
    m_mapSplitter->addWidget(m_map);
    m_mapSplitter->addWidget(m_drawer);
    m_mapSplitter->setStretchFactor(0, 1);
    m_mapSplitter->setStretchFactor(1, 0);
    connect(m_mapSplitter, &QSplitter::splitterMoved, this, [this] { m_drawerHeight = m_drawer->height(); });
    m_middleColumn->addWidget(m_mapSplitter, 1);
    m_strip = new QWidget; // Keeps the tiles off the edges.
    auto* strip = row(m_strip);
    strip->setContentsMargins(12, 8, 12, 8);
    strip->addWidget(&m_side->strip());
    m_strip->hide();
    m_middleColumn->addWidget(m_strip);

    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_middle);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_side->setMinimumWidth(320);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_chosenWidth = m_side->width(); });
    connect(m_rail, &widgets::RailBar::layersAsked, this, &CityFrame::toggleLayers);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = row();
    head->addWidget(m_menu);
    head->addWidget(m_top, 1);
    auto* body = row();
    body->setSpacing(1); // Hairlines, painted by the frame.
    body->addWidget(m_rail);
    body->addWidget(m_layersScroll);
    body->addWidget(m_splitter, 1);
    m_body = body;
    column->addLayout(head);
    column->addWidget(m_banner);
    column->addLayout(body, 1);
    column->addWidget(m_bar);
    m_banner->hide();
}

void CityFrame::setTheme(const widgets::Theme& theme)
{
    m_top->setTheme(theme);
    m_rail->setTheme(theme);
    m_layers->setTheme(theme);
    m_map->setTheme(theme);
    m_side->setTheme(theme);
    m_bar->setTheme(theme);
    m_banner->setTheme(theme);
    m_menu->setIcon(widgets::icon(theme, QStringLiteral("menu")));
    m_theme = theme;
    m_middleColumn->setSpacing(0);
    update();
}

void CityFrame::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_banner->isVisibleTo(this) ? m_theme.past : m_theme.surface);
    painter.fillRect(contentsRect().marginsRemoved(layout()->contentsMargins()), m_theme.surface);
    painter.fillRect(QRect(0, topHeight - 1, railWidth, 1), m_theme.line);
    for (const QWidget* panel : {static_cast<QWidget*>(m_rail), static_cast<QWidget*>(m_layersScroll)}) {
        const QRect edge(panel->mapTo(this, QPoint(panel->width(), 0)), QSize(1, panel->height()));
        if (panel->isVisible()) painter.fillRect(edge, m_theme.line);
    }
}

void CityFrame::setPicture(const DashboardPicture& picture)
{
    m_top->setSituation(picture.situation);
    m_top->setFeeds(picture.feeds);
    m_rail->setCurrent(picture.dashboard);
    m_layers->setLayers(picture.layers);
    m_map->crumbs().setCrumbs(picture.crumbs);
    m_map->canvas().setScene(picture.scene);
    std::vector<city::PlaceId> selected;
    if (!picture.selectedId.isEmpty()) selected.push_back({picture.selectedKind, picture.selectedId});
    m_map->canvas().setSelected(std::move(selected));
    m_side->setPicture(picture);
}

void CityFrame::setLayersFolded(bool folded)
{
    m_folded = folded;
    arrange();
}

void CityFrame::toggleLayers()
{
    const bool shown = m_layersScroll->isVisible();
    m_layersScroll->setVisible(!shown);
    if (!m_narrow) m_folded = shown;
}

void CityFrame::toggleSide()
{
    m_side->setVisible(!m_side->isVisible());
}

void CityFrame::setPage(QWidget* page)
{
    m_page = page;
    m_page->hide();
    m_body->addWidget(m_page, 1);
}

void CityFrame::setPageShown(bool shown)
{
    if (!m_page || isPageShown() == shown) return;
    m_splitter->setVisible(!shown);
    m_page->setVisible(shown);
    if (shown)
        m_layersScroll->hide();
    else
        arrange();
}

void CityFrame::setPast(bool past)
{
    if (m_banner->isVisibleTo(this) == past) return;
    m_banner->setVisible(past);
    const int edge = past ? pastEdge : 0;
    layout()->setContentsMargins(edge, 0, edge, edge);
    update();
}

void CityFrame::setSideWidth(int width)
{
    m_chosenWidth = width;
    arrange();
}

void CityFrame::setDrawerHeight(int height)
{
    m_drawerHeight = height;
    if (height > 0) m_mapSplitter->setSizes({10'000, height});
}

int CityFrame::sideWidth() const
{
    return m_chosenWidth;
}

void CityFrame::arrange()
{
    const bool narrow = width() < narrowBelow;
    const int columns = width() >= threeColumnsFrom ? 3 : width() >= twoColumnsFrom ? 2 : 1;
    if (narrow != m_narrow || !narrow) m_layersScroll->setVisible(!narrow && !m_folded && !isPageShown());
    if (narrow != m_narrow) {
        m_narrow = narrow;
    }
    m_strip->setVisible(narrow);
    m_side->arrange(narrow ? SidePanel::Tiles::Split : SidePanel::Tiles::Here, columns);
    const int usual = columns > 1 ? std::max(sideWidthTwo, width() / 3) : std::min(sideWidthOne, width() / 3 - 32);
    const int side = m_chosenWidth > 0 ? m_chosenWidth : usual;
    const int rest = width() - railWidth - (m_layersScroll->isVisibleTo(this) ? layersWidth : 0);
    m_splitter->setSizes({rest - side, side});
}

void CityFrame::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace app
