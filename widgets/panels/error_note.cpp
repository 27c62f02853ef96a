// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/error_note.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace widgets {

ErrorNote::ErrorNote(QWidget* parent)
    : QFrame(parent), m_what(plainLabel(Wrap::Words, this)), m_where(plainLabel(Wrap::Words, this)),
      m_next(plainLabel(Wrap::Words, this)), m_copy(new QToolButton(this)), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("errorNote"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    for (QLabel* label : {m_what, m_where, m_next}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        texts->addWidget(label);
    }
    row->addLayout(texts, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(text()); });
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    retranslate();
}

void ErrorNote::setTheme(const Theme& theme)
{
    m_theme = theme;
    setStyleSheet(
        QStringLiteral("#errorNote { background: %1; border: 1px solid %2; border-left: 3px solid %3; "
                       "border-radius: %4px; }")
            .arg(theme.raised.name(), theme.line.name(), theme.alarms[1].colour.name())
            .arg(theme.corner));
    m_what->setFont(fontOf(theme, theme.body, Weight::Bold));
    for (QLabel* label : {m_where, m_next})
        label->setFont(fontOf(theme, theme.body));
    tint(*m_where, theme.muted);
    m_copy->setIcon(icon(theme, QStringLiteral("copy"), theme.muted));
    m_close->setIcon(icon(theme, QStringLiteral("close"), theme.muted));
}

void ErrorNote::setError(const ErrorText& error)
{
    m_error = error;
    m_what->setText(error.what);
    m_where->setText(error.where);
    m_next->setText(error.next);
    m_where->setVisible(!error.where.isEmpty());
    m_next->setVisible(!error.next.isEmpty());
    setAccessibleName(error.what);
    setAccessibleDescription(text());
}

QString ErrorNote::text() const
{
    QStringList lines{m_error.what, m_error.where, m_error.next};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void ErrorNote::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QFrame::changeEvent(event);
}

void ErrorNote::retranslate()
{
    m_copy->setToolTip(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy"));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
}

} // namespace widgets
