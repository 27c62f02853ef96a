// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/feed_health.h"

namespace feeds {

/// A suspicion as a sentence, in the language of the program at this moment: call it where it is shown.
QString words(const city::Suspicion& suspicion);

/// "a number", "text" ...: what a field holds.
QString words(city::FieldShape::Type type);

/// A stable name of a kind for other programs: "field-gone".
QString codeOf(city::Suspicion::Kind kind);

} // namespace feeds
