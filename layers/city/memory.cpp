// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace city {

void keepMemorySteady()
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 256 * 1024); // Also keeps the library from raising it.
    mallopt(M_TRIM_THRESHOLD, 2 * 1024 * 1024);
#endif
}

void giveMemoryBack()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace city
