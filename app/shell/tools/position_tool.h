// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/tools/map_tool.h"
#include "layers/feeds/position/position_source.h"
#include "widgets/map/tools/position_mark.h"
#include "widgets/panels/position_panel.h"

#include <QTimer>

namespace app {

/// Shows where the person is, when asked to: off until it is switched on, in every run anew. Remembers only from where
/// positions are taken.
class PositionTool : public MapTool {
    Q_OBJECT
public:
    explicit PositionTool(ToolDesk& desk);

    void setTheme() override { m_panel->setTheme(m_desk.theme); }
    void retranslate() override;
    void sessionChanged() override { tell(); }
    void restore(const QVariantMap& remembered) override;
    void remember(QVariantMap& remembered) const override;

    void start(const feeds::PositionSpec& spec);
    void switchOff();
    bool isOn() const { return m_source.isOn(); }
    feeds::PositionSource& source() { return m_source; }
    widgets::PositionPanel& panel() { return *m_panel; }
    const widgets::PositionMark& mark() const { return m_mark; }
    /// Tells ages as they are at `now`; by itself once a second.
    void tell(city::Instant now);

private:
    void tell() { tell(m_clock.now()); }
    void ask();
    void go();

    city::SystemClock m_clock; ///< Ages are those of the real time, whatever time the city is at.
    feeds::PositionSource m_source;
    widgets::PositionMark m_mark;
    widgets::PositionPanel* m_panel;
    city::Message m_trouble;
    QTimer m_second;
    bool m_first = false; ///< The next fix is the first: the map goes there.
};

} // namespace app
