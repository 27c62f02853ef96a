// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/read_back.h"

#include <QByteArray>

namespace app {

/// The words of a PDF, page by page, each with the line it stands in. By poppler, as any reader shows them.
city::Result<std::vector<Told>> pdfTexts(const QByteArray& pdf);
/// What a report says of itself in its attachment; empty when it has none.
QByteArray pdfRecord(const QByteArray& pdf);

} // namespace app
