// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/time.h"

#include <QMap>
#include <QString>
#include <optional>

namespace history {

/// How long the history remembers.
struct Retention {
    std::optional<city::Duration> all = {}; ///< What `quantities` does not name; nothing: for ever.
    QMap<QString, city::Duration> quantities = {};

    std::optional<city::Duration> of(const QString& quantity) const
    {
        const auto own = quantities.constFind(quantity);
        return own != quantities.cend() ? std::optional(*own) : all;
    }
    bool isForEver() const { return !all && quantities.isEmpty(); }
    friend bool operator==(const Retention&, const Retention&) = default;
};

} // namespace history
