// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/quantity.h"
#include "layers/feeds/mapping/field.h"

namespace feeds {

/// One `observe` entry made ready: turns what a record says into a number in the unit the program uses.
class Measure {
public:
    Measure(const ObservationMapping& mapping, const QStringList& missing,
            const city::QuantityCatalogue& quantities);

    struct Value {
        std::optional<double> number; ///< Nothing: the record says nothing, or `wrong`.
        std::optional<city::Message> wrong;
    };
    Value read(const Record& record);

    const QString& quantity() const { return m_quantity; }
    const QString& unit() const { return m_unit; }
    /// Why no value of this entry can be used, if so.
    const std::optional<city::Message>& problem() const { return m_problem; }
    bool addsUp() const { return m_sum || m_count; }
    const Field& field() const { return m_field; }

private:
    bool isMissing(const Scalar& found) const;
    Value checked(double value) const;

    Field m_field, m_unless;
    QString m_unlessText, m_quantity, m_unit, m_fromUnit;
    std::vector<std::string> m_missingTexts;
    std::vector<double> m_missingNumbers;
    std::vector<std::pair<std::string, double>> m_words;
    std::optional<double> m_least, m_most, m_quantityLeast, m_quantityMost;
    double m_scale = 1;
    bool m_sum = false, m_count = false;
    std::optional<city::Message> m_problem;
};

} // namespace feeds
