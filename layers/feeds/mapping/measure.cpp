// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/measure.h"

#include "layers/city/interned.h"
#include "layers/feeds/text/number.h"

#include <algorithm>

namespace feeds {

namespace {

QString shown(double number)
{
    return QString::fromStdString(fromNumber(number));
}

/// The same text, or the same number written otherwise ("0" and "0.0").
bool isSame(const QString& a, const QString& b)
{
    if (a == b) return true;
    const auto number = toNumber(a.toStdString());
    return number && number == toNumber(b.toStdString());
}

QString bound(const std::optional<double>& number)
{
    return number ? shown(*number) : QStringLiteral("...");
}

} // namespace

Measure::Measure(const ObservationMapping& mapping, const QStringList& missing,
                 const city::QuantityCatalogue& quantities)
    : m_field(mapping.field), m_quantity(city::interned(mapping.quantity)), m_unit(city::interned(mapping.unit)), m_fromUnit(mapping.unit),
      m_least(mapping.least), m_most(mapping.most), m_scale(mapping.scale.value_or(1)), m_sum(mapping.sum),
      m_count(mapping.countRecords), m_mean(mapping.mean)
{
    m_weight = Field(mapping.weight);
    for (const FieldRef& ref : mapping.add)
        m_add.emplace_back(ref);
    if (mapping.only) {
        m_only = Field(mapping.only->first);
        m_onlyTexts = mapping.only->second;
    }
    if (mapping.unless) {
        m_unless = Field(mapping.unless->first);
        m_unlessText = mapping.unless->second;
    }
    for (const QString& text : missing + mapping.missing) {
        m_missingTexts.push_back(text.toStdString());
        if (const auto number = toNumber(m_missingTexts.back())) m_missingNumbers.push_back(*number);
    }
    for (auto it = mapping.words.cbegin(); it != mapping.words.cend(); ++it)
        m_words.emplace_back(it.key().toStdString(), it.value());
    const auto known = quantities.constFind(mapping.quantity);
    if (known == quantities.cend()) return;
    m_unit = city::interned(known->unit);
    m_quantityLeast = known->least;
    m_quantityMost = known->most;
    if (!city::convertUnit(1, m_fromUnit, m_unit))
        m_problem =
            city::Message(QT_TRANSLATE_NOOP("Message", "%1 is measured in %2, which %3 cannot become"),
                          {m_quantity, m_unit, m_fromUnit});
}

bool Measure::isMissing(const Scalar& found) const
{
    if (found.kind == Scalar::Kind::Number)
        return std::find(m_missingNumbers.begin(), m_missingNumbers.end(), found.number) !=
               m_missingNumbers.end();
    if (found.kind != Scalar::Kind::Text) return !found.hasValue() && found.kind != Scalar::Kind::Tree;
    const std::string_view text = trimmed(found.text);
    if (saysNothing(text) ||
        std::find(m_missingTexts.begin(), m_missingTexts.end(), text) != m_missingTexts.end())
        return true;
    const auto number = m_missingNumbers.empty() ? std::nullopt : toNumber(text);
    return number &&
           std::find(m_missingNumbers.begin(), m_missingNumbers.end(), *number) != m_missingNumbers.end();
}

bool Measure::isWanted(const Record& record)
{
    if (m_unless.isSet() && isSame(m_unless.text(record), m_unlessText)) return false;
    if (!m_only.isSet()) return true;
    const QString said = m_only.text(record);
    return std::any_of(m_onlyTexts.begin(), m_onlyTexts.end(),
                       [&](const QString& text) { return isSame(said, text); });
}

Measure::Value Measure::read(const Record& record)
{
    if (!isWanted(record)) return {};
    if (m_count) return checked(1);
    Value value = m_add.empty() ? readField(m_field, record) : added(record);
    if (!value.number || !m_mean || !m_weight.isSet()) return value;
    const auto weight = toNumber(m_weight.text(record).toStdString());
    value.weight = weight && *weight > 0 ? *weight : 0;
    return value;
}

Measure::Value Measure::added(const Record& record)
{
    double sum = 0;
    bool any = false;
    for (Field& field : m_add) {
        const Scalar found = field.find(record);
        if (found.isAbsent() || isMissing(found)) continue;
        const auto number =
            found.kind == Scalar::Kind::Text ? toNumber(found.text) : std::optional(found.number);
        if (!number || found.kind == Scalar::Kind::Tree)
            return {{},
                    city::Message(QT_TRANSLATE_NOOP("Message", "\"%1\" is not a number"),
                                  {toQString(found.text).left(40)})};
        sum += *number;
        any = true;
    }
    return any ? checked(sum) : Value{};
}

QStringList Measure::absentFields() const
{
    if (m_problem || m_count) return {};
    QStringList absent;
    if (m_field.isSet() && !m_field.wasThere() && !m_only.isSet()) absent << m_field.allNames();
    if (m_only.isSet() && !m_only.wasThere()) absent << m_only.allNames();
    const bool noneOfSum =
        std::none_of(m_add.begin(), m_add.end(), [](const Field& f) { return f.wasThere(); });
    if (!m_add.empty() && noneOfSum) absent << m_add.front().allNames();
    return absent;
}

QStringList absentFieldsOf(const std::vector<Measure>& measures)
{
    QStringList absent;
    for (const Measure& measure : measures) {
        const bool other = std::any_of(measures.begin(), measures.end(), [&](const Measure& one) {
            return one.quantity() == measure.quantity() && one.absentFields().isEmpty();
        });
        if (!other) absent += measure.absentFields();
    }
    return absent;
}

Measure::Value Measure::readField(Field& field, const Record& record)
{
    const Scalar found = field.find(record);
    if (!m_words.empty() && found.hasValue()) {
        const std::string said = found.toText();
        for (const auto& [word, value] : m_words) {
            if (trimmed(said) == word) return checked(value);
        }
    }
    if (found.kind == Scalar::Kind::Text) { // nearly always a number: read once, then compared
        const auto number = toNumber(found.text);
        const bool missing = number && std::find(m_missingNumbers.begin(), m_missingNumbers.end(), *number) !=
                                           m_missingNumbers.end();
        if (missing) return {};
        if (number) return checked(*number);
    }
    if (isMissing(found)) return {};
    if (found.kind == Scalar::Kind::Number || found.kind == Scalar::Kind::Flag) return checked(found.number);
    const QString said = toQString(found.text).left(40);
    return {{}, city::Message(QT_TRANSLATE_NOOP("Message", "\"%1\" is not a number"), {said})};
}

Measure::Value Measure::checked(double value) const
{
    const double scaled = value * m_scale + 0.0; // -0 is 0
    if ((m_least && scaled < *m_least) || (m_most && scaled > *m_most)) {
        return {{},
                city::Message(QT_TRANSLATE_NOOP("Message", "%1 is outside of the range from %2 to %3"),
                              {shown(scaled), bound(m_least), bound(m_most)})};
    }
    const std::optional<double> converted =
        m_fromUnit == m_unit ? scaled : city::convertUnit(scaled, m_fromUnit, m_unit);
    if (!converted) return {};
    if ((m_quantityLeast && *converted < *m_quantityLeast) ||
        (m_quantityMost && *converted > *m_quantityMost)) {
        return {{},
                city::Message(
                    QT_TRANSLATE_NOOP("Message", "%1 %2 is outside of what is physically possible, %3 to %4"),
                    {shown(*converted), m_unit, bound(m_quantityLeast), bound(m_quantityMost)})};
    }
    return {*converted, {}};
}

} // namespace feeds
