// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/tool_card.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace widgets {

namespace {

constexpr int cardWidth = 300;

}

ToolCard::ToolCard(QWidget* parent)
    : QFrame(parent), m_title(plainLabel(Wrap::Never, this)), m_headline(plainLabel(Wrap::Never, this)), m_details(plainLabel(Wrap::Words, this)),
      m_hint(plainLabel(Wrap::Words, this)), m_copy(new QToolButton(this)), m_undo(new QToolButton(this)), m_redo(new QToolButton(this)),
      m_finish(new QToolButton(this)), m_close(new QToolButton(this)), m_room(new QHBoxLayout)
{
    setObjectName(QStringLiteral("toolCard"));
    setFixedWidth(cardWidth);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(0);
    bar->addWidget(m_title, 1);
    for (QToolButton* button : {m_undo, m_redo, m_copy, m_finish, m_close}) {
        button->setIconSize({16, 16});
        bar->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 6, 8);
    column->setSpacing(2);
    column->addLayout(bar);
    column->addWidget(m_headline);
    column->addWidget(m_details);
    column->addLayout(m_room);
    column->addWidget(m_hint);
    connect(m_copy, &QToolButton::clicked, this, &ToolCard::copyAsked);
    connect(m_undo, &QToolButton::clicked, this, &ToolCard::undoAsked);
    connect(m_redo, &QToolButton::clicked, this, &ToolCard::redoAsked);
    connect(m_finish, &QToolButton::clicked, this, &ToolCard::finishAsked);
    connect(m_close, &QToolButton::clicked, this, &ToolCard::closed);
    retranslate();
    setReading({});
    setCanUndo(false, false);
    setCanCopy(false);
    hide();
}

void ToolCard::setTheme(const Theme& theme)
{
    setStyleSheet(QStringLiteral("#toolCard { background: %1; border: 1px solid %2; border-radius: %3px; }")
                      .arg(theme.surface.name(), theme.line.name())
                      .arg(theme.corner));
    m_title->setFont(fontOf(theme, theme.body, Weight::Bold));
    m_headline->setFont(fontOf(theme, theme.large, Weight::Bold));
    m_details->setFont(fontOf(theme, theme.body));
    m_hint->setFont(fontOf(theme, theme.tiny));
    tint(*m_hint, theme.muted);
    const std::pair<QToolButton*, const char*> icons[] = {{m_copy, "copy"}, {m_undo, "undo"}, {m_redo, "redo"}, {m_finish, "done"}, {m_close, "close"}};
    for (const auto& [button, name] : icons)
        button->setIcon(icon(theme, QString::fromLatin1(name)));
}

void ToolCard::setTool(const QString& title, const QString& hint)
{
    m_title->setText(title);
    m_hint->setText(hint);
    setReading({});
    setCanUndo(false, false);
    show();
    raise();
}

void ToolCard::setReading(const QString& headline, const QStringList& details)
{
    m_headline->setText(headline);
    m_headline->setVisible(!headline.isEmpty());
    m_details->setText(details.join(u'\n'));
    m_details->setVisible(!details.isEmpty());
    setAccessibleDescription(headline + u'\n' + details.join(u'\n'));
    Q_EMIT resized();
}

void ToolCard::setCanCopy(bool can)
{
    m_copy->setVisible(can);
    m_finish->setVisible(can);
}

void ToolCard::setCanUndo(bool undo, bool redo)
{
    m_undo->setVisible(undo || redo);
    m_redo->setVisible(undo || redo);
    m_undo->setEnabled(undo);
    m_redo->setEnabled(redo);
}

void ToolCard::setOptions(QWidget* options)
{
    if (m_options == options) return;
    if (m_options) {
        m_room->removeWidget(m_options);
        m_options->hide();
    }
    m_options = options;
    if (!options) return;
    m_room->addWidget(options);
    options->show();
}

QString ToolCard::headline() const
{
    return m_headline->text();
}

void ToolCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QFrame::changeEvent(event);
}

void ToolCard::retranslate()
{
    const std::pair<QToolButton*, QString> words[] = {{m_copy, tr("Copy the result")},
                                                      {m_undo, tr("Undo (Ctrl+Z)")},
                                                      {m_redo, tr("Redo (Ctrl+Y)")},
                                                      {m_finish, tr("Finish this shape (Ctrl+Return)")},
                                                      {m_close, tr("Put the tool away (Esc)")}};
    for (const auto& [button, text] : words) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
}

} // namespace widgets
