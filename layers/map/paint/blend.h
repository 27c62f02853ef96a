// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>

/// One pixel over another, all four channels in one multiplication. Pixels are premultiplied.
namespace map {

/// The channels of a pixel in four lanes of 16 bits.
inline quint64 spread(quint32 pixel)
{
    return (static_cast<quint64>(pixel & 0xff00ff00U) << 24) | (pixel & 0x00ff00ffU);
}

inline quint32 gathered(quint64 lanes)
{
    const quint64 upper = (lanes >> 8) & 0x00ff00ff00ff00ffULL;
    return static_cast<quint32>(upper) | static_cast<quint32>(upper >> 24);
}

/// A colour made ready to be laid over many pixels.
struct Paint {
    explicit Paint(QRgb colour)
        : pixel(qPremultiply(colour)), lanes(spread(pixel)),
          alpha(static_cast<quint32>(qAlpha(colour)) + (static_cast<quint32>(qAlpha(colour)) >> 7))
    {
    }

    /// `coverage` 0 to 256.
    void over(quint32& under, quint32 coverage) const
    {
        const quint32 share = (coverage * alpha) >> 8;
        under = share == 256 ? pixel : gathered(lanes * coverage + spread(under) * (256 - share));
    }

    /// Four pixels in a row.
    void overFour(quint32* under, quint32 coverage) const
    {
        if (coverage * alpha == 256 * 256) {
            for (int i = 0; i < 4; ++i)
                under[i] = pixel;
            return;
        }
        for (int i = 0; i < 4; ++i)
            over(under[i], coverage);
    }

    quint32 pixel;
    quint64 lanes;
    quint32 alpha; ///< 0 to 256.
};

} // namespace map
