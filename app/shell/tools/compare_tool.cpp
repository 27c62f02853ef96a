// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/compare_tool.h"

namespace app {

using Mode = widgets::CompareView::Mode;

namespace {

// What a choice begins with; the rest is an id.
const QString dashboardChoice = QStringLiteral("dashboard:"), onlyChoice = QStringLiteral("only:"),
              withoutChoice = QStringLiteral("without:");

} // namespace

CompareTool::CompareTool(ToolDesk& desk) : MapTool(desk), m_view(new widgets::CompareView(desk.canvas))
{
    const auto toggle = [this](Mode mode) { setMode(m_view->mode() == mode ? Mode::Off : mode); };
    m_desk.actions.on(QStringLiteral("swipe"), [toggle] { toggle(Mode::Swipe); });
    m_desk.actions.on(QStringLiteral("side-by-side"), [toggle] { toggle(Mode::SideBySide); });
    connect(m_view, &widgets::CompareView::chosen, this, [this] {
        m_given.reset();
        apply();
    });
    connect(m_view, &widgets::CompareView::closed, this, [this] { setMode(Mode::Off); });
    // What lies under the pointer is told and picked on either side.
    connect(&m_view->other(), &widgets::MapCanvas::picked, &desk.canvas, &widgets::MapCanvas::picked);
    connect(&m_view->other(), &widgets::MapCanvas::pointerMoved, &desk.canvas,
            &widgets::MapCanvas::pointerMoved);
    setMode(Mode::Off);
}

CompareTool::~CompareTool() = default;

void CompareTool::setMode(Mode mode)
{
    const bool starts = m_view->mode() == Mode::Off && mode != Mode::Off;
    m_desk.actions.setChecked(QStringLiteral("swipe"), mode == Mode::Swipe);
    m_desk.actions.setChecked(QStringLiteral("side-by-side"), mode == Mode::SideBySide);
    if (starts) refreshChoices();
    m_view->setMode(mode);
    if (mode == Mode::Off) {
        m_feed.reset();
        m_dashboard.clear();
        m_view->setScene(nullptr);
        return;
    }
    apply();
    if (starts) m_view->setFocus();
}

bool CompareTool::escape()
{
    if (m_view->mode() == Mode::Off) return false;
    setMode(Mode::Off);
    return true;
}

void CompareTool::setTheme()
{
    m_view->setTheme(m_desk.theme);
    if (m_feed && m_desk.session) m_feed->setLook(m_desk.session->look());
}

void CompareTool::sessionChanged()
{
    setMode(Mode::Off);
    m_given.reset();
}

void CompareTool::pictureChanged()
{
    if (m_view->mode() == Mode::Off) return;
    refreshChoices();
    apply();
}

void CompareTool::show(std::shared_ptr<const map::Scene> scene)
{
    m_given = std::move(scene);
    if (m_view->mode() != Mode::Off) apply();
}

void CompareTool::refreshChoices()
{
    if (!m_desk.session || !m_desk.picture) return;
    m_view->setLeftTitle(m_desk.picture->title);
    std::vector<widgets::CompareChoice> choices;
    for (const DashboardSpec& dashboard : m_desk.session->pack().dashboards)
        if (dashboard.id != m_desk.picture->dashboard)
            choices.push_back({dashboardChoice + dashboard.id, dashboard.title.in(m_desk.language)});
    for (const auto& [prefix, words] :
         {std::pair(onlyChoice, tr("Only: %1")), std::pair(withoutChoice, tr("Without: %1"))})
        for (const widgets::LayerEntry& layer : m_desk.picture->layers)
            if (layer.shown) choices.push_back({prefix + layer.id, words.arg(layer.title)});
    m_view->setChoices(choices);
}

std::shared_ptr<const map::Scene> CompareTool::partOf(const QString& choice) const
{
    const auto whole = m_desk.scene();
    if (!whole) return nullptr;
    const bool only = choice.startsWith(onlyChoice);
    const QString id = choice.mid(only ? onlyChoice.size() : withoutChoice.size());
    auto part = std::make_shared<map::Scene>(*whole);
    std::erase_if(part->layers, [&](const auto& layer) { return (layer->id == id) != only; });
    return part;
}

void CompareTool::apply()
{
    if (m_view->mode() == Mode::Off || !m_desk.session) return;
    const QString choice = m_view->choice();
    if (m_given || !choice.startsWith(dashboardChoice)) {
        m_feed.reset();
        m_dashboard.clear();
        m_view->setScene(m_given ? m_given : partOf(choice));
        return;
    }
    if (!m_feed) {
        m_feed = std::make_unique<DashboardFeed>(m_desk.session->run());
        m_feed->setCity(m_desk.session->city());
        connect(m_desk.session, &Session::cityShown, m_feed.get(), &DashboardFeed::setCity);
        connect(m_feed.get(), &DashboardFeed::delivered, this,
                [this](const std::shared_ptr<const DashboardPicture>& picture) {
                    // The picture of a dashboard that was left meanwhile is dropped.
                    if (m_view->mode() != Mode::Off && picture->dashboard == m_dashboard)
                        m_view->setScene(picture->scene);
                });
    }
    city::Focus focus = m_desk.session->focus().current();
    focus.dashboard = choice.mid(dashboardChoice.size());
    // What was picked in the other dashboard means nothing in this one.
    focus.quantity.clear();
    focus.level.clear();
    m_dashboard = focus.dashboard;
    m_feed->setLook(m_desk.session->look());
    m_feed->setFocus(focus);
}

void CompareTool::restore(const QVariantMap& remembered)
{
    m_view->setSplit(remembered.value(QStringLiteral("compareSplit"), 0.5).toDouble());
}

void CompareTool::remember(QVariantMap& remembered) const
{
    remembered.insert(QStringLiteral("compareSplit"), m_view->split());
}

} // namespace app
