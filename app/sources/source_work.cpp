// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/source_work.h"

#include "app/sources/catalogue_dialog.h"
#include "app/sources/new_city_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace app {

SourceWork::SourceWork(const QString& resources, std::function<Situation()> situation, QWidget* window)
    : QObject(window), m_resources(resources), m_situation(std::move(situation)), m_window(window)
{
}

QString SourceWork::packsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/CityOps");
}

void SourceWork::newCity(const QString& firstSource)
{
    const Situation now = m_situation();
    auto* dialog = new NewCityDialog(m_resources, packsFolder(), now.theme, now.fetches, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewCityDialog::chosen, this, &SourceWork::create);
    dialog->setFirstSource(firstSource);
    dialog->open();
}

void SourceWork::browse()
{
    const Situation now = m_situation();
    auto* dialog = new CatalogueDialog(m_resources, now.theme, now.language, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CatalogueDialog::picked, this,
            [this](const AddSourceDialog::Known& known) { addSource(known, {}); });
    dialog->open();
}

void SourceWork::create(const NewCity& city, const QString& folder, const QString& firstSource)
{
    const QString id = slugOf(QFileInfo(folder).fileName());
    QDir().mkpath(folder);
    if (const auto trouble = applyChange(newPack(city, id), folder)) {
        Q_EMIT failed(tr("The city could not be written."), trouble->toString(),
                      tr("Choose another folder."));
        return;
    }
    m_firstSource = firstSource;
    m_changed.clear(); // A new city is not taken back: there is nothing before it.
    Q_EMIT openAsked(folder);
}

void SourceWork::opened()
{
    m_changed.clear();
    if (m_firstSource.isEmpty()) return;
    const QUrl url = QUrl::fromUserInput(std::exchange(m_firstSource, {}), QString(), QUrl::AssumeLocalFile);
    AddSourceDialog::Known known;
    known.request.url = url.isLocalFile() ? QUrl() : url;
    addSource(known, url.isLocalFile() ? url.toLocalFile() : QString());
}

void SourceWork::addSource(const AddSourceDialog::Known& known, const QString& file)
{
    const auto pack = m_situation().pack;
    if (!pack) return newCity(file.isEmpty() ? known.request.url.toString(QUrl::FullyEncoded) : file);
    if (!isWritable(pack->folder)) return offerCopy(known, file);
    openDialog(known, file);
}

void SourceWork::openDialog(const AddSourceDialog::Known& known, const QString& file)
{
    const Situation now = m_situation();
    auto* dialog = new AddSourceDialog(m_resources, now.pack, now.theme, now.language, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddSourceDialog::chosen, this, &SourceWork::apply);
    connect(dialog, &AddSourceDialog::catalogueAsked, this, [this, dialog] {
        dialog->reject();
        browse();
    });
    dialog->open();
    if (!file.isEmpty())
        dialog->beginFile(file);
    else if (!known.request.url.isEmpty())
        dialog->begin(known);
}

/// An installed pack is the system's: a person adds to a copy.
void SourceWork::offerCopy(const AddSourceDialog::Known&, const QString&)
{
    const QString from = m_situation().pack->folder;
    auto* question = new QMessageBox(
        QMessageBox::Question, tr("This pack cannot be changed"),
        tr("%1 belongs to the system. A copy of it in your own folder can be added to.").arg(from),
        QMessageBox::Cancel, m_window);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* copy = question->addButton(tr("Copy it and open the copy"), QMessageBox::AcceptRole);
    connect(copy, &QPushButton::clicked, this, [this, from] {
        const QString to = QDir(packsFolder()).filePath(QFileInfo(from).fileName());
        if (const auto trouble = copyPack(from, to))
            Q_EMIT failed(tr("The pack could not be copied."), trouble->toString(),
                          tr("Copy the folder by hand and open it."));
        else
            Q_EMIT openAsked(to);
    });
    question->open();
}

void SourceWork::apply(const PackChange& change)
{
    const QString folder = m_situation().pack->folder;
    if (const auto trouble = applyChange(change, folder)) {
        Q_EMIT failed(tr("The source could not be written."), trouble->toString(),
                      tr("The pack is as it was."));
        return;
    }
    m_changed = folder;
    Q_EMIT openAsked(folder);
}

bool SourceWork::refused(const std::vector<city::Problem>& problems)
{
    if (m_changed.isEmpty()) return false;
    const QString folder = std::exchange(m_changed, {});
    const auto undone = undoChange(folder);
    QStringList lines;
    for (const city::Problem& problem : problems)
        lines << problem.toString();
    Q_EMIT failed(tr("The source does not fit into the pack."), lines.join(QLatin1Char('\n')),
                  undone ? tr("It was taken out again; the pack is as it was.")
                         : undone.problem().toString());
    if (undone) Q_EMIT openAsked(folder);
    return undone.ok();
}

void SourceWork::undo()
{
    const auto pack = m_situation().pack;
    if (!pack) return;
    const auto undone = undoChange(pack->folder);
    if (!undone) {
        Q_EMIT failed(tr("Nothing was taken back."), undone.problem().toString(),
                      tr("Only what was added in the window can be."));
        return;
    }
    Q_EMIT told(tr("%1 was taken out again.").arg(*undone));
    Q_EMIT openAsked(pack->folder);
}

} // namespace app
