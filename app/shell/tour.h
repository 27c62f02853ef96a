// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QFrame>
#include <QPointer>
#include <functional>

class QLabel;
class QPushButton;

namespace app {

/// One thing a newcomer should have seen: where it is and what it is for.
struct TourStep {
    QPointer<QWidget> at; ///< Gone or hidden: the step is left out.
    QString title, text;
};

/// A card that leads through the window, step by step, with a frame round what it speaks of. Everything beneath stays
/// usable. Enter and Right lead on, Left leads back, Escape ends it. Deletes itself at the end. GUI thread.
class Tour : public QFrame {
    Q_OBJECT
public:
    /// `window` holds all steps.
    Tour(std::vector<TourStep> steps, const widgets::Theme& theme, QWidget* window);

    int step() const { return m_step; }
    int count() const { return static_cast<int>(m_steps.size()); }
    void next();
    void back();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show_();
    void place();
    void end();

    std::vector<TourStep> m_steps;
    int m_step = 0;
    QFrame* m_frame; ///< Round what the step speaks of.
    QLabel *m_title, *m_text, *m_where;
    QPushButton *m_back, *m_next, *m_end;
};

} // namespace app
