// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"
#include "layers/feeds/decoders/id_index.h"

namespace feeds {

/// The alerts of one payload: one of each identity (sender, identifier, sent). A repeated one is reported and
/// the later counts. What is decoded must outlive it and get its alerts from nowhere else.
class AlertList {
public:
    explicit AlertList(Decoded& decoded);
    void add(city::Alert alert, const QString& record);
    Decoded& decoded() { return m_decoded; }

private:
    Decoded& m_decoded;
    IdIndex m_known;
    std::size_t m_seed;
};

} // namespace feeds
