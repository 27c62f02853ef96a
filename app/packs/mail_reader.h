// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/notices/mail.h"

namespace app {

/// mail: {server: "smtps://HOST:465", from: ADDRESS, user: NAME, password: "{secret:NAME}", authority: FILE}
/// of a pack.yaml in `folder`; nothing when there is none or it is wrong.
std::optional<notices::MailServer> readMailServer(YamlMap& top, const QString& folder);

/// Addresses under `key`; what is none is a problem and left out.
QStringList readMailAddresses(YamlMap& map, const char* key);

} // namespace app
