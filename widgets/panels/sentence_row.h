// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/cards.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace widgets {

/// One sentence of the situation, in as many lines as it needs.
class SentenceRow : public QAbstractButton {
    Q_OBJECT
public:
    explicit SentenceRow(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setSentence(const Sentence& sentence);
    const Sentence& sentence() const { return m_sentence; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void whyAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QFont face() const;

    Theme m_theme;
    Sentence m_sentence;
};

} // namespace widgets
