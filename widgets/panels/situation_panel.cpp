// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/situation_panel.h"

#include "widgets/panels/sentence_row.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace widgets {

SituationPanel::SituationPanel(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void SituationPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (SentenceRow* row : m_rows)
        row->setTheme(theme);
}

void SituationPanel::setSentences(const std::vector<Sentence>& sentences)
{
    m_sentences = sentences;
    while (m_rows.size() > sentences.size()) {
        m_rows.back()->deleteLater(); // It may be in the middle of its own click.
        m_column->removeWidget(m_rows.back());
        m_rows.back()->hide();
        m_rows.pop_back();
    }
    while (m_rows.size() < sentences.size()) {
        auto* row = new SentenceRow(this);
        row->setTheme(m_theme);
        connect(row, &SentenceRow::whyAsked, this, [this, row] { ask(row); });
        connect(row, &SentenceRow::clicked, this, [this, row] {
            if (row->sentence().target) Q_EMIT activated(*row->sentence().target);
        });
        m_column->addWidget(row);
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < sentences.size(); ++i)
        m_rows[i]->setSentence(sentences[i]);
    setVisible(!sentences.empty());
}

QString SituationPanel::text() const
{
    QString all;
    for (const Sentence& one : m_sentences)
        all += one.text + QLatin1Char('\n');
    return all;
}

void SituationPanel::ask(SentenceRow* row)
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), row);
    if (found == m_rows.end() || !row->sentence().hasEvidence) return;
    Q_EMIT whyAsked({WhyAsk::Of::Sentence, QString::number(found - m_rows.begin()), 0, {}, {}}, row);
}

void SituationPanel::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (SentenceRow* row : m_rows)
        if (row->geometry().contains(event->pos()) && row->sentence().hasEvidence)
            connect(menu->addAction(tr("Why this number? (?)")), &QAction::triggered, row,
                    [this, row] { ask(row); });
    connect(menu->addAction(tr("Copy the situation")), &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(text()); });
    menu->popup(event->globalPos());
}

} // namespace widgets
