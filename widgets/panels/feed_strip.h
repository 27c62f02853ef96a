// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QWidget>
#include <vector>

namespace widgets {

/// The states of a feed over the last 24 hours, oldest on the left: the worse, the higher the bar, so that it reads
/// without colours. Marks under it tell questions without an answer.
class FeedStrip : public QWidget {
    Q_OBJECT
public:
    explicit FeedStrip(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `from` and `to` are the times at the two ends, ready to read.
    void setCells(std::vector<StripCell> cells, const QString& from, const QString& to);
    QSize sizeHint() const override { return {400, 64}; }
    QSize minimumSizeHint() const override { return {200, 64}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF boxOf(std::size_t cell) const;

    Theme m_theme;
    std::vector<StripCell> m_cells;
    QString m_from, m_to;
};

} // namespace widgets
