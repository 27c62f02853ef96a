// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace city {

/// For programs that run for months: memory that is given back is given back to the system. Otherwise the C library keeps a
/// heap for each of many threads, and large blocks (payloads, pictures) that came and went leave holes in all of them. Costs
/// a little time for each large block. Call it once, before threads are made. Does nothing where the library is another.
void keepMemorySteady();

/// Gives to the system what was freed and lies between things in use. Takes some hundredths of a second, in which others
/// may have to wait for memory: now and then, in a thread of the pool.
void giveMemoryBack();

} // namespace city
