// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/time_axis.h"

class QComboBox;
class QToolButton;

namespace widgets {

/// The bar of time along the bottom of the window, 56 px: live or not, the buttons of a player, the strip of
/// time. Says what is asked for and shows what is; does nothing by itself.
class TimelineBar : public QWidget {
    Q_OBJECT
public:
    explicit TimelineBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setState(const TimelineState& state);
    /// Which pages are open: what was learned later, several times side by side.
    void setPages(bool changes, bool times);
    TimeAxis& axis() { return *m_axis; }

Q_SIGNALS:
    void liveAsked();
    void pauseAsked();
    /// Play where it stands still, stand still where it plays.
    void playAsked();
    void stepAsked(city::Duration by);
    /// To the next mark: -1 back, +1 forward.
    void jumpAsked(int direction);
    void speedAsked(double speed);
    void loopAsked(std::optional<widgets::TimeSpan> loop);
    void knowledgeAsked(bool knownNow);
    void changesAsked();
    void timesAsked();
    void noteAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void dressLive();

    Theme m_theme;
    TimelineState m_state;
    std::vector<std::pair<QToolButton*, QString>> m_buttons; ///< With the names of their icons.
    QToolButton *m_live, *m_jumpBack, *m_back, *m_play, *m_forward, *m_jumpForward, *m_loop, *m_known,
        *m_changes, *m_times, *m_note;
    QComboBox *m_speed, *m_span;
    TimeAxis* m_axis;
};

} // namespace widgets
