// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/area_tree.h"
#include "layers/city/focus.h"

#include <vector>

namespace app {

/// Where the user has been: a list of Focus with a cursor, like a browser's. Pure values, no thread of its own.
class FocusHistory {
public:
    explicit FocusHistory(city::Focus first = {});

    const city::Focus& current() const { return m_list[m_at]; }
    bool canGoBack() const { return stepsBack() > 0; }
    bool canGoForward() const { return stepsForward() > 0; }
    int stepsBack() const { return static_cast<int>(m_at); }
    int stepsForward() const { return static_cast<int>(m_list.size() - m_at) - 1; }

    /// A new step; what lay ahead is forgotten. Going where one already is changes nothing. Returns whether it moved.
    bool go(const city::Focus& focus);
    bool back();
    bool forward();

private:
    std::vector<city::Focus> m_list;
    std::size_t m_at = 0;
};

/// One step out: from a place to its area, from a filter to everything, from an area to the one around it. The
/// outermost focus is its own.
city::Focus oneStepOut(const city::Focus& focus, const city::AreaTree& areas);

/// Everything of the dashboard, nothing picked.
city::Focus home(const city::Focus& focus);

} // namespace app
