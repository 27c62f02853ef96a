// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/cards.h"
#include "widgets/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace widgets {

class SentenceRow;

/// The situation in plain sentences, one a row, an alarm's shape before what is wrong. A click leads to what
/// a sentence speaks of; the question mark key asks where its number comes from.
class SituationPanel : public QWidget {
    Q_OBJECT
public:
    explicit SituationPanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setSentences(const std::vector<Sentence>& sentences);
    const std::vector<SentenceRow*>& rows() const { return m_rows; }
    /// All of it as lines of text.
    QString text() const;

Q_SIGNALS:
    void activated(const city::Focus& focus);
    void whyAsked(const widgets::WhyAsk& ask, const QWidget* beside);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void ask(SentenceRow* row);

    Theme m_theme;
    std::vector<Sentence> m_sentences;
    std::vector<SentenceRow*> m_rows;
    QVBoxLayout* m_column;
};

} // namespace widgets
