// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace feeds {

std::string_view trimmed(std::string_view text);

/// A finite decimal number as publishers write it: "12", "+3.5", "1,234", "１２". Nothing for anything else.
std::optional<double> toNumber(std::string_view text);

/// Whether the text is one of the ways to say "no value" that need no pack: "", "-", "--", "ND", "NA", "N/A",
/// "null", "NaN", "x" and their like, in any case.
bool saysNothing(std::string_view text);

/// The shortest decimal that reads back as `value`.
std::string fromNumber(double value);

} // namespace feeds
