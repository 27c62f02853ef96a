// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/impact_panel.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

QString columnTitle(const TableColumn& column)
{
    return column.unit.isEmpty() ? column.title : QStringLiteral("%1 (%2)").arg(column.title, column.unit);
}

QString quoted(QString text)
{
    // A cell that a spreadsheet would take for a formula is kept a text.
    if (!text.isEmpty() && QStringLiteral("=+-@").contains(text.front())) text.prepend(QLatin1Char('\''));
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) &&
        !text.contains(QLatin1Char('\n')))
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QString csvLine(const QStringList& cells)
{
    QStringList all;
    for (const QString& cell : cells)
        all << quoted(cell);
    return all.join(QLatin1Char(',')) + QStringLiteral("\r\n");
}

QStringList titles(const ImpactGroup& group)
{
    QStringList all;
    for (const TableColumn& column : group.columns)
        all << columnTitle(column);
    return all;
}

} // namespace

ImpactPanel::ImpactPanel(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void ImpactPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    rebuild();
}

void ImpactPanel::setCard(const ImpactCard& card)
{
    m_card = card;
    rebuild();
}

QString ImpactPanel::text() const
{
    QStringList lines{m_card.title};
    lines += m_card.facts;
    if (!m_card.method.isEmpty()) lines << m_card.method;
    for (const ImpactGroup& group : m_card.groups) {
        lines << QString() << group.title << titles(group).join(QLatin1Char('\t'));
        for (const QStringList& row : group.rows)
            lines << row.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString ImpactPanel::csv() const
{
    QString all;
    for (const ImpactGroup& group : m_card.groups) {
        all += csvLine(QStringList{group.title} + titles(group));
        for (const QStringList& row : group.rows)
            all += csvLine(QStringList{group.title} + row);
    }
    return all;
}

void ImpactPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) rebuild();
    QWidget::changeEvent(event);
}

void ImpactPanel::rebuild()
{
    if (m_content) {
        m_column->removeWidget(m_content);
        m_content->hide();
        m_content->deleteLater(); // One of its buttons may be in the middle of its own click.
    }
    m_content = new QWidget(this);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(12, 0, 12, 12);
    column->setSpacing(4);
    addHead(column);
    for (const QString& fact : m_card.facts) {
        QLabel* label = plainLabel(Wrap::Words, m_content);
        label->setText(fact);
        label->setFont(fontOf(m_theme, m_theme.body));
        column->addWidget(label);
    }
    for (const ImpactGroup& group : m_card.groups)
        addGroup(column, group);
    if (!m_card.method.isEmpty()) {
        QLabel* method = plainLabel(Wrap::Words, m_content);
        method->setText(m_card.method);
        method->setFont(fontOf(m_theme, m_theme.tiny));
        tint(*method, m_theme.muted);
        column->addWidget(method);
    }
    m_column->addWidget(m_content);
    m_content->setVisible(true);
    setAccessibleName(m_card.title);
    setAccessibleDescription(m_card.facts.join(QLatin1Char('\n')));
}

void ImpactPanel::addHead(QVBoxLayout* column)
{
    auto* head = new QHBoxLayout;
    QLabel* title = plainLabel(Wrap::Words, m_content);
    title->setText(tr("What lies inside: %1").arg(m_card.title));
    title->setFont(fontOf(m_theme, m_theme.title, Weight::Bold));
    head->addWidget(title, 1);
    const auto button = [&](const QString& text, const QString& tip, auto act) {
        auto* made = new QToolButton(m_content);
        made->setText(text);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        connect(made, &QToolButton::clicked, this, act);
        head->addWidget(made, 0, Qt::AlignTop);
        return made;
    };
    button(tr("Copy"), tr("Copy as text"), [this] { QApplication::clipboard()->setText(text()); });
    button(tr("CSV"), tr("Copy as CSV"), [this] { QApplication::clipboard()->setText(csv()); });
    button({}, tr("Close (Esc)"), [this] {
        Q_EMIT closed();
    })->setIcon(icon(m_theme, QStringLiteral("close"), m_theme.muted));
    column->addLayout(head);
}

void ImpactPanel::addGroup(QVBoxLayout* column, const ImpactGroup& group)
{
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 8, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(1);
    const auto put = [&](const QString& text, int row, int at, bool head) {
        QLabel* cell = plainLabel(Wrap::Words, m_content);
        cell->setText(text);
        cell->setFont(fontOf(m_theme, m_theme.tiny, head && at == 0 ? Weight::Bold : Weight::Regular));
        if (head && at > 0) tint(*cell, m_theme.muted);
        cell->setAlignment(
            (group.columns[static_cast<std::size_t>(at)].numeric ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignTop);
        cell->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(cell, row, at);
    };
    for (std::size_t i = 0; i < group.columns.size(); ++i) {
        put(i == 0 ? group.title : columnTitle(group.columns[i]), 0, static_cast<int>(i), true);
        grid->setColumnStretch(static_cast<int>(i), group.columns[i].numeric ? 1 : 3);
    }
    int line = 1;
    for (const QStringList& row : group.rows) {
        for (int i = 0; i < row.size() && i < static_cast<int>(group.columns.size()); ++i)
            put(row[i], line, i, false);
        ++line;
    }
    column->addLayout(grid);
    if (group.more <= 0) return;
    QLabel* more = plainLabel(Wrap::Words, m_content);
    more->setText(tr("and %1 more").arg(group.more));
    more->setFont(fontOf(m_theme, m_theme.tiny));
    tint(*more, m_theme.muted);
    column->addWidget(more);
}

} // namespace widgets
