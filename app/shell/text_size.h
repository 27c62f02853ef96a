// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

/// How large the program is drawn, text and all else together: what people who see less well need.
namespace app {

/// In percent.
const QList<int>& textSizes();
/// The one last chosen; 100 when none was.
int chosenTextSize();
/// From the next start on.
void chooseTextSize(int percent);

/// Before the application is made: what was chosen, or what `--text-size N` among the words says, is what Qt will draw at.
/// A size set from outside (QT_SCALE_FACTOR) counts before what was chosen.
void useTextSize(int argc, char** argv);

} // namespace app
