// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace indicators {

/// A symmetric matrix of sums of products, as least squares make of their regressors. Row-major, `size` by
/// `size`.
struct Gram {
    std::size_t size = 0;
    std::vector<double> products; ///< X'X
    std::vector<double> target;   ///< X'y

    explicit Gram(std::size_t count) : size(count), products(count * count, 0), target(count, 0) {}
    void add(const std::vector<double>& row, double y);
    double at(std::size_t i, std::size_t j) const { return products[i * size + j]; }
};

/// The coefficients of the regressors `chosen` (indices into the Gram matrix) by Cholesky's method; nothing
/// when they are not independent.
std::optional<std::vector<double>> solve(const Gram& gram, const std::vector<std::size_t>& chosen);

} // namespace indicators
