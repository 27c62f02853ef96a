// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace map {

/// How numbers are parted into classes.
enum class ClassMethod : unsigned char {
    Quantiles, ///< As many values in each.
    Jenks,     ///< Natural breaks: the least sum of squares within the classes, found exactly (Fisher 1958).
    Equal,     ///< Each as wide.
    Pretty,    ///< At round numbers; about as many as asked for.
    Deviation, ///< At standard deviations from the mean; an odd number has a class round the mean.
    Given      ///< Breaks that somebody chose.
};

/// Classes of numbers, lowest first. A number at a break belongs to the class above it.
struct Classes {
    std::vector<double> breaks; ///< Ascending and distinct; one less than there are classes.
    double least = 0, most = 0; ///< Of the values they were made from.

    int count() const { return static_cast<int>(breaks.size()) + 1; }
    /// Which class, counted from 0; -1 for what is no finite number.
    int of(double value) const;
    /// "12 – 20", "≥ 20": as few digits as tell the breaks apart.
    QString text(int index) const;
};

/// Parts `values` into at most `count` classes. What is not finite is left out; ties stay together; where
/// fewer distinct values than classes are, each has its own. No values: one class.
Classes classify(std::vector<double> values, ClassMethod method, int count);

/// Classes with these breaks, put in order; for ClassMethod::Given.
Classes givenClasses(std::vector<double> breaks, const std::vector<double>& values);

/// Round numbers between two, about `count` of them, both ends left out.
std::vector<double> prettyBreaks(double least, double most, int count);

} // namespace map
