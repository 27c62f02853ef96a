// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tour.h"

#include "widgets/theme/dress.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace app {

namespace {

constexpr int gap = 12, cardWidth = 340;

QLabel* label(QWidget* parent, const QFont& font)
{
    auto* made = new QLabel(parent);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setFont(font);
    return made;
}

} // namespace

Tour::Tour(std::vector<TourStep> steps, const widgets::Theme& theme, QWidget* window)
    : QFrame(window), m_steps(std::move(steps)), m_frame(new QFrame(window)), m_title(label(this, widgets::fontOf(theme, theme.title, widgets::Weight::Bold))),
      m_text(label(this, widgets::fontOf(theme, theme.body))), m_where(label(this, widgets::fontOf(theme, theme.tiny))), m_back(new QPushButton(tr("Back"), this)),
      m_next(new QPushButton(this)), m_end(new QPushButton(tr("End the tour"), this))
{
    std::erase_if(m_steps, [](const TourStep& step) { return !step.at; });
    setObjectName(QStringLiteral("tour"));
    m_frame->setObjectName(QStringLiteral("tour-frame"));
    setStyleSheet(QStringLiteral("#tour{background:%1;border:1px solid %2;border-radius:%3px}").arg(theme.raised.name(), theme.accent.name()).arg(theme.corner));
    m_frame->setStyleSheet(QStringLiteral("#tour-frame{border:2px solid %1;border-radius:%2px}").arg(theme.accent.name()).arg(theme.corner));
    m_frame->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_next->setDefault(true);
    setFixedWidth(cardWidth);
    auto* column = new QVBoxLayout(this);
    for (QLabel* one : {m_title, m_text, m_where})
        column->addWidget(one);
    auto* row = new QHBoxLayout;
    row->addWidget(m_end);
    row->addStretch(1);
    row->addWidget(m_back);
    row->addWidget(m_next);
    column->addLayout(row);
    connect(m_back, &QPushButton::clicked, this, &Tour::back);
    connect(m_next, &QPushButton::clicked, this, &Tour::next);
    connect(m_end, &QPushButton::clicked, this, &Tour::end);
    qApp->installEventFilter(this);
    show_();
}

void Tour::next()
{
    if (m_step + 1 >= count()) return end();
    ++m_step;
    show_();
}

void Tour::back()
{
    m_step = std::max(0, m_step - 1);
    show_();
}

void Tour::end()
{
    m_frame->deleteLater();
    hide();
    deleteLater();
}

void Tour::show_()
{
    if (m_steps.empty()) return end();
    const TourStep& step = m_steps[static_cast<std::size_t>(m_step)];
    m_title->setText(step.title);
    m_text->setText(step.text);
    m_where->setText(tr("Step %1 of %2").arg(m_step + 1).arg(count()));
    m_back->setEnabled(m_step > 0);
    m_next->setText(m_step + 1 < count() ? tr("Next") : tr("Done"));
    // Read aloud as one: what it is about, and where in the tour.
    setAccessibleName(step.title);
    setAccessibleDescription(step.text);
    m_next->setAccessibleDescription(step.title + QStringLiteral(". ") + step.text);
    place();
    m_frame->show();
    m_frame->raise();
    show();
    raise();
    m_next->setFocus();
}

// Beside what it speaks of where there is room, over it where there is not.
void Tour::place()
{
    const TourStep& step = m_steps[static_cast<std::size_t>(m_step)];
    if (!step.at) return;
    const QWidget* window = parentWidget();
    const QRect target(step.at->mapTo(window, QPoint()), step.at->size());
    m_frame->setGeometry(target.adjusted(-2, -2, 2, 2).intersected(window->rect()));
    setFixedHeight(layout()->heightForWidth(cardWidth) > 0 ? layout()->heightForWidth(cardWidth) : sizeHint().height());
    QPoint at(target.right() + gap, target.top() + gap);
    if (at.x() + width() > window->width()) at.setX(target.left() - gap - width());
    if (at.x() < 0) at = QPoint(target.center().x() - width() / 2, target.bottom() + gap);
    if (at.y() + height() > window->height()) at.setY(std::max(gap, window->height() - height() - gap));
    at.setX(std::clamp(at.x(), gap, std::max(gap, window->width() - width() - gap)));
    move(at);
}

void Tour::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return end();
    if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return next();
    if (event->key() == Qt::Key_Left) return back();
    QFrame::keyPressEvent(event);
}

bool Tour::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == parentWidget() && !m_steps.empty()) place();
    // Whoever presses something else has begun by himself.
    const auto* pressed = event->type() == QEvent::MouseButtonPress ? qobject_cast<QWidget*>(watched) : nullptr;
    if (pressed && isVisible() && pressed->window() == window() && pressed != this && !isAncestorOf(pressed)) end();
    return QFrame::eventFilter(watched, event);
}

} // namespace app
