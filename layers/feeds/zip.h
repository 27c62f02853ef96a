// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QByteArray>
#include <QStringList>

namespace feeds {

/// Whether the bytes begin as a zip archive does ("PK\3\4", or "PK\5\6" of an empty one).
bool isZip(const QByteArray& bytes);

/// The content of the one file of a zip archive whose path matches `glob` ("*.csv"; case does not count), at
/// most `maxBytes` of it; an empty glob means the only file. Several that match, none, encrypted and damaged
/// ones and those that unpack to more are refused with the names there are. Reads the directory at the end, as
/// the format asks, and believes no size it states. Pure; any thread.
city::Result<QByteArray> zipMember(const QByteArray& bytes, const QString& glob, qint64 maxBytes);

/// The paths of the files of a zip archive.
city::Result<QStringList> zipNames(const QByteArray& bytes);

/// How many bytes all files of a zip archive unpack to, found by unpacking them; refused beyond `maxBytes`.
city::Result<qint64> unpackedSize(const QByteArray& bytes, qint64 maxBytes);

} // namespace feeds
