// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QByteArray>

namespace geo {

/// The sheet of a spreadsheet (XLSX or OpenDocument, by `kind`: "xlsx" or "ods") as comma-separated text in UTF-8, row by
/// row as it stands: the first row is a row like others, dates are "2026/10/01 08:00:00". `sheet`: its name; empty: the only
/// one, or the first. At most `maxBytes` of text. Whoever calls it has seen that the archive unpacks to no more than is
/// sane: GDAL unpacks it whole. Pure; any thread.
city::Result<QByteArray> spreadsheetAsCsv(const QByteArray& bytes, const char* kind, const QString& sheet, qint64 maxBytes);

} // namespace geo
