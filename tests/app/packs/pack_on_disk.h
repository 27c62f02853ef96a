// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"

#include <QTemporaryDir>

/// A small sound pack in a temporary folder, for tests to break: two cities of one district each, one feed,
/// one layer, one dashboard.
class PackOnDisk {
public:
    PackOnDisk();

    QString path(const QString& relative) const { return m_folder.filePath(relative); }
    QString folder() const { return m_folder.path(); }
    /// Replaces the first `before` in a file by `after`; false when it is not there.
    bool change(const QString& relative, const QString& before, const QString& after);
    void write(const QString& relative, const QString& text);
    app::PackReading read() const;
    /// The problems as text, without the folder's own path.
    QStringList problems() const;

private:
    QTemporaryDir m_folder;
};
