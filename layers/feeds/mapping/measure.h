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
        double weight = 1; ///< Of an average.
    };
    Value read(const Record& record);

    const QString& quantity() const { return m_quantity; }
    const QString& unit() const { return m_unit; }
    /// Why no value of this entry can be used, if so.
    const std::optional<city::Message>& problem() const { return m_problem; }
    bool addsUp() const { return m_sum || m_count; }
    bool averages() const { return m_mean; }
    /// Whether several records of one place and time make one value.
    bool gathers() const { return addsUp() || averages(); }
    QStringList absentFields() const;
    const Field& field() const { return m_field; }

private:
    bool isMissing(const Scalar& found) const;
    bool isWanted(const Record& record);
    Value readField(Field& field, const Record& record);
    Value added(const Record& record);
    Value checked(double value) const;

    Field m_field, m_unless, m_only, m_weight;
    std::vector<Field> m_add;
    QStringList m_onlyTexts;
    QString m_unlessText, m_quantity, m_unit, m_fromUnit;
    std::vector<std::string> m_missingTexts;
    std::vector<double> m_missingNumbers;
    std::vector<std::pair<std::string, double>> m_words;
    std::optional<double> m_least, m_most, m_quantityLeast, m_quantityMost;
    double m_scale = 1;
    bool m_sum = false, m_count = false, m_mean = false;
    std::optional<city::Message> m_problem;
};

/// The fields that no record had, of measures of which none of the same quantity had its own: a publisher has
/// one shape or the other.
QStringList absentFieldsOf(const std::vector<Measure>& measures);

} // namespace feeds
