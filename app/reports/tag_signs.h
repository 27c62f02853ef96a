// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Where the rectangles lie that stand for marks of structure: whole numbers, far outside of any page.
namespace app::paper {

constexpr int signOrigin = -20'000, signStep = 16, signSide = 4;

} // namespace app::paper
