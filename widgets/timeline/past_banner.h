// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace widgets {

/// The sign that nobody can overlook: what is shown is not live. Names the moment, how long ago it was, and
/// the way back.
class PastBanner : public QWidget {
    Q_OBJECT
public:
    explicit PastBanner(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Ready to read: "2026-05-20 17:05:00", "3 h 25 min ago", "as it was shown then".
    void setMoment(const QString& moment, const QString& ago, const QString& knowledge);

Q_SIGNALS:
    void liveAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();

    Theme m_theme;
    QLabel *m_sign, *m_moment, *m_ago, *m_knowledge;
    QPushButton* m_back;
};

} // namespace widgets
