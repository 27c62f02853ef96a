// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/map_canvas.h"
#include "widgets/panels/breadcrumb_bar.h"
#include "widgets/panels/error_note.h"
#include "widgets/panels/tool_card.h"
#include "widgets/panels/tool_strip.h"

#include <QWidget>

class QLabel;

namespace app {

/// The map with what lies over it: the breadcrumb at its top, the tools at its right edge, what the tool in use reads
/// beneath the breadcrumb, what went wrong or is still being done at its foot.
class MapPane : public QWidget {
    Q_OBJECT
public:
    explicit MapPane(QWidget* parent = nullptr);

    void setTheme(const widgets::Theme& theme);
    widgets::MapCanvas& canvas() { return *m_canvas; }
    widgets::BreadcrumbBar& crumbs() { return *m_crumbs; }
    widgets::ToolStrip& strip() { return *m_strip; }
    widgets::ToolCard& card() { return *m_card; }
    /// Moves the map to show a box of map metres; one without size becomes a neighbourhood.
    void showBox(const QRectF& box);
    void showBox(const city::LonLatBox& box);

    void showError(const widgets::ErrorText& error);
    void hideError();
    /// One line on what is being done; empty: nothing.
    void setBusy(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    widgets::MapCanvas* m_canvas;
    widgets::BreadcrumbBar* m_crumbs;
    widgets::ErrorNote* m_error;
    widgets::ToolStrip* m_strip;
    widgets::ToolCard* m_card;
    QLabel* m_busy;
    int m_gap = 12;
};

} // namespace app
