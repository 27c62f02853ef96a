// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/focus_history.h"

namespace app {

namespace {

constexpr std::size_t longest = 200; // Steps remembered; older ones are forgotten.

}

FocusHistory::FocusHistory(city::Focus first) : m_list{std::move(first)} {}

bool FocusHistory::go(const city::Focus& focus)
{
    if (focus == current()) return false;
    m_list.resize(m_at + 1);
    m_list.push_back(focus);
    if (m_list.size() > longest) m_list.erase(m_list.begin());
    m_at = m_list.size() - 1;
    return true;
}

bool FocusHistory::back()
{
    if (!canGoBack()) return false;
    --m_at;
    return true;
}

bool FocusHistory::forward()
{
    if (!canGoForward()) return false;
    ++m_at;
    return true;
}

city::Focus oneStepOut(const city::Focus& focus, const city::AreaTree& areas)
{
    city::Focus out = focus;
    if (focus.span) {
        out.span.reset();
    } else if (!focus.outline.empty()) {
        out.outline.clear();
        out.walk.reset();
    } else if (!focus.picks.isEmpty()) {
        out.picks = {};
    } else if (focus.place) {
        out.place.reset();
    } else if (!focus.level.isEmpty()) {
        out.level.clear();
    } else if (!focus.area.isEmpty()) {
        const int area = areas.find(focus.area);
        const int parent = area < 0 ? -1 : areas.at(area).parent;
        out.area = parent < 0 ? QString() : areas.at(parent).code;
    } else {
        out.quantity.clear();
    }
    return out;
}

city::Focus home(const city::Focus& focus)
{
    city::Focus out;
    out.dashboard = focus.dashboard;
    out.range = focus.range;
    return out;
}

} // namespace app
