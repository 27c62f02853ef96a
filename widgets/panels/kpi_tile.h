// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/take_away.h"
#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QWidget>

namespace widgets {

/// One number of the city: name, value, unit, level in word, shape and colour, change, recent course, age. A
/// click leads to its target; a click on a tile that is already open asks why the number is what it is.
class KpiTile : public QWidget {
    Q_OBJECT
public:
    explicit KpiTile(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setTile(const TileData& tile);
    const TileData& tile() const { return m_tile; }
    /// The next click leads to the target again.
    void close();
    /// Title, value, unit, level and age as a line of tab-separated text, then where the number came from.
    QString copied() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(const city::Focus& focus);
    /// Second click, or the question mark key: where does this number come from?
    void whyAsked(const widgets::TileData& tile);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    TakeAway takeAway();
    void choose();
    void describe();

    Theme m_theme;
    TileData m_tile;
    bool m_opened = false;
};

} // namespace widgets
