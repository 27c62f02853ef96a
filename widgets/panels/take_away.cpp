// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/take_away.h"

#include "layers/city/harmless.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QDrag>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QMouseEvent>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QUrl>

namespace widgets {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("TakeAway", text);
}

bool write(const QString& file, const QByteArray& bytes)
{
    QSaveFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.flush() && out.commit();
}

QString fileName(const QString& name, const char* ending)
{
    QString safe;
    for (const QChar letter : name.left(80))
        safe += letter.isLetterOrNumber() || QStringLiteral("-_. ").contains(letter) ? letter : QLatin1Char('-');
    return (safe.trimmed().isEmpty() ? QStringLiteral("cityops") : safe.trimmed()) + QLatin1String(ending);
}

/// Of all that was dragged out while the program runs: who took it may read it later.
QTemporaryDir& folder()
{
    static QTemporaryDir all;
    return all;
}

void save(QWidget& panel, const QString& file, bool saved)
{
    if (saved) return;
    QMessageBox box(QMessageBox::Warning, {}, tr(QT_TRANSLATE_NOOP("TakeAway", "The file could not be saved.")), QMessageBox::Ok, &panel);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(file);
    box.exec();
}

void saveTable(QWidget& panel, const TakeAway& what)
{
    const QString file = QFileDialog::getSaveFileName(&panel, tr(QT_TRANSLATE_NOOP("TakeAway", "Save as table")), fileName(what.name, ".csv"),
                                                      tr(QT_TRANSLATE_NOOP("TakeAway", "Tables (*.csv)")));
    if (!file.isEmpty()) save(panel, file, write(file, csvOf(what.text)));
}

void savePicture(QWidget& panel, const TakeAway& what)
{
    const QString file = QFileDialog::getSaveFileName(&panel, tr(QT_TRANSLATE_NOOP("TakeAway", "Save as picture")), fileName(what.name, ".png"),
                                                      tr(QT_TRANSLATE_NOOP("TakeAway", "Pictures (*.png)")));
    if (!file.isEmpty()) save(panel, file, what.picture.save(file));
}

} // namespace

QByteArray csvOf(const QString& tabbed)
{
    QByteArray out = "\xEF\xBB\xBF";
    for (const QString& line : tabbed.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        QByteArrayList cells;
        for (const QString& cell : line.split(QLatin1Char('\t'))) {
            QByteArray bytes = city::harmless(cell).toUtf8();
            if (bytes.contains('"') || bytes.contains(',')) bytes = '"' + bytes.replace("\"", "\"\"") + '"';
            cells << bytes;
        }
        out += cells.join(',') + "\r\n";
    }
    return out;
}

QMimeData* mimeOf(const TakeAway& what, WithFiles files)
{
    auto* mime = new QMimeData;
    mime->setText(what.text);
    if (!what.picture.isNull()) mime->setImageData(what.picture);
    if (what.isTable) mime->setData(QStringLiteral("text/csv"), csvOf(what.text));
    if (files == WithFiles::No || !folder().isValid()) return mime;
    QList<QUrl> urls;
    const QString picture = folder().filePath(fileName(what.name, ".png")), table = folder().filePath(fileName(what.name, ".csv"));
    if (!what.picture.isNull() && what.picture.save(picture)) urls << QUrl::fromLocalFile(picture);
    if (what.isTable && write(table, csvOf(what.text))) urls << QUrl::fromLocalFile(table);
    mime->setUrls(urls);
    return mime;
}

void addTakeAway(QMenu& menu, QWidget& panel, const TakeAwayOf& what)
{
    const TakeAway now = what();
    const auto add = [&](const char* text, auto act) { QObject::connect(menu.addAction(tr(text)), &QAction::triggered, &panel, act); };
    const auto copyText = [what] { QApplication::clipboard()->setText(what().text); };
    if (now.isTable)
        add(QT_TRANSLATE_NOOP("TakeAway", "Copy as table"), copyText);
    else if (!now.text.isEmpty())
        add(QT_TRANSLATE_NOOP("TakeAway", "Copy as text"), copyText);
    add(QT_TRANSLATE_NOOP("TakeAway", "Copy picture"), [what] { QApplication::clipboard()->setImage(what().picture); });
    if (now.isTable) add(QT_TRANSLATE_NOOP("TakeAway", "Save as table…"), [what, &panel] { saveTable(panel, what()); });
    add(QT_TRANSLATE_NOOP("TakeAway", "Save as picture…"), [what, &panel] { savePicture(panel, what()); });
}

void offerTakeAway(QWidget& panel, const TakeAwayOf& what)
{
    panel.setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(&panel, &QWidget::customContextMenuRequested, &panel, [&panel, what](QPoint at) {
        auto* menu = new QMenu(&panel);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        addTakeAway(*menu, panel, what);
        menu->popup(panel.mapToGlobal(at));
    });
}

QString textsIn(const QWidget& panel)
{
    QStringList lines;
    for (const QWidget* one : panel.findChildren<QWidget*>()) {
        if (!one->isVisibleTo(&panel)) continue;
        const auto* label = qobject_cast<const QLabel*>(one);
        const QString text = label ? label->text() : QStringList{one->accessibleName(), one->accessibleDescription()}.join(QLatin1Char(' ')).trimmed();
        if (!text.isEmpty() && !lines.contains(text)) lines << text;
    }
    return lines.join(QLatin1Char('\n'));
}

DragOut::DragOut(QWidget& handle, TakeAwayOf what) : QObject(&handle), m_handle(handle), m_what(std::move(what))
{
    handle.installEventFilter(this);
}

bool DragOut::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != &m_handle) return false;
    if (event->type() == QEvent::MouseButtonRelease) m_isPressed = false;
    if (event->type() == QEvent::MouseButtonPress) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        m_isPressed = mouse->button() == Qt::LeftButton;
        m_pressed = mouse->position().toPoint();
    }
    if (event->type() != QEvent::MouseMove || !m_isPressed) return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if ((mouse->position().toPoint() - m_pressed).manhattanLength() < QApplication::startDragDistance()) return false;
    m_isPressed = false;
    const TakeAway what = m_what();
    auto* drag = new QDrag(&m_handle);
    drag->setMimeData(mimeOf(what, WithFiles::Yes));
    if (!what.picture.isNull()) drag->setPixmap(QPixmap::fromImage(what.picture.scaled(200, 140, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    drag->exec(Qt::CopyAction);
    return true;
}

} // namespace widgets
