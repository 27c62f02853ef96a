// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/message.h"
#include "layers/city/time.h"

#include <QByteArray>
#include <QNetworkReply>
#include <optional>

namespace feeds {

/// "Retry-After: 120" or an HTTP date, as a pause from `now`; nothing when it says nothing sensible.
std::optional<city::Duration> retryAfter(const QByteArray& header, city::Instant now);

/// Why a redirect from `from` to `to` is not followed; nothing when it may be.
std::optional<city::Message> redirectRefusal(const QUrl& from, const QUrl& to);

/// The error of an answer; that nobody is reached where a proxy is asked is told of the proxy.
QNetworkReply::NetworkError errorOf(const QNetworkReply& reply);

/// A network error in our words: Qt's own may hold the URL and with it a secret.
city::Message networkFailure(QNetworkReply::NetworkError error, const QString& host);

} // namespace feeds
