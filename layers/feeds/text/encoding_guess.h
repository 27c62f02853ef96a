// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace feeds {

/// How well bytes that are no UTF-8 fit a character set: 0 (not at all) to 1, by how many of their characters
/// are ones that people of that language write. Looks at the first 256 kB.
struct EncodingFit {
    double utf8WithStrays = 0;
    double big5 = 0;
    double shiftJis = 0;
    double latin1 = 0;
};
EncodingFit encodingFit(const QByteArray& bytes);

} // namespace feeds
