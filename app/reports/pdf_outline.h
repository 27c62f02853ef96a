// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/pages.h"

#include <QByteArray>

namespace app::paper {

/// A PDF as QPdfWriter makes it, with what Qt cannot say: the language of the document, its outline, and that its title
/// is shown rather than its file's name. Added as an update at the end, as the format provides; nothing before is touched.
/// A file of another making is returned as it is.
QByteArray withOutline(const QByteArray& pdf, const QString& language, const std::vector<Bookmark>& bookmarks);

/// The same with the letters people search for. Qt tells readers of each glyph the first code its font has for it: of 大
/// that is the radical U+2F24, of a blank the tab. Nothing moves: each code takes as much room as before.
QByteArray withCommonLetters(QByteArray pdf);

} // namespace app::paper
