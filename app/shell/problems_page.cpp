// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/problems_page.h"

#include "widgets/theme/dress.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

ProblemsPage::ProblemsPage(QWidget* parent)
    : QWidget(parent), m_what(new QLabel(this)), m_next(new QLabel(this)), m_list(new QPlainTextEdit(this)),
      m_open(new QPushButton(this)), m_again(new QPushButton(this)), m_copy(new QPushButton(this)), m_new(new QPushButton(this))
{
    for (QLabel* label : {m_what, m_next}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_list->setReadOnly(true);
    m_list->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_list->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_again, m_open, m_new, m_copy}) buttons->addWidget(button);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(48, 48, 48, 48);
    column->setSpacing(12);
    column->addWidget(m_what);
    column->addWidget(m_next);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(m_open, &QPushButton::clicked, this, &ProblemsPage::openAsked);
    connect(m_again, &QPushButton::clicked, this, &ProblemsPage::againAsked);
    connect(m_new, &QPushButton::clicked, this, &ProblemsPage::newAsked);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    retranslate();
}

void ProblemsPage::setTheme(const widgets::Theme& theme)
{
    m_what->setFont(widgets::fontOf(theme, theme.large, widgets::Weight::Bold));
}

void ProblemsPage::setProblems(const QString& folder, const std::vector<city::Problem>& problems)
{
    m_folder = folder;
    m_problems = problems;
    m_reading = false;
    retranslate();
}

void ProblemsPage::setReading(const QString& folder)
{
    m_folder = folder;
    m_problems.clear();
    m_reading = true;
    retranslate();
}

QString ProblemsPage::text() const
{
    return m_what->text() + QLatin1Char('\n') + m_list->toPlainText();
}

void ProblemsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void ProblemsPage::retranslate()
{
    QStringList lines;
    for (const city::Problem& problem : m_problems) lines.append(problem.toString());
    m_list->setPlainText(lines.join(QLatin1Char('\n')));
    m_what->setText(m_reading ? tr("Reading %1 …").arg(m_folder) : tr("This city pack cannot be used: %1").arg(m_folder));
    m_next->setText(tr("%n mistakes, each with its file, line and column. Mend them and read the pack again, or open another.", nullptr,
                       static_cast<int>(m_problems.size())));
    m_open->setText(tr("Open another pack…"));
    m_again->setText(tr("Read it again"));
    m_new->setText(tr("New city…"));
    m_copy->setText(tr("Copy the list"));
    for (QWidget* widget : {static_cast<QWidget*>(m_next), static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_open),
                            static_cast<QWidget*>(m_again), static_cast<QWidget*>(m_new), static_cast<QWidget*>(m_copy)})
        widget->setVisible(!m_reading);
}

} // namespace app
