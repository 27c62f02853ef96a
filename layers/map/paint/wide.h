// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Marks the few functions that touch every pixel. They are compiled twice, for every x86-64 and for those
/// with AVX2 (nearly all of the last ten years), with all they call inlined; the loader picks when the
/// program starts. Painting takes two thirds of the time. Elsewhere, and where a sanitizer looks on, it says
/// nothing.
#if defined(Q_PROCESSOR_X86_64) && defined(Q_CC_GNU) && !defined(Q_CC_CLANG) && defined(__GLIBC__) &&        \
    !defined(__SANITIZE_ADDRESS__)
#define MAP_WIDE __attribute__((target_clones("avx2", "default"), flatten))
#else
#define MAP_WIDE
#endif
