// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/alarm_desk.h"
#include "app/shell/feeds_page.h"
#include "app/shell/main_window.h"
#include "widgets/panels/rail_bar.h"
#include "widgets/panels/top_bar.h"

/// The page of the feeds in the place of the map.
namespace app {

void MainWindow::connectFeeds()
{
    connect(&m_frame->rail(), &widgets::RailBar::feedsAsked, this, [this] { showFeeds(!m_frame->isPageShown()); });
    connect(&m_frame->top(), &widgets::TopBar::feedPicked, this, [this](const QString& id) {
        showFeeds(true);
        m_feeds->showFeed(id);
    });
    connect(m_feeds, &FeedsPage::closeAsked, this, [this] { showFeeds(false); });
    connect(m_feeds, &FeedsPage::againAsked, this, [this](const QString& feed) {
        if (!m_session) return;
        if (feed.isEmpty())
            m_session->run().refresh();
        else
            m_session->run().refresh(feed);
    });
    connect(m_alarms.get(), &AlarmDesk::trouble, this, [this](const city::Message& text) {
        showError(tr("Alarms have a problem."), text.toString(), tr("They are shown all the same."));
    });
    m_actions->on(QStringLiteral("feeds"), [this] { showFeeds(!m_frame->isPageShown()); });
}

void MainWindow::showFeeds(bool shown)
{
    shown = shown && m_session;
    if (shown) tellFeeds();
    m_frame->setPageShown(shown);
    m_frame->rail().setFeedsShown(shown);
}

void MainWindow::tellFeeds()
{
    if (!m_session) return;
    m_feeds->setInput(
        {m_session->city().snapshot, m_session->run().pack(), m_language.current(), m_session->now()},
        m_session->run().payloads());
}

bool MainWindow::stepOutOfFeeds()
{
    if (!m_frame->isPageShown()) return false;
    if (!m_feeds->stepOut()) showFeeds(false);
    return true;
}

} // namespace app
