// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/why_popup.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScreen>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int narrow = 360, wide = 620; ///< Without and with a table of inputs.
constexpr int rowHeight = 22, mostRows = 8;

}

WhyPopup::WhyPopup(const Theme& theme, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_theme(theme), m_title(plainLabel(Wrap::Words, this)),
      m_lines(plainLabel(Wrap::Words, this)), m_more(plainLabel(Wrap::Words, this)), m_inputs(new QTableWidget(this))
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
    m_more->setFont(fontOf(theme, theme.tiny));
    tint(*m_more, theme.muted);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    auto* copies = new QToolButton(this);
    copies->setText(tr("Copy"));
    copies->setToolTip(tr("Copy all of this as text (Ctrl+C)"));
    connect(copies, &QToolButton::clicked, this, &WhyPopup::copy);
    head->addWidget(copies, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_lines);
    column->addWidget(m_inputs);
    column->addWidget(m_more);
    m_inputs->setColumnCount(6);
    m_inputs->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_inputs->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_inputs->setTabKeyNavigation(false);
    m_inputs->setShowGrid(false);
    m_inputs->setWordWrap(false);
    m_inputs->setFont(fontOf(theme, theme.tiny));
    m_inputs->horizontalHeader()->setFont(fontOf(theme, theme.tiny));
    m_inputs->verticalHeader()->hide();
    m_inputs->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_inputs->installEventFilter(this);
}

void WhyPopup::explain(const WhyAnswer& answer)
{
    m_answer = answer;
    setAccessibleName(tr("Why this number"));
    setAccessibleDescription(answer.lines.join(u'\n'));
    m_title->setText(answer.number.isEmpty() ? answer.title : answer.title + QStringLiteral(": ") + answer.number);
    m_lines->setText(answer.lines.isEmpty() ? tr("Nothing is known of where this comes from.") : answer.lines.join(u'\n'));
    fillInputs();
}

void WhyPopup::fillInputs()
{
    const int rows = static_cast<int>(m_answer.inputs.size());
    m_inputs->setHorizontalHeaderLabels({tr("Place"), tr("Value"), tr("Observed"), tr("Age"), tr("Received"), tr("Feed, state")});
    m_inputs->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const WhyInput& one = m_answer.inputs[static_cast<std::size_t>(row)];
        const QString feed = one.state.isEmpty() ? one.feed : one.feed + QStringLiteral(", ") + one.state;
        const QStringList cells{one.place, one.value, one.observed, one.age, one.received, feed};
        for (int i = 0; i < cells.size(); ++i) {
            auto* item = new QTableWidgetItem(cells[i]);
            item->setToolTip(plainTip(cells[i]));
            if (i == 1 || i == 3) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_inputs->setItem(row, i, item);
        }
    }
    m_inputs->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_inputs->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_inputs->setVisible(rows > 0);
    m_inputs->setFixedHeight(m_inputs->horizontalHeader()->sizeHint().height() + rowHeight * std::min(rows, mostRows) + 4);
    m_more->setText(tr("%1 of %2 observations are listed.").arg(rows).arg(m_answer.inputCount));
    m_more->setVisible(rows < m_answer.inputCount);
    setFixedWidth(rows > 0 ? wide : narrow);
}

void WhyPopup::copy() const
{
    QApplication::clipboard()->setText(m_answer.toText());
}

void WhyPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) return copy();
    QFrame::keyPressEvent(event);
}

bool WhyPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void WhyPopup::showBeside(const QWidget* beside)
{
    m_lines->setFixedHeight(m_lines->heightForWidth(width() - 26));
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
