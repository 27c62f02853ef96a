// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace feeds {

/// Where in a list the fact of an id stands, for lists that only grow: a flat table of positions, without
/// memory of its own for each entry. The hash has to be seeded by the caller where ids come from outside.
class IdIndex {
public:
    /// The position of the entry with this hash for which `same(position)` is true; otherwise -1, and the
    /// next position of the list is noted under this hash.
    template<typename Same> int findOrAdd(std::size_t hash, Same same)
    {
        if (m_hashes.size() * 2 >= m_slots.size()) grow(m_hashes.size() + 1);
        for (std::size_t slot = hash & m_mask;; slot = (slot + 1) & m_mask) {
            const std::uint32_t entry = m_slots[slot];
            if (entry == 0) {
                m_hashes.push_back(hash);
                m_slots[slot] = static_cast<std::uint32_t>(m_hashes.size());
                return -1;
            }
            const std::uint32_t position = entry - 1;
            if (m_hashes[position] == hash && same(static_cast<int>(position)))
                return static_cast<int>(position);
        }
    }

    void reserve(std::size_t count)
    {
        m_hashes.reserve(count);
        if (count * 2 >= m_slots.size()) grow(count);
    }
    /// The hash of the entry at this position.
    std::size_t hashAt(std::size_t position) const { return m_hashes[position]; }

private:
    void grow(std::size_t count)
    {
        std::size_t size = 64;
        while (size < count * 4)
            size *= 2;
        m_mask = size - 1;
        m_slots.assign(size, 0);
        for (std::size_t i = 0; i < m_hashes.size(); ++i) {
            std::size_t slot = m_hashes[i] & m_mask;
            while (m_slots[slot] != 0)
                slot = (slot + 1) & m_mask;
            m_slots[slot] = static_cast<std::uint32_t>(i + 1);
        }
    }

    std::vector<std::uint32_t> m_slots; ///< Positions + 1; 0 is free.
    std::vector<std::size_t> m_hashes;  ///< By position.
    std::size_t m_mask = 0;
};

} // namespace feeds
