// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QFrame>
#include <vector>

class QVBoxLayout;

namespace widgets {

/// How old the data of each feed are and why, worst first.
class FeedAgeList : public QFrame {
    Q_OBJECT
public:
    explicit FeedAgeList(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setFeeds(const std::vector<FeedAge>& feeds);

Q_SIGNALS:
    void feedPicked(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();

    Theme m_theme;
    std::vector<FeedAge> m_feeds;
    QVBoxLayout* m_column;
    QWidget* m_list = nullptr;
};

/// The order in which freshness gets worse for a reader: fresh, late, stale, future, dead, missing.
int badness(city::Freshness state);

} // namespace widgets
