// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QImage>
#include <QTimeZone>
#include <QWidget>
#include <memory>

namespace widgets {

/// One chart with its title and the age of its data: a series over time or ranked bars. Lives in the GUI
/// thread; shows what it is given and computes no facts. Lines break where samples are further apart than the
/// data's gap.
class ChartPanel : public QWidget {
    Q_OBJECT
public:
    explicit ChartPanel(QWidget* parent = nullptr);
    ~ChartPanel() override;

    void setTheme(const Theme& theme);
    /// The zone in which times are read; UTC until set.
    void setZone(const QTimeZone& zone);
    void setChart(const ChartData& chart);
    const ChartData& chart() const;

    /// The chart as lines of tab-separated text, as "Copy as table" puts it on the clipboard.
    QString table() const;
    QImage picture() const;

Q_SIGNALS:
    /// A bar was clicked, or chosen with the keyboard.
    void activated(const city::Focus& focus);
    /// The pointer is over a bar with this target, or over none.
    void barHovered(const std::optional<city::Focus>& focus);
    /// A stretch of time was brushed; nothing: all of it is to be seen again.
    void spanAsked(const std::optional<city::TimeSpan>& span);
    void whyAsked(const widgets::WhyAsk& ask, const QWidget* beside);

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace widgets
