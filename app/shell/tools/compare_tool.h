// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/tools/map_tool.h"
#include "widgets/map/tools/compare_view.h"

namespace app {

/// Shows a second map beside the first: another dashboard of the same moment, or this one with one layer alone or without
/// it. A scene of any other origin (another time) is given by `show`.
class CompareTool : public MapTool {
    Q_OBJECT
public:
    explicit CompareTool(ToolDesk& desk);
    ~CompareTool() override;

    void setMode(widgets::CompareView::Mode mode);
    bool escape() override;
    void setTheme() override;
    void retranslate() override { refreshChoices(); }
    void sessionChanged() override;
    void pictureChanged() override;
    void restore(const QVariantMap& remembered) override;
    void remember(QVariantMap& remembered) const override;
    /// A scene of the caller's own on the right side; null: back to the choices.
    void show(std::shared_ptr<const map::Scene> scene);
    widgets::CompareView& view() { return *m_view; }

private:
    void refreshChoices();
    void apply();
    std::shared_ptr<const map::Scene> partOf(const QString& choice) const;

    widgets::CompareView* m_view;
    std::unique_ptr<DashboardFeed> m_feed; ///< Of the other dashboard; null where none is shown.
    QString m_dashboard;
    std::shared_ptr<const map::Scene> m_given;
};

} // namespace app
