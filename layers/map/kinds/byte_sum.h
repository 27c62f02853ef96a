// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <bit>
#include <cstring>
#include <span>

namespace map {

/// The sum at the end of a cache file. Not against malice: against bits that have turned. Four
/// sums side by side, since one would wait for itself.
class ByteSum {
public:
    void add(std::span<const uchar> bytes)
    {
        std::size_t i = 0;
        for (; i + 32 <= bytes.size(); i += 32) {
            quint64 words[4];
            std::memcpy(words, bytes.data() + i, 32);
            for (int lane = 0; lane < 4; ++lane)
                m_lanes[lane] = (std::rotl(m_lanes[lane], 23) ^ words[lane]) * 0x9e3779b97f4a7c15ULL;
        }
        for (; i < bytes.size(); ++i)
            m_lanes[0] = (std::rotl(m_lanes[0], 23) ^ bytes[i]) * 0x9e3779b97f4a7c15ULL;
    }
    quint64 value() const
    {
        return m_lanes[0] ^ std::rotl(m_lanes[1], 16) ^ std::rotl(m_lanes[2], 32) ^ std::rotl(m_lanes[3], 48);
    }

private:
    quint64 m_lanes[4] = {1, 2, 3, 4};
};

} // namespace map
