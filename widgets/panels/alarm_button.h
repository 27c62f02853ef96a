// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QTimer>

namespace widgets {

/// How many alarms there are; [0] is the most urgent.
struct AlarmTally {
    std::array<int, 3> active{0, 0, 0};
    std::array<int, 3> unacknowledged{0, 0, 0};
    bool flood = false;
    bool unknown = false; ///< Nobody knows whether there were any.
    QString asOf;    ///< "as of 14:05": they are no longer current; empty: they are.
    QString summary; ///< In words, on hover and for those who do not see it.

    friend bool operator==(const AlarmTally&, const AlarmTally&) = default;
};

/// The alarms in the bar along the top: for each priority that has any its shape and how many; filled where somebody has
/// yet to acknowledge, an outline where all are seen. Pulses once a second, small, while a top one waits. A click opens
/// the list.
class AlarmButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit AlarmButton(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setTally(const AlarmTally& tally);
    /// Does not pulse: for pictures.
    void setStill(bool still);
    const AlarmTally& tally() const { return m_tally; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString count(std::size_t priority) const;
    QString nothing() const;

    Theme m_theme;
    AlarmTally m_tally;
    QTimer m_pulse;
    bool m_bright = false, m_still = false;
};

} // namespace widgets
