// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/alarm_texts.h"
#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QWidget>

/// What a wall shows beside its map: painted, never touched; no motion but the bar of the time that is left. All in the
/// type of the theme they are given, which is scaled for the distance. GUI thread.
namespace app {

/// The strip along the top: what this is, how the feeds do, the clock.
class WallHead : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    void setTheme(const widgets::Theme& theme);
    void setTitle(const QString& title, const QString& place);
    /// Largest and smallest of the words on the right: clock, and what kind of data it is ("DEMO DATA"; may be empty).
    void setClock(const QString& clock, const QString& date, const QString& stamp);
    /// One symbol a feed, and how many are not current.
    void setFeeds(const std::vector<widgets::FeedAge>& feeds, const QString& words);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    widgets::Theme m_theme;
    QString m_title, m_place, m_clock, m_date, m_stamp, m_words;
    std::vector<widgets::FeedAge> m_feeds;
};

/// The line along the foot: what is going on in one sentence, and how long this scene will still be.
class WallFoot : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    void setTheme(const widgets::Theme& theme);
    void setSentence(const QString& text, int alarm);
    /// 0 to 1 of the scene's time; below 0: it does not end (paused, or the only one).
    void setLeft(double share, const QString& word);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    widgets::Theme m_theme;
    QString m_sentence, m_word;
    int m_alarm = 0;
    double m_left = -1;
};

/// The key figures of a dashboard, as many as can be read from there.
class WallFigures : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    void setTheme(const widgets::Theme& theme);
    void setTiles(const std::vector<widgets::TileData>& tiles);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintTile(QPainter& painter, const QRectF& box, const widgets::TileData& tile) const;

    widgets::Theme m_theme;
    std::vector<widgets::TileData> m_tiles;
};

/// An alarm that has taken the screen: what, where, since when, what follows from it, what to do.
class WallAlarm : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    void setTheme(const widgets::Theme& theme);
    void setAdvice(const AlarmAdvice& advice, int alarm);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    widgets::Theme m_theme;
    AlarmAdvice m_advice;
    int m_alarm = 1;
};

} // namespace app
