// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/unset.h"

#include <cstdlib>
#include <sys/mman.h>

namespace geo {

void* takeMemory(std::size_t bytes)
{
    constexpr std::size_t largePage = std::size_t{2} << 20;
    const bool isLarge = bytes >= 2 * largePage;
    const std::size_t whole = isLarge ? (bytes + largePage - 1) / largePage * largePage : bytes;
    void* memory = isLarge ? std::aligned_alloc(largePage, whole) : std::malloc(whole);
    if (!memory) throw std::bad_alloc();
    if (isLarge) (void)::madvise(memory, whole, MADV_HUGEPAGE); // a wish: without it all works too
    return memory;
}

void giveMemory(void* memory)
{
    std::free(memory);
}

} // namespace geo
