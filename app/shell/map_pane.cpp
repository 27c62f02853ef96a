// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/map_pane.h"

#include "layers/geo/projection.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>

namespace app {

MapPane::MapPane(QWidget* parent)
    : QWidget(parent), m_canvas(new widgets::MapCanvas(this)), m_crumbs(new widgets::BreadcrumbBar(this)),
      m_error(new widgets::ErrorNote(this)), m_strip(new widgets::ToolStrip(this)), m_card(new widgets::ToolCard(this)), m_busy(new QLabel(this))
{
    m_error->hide();
    m_busy->hide();
    m_busy->setTextFormat(Qt::PlainText);
    m_busy->setObjectName(QStringLiteral("busy"));
    m_busy->setMargin(6);
    m_busy->setAutoFillBackground(true);
    setMinimumSize(320, 240);
    m_crumbs->installEventFilter(this); // Its width follows its words.
    // The window's own actions have these keys; two owners of one key would cancel each other.
    for (auto* button : m_crumbs->findChildren<QToolButton*>()) button->setShortcut({});
    connect(m_error, &widgets::ErrorNote::closed, m_error, &QWidget::hide);
    connect(m_card, &widgets::ToolCard::resized, this, &MapPane::place);
}

void MapPane::setTheme(const widgets::Theme& theme)
{
    m_gap = theme.padding;
    m_canvas->setTheme(theme);
    m_crumbs->setTheme(theme);
    m_error->setTheme(theme);
    place();
}

void MapPane::showError(const widgets::ErrorText& error)
{
    m_error->setError(error);
    m_error->show();
    m_error->raise();
    place();
}

void MapPane::hideError()
{
    m_error->hide();
}

void MapPane::setBusy(const QString& text)
{
    m_busy->setText(text);
    m_busy->setVisible(!text.isEmpty());
    place();
}

void MapPane::showBox(const QRectF& box)
{
    constexpr double leastMetres = 300;
    QRectF wide = box;
    if (wide.width() < leastMetres) wide.adjust(-leastMetres / 2, 0, leastMetres / 2, 0);
    if (wide.height() < leastMetres) wide.adjust(0, -leastMetres / 2, 0, leastMetres / 2);
    const city::LonLat a = geo::fromMercator(wide.topLeft()), b = geo::fromMercator(wide.bottomRight());
    m_canvas->fit({a.lon, a.lat, b.lon, b.lat});
}

void MapPane::showBox(const city::LonLatBox& box)
{
    if (!box.isEmpty()) showBox(QRectF(geo::toMercator({box.west, box.south}), geo::toMercator({box.east, box.north})));
}

void MapPane::place()
{
    m_canvas->setGeometry(rect());
    const QSize crumbs = m_crumbs->sizeHint();
    m_crumbs->setGeometry(m_gap, m_gap, std::min(crumbs.width(), width() - 2 * m_gap), crumbs.height());
    constexpr int edge = 8, underStamp = 52, zoomButtons = 156; // with the notes beneath them
    const bool tall = height() >= underStamp + m_strip->columnHeight() + zoomButtons;
    m_strip->setDirection(tall ? Qt::Vertical : Qt::Horizontal);
    m_strip->move(width() - m_strip->width() - edge, underStamp);
    m_card->adjustSize();
    m_card->move(m_gap, crumbs.height() + 2 * m_gap);
    m_busy->adjustSize();
    m_busy->move((width() - m_busy->width()) / 2, m_gap);
    const int wide = std::min(560, width() - 2 * m_gap);
    const int high = m_error->hasHeightForWidth() ? m_error->heightForWidth(wide) : m_error->sizeHint().height();
    m_error->setGeometry((width() - wide) / 2, height() - high - 4 * m_gap, wide, high);
}

void MapPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

bool MapPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_crumbs && event->type() == QEvent::LayoutRequest) place();
    return QWidget::eventFilter(watched, event);
}

} // namespace app
