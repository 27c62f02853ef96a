// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/wall_window.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QWindow>

namespace app {

namespace {

constexpr int mapShare = 11, sideShare = 9; // Of the width.
constexpr int shiftRoom = 6;                // Pixels on each side.
constexpr double usualPitch = 0.2646;       // Millimetres: 96 dots an inch, where a monitor does not say.

/// Round a small square and back.
constexpr int path[][2] = {{0, 0}, {2, 0}, {4, 0}, {4, 2}, {4, 4}, {2, 4}, {0, 4}, {0, 2}};

double pitchOf(const QScreen& screen, const WallScreen& spec)
{
    const double pixels = screen.geometry().width();
    if (spec.widthMm > 0) return spec.widthMm / pixels;
    const double width = screen.physicalSize().width();
    return width > 50 ? width / pixels : usualPitch;
}

} // namespace

WallWindow::WallWindow()
    : m_head(new WallHead(this)), m_drill(widgets::plainLabel(widgets::Wrap::Never, this)), m_map(new WallMap(this)), m_side(new QStackedWidget(this)),
      m_figures(new WallFigures), m_alarm(new WallAlarm), m_foot(new WallFoot(this))
{
    setWindowFlags(Qt::Window | Qt::FramelessWindowHint);
    setCursor(Qt::BlankCursor);
    setFocusPolicy(Qt::StrongFocus);
    m_drill->setAlignment(Qt::AlignCenter);
    m_drill->hide();
    m_side->addWidget(m_figures);
    m_side->addWidget(m_alarm);
    auto* body = new QHBoxLayout;
    body->setSpacing(shiftRoom);
    body->addWidget(m_map, mapShare);
    body->addWidget(m_side, sideShare);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(shiftRoom);
    column->addWidget(m_head);
    column->addWidget(m_drill);
    column->addLayout(body, 1);
    column->addWidget(m_foot);
    shift(0);
}

void WallWindow::place(QScreen& screen, const WallScreen& spec, const widgets::Theme& theme)
{
    m_scale = {pitchOf(screen, spec), spec.distanceMetres};
    m_theme = scaled(theme, m_scale);
    m_head->setTheme(m_theme);
    m_map->setEnlarged(static_cast<double>(m_theme.body) / theme.body);
    m_figures->setTheme(m_theme);
    m_alarm->setTheme(m_theme);
    m_foot->setTheme(m_theme);
    m_drill->setFont(widgets::fontOf(m_theme, m_theme.large, widgets::Weight::Bold));
    m_drill->setStyleSheet(QStringLiteral("QLabel { background: %1; color: %2; }").arg(m_theme.text.name(), m_theme.ground.name()));
    m_fitted.reset();
    winId();
    windowHandle()->setScreen(&screen);
    setGeometry(screen.geometry());
    showFullScreen();
}

void WallWindow::setPicture(const DashboardPicture& picture, const QString& title)
{
    QStringList where;
    for (const widgets::Crumb& crumb : picture.crumbs) where << crumb.text;
    m_head->setTitle(title, where.join(QStringLiteral(" > ")));
    m_map->setScene(picture.scene);
    const auto same = [](const city::LonLatBox& a, const city::LonLatBox& b) {
        return a.west == b.west && a.south == b.south && a.east == b.east && a.north == b.north;
    };
    const city::LonLatBox box = picture.fit.value_or(m_home);
    if (!m_fitted || !same(*m_fitted, box)) {
        m_fitted = box;
        m_map->fit(box);
    }
    m_figures->setTiles(picture.tiles);
    m_foot->setSentence(picture.situation.text, picture.situation.alarm);
}

void WallWindow::setAlarm(const std::optional<AlarmAdvice>& advice)
{
    if (advice) m_alarm->setAdvice(*advice, 1);
    m_side->setCurrentIndex(advice ? 1 : 0);
}

void WallWindow::setDrills(const QString& text)
{
    m_drill->setText(text);
    m_drill->setVisible(!text.isEmpty());
}

void WallWindow::setLeft(double share, const QString& word)
{
    m_foot->setLeft(share, word);
}

void WallWindow::setClock(const QString& clock, const QString& date, const QString& stamp)
{
    m_head->setClock(clock, date, stamp);
}

void WallWindow::setFeeds(const std::vector<widgets::FeedAge>& feeds, const QString& words)
{
    m_head->setFeeds(feeds, words);
}

void WallWindow::shift(int step)
{
    const auto& [x, y] = path[static_cast<std::size_t>(step) % std::size(path)];
    layout()->setContentsMargins(1 + x, 1 + y, shiftRoom - x, shiftRoom - y);
}

void WallWindow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.ground);
}

void WallWindow::keyPressEvent(QKeyEvent* event)
{
    Q_EMIT keyAsked(event->key());
}

} // namespace app
