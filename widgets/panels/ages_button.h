// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <vector>

namespace widgets {

class FeedAgeList;

/// The worst freshness of all feeds in shape and words; a click opens the list of all of them.
class AgesButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit AgesButton(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setFeeds(const std::vector<FeedAge>& feeds);
    QString summary() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void feedPicked(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void openList();
    city::Freshness worst() const;

    Theme m_theme;
    std::vector<FeedAge> m_feeds;
    FeedAgeList* m_list = nullptr;
};

} // namespace widgets
