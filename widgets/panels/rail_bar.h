// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace widgets {

class RailButton;

/// The dashboards, one under the other, 56 px wide: icon and short name, the question each answers on hover.
/// Arrow keys walk it.
class RailBar : public QWidget {
    Q_OBJECT
public:
    explicit RailBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setEntries(const std::vector<RailEntry>& entries);
    void setCurrent(const QString& id);
    /// The page of the feeds stands in the place of the dashboard: its button is the marked one.
    void setFeedsShown(bool shown);
    QString current() const { return m_current; }

Q_SIGNALS:
    void picked(const QString& id);
    /// The button at the foot that folds the layer panel away or back.
    void layersAsked();
    /// The button above it: the page of the feeds.
    void feedsAsked();
    /// The one above that: a report of what is looked at.
    void reportAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rebuild();
    void mark();
    void retranslate();

    Theme m_theme;
    std::vector<RailEntry> m_entries;
    QString m_current;
    bool m_feedsShown = false;
    QVBoxLayout* m_column;
    RailButton* m_report;
    RailButton* m_feeds;
    RailButton* m_layers;
    std::vector<RailButton*> m_buttons;
};

} // namespace widgets
