// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QPoint>
#include <QString>
#include <functional>

class QMenu;
class QMimeData;
class QWidget;

namespace widgets {

/// What somebody can take out of a panel: what it says, and how it looks.
struct TakeAway {
    QString name;         ///< Of files, without ending.
    QString text;         ///< Of a table: rows of cells with tabs between, heads first.
    bool isTable = false;
    QImage picture;
};
using TakeAwayOf = std::function<TakeAway()>;

/// A table as CSV: UTF-8 with a byte order mark, RFC 4180; nothing in it is a formula.
QByteArray csvOf(const QString& tabbed);
/// As clipboards and other programs take it: text, CSV, a picture and, where `files` says so, both as files of their own
/// in a folder that goes with the program: a desktop or an e-mail takes those.
enum class WithFiles { No, Yes };
QMimeData* mimeOf(const TakeAway& what, WithFiles files);

/// Puts copying and saving of both into a menu. Saving asks where, and tells of failure.
void addTakeAway(QMenu& menu, QWidget& panel, const TakeAwayOf& what);

/// A right click on the panel, or the menu key, offers it.
void offerTakeAway(QWidget& panel, const TakeAwayOf& what);
/// What the parts of a panel say, as a screen reader would have it: one line each.
QString textsIn(const QWidget& panel);

/// Lets a panel be dragged into another program by one of its parts: what is pressed there and drawn away goes along as
/// mimeOf() has it. Clicks stay clicks. Belongs to the part.
class DragOut : public QObject {
public:
    DragOut(QWidget& handle, TakeAwayOf what);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_handle;
    TakeAwayOf m_what;
    QPoint m_pressed;
    bool m_isPressed = false;
};

} // namespace widgets
