// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/criteria_panel.h"

#include "widgets/panels/level_mark.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

map::Shape shapeOf(CriterionRow::Outcome outcome)
{
    switch (outcome) {
    case CriterionRow::Outcome::Meets:
        return map::Shape::Diamond;
    case CriterionRow::Outcome::DoesNotMeet:
        return map::Shape::Circle;
    case CriterionRow::Outcome::DataMissing:
        break;
    }
    return map::Shape::Ring;
}

} // namespace

CriteriaPanel::CriteriaPanel(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void CriteriaPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    rebuild();
}

void CriteriaPanel::setRows(const std::vector<CriterionRow>& rows)
{
    m_rows = rows;
    setVisible(!rows.empty());
    rebuild();
}

QString CriteriaPanel::outcomeWord(CriterionRow::Outcome outcome)
{
    switch (outcome) {
    case CriterionRow::Outcome::Meets:
        return tr("meets");
    case CriterionRow::Outcome::DoesNotMeet:
        return tr("does not meet");
    case CriterionRow::Outcome::DataMissing:
        break;
    }
    return tr("data missing");
}

void CriteriaPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) rebuild();
    QWidget::changeEvent(event);
}

void CriteriaPanel::rebuild()
{
    if (m_content) {
        m_column->removeWidget(m_content);
        m_content->hide();
        m_content->deleteLater(); // One of its buttons may be in the middle of its own click.
    }
    m_content = new QWidget(this);
    auto* grid = new QGridLayout(m_content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(2, 1);
    QLabel* title = plainLabel(Wrap::Words, m_content);
    title->setText(tr("Published criteria (who decides is a person in office)"));
    title->setFont(fontOf(m_theme, m_theme.body, Weight::Bold));
    grid->addWidget(title, 0, 0, 1, 4);
    int line = 1;
    for (const CriterionRow& row : m_rows) {
        const bool met = row.outcome == CriterionRow::Outcome::Meets;
        const QColor colour = met && row.colour.isValid() ? row.colour : m_theme.muted;
        grid->addWidget(new LevelMark(m_theme, colour, shapeOf(row.outcome), m_content), line, 0,
                        Qt::AlignTop);
        const auto label = [&](const QString& text, bool strong, bool muted) {
            QLabel* made = plainLabel(Wrap::Words, m_content);
            made->setText(text);
            made->setFont(fontOf(m_theme, m_theme.body, strong ? Weight::Bold : Weight::Regular));
            if (muted) tint(*made, m_theme.muted);
            return made;
        };
        grid->addWidget(label(row.name, false, false), line, 1, Qt::AlignTop);
        QStringList said{outcomeWord(row.outcome), row.level, row.where, row.detail};
        said.removeAll(QString());
        grid->addWidget(label(said.join(QStringLiteral(" · ")), met, !met), line, 2, Qt::AlignTop);
        if (row.target) {
            auto* go = new QToolButton(m_content);
            go->setAutoRaise(true);
            go->setText(QStringLiteral("›"));
            go->setToolTip(plainTip(tr("Show where: %1").arg(row.where)));
            go->setAccessibleName(tr("Show where: %1").arg(row.where));
            connect(go, &QToolButton::clicked, this,
                    [this, target = *row.target] { Q_EMIT activated(target); });
            grid->addWidget(go, line, 3, Qt::AlignTop);
        }
        ++line;
    }
    m_column->addWidget(m_content);
    m_content->setVisible(true);
}

} // namespace widgets
