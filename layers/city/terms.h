// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"
#include "layers/city/local_text.h"

#include <QHash>

namespace city {

/// Words of publishers who write in one language only, in every language of the pack: "雷雨" is "Thunderstorm". Each
/// language's word is a key of the same text, to be found letter for letter.
using Terms = QHash<QString, LocalText>;

/// The key of `LocalText` for a language of CAP ("zh-TW", "en-US"); not stated means en-US, as the standard has it.
QString textLanguage(const QString& capLanguage);

/// The event as published, under the publisher's language, and what `terms` call it in the others.
LocalText eventText(const AlertInfo& info, const Terms& terms);

/// The headline, or the event where there is none, as published. In other languages what `terms` call the headline, or
/// else the event: shorter than what was published, but never a translation nobody made.
LocalText titleText(const AlertInfo& info, const Terms& terms);

} // namespace city
