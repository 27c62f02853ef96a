// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/position_panel.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace widgets {

PositionPanel::PositionPanel(QWidget* parent)
    : QWidget(parent), m_choice(new QComboBox(this)), m_address(new QLineEdit(this)), m_switch(new QPushButton(this)), m_go(new QPushButton(this)),
      m_follow(new QCheckBox(this)), m_headline(plainLabel(Wrap::Words, this)), m_details(plainLabel(Wrap::Words, this))
{
    m_address->setMaxLength(500);
    m_address->setMinimumWidth(220);
    for (QLabel* label : {m_headline, m_details})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_choice);
    bar->addWidget(m_address, 1);
    bar->addWidget(m_switch);
    bar->addWidget(m_go);
    bar->addWidget(m_follow);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addLayout(bar);
    column->addWidget(m_headline);
    column->addWidget(m_details);
    column->addStretch(1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &PositionPanel::chosen);
    connect(m_address, &QLineEdit::returnPressed, this, &PositionPanel::startAsked);
    connect(m_switch, &QPushButton::clicked, this, [this] { m_on ? Q_EMIT stopAsked() : Q_EMIT startAsked(); });
    connect(m_go, &QPushButton::clicked, this, &PositionPanel::goAsked);
    retranslate();
}

void PositionPanel::setTheme(const Theme& theme)
{
    m_headline->setFont(fontOf(theme, theme.title, Weight::Bold));
    tint(*m_details, theme.muted);
}

void PositionPanel::setSources(const std::vector<Source>& sources)
{
    const QString before = source();
    m_sources = sources;
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const Source& one : sources)
        m_choice->addItem(one.title, one.id);
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(before)));
    chosen();
}

QString PositionPanel::source() const
{
    return m_choice->currentData().toString();
}

QString PositionPanel::address() const
{
    return m_address->text().trimmed();
}

void PositionPanel::setSource(const QString& id, const QString& address)
{
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(id)));
    m_address->setText(address);
    chosen();
}

void PositionPanel::chosen()
{
    const int at = m_choice->currentIndex();
    const QString example = at < 0 || at >= static_cast<int>(m_sources.size()) ? QString() : m_sources[static_cast<std::size_t>(at)].example;
    m_address->setEnabled(!example.isEmpty());
    m_address->setPlaceholderText(example);
}

bool PositionPanel::follows() const
{
    return m_follow->isChecked();
}

void PositionPanel::setOn(bool on)
{
    m_on = on;
    m_switch->setText(on ? tr("Switch off") : tr("Switch on"));
    m_choice->setEnabled(!on);
    m_go->setEnabled(on);
}

void PositionPanel::setReading(const QString& headline, const QString& details)
{
    m_headline->setText(headline);
    m_details->setText(details);
}

QString PositionPanel::headline() const
{
    return m_headline->text();
}

QString PositionPanel::details() const
{
    return m_details->text();
}

void PositionPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void PositionPanel::retranslate()
{
    m_go->setText(tr("Go there"));
    m_follow->setText(tr("Map follows"));
    m_choice->setAccessibleName(tr("Source of the position"));
    m_address->setAccessibleName(tr("Address of the receiver"));
    setOn(m_on);
}

} // namespace widgets
