// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/why_popup.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QScreen>
#include <QVBoxLayout>

namespace widgets {

WhyPopup::WhyPopup(const Theme& theme, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_title(plainLabel(Wrap::Words, this)),
      m_lines(plainLabel(Wrap::Words, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("why"));
    setStyleSheet(QStringLiteral("#why { background: %1; border: 1px solid %2; }")
                      .arg(theme.raised.name(), theme.line.name()));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    m_title->setFont(fontOf(theme, theme.title, Weight::Bold));
    m_lines->setFont(fontOf(theme, theme.body));
    m_lines->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_title);
    column->addWidget(m_lines);
    setFixedWidth(320);
}

void WhyPopup::explain(const QString& title, const QString& number, const Provenance& source)
{
    setAccessibleName(tr("Why this number"));
    m_title->setText(number.isEmpty() ? title : title + QStringLiteral(": ") + number);
    m_lines->setText(source.lines.isEmpty() ? tr("Nothing is known of where this comes from.")
                                            : source.lines.join(u'\n'));
}

void WhyPopup::showBeside(const QWidget* beside)
{
    adjustSize();
    QPoint at = beside->mapToGlobal(QPoint(0, beside->height() + 4));
    const QRect room = beside->screen()->availableGeometry();
    at.setX(qBound(room.left(), at.x(), qMax(room.left(), room.right() - width())));
    if (at.y() + height() > room.bottom())
        at.setY(qMax(room.top(), beside->mapToGlobal(QPoint(0, 0)).y() - height() - 4));
    move(at);
    show();
}

} // namespace widgets
