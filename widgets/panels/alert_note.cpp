// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/alert_note.h"

#include "widgets/panels/level_mark.h"
#include "widgets/panels/take_away.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace widgets {

AlertNote::AlertNote(QWidget* parent) : QFrame(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("alertNote"));
    m_column->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // Wrapped text makes its own height.
    offerTakeAway(*this, [this] { return TakeAway{m_alert.event, textsIn(*this), false, grab().toImage()}; });
}

void AlertNote::setTheme(const Theme& theme)
{
    m_theme = theme;
    rebuild();
}

void AlertNote::setAlert(const AlertNotice& alert)
{
    m_alert = alert;
    setFocusPolicy(alert.target ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(alert.target ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAccessibleName(alert.severityWord + u' ' + alert.headline);
    rebuild();
}

void AlertNote::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) rebuild();
    QFrame::changeEvent(event);
}

void AlertNote::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()) && m_alert.target)
        Q_EMIT activated(*m_alert.target);
}

void AlertNote::keyPressEvent(QKeyEvent* event)
{
    const bool chosen =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (chosen && m_alert.target)
        Q_EMIT activated(*m_alert.target);
    else
        QFrame::keyPressEvent(event);
}

QString AlertNote::times() const
{
    if (m_alert.effective.isEmpty())
        return m_alert.expires.isEmpty() ? QString() : tr("until %1").arg(m_alert.expires);
    if (m_alert.expires.isEmpty()) return tr("since %1").arg(m_alert.effective);
    return tr("%1 to %2").arg(m_alert.effective, m_alert.expires);
}

QLabel* AlertNote::addText(const QString& text, int pixels, const QColor& colour)
{
    QLabel* label = plainLabel(Wrap::Words, m_content);
    label->setText(text);
    label->setFont(fontOf(m_theme, pixels));
    label->setHidden(text.isEmpty());
    tint(*label, colour);
    m_content->layout()->addWidget(label);
    return label;
}

void AlertNote::rebuild()
{
    if (m_content) {
        m_column->removeWidget(m_content);
        m_content->hide();
        m_content->deleteLater();
    }
    setStyleSheet(QStringLiteral("#alertNote { background: %1; border: 1px solid %2; border-radius: %3px; }"
                                 "#alertNote:focus { border-color: %4; }")
                      .arg(m_theme.raised.name(), m_theme.line.name())
                      .arg(m_theme.corner)
                      .arg(m_theme.accent.name()));
    m_content = new QWidget(this);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    const bool counts = m_alert.alarm >= 1 && m_alert.alarm <= 3;
    const AlarmLook look = counts ? m_theme.alarms[static_cast<std::size_t>(m_alert.alarm - 1)]
                                  : AlarmLook{m_theme.noData, map::Shape::Ring};
    head->addWidget(new LevelMark(m_theme, look.colour, look.shape, m_content));
    auto* severity = new ElidedLabel(m_content);
    QStringList said{m_alert.severityWord, m_alert.event, m_alert.urgencyWord, m_alert.certaintyWord};
    said.removeAll(QString());
    severity->setText(said.join(QStringLiteral(" · ")));
    severity->setFont(fontOf(m_theme, m_theme.body));
    severity->setColour(m_theme.text);
    head->addWidget(severity, 1);
    column->addLayout(head);
    addText(m_alert.headline, m_theme.title, m_theme.text)
        ->setFont(fontOf(m_theme, m_theme.title, Weight::Bold));
    addText(m_alert.area, m_theme.body, m_theme.text);
    addText(times(), m_theme.body, m_theme.muted);
    addText(m_alert.description, m_theme.body, m_theme.text);
    if (!m_alert.instruction.isEmpty()) {
        QLabel* title = addText(tr("What to do"), m_theme.tiny, m_theme.muted);
        title->setFont(fontOf(m_theme, m_theme.tiny, Weight::Bold));
        title->setContentsMargins(0, 4, 0, 0);
        addText(m_alert.instruction, m_theme.body, m_theme.text);
    }
    addText(m_alert.sender, m_theme.tiny, m_theme.muted)
        ->setToolTip(plainTip(m_alert.source.lines.join(u'\n')));
    m_column->addWidget(m_content);
    m_content->show();
}

} // namespace widgets
