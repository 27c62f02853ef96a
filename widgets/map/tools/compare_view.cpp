// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/tools/compare_view.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QPainter>
#include <cmath>

namespace widgets {

namespace {

constexpr int handleWidth = 14, leastSide = 60, labelTop = 12;

}

// This widget is the handle; the second map and the labels are its siblings.
CompareView::CompareView(MapCanvas& main)
    : QWidget(main.parentWidget()), m_main(main), m_other(new MapCanvas(main.parentWidget())), m_left(plainLabel(Wrap::Never, main.parentWidget())), m_right(new QComboBox(main.parentWidget()))
{
    setCursor(Qt::SplitHCursor);
    setFocusPolicy(Qt::StrongFocus);
    m_left->setObjectName(QStringLiteral("compareLabel"));
    m_left->setMargin(5);
    m_left->setAutoFillBackground(true);
    for (QWidget* widget : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_other), static_cast<QWidget*>(m_left), static_cast<QWidget*>(m_right)})
        widget->hide();
    main.installEventFilter(this);
    connect(&main, &MapCanvas::viewChanged, this, &CompareView::follow);
    connect(m_other, &MapCanvas::viewChanged, this, &CompareView::lead);
    connect(m_right, &QComboBox::activated, this, [this] { Q_EMIT chosen(choice()); });
    retranslate();
}

void CompareView::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_other->setTheme(theme);
    m_left->setFont(fontOf(theme, theme.body, Weight::Bold));
    update();
}

void CompareView::setMode(Mode mode)
{
    m_mode = mode;
    const bool on = mode != Mode::Off;
    for (QWidget* widget : {static_cast<QWidget*>(m_other), static_cast<QWidget*>(this), static_cast<QWidget*>(m_left), static_cast<QWidget*>(m_right)})
        widget->setVisible(on);
    // Right above the first map, beneath everything else that lies over it.
    m_other->lower();
    m_main.lower();
    for (QWidget* widget : {static_cast<QWidget*>(m_left), static_cast<QWidget*>(m_right), static_cast<QWidget*>(this)})
        widget->raise();
    place();
}

int CompareView::edge() const
{
    const int most = std::max(leastSide, m_main.width() - leastSide);
    return std::clamp(static_cast<int>(std::lround(m_split * m_main.width())), leastSide, most);
}

void CompareView::setSplit(double split)
{
    m_split = std::clamp(split, 0.0, 1.0);
    place();
    Q_EMIT splitChanged(m_split);
}

void CompareView::setScene(std::shared_ptr<const map::Scene> scene)
{
    m_other->setScene(std::move(scene));
}

void CompareView::setLeftTitle(const QString& title)
{
    m_left->setText(title);
    place();
}

void CompareView::setChoices(const std::vector<CompareChoice>& choices)
{
    if (choices == m_choices) return;
    const QString before = choice();
    m_choices = choices;
    const QSignalBlocker quiet(m_right);
    m_right->clear();
    for (const CompareChoice& one : choices)
        m_right->addItem(one.title, one.id);
    m_right->setCurrentIndex(std::max(0, m_right->findData(before)));
    place();
}

QString CompareView::choice() const
{
    return m_right->currentData().toString();
}

void CompareView::place()
{
    if (m_mode == Mode::Off) return;
    const QRect whole = m_main.geometry();
    const int at = edge();
    m_other->setGeometry(whole.left() + at, whole.top(), whole.width() - at, whole.height());
    setGeometry(whole.left() + at - handleWidth / 2, whole.top(), handleWidth, whole.height());
    m_left->adjustSize();
    m_left->move(whole.left() + std::max(0, at - m_left->width() - handleWidth), whole.top() + labelTop);
    m_right->adjustSize();
    m_right->move(whole.left() + at + handleWidth, whole.top() + labelTop);
    follow();
    update();
}

// Swipe: the same ground under the same pixel. Side by side: the middle of the left half stands in the middle of the right.
void CompareView::follow()
{
    if (m_mode == Mode::Off || m_linking) return;
    m_linking = true;
    map::View view = m_main.view();
    const double at = edge(), middle = m_main.height() / 2.0;
    const double seen = m_mode == Mode::Swipe ? at + (m_main.width() - at) / 2 : at / 2;
    view.centre = m_main.view().toMap(QPointF(seen, middle));
    m_other->setView(view);
    m_given = m_other->view();
    m_linking = false;
}

void CompareView::lead()
{
    if (m_mode == Mode::Off || m_linking) return;
    if (m_other->view().size != m_given.size) return follow(); // It was resized, not moved.
    m_linking = true;
    const double at = edge();
    const double seen = m_mode == Mode::Swipe ? at + (m_main.width() - at) / 2 : at / 2;
    map::View view = m_main.view();
    view.metresPerPixel = m_other->view().metresPerPixel;
    view.centre = m_other->view().centre + QPointF((m_main.width() / 2.0 - seen) * view.metresPerPixel, 0);
    m_main.setView(view);
    m_linking = false;
}

bool CompareView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_main && (event->type() == QEvent::Resize || event->type() == QEvent::Move)) place();
    return QWidget::eventFilter(watched, event);
}

void CompareView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = hasFocus() ? m_theme.accent : m_theme.text;
    const double x = width() / 2.0;
    painter.fillRect(QRectF(x - 1.5, 0, 3, height()), m_theme.mapLabelHalo);
    painter.fillRect(QRectF(x - 0.75, 0, 1.5, height()), colour);
    const QRectF grip(1, height() / 2.0 - 18, width() - 2, 36);
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(grip, 5, 5);
    for (const double off : {-2.0, 2.0})
        painter.drawLine(QPointF(x + off, grip.top() + 10), QPointF(x + off, grip.bottom() - 10));
}

void CompareView::mousePressEvent(QMouseEvent* event)
{
    m_grip = event->position().x() - handleWidth / 2.0;
}

void CompareView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton)) return;
    const double x = mapToParent(event->position().toPoint()).x() - m_grip - m_main.x();
    setSplit(x / std::max(1, m_main.width()));
}

void CompareView::keyPressEvent(QKeyEvent* event)
{
    const double step = event->modifiers() & Qt::ShiftModifier ? 0.1 : 0.02;
    if (event->key() == Qt::Key_Left)
        setSplit(m_split - step);
    else if (event->key() == Qt::Key_Right)
        setSplit(m_split + step);
    else if (event->key() == Qt::Key_Home)
        setSplit(0);
    else if (event->key() == Qt::Key_End)
        setSplit(1);
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

void CompareView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void CompareView::retranslate()
{
    setAccessibleName(tr("Handle between the two maps"));
    setToolTip(tr("Drag, or move with the arrow keys; Shift moves further, Esc ends comparing"));
    m_right->setAccessibleName(tr("What the right side shows"));
    m_other->setAccessibleName(tr("Second map"));
}

} // namespace widgets
