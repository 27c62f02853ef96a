// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace app::paper {

/// A PDF as QPdfWriter makes it, with the letters people search for. Qt tells readers of each glyph the first code its
/// font has for it: of 大 that is the radical U+2F24, of a blank the tab. Nothing moves: each code takes as much room as
/// before.
QByteArray withCommonLetters(QByteArray pdf);

} // namespace app::paper
