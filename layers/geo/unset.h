// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace geo {

/// Memory for large arrays of numbers: in pages of 2 MiB, since the usual ones of 4 KiB cost more to get than
/// to fill.
void* takeMemory(std::size_t bytes);
void giveMemory(void* memory);

/// Numbers in a row that are not set to zero before they are read into: that would touch all memory twice.
template<typename T> struct Unset : std::allocator<T> {
    template<typename U> struct rebind {
        using other = Unset<U>;
    };
    Unset() = default;
    template<typename U> Unset(const Unset<U>&) noexcept {}

    T* allocate(std::size_t count)
    {
        if (count > static_cast<std::size_t>(-1) / sizeof(T)) throw std::bad_array_new_length();
        return static_cast<T*>(takeMemory(count * sizeof(T)));
    }
    void deallocate(T* memory, std::size_t) noexcept { giveMemory(memory); }
    template<typename U> void construct(U* at) { ::new (static_cast<void*>(at)) U; }
    template<typename U, typename... Args> void construct(U* at, Args&&... args)
    {
        ::new (static_cast<void*>(at)) U(std::forward<Args>(args)...);
    }
};
template<typename T> using UnsetVector = std::vector<T, Unset<T>>;

} // namespace geo
