// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/feed_spec.h"

#include <optional>

namespace feeds {

/// A text after the rules, done in order; nothing when a Match rule does not match. Texts beyond 10,000
/// characters are left as they are: a pattern could take for ever on them.
std::optional<QString> cleaned(QString text, const std::vector<TextRule>& rules);

/// Full-width letters, digits, signs and blanks as plain ones.
QString halfWidth(QString text);

} // namespace feeds
