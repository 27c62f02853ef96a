// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace widgets {

/// One feed: symbol, title, word and age, and beneath, when there is one, the reason.
class FeedAgeRow : public QAbstractButton {
    Q_OBJECT
public:
    explicit FeedAgeRow(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setFeed(const FeedAge& feed);
    const FeedAge& feed() const { return m_feed; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    FeedAge m_feed;
};

} // namespace widgets
