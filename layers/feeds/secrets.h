// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/feeds/feed_spec.h"

#include <QFuture>
#include <QMap>

namespace feeds {

/// Publishers' keys by name. Never logged, never shown, never written anywhere.
using SecretValues = QMap<QString, QString>;

/// The names in "{secret:NAME}" of the request's URL and headers, each once.
QStringList secretNames(const Request& request);
/// The environment variable of a secret: "epa-key" is CITYOPS_SECRET_EPA_KEY.
QString secretVariable(const QString& name);

/// The URL and the value of a header with the secrets filled in (percent-encoded in the URL).
QUrl filledUrl(const QUrl& url, const SecretValues& values);
QString filledText(QString text, const SecretValues& values);

/// Looks names up: first in the environment, then in the keyring of the session (service "cityops"). A name
/// that is in neither is a Problem that says how to set it. Call it in a thread with an event loop; the
/// future is finished there.
QFuture<city::Result<SecretValues>> findSecrets(const QStringList& names);

} // namespace feeds
