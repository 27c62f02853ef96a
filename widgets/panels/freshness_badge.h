// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

namespace widgets {

/// How old data are, told by shape, word and age. Fresh data show their age alone: calm until something is
/// wrong.
class FreshnessBadge : public QWidget {
    Q_OBJECT
public:
    explicit FreshnessBadge(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setFreshness(city::Freshness state, const QString& age);
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void spread();

    Theme m_theme;
    city::Freshness m_state = city::Freshness::Missing;
    QString m_age;
};

} // namespace widgets
