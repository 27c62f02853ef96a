// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QByteArray>
#include <QStringList>
#include <optional>
#include <vector>

namespace app {

/// New contents of files of a pack, decided before anything is written.
struct PackChange {
    struct File {
        QString path; ///< Within the pack: "feeds/bikes.yaml".
        QByteArray content;
    };
    QString what; ///< For people: the title of what is added.
    std::vector<File> files;
};

/// Writes the files; what stood there before is kept in the pack's folder ".undo", so that undoChange can put
/// it back, also after the program was closed. Nothing is left half written: on failure what was written is
/// undone.
std::optional<city::Problem> applyChange(const PackChange& change, const QString& pack);

/// Takes the last change back. The title of what it was, or why it could not be.
city::Result<QString> undoChange(const QString& pack);
/// What undoChange would take back; empty: nothing.
QString lastChange(const QString& pack);

/// Whether the program may write into the folder of a pack.
bool isWritable(const QString& pack);
/// A copy of a pack in `folder`, which must not be there yet.
std::optional<city::Problem> copyPack(const QString& pack, const QString& folder);

} // namespace app
