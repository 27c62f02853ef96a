// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/pages.h"

#include <QByteArray>

namespace app::paper {

/// A PDF as QPdfWriter makes it of these pages, with what Qt cannot say: its language, that its title is shown rather than
/// its file's name, an outline, and what each part is to somebody who hears it read: headings, paragraphs, tables with
/// heads, figures with a text; everything else is decoration. The same input makes the same bytes. What QPDF cannot read
/// is returned as it is.
QByteArray withStructure(const QByteArray& pdf, const Pages& pages, const QString& title, const QString& language);

} // namespace app::paper
