// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/detail_panel.h"

#include "widgets/panels/detail_row.h"
#include "widgets/panels/take_away.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

DetailPanel::DetailPanel(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // Wrapped text makes its own height.
    offerTakeAway(*this, [this] { return TakeAway{m_place.name, textsIn(*this), false, grab().toImage()}; });
}

void DetailPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    rebuild();
}

void DetailPanel::setPlace(const PlaceCard& place)
{
    m_place = place;
    rebuild();
}

void DetailPanel::setColumns(int columns)
{
    if (columns == m_columns) return;
    m_columns = columns;
    rebuild();
}

void DetailPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) rebuild();
    QWidget::changeEvent(event);
}

void DetailPanel::rebuild()
{
    if (m_content) {
        m_column->removeWidget(m_content);
        m_content->hide();
        m_content->deleteLater(); // One of its rows may be in the middle of its own click.
    }
    m_content = new QWidget(this);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(0);
    addHead(column);
    addActions(column);
    auto* values = new QGridLayout;
    values->setSpacing(0);
    for (const PlaceValue& line : m_place.values) {
        auto* row = new DetailRow(m_theme, line, m_content);
        connect(row, &DetailRow::clicked, this, [this, quantity = line.quantity] {
            if (!quantity.isEmpty()) Q_EMIT quantityPicked(quantity);
        });
        connect(row, &DetailRow::whyAsked, this, [this, row, quantity = line.quantity] {
            Q_EMIT whyAsked({WhyAsk::Of::PlaceValue, m_place.id.id, 0, quantity, {}}, row);
        });
        const int at = values->count();
        values->addWidget(row, at / m_columns, at % m_columns);
        values->setColumnStretch(at % m_columns, 1);
    }
    column->addLayout(values);
    if (m_place.values.empty()) {
        QLabel* note = plainLabel(Wrap::Words, m_content);
        note->setText(m_place.note.isEmpty() ? tr("Nothing has been measured here yet.") : m_place.note);
        note->setContentsMargins(12, 8, 12, 8);
        tint(*note, m_theme.muted);
        column->addWidget(note);
    }
    addDetails(column);
    m_column->addWidget(m_content);
    m_content->setVisible(true);
}

void DetailPanel::addHead(QVBoxLayout* column)
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 8, 8);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    QLabel* title = plainLabel(Wrap::Words, m_content);
    title->setText(m_place.name);
    title->setFont(fontOf(m_theme, m_theme.large, Weight::Bold));
    QLabel* subtitle = plainLabel(Wrap::Words, m_content);
    subtitle->setText(m_place.where.isEmpty() ? m_place.kind
                                              : m_place.kind + QStringLiteral(" · ") + m_place.where);
    subtitle->setFont(fontOf(m_theme, m_theme.body));
    tint(*subtitle, m_theme.muted);
    texts->addWidget(title);
    texts->addWidget(subtitle);
    head->addLayout(texts, 1);
    auto* close = new QToolButton(m_content);
    close->setIcon(icon(m_theme, QStringLiteral("close"), m_theme.muted));
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close"));
    connect(close, &QToolButton::clicked, this, &DetailPanel::closed);
    head->addWidget(close, 0, Qt::AlignTop);
    column->addLayout(head);
    setAccessibleName(m_place.name);
}

void DetailPanel::addActions(QVBoxLayout* column)
{
    if (m_place.actions.empty()) return;
    auto* line = new QHBoxLayout;
    line->setContentsMargins(8, 0, 8, 4);
    line->setSpacing(2);
    for (const Crumb& action : m_place.actions) {
        auto* button = new QToolButton(m_content);
        button->setText(action.text);
        button->setAutoRaise(true);
        button->setFont(fontOf(m_theme, m_theme.tiny));
        connect(button, &QToolButton::clicked, this, [this, focus = action.target] { Q_EMIT actionAsked(focus); });
        line->addWidget(button);
    }
    line->addStretch();
    column->addLayout(line);
}

void DetailPanel::addDetails(QVBoxLayout* column)
{
    auto* grid = new QGridLayout;
    grid->setContentsMargins(12, 6, 12, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    int row = 0;
    for (const auto& [title, text] : m_place.details) {
        QLabel* name = plainLabel(Wrap::Never, m_content);
        name->setText(title);
        tint(*name, m_theme.muted);
        QLabel* value = plainLabel(Wrap::Words, m_content);
        value->setText(text);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(name, row / m_columns, 2 * (row % m_columns), Qt::AlignTop);
        grid->addWidget(value, row / m_columns, 2 * (row % m_columns) + 1);
        grid->setColumnStretch(2 * (row % m_columns) + 1, 1);
        ++row;
    }
    column->addLayout(grid);
}

} // namespace widgets
