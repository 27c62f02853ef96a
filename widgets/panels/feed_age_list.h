// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QFrame>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace widgets {

class FeedAgeRow;

/// How old the data of each feed are and why, worst first.
class FeedAgeList : public QFrame {
    Q_OBJECT
public:
    explicit FeedAgeList(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setFeeds(const std::vector<FeedAge>& feeds);
    QSize sizeHint() const override;

Q_SIGNALS:
    void feedPicked(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    Theme m_theme;
    QLabel* m_title;
    QVBoxLayout* m_column;
    std::vector<FeedAgeRow*> m_rows;
};

/// The order in which freshness gets worse for a reader: fresh, late, stale, future, dead, missing.
int badness(city::Freshness state);

} // namespace widgets
