// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"

namespace feeds {

/// The address of the first page: that of the feed with the parameters of its pages.
QUrl firstPage(const Request& request);

/// The address of the page after number `page` (0 is the first), from `here`; nothing when that was the last:
/// it states no further one, was not full, or the pack allows no more. A page that another host or plain http
/// is named for is refused with a problem in `decoded`.
std::optional<QUrl> nextPage(const Request& request, const QUrl& here, int page, Decoded& decoded);

} // namespace feeds
