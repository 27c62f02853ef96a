// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/names_form.h"

#include "app/sources/new_city.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace app {

namespace {

city::LocalText both(const QLineEdit* en, const QLineEdit* zh)
{
    const QString english = en->text().trimmed(), chinese = zh->text().trimmed();
    city::LocalText text;
    text.set(QStringLiteral("en"), english.isEmpty() ? chinese : english);
    text.set(QStringLiteral("zh_TW"), chinese.isEmpty() ? english : chinese);
    return text;
}

void offer(QLineEdit* line, const QString& text)
{
    if (line->text().isEmpty()) line->setText(text);
}

} // namespace

NamesForm::NamesForm(QWidget* parent) : QWidget(parent), m_form(new QFormLayout(this))
{
    m_titleEn = addLine("title-en", tr("Title in English"));
    m_titleZh = addLine("title-zh", tr("Title in Chinese"));
    m_id = addLine("source-id", tr("Id (name of its file)"));
    m_publisherEn = addLine("publisher-en", tr("Publisher in English"));
    m_publisherZh = addLine("publisher-zh", tr("Publisher in Chinese"));
    const auto addBox = [this](const char* name, const QString& label, const QStringList& texts) {
        auto* box = new QComboBox(this);
        box->setObjectName(QString::fromLatin1(name));
        box->setEditable(true);
        box->addItems(texts);
        box->setAccessibleName(label);
        m_form->addRow(label, box);
        connect(box, &QComboBox::currentTextChanged, this, &NamesForm::changed);
        return box;
    };
    m_licence = addBox("licence", tr("Licence"),
                       {QString(), QStringLiteral("OGDL-Taiwan-1.0"), QStringLiteral("CC-BY-4.0"),
                        QStringLiteral("CC0-1.0"), QStringLiteral("ODbL-1.0"), QStringLiteral("PDDL-1.0"),
                        QStringLiteral("OGL-UK-3.0"), QStringLiteral("Public Domain")});
    m_every = addBox("every", tr("Ask it every"),
                     {QStringLiteral("30 s"), QStringLiteral("1 min"), QStringLiteral("5 min"),
                      QStringLiteral("10 min"), QStringLiteral("1 h"), QStringLiteral("6 h"),
                      QStringLiteral("1 d")});
    m_dashboard = addBox("dashboard", tr("Show it on"), {});
    m_dashboard->setEditable(false);
    m_own = new QCheckBox(tr("and on a dashboard of its own, with charts and a table"), this);
    m_own->setChecked(true);
    m_form->addRow(QString(), m_own);
    connect(m_id, &QLineEdit::textEdited, this, [this] { m_idTyped = true; });
    connect(m_titleEn, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (!m_idTyped) m_id->setText(slugOf(text));
    });
}

QLineEdit* NamesForm::addLine(const char* name, const QString& label)
{
    auto* line = new QLineEdit(this);
    line->setObjectName(QString::fromLatin1(name));
    line->setMaxLength(120);
    line->setAccessibleName(label);
    m_form->addRow(label, line);
    connect(line, &QLineEdit::textChanged, this, &NamesForm::changed);
    return line;
}

void NamesForm::propose(const QString& title, const QString& publisher, const QString& licence,
                        const QString& cadence, const Pack* pack, const QString& language)
{
    offer(m_titleEn, title);
    offer(m_publisherEn, publisher);
    if (m_licence->currentText().isEmpty()) m_licence->setCurrentText(licence);
    m_every->setCurrentText(cadence);
    const QString chosen = m_dashboard->currentData().toString();
    m_dashboard->clear();
    if (pack) {
        for (const DashboardSpec& dashboard : pack->dashboards)
            m_dashboard->addItem(dashboard.title.in(language), dashboard.id);
    }
    m_dashboard->addItem(tr("(no other dashboard)"), QString());
    if (!chosen.isEmpty()) m_dashboard->setCurrentIndex(std::max(0, m_dashboard->findData(chosen)));
}

void NamesForm::read(SourceAddition& addition) const
{
    addition.feed.id = m_id->text().trimmed();
    addition.feed.title = both(m_titleEn, m_titleZh);
    addition.feed.publisher = both(m_publisherEn, m_publisherZh);
    addition.feed.licence = m_licence->currentText().trimmed();
    addition.writing.every = m_every->currentText().trimmed();
    addition.dashboard = m_dashboard->currentData().toString();
    addition.ownDashboard = m_own->isChecked();
}

void NamesForm::read(LayerAddition& addition) const
{
    addition.id = m_id->text().trimmed();
    addition.title = both(m_titleEn, m_titleZh);
    addition.attribution = both(m_publisherEn, m_publisherZh);
    addition.dashboard = m_dashboard->currentData().toString();
}

void NamesForm::setForLayer(bool layer)
{
    for (QWidget* field : {static_cast<QWidget*>(m_every), static_cast<QWidget*>(m_licence)}) {
        field->setVisible(!layer);
        m_form->labelForField(field)->setVisible(!layer);
    }
    m_own->setVisible(!layer);
    if (layer && m_licence->currentText().isEmpty()) m_licence->setCurrentText(QStringLiteral("unknown"));
}

QString NamesForm::missing() const
{
    static const QRegularExpression plain(QStringLiteral("^[a-z][a-z0-9-]*$"));
    if (m_titleEn->text().trimmed().isEmpty() && m_titleZh->text().trimmed().isEmpty())
        return tr("What is it called?");
    if (!plain.match(m_id->text().trimmed()).hasMatch())
        return tr("The id is of small letters, digits and hyphens.");
    if (m_publisherEn->text().trimmed().isEmpty() && m_publisherZh->text().trimmed().isEmpty())
        return tr("Who publishes it?");
    if (m_licence->currentText().trimmed().isEmpty())
        return tr("Under which licence? “unknown” is an answer too.");
    if (!city::parseDuration(m_every->currentText())) return tr("How often? For example “5 min”.");
    return {};
}

} // namespace app
