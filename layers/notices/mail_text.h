// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/notices/mail.h"

namespace notices {

/// A text as it may stand in a header: plain ASCII as it is, all else in encoded words (RFC 2047); never a line of its own.
QByteArray headerText(const QString& text);

/// The headers of a message (RFC 5322), each "Name: value".
std::vector<QByteArray> headersOf(const MailServer& server, const Mail& mail);

} // namespace notices
