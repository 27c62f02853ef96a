// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/forecast/least_squares.h"

#include <cmath>

namespace indicators {

void Gram::add(const std::vector<double>& row, double y)
{
    for (std::size_t i = 0; i < size; ++i) {
        target[i] += row[i] * y;
        for (std::size_t j = i; j < size; ++j)
            products[i * size + j] += row[i] * row[j];
    }
}

std::optional<std::vector<double>> solve(const Gram& gram, const std::vector<std::size_t>& chosen)
{
    const std::size_t n = chosen.size();
    const auto product = [&](std::size_t i, std::size_t j) {
        const std::size_t a = std::min(chosen[i], chosen[j]), b = std::max(chosen[i], chosen[j]);
        return gram.at(a, b);
    };
    std::vector<double> lower(n * n, 0), x(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = product(i, j);
            for (std::size_t k = 0; k < j; ++k)
                sum -= lower[i * n + k] * lower[j * n + k];
            if (i == j && sum < 1e-9 * product(i, i)) return std::nullopt;
            lower[i * n + j] = i == j ? std::sqrt(sum) : sum / lower[j * n + j];
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        double sum = gram.target[chosen[i]];
        for (std::size_t k = 0; k < i; ++k)
            sum -= lower[i * n + k] * x[k];
        x[i] = sum / lower[i * n + i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k)
            x[i] -= lower[k * n + i] * x[k];
        x[i] /= lower[i * n + i];
    }
    return x;
}

} // namespace indicators
