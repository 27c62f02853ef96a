// SPDX-License-Identifier: GPL-3.0-or-later

// Structural similarity of two pictures of one size, 0 to 1. Usage: likeness A.png B.png
#include "tests/support/ssim.h"

#include <cstdio>

int main(int argc, char** argv)
{
    const QImage first(argc == 3 ? QString::fromLocal8Bit(argv[1]) : QString());
    const QImage second(argc == 3 ? QString::fromLocal8Bit(argv[2]) : QString());
    if (first.isNull() || first.size() != second.size()) {
        std::fprintf(stderr, "usage: likeness A.png B.png, of one size\n");
        return 2;
    }
    std::printf("%.4f\n", structuralSimilarity(first, second));
    return 0;
}
