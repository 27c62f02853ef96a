// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <cstring>

/// Small sums the rasterizer does millions of times. The usual floor and ceil are calls on a plain x86-64.
namespace map {

inline int floorOf(float value)
{
    const int whole = static_cast<int>(value);
    return whole - (static_cast<float>(whole) > value);
}

inline int ceilOf(float value)
{
    const int whole = static_cast<int>(value);
    return whole + (static_cast<float>(whole) < value);
}

/// Within 0 and 1.
inline float held(float value)
{
    value = value < 0 ? 0 : value;
    return value > 1 ? 1 : value;
}

/// Of 256 parts.
inline quint32 share(float coverage)
{
    return static_cast<quint32>(coverage * 256.0F + 0.5F);
}

/// Whether the next four cells are all zero, in one look: most of the box of a thin thing is.
inline bool areFourClear(const float* cells)
{
    quint64 words[2];
    std::memcpy(words, cells, sizeof words);
    return (words[0] | words[1]) == 0;
}

} // namespace map
