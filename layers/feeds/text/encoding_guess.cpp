// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/text/encoding_guess.h"

#include <algorithm>

namespace feeds {

namespace {

using Bytes = const uchar*;

/// Gathers how likely each character was.
struct Tally {
    double likely = 0;
    double characters = 0;

    void add(double likelihood)
    {
        likely += likelihood;
        ++characters;
    }
    double share() const { return characters > 0 ? std::max(0.0, likely / characters) : 0; }
};

bool within(uchar byte, int least, int most)
{
    return byte >= least && byte <= most;
}

bool isLetter(uchar byte)
{
    return within(byte, 'a', 'z') || within(byte, 'A', 'Z');
}

double fitBig5(Bytes at, Bytes end)
{
    Tally tally;
    while (at < end) {
        if (*at < 0x80) {
            ++at;
            continue;
        }
        const uchar trail = at + 1 < end ? at[1] : 0;
        if (!within(*at, 0x81, 0xFE) || !(within(trail, 0x40, 0x7E) || within(trail, 0xA1, 0xFE))) {
            if (at + 1 == end) break; // cut off
            tally.add(-2);
            ++at;
            continue;
        }
        // Signs, then the characters of everyday use, which come first in Big5; then the rare ones.
        tally.add(within(*at, 0xA1, 0xC6) ? 1 : within(*at, 0xC9, 0xF9) ? 0.4 : 0);
        at += 2;
    }
    return tally.share();
}

double fitShiftJis(Bytes at, Bytes end)
{
    Tally tally;
    while (at < end) {
        if (*at < 0x80) {
            ++at;
            continue;
        }
        if (within(*at, 0xA1, 0xDF)) { // half-width katakana
            tally.add(0.3);
            ++at;
            continue;
        }
        const uchar trail = at + 1 < end ? at[1] : 0;
        if (!(within(*at, 0x81, 0x9F) || within(*at, 0xE0, 0xFC)) ||
            !(within(trail, 0x40, 0x7E) || within(trail, 0x80, 0xFC))) {
            if (at + 1 == end) break;
            tally.add(-2);
            ++at;
            continue;
        }
        const bool kana = (*at == 0x82 && trail >= 0x9F) || (*at == 0x83 && trail <= 0x96);
        tally.add(kana || *at == 0x81 || within(*at, 0x88, 0x97) ? 1 : 0.3);
        at += 2;
    }
    return tally.share();
}

/// European texts: single letters with marks between plain ones.
double fitLatin1(Bytes begin, Bytes end)
{
    Tally tally;
    for (Bytes at = begin; at < end; ++at) {
        if (*at < 0x80) continue;
        const bool letter = *at >= 0xC0 && *at != 0xD7 && *at != 0xF7;
        const bool alone = (at == begin || at[-1] < 0x80) && (at + 1 == end || at[1] < 0x80);
        const bool beside = (at > begin && isLetter(at[-1])) || (at + 1 < end && isLetter(at[1]));
        tally.add(letter && alone && beside ? 1 : alone ? 0.6 : 0.1);
    }
    return tally.share();
}

double fitUtf8(Bytes at, Bytes end)
{
    Tally tally;
    while (at < end) {
        if (*at < 0x80) {
            ++at;
            continue;
        }
        const int more = within(*at, 0xC2, 0xDF)   ? 1
                         : within(*at, 0xE0, 0xEF) ? 2
                         : within(*at, 0xF0, 0xF4) ? 3
                                                   : 0;
        int followed = 0;
        while (followed < more && at + followed + 1 < end && within(at[followed + 1], 0x80, 0xBF))
            ++followed;
        const bool whole = more > 0 && followed == more;
        tally.add(whole ? 1 : -1);
        at += whole ? more + 1 : 1;
    }
    return tally.share();
}

} // namespace

EncodingFit encodingFit(const QByteArray& bytes)
{
    constexpr qsizetype looked = 256 * 1024;
    const Bytes begin = reinterpret_cast<Bytes>(bytes.constData());
    const Bytes end = begin + std::min(bytes.size(), looked);
    return {fitUtf8(begin, end), fitBig5(begin, end), fitShiftJis(begin, end), fitLatin1(begin, end)};
}

} // namespace feeds
