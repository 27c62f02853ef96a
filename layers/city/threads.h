// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QThreadPool;

/// The threads of this program's own work, as many each as the machine has cores. Qt's global pool is left to
/// Qt: it draws large images with it while the window waits, so that no job of ours may stand in its way.
/// Work that waits for parts of itself in the same pool does some of them in its own thread and cannot be
/// stuck. Any thread.
namespace city {

/// For what takes long and nobody watches: reading, building, computing.
QThreadPool& workThreads();

/// For pictures that somebody waits for; never behind long work.
QThreadPool& paintThreads();

/// For a job of these pools to call when it begins: from then on its thread leaves the processor to the
/// window whenever that wants it. Does nothing in the main thread, and on systems that rank processes only.
void letTheWindowGoFirst();

} // namespace city
