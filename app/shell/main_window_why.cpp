// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/focus_link.h"
#include "app/shell/main_window.h"
#include "layers/indicators/area_share.h"
#include "widgets/panels/why_popup.h"

#include <QApplication>
#include <QClipboard>
#include <QPointer>

/// Where numbers come from, the time that was brushed, and links to what is looked at.
namespace app {

void MainWindow::connectDecisions()
{
    connect(&m_frame->side(), &SidePanel::whyAsked, this, &MainWindow::explain);
    connect(&m_frame->side(), &SidePanel::spanAsked, this, [this](const std::optional<city::TimeSpan>& span) {
        if (!m_session) return;
        city::Focus focus = m_session->focus().current();
        focus.span = span;
        m_session->go(focus);
    });
    m_actions->on(QStringLiteral("compare-with"), [this] { keepForComparison(); });
    m_actions->on(QStringLiteral("copy-link"), [this] {
        if (m_session) QApplication::clipboard()->setText(focusLink(m_session->focus().current()));
    });
    constexpr double walk = 1000; // Metres.
    m_actions->on(QStringLiteral("inside-here"),
                  [this] { lookInside(indicators::circleAround(m_pointer, walk)); });
    m_actions->on(QStringLiteral("inside-drawing"), [this] {
        const std::vector<Drawing>& drawings = m_tools->draw().drawings();
        for (auto drawing = drawings.rbegin(); drawing != drawings.rend(); ++drawing)
            if (const city::Geometry ground = drawing->sketch.geometry(); !ground.polygons.empty())
                return lookInside(ground.polygons.front().rings.front());
        showError(tr("There is no area among the drawings."), tr("What lies inside"),
                  tr("Draw an area, a rectangle or a circle first."));
    });
}

void MainWindow::keepForComparison()
{
    if (!m_session) return;
    city::Focus focus = m_session->focus().current();
    std::optional<city::PlaceId> here = focus.place;
    const city::AreaTree& areas = *m_session->pack().areas;
    if (const int area = areas.find(focus.area); !here && area >= 0) here = city::PlaceId{areas.at(area).level, focus.area};
    focus.against = focus.against ? std::nullopt : here;
    m_session->go(focus);
}

void MainWindow::lookInside(const city::Ring& outline)
{
    if (!m_session || outline.empty()) return;
    city::Focus focus = m_session->focus().current();
    focus.outline = outline;
    focus.walk.reset();
    focus.place.reset();
    m_session->go(focus);
    m_keepsView = true; // What is asked about is in sight already.
}

void MainWindow::explain(const widgets::WhyAsk& ask, const QWidget* beside)
{
    if (!m_session) return;
    m_session->askWhy(ask, [this, by = QPointer<const QWidget>(beside)](const widgets::WhyAnswer& answer) {
        if (!by) return; // What was asked about is gone.
        auto* popup = new widgets::WhyPopup(m_theme, this);
        popup->explain(answer);
        popup->showBeside(by);
    });
}

} // namespace app
