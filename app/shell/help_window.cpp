// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/help_window.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace app {

namespace {

QPlainTextEdit* reader(QWidget* parent)
{
    auto* text = new QPlainTextEdit(parent);
    text->setReadOnly(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return text;
}

} // namespace

HelpWindow::HelpWindow(const QString& folder, const QString& language, QWidget* parent)
    : QDialog(parent), m_folder(folder), m_language(language), m_names(new QListWidget(this)), m_text(reader(this))
{
    setWindowTitle(tr("Reference pages"));
    resize(900, 640);
    m_names->setFixedWidth(160);
    const QStringList files = QDir(folder).entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    for (const QString& file : files) {
        const QString name = file.section(QLatin1Char('.'), 0, 0);
        if (m_names->findItems(name, Qt::MatchExactly).isEmpty()) m_names->addItem(name);
    }
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_names);
    row->addWidget(m_text, 1);
    connect(m_names, &QListWidget::currentTextChanged, this, [this](const QString& name) {
        QFile file(fileOf(name));
        m_text->setPlainText(file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll())
                                                            : tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    });
    if (m_names->count() == 0) m_text->setPlainText(tr("There are no reference pages in %1.").arg(folder));
}

QString HelpWindow::fileOf(const QString& name) const
{
    const QString own = m_folder + QLatin1Char('/') + name + QLatin1Char('.') + m_language + QStringLiteral(".txt");
    return QFile::exists(own) ? own : m_folder + QLatin1Char('/') + name + QStringLiteral(".txt");
}

void HelpWindow::showPage(const QString& name)
{
    const auto found = m_names->findItems(name, Qt::MatchExactly);
    if (!found.isEmpty()) m_names->setCurrentItem(found.first());
}

QString HelpWindow::page() const
{
    return m_text->toPlainText();
}

TextWindow::TextWindow(const QString& title, const QString& text, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 520);
    auto* shown = reader(this);
    shown->setPlainText(text);
    shown->setTabStopDistance(24.0 * shown->fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(shown, 1);
    column->addWidget(buttons);
}

} // namespace app
