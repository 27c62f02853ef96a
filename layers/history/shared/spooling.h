// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace history {

/// Where answers wait while a shared store is gone: in memory as long as they are few, then in a file.
struct Spooling {
    QString file{};                 ///< Empty: all wait in memory.
    std::size_t inMemory = 500'000; ///< Facts: some hundred megabytes.
};

} // namespace history
