// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

/// Structural similarity of the brightness of two pictures of one size: the mean over windows of 8 x 8
/// pixels, four apart. 1: the same. Windows where both are one plain colour count only when they differ, so
/// that empty ground does not flatter.
inline double structuralSimilarity(const QImage& first, const QImage& second)
{
    constexpr int window = 8, step = 4;
    constexpr double c1 = 0.01 * 255 * 0.01 * 255, c2 = 0.03 * 255 * 0.03 * 255;
    if (first.size() != second.size()) return 0;
    const QImage a = first.convertToFormat(QImage::Format_Grayscale8),
                 b = second.convertToFormat(QImage::Format_Grayscale8);
    double sum = 0;
    int windows = 0;
    for (int top = 0; top + window <= a.height(); top += step) {
        for (int left = 0; left + window <= a.width(); left += step) {
            double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
            for (int y = top; y < top + window; ++y) {
                for (int x = left; x < left + window; ++x) {
                    const double p = a.constScanLine(y)[x], q = b.constScanLine(y)[x];
                    sa += p;
                    sb += q;
                    saa += p * p;
                    sbb += q * q;
                    sab += p * q;
                }
            }
            constexpr double n = window * window;
            const double ma = sa / n, mb = sb / n, va = saa / n - ma * ma, vb = sbb / n - mb * mb,
                         cov = sab / n - ma * mb;
            if (va < 1e-6 && vb < 1e-6 && ma == mb) continue;
            sum += (2 * ma * mb + c1) * (2 * cov + c2) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
            ++windows;
        }
    }
    return windows > 0 ? sum / windows : 1;
}
