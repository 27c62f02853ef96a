// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/indicators/hourly.h"
#include "layers/indicators/rating.h"

namespace indicators {

/// How each authority makes of hourly values the value its index looks up. All take the hours newest first,
/// keep values slightly below nothing (noise of the instrument) and return nothing where the rule's least
/// data are not there. Pure. Sources: resources/help/methods.txt.

/// US EPA, NowCast of PM2.5 (`decimals` 1) and PM10 (`decimals` 0), truncated. Of the last 12 hours; two of
/// the newest three must be there. The weight of an hour is a power of the smallest over the largest value,
/// at least one half.
std::optional<Averaged> particleNowCast(const Steps& hours, int decimals);

/// Taiwan, PM2.5 and PM10: half of the mean of 12 h and half of the mean of 4 h, from 6 of 12 and 2 of 4 on;
/// rounded half up.
std::optional<Averaged> taiwanParticles(const Steps& hours, int decimals);

/// Mean of the last `count` hours, of which at least `needed` must be there.
std::optional<Averaged> trailingMean(const Steps& hours, std::size_t count, std::size_t needed);

/// The newest hour; nothing when it is missing.
std::optional<Averaged> newestHour(const Steps& hours);

/// An estimate of the running 8 h mean of ozone in ppb from the newest of the last three hours: 0.85 times it
/// and 4.5. This is the surrogate the US EPA falls back to, and called so: its ozone NowCast is a regression
/// that is not done here.
std::optional<Averaged> ozoneSurrogate(const Steps& hoursPpb);

} // namespace indicators
