// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/field.h"

#include "layers/feeds/mapping/geometry_text.h"
#include "layers/feeds/text/cleaning.h"
#include "layers/feeds/text/number.h"

namespace feeds {

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string Scalar::toText() const
{
    if (kind == Kind::Text) return std::string(text);
    if (kind == Kind::Number) return fromNumber(number);
    if (kind == Kind::Flag) return number != 0 ? "true" : "false";
    return {};
}

Field::Field(const FieldRef& ref)
    : m_joinWith(ref.joinWith.toStdString()), m_without(ref.without.toStdString()),
      m_constant(ref.constant.toStdString()), m_rules(ref.clean), m_set(ref.isSet())
{
    for (const QString& name : ref.names)
        m_paths.push_back(FieldPath::from(name));
    for (const FieldPath& path : m_paths) {
        m_names << QString::fromStdString(path.whole);
        m_anyCase.push_back(path);
        m_anyCase.back().anyCase = true;
    }
    for (const QString& name : ref.join)
        m_join.push_back(FieldPath::from(name));
}

Scalar Field::find(const Record& record)
{
    Scalar found;
    if (!m_constant.empty())
        found = {Scalar::Kind::Text, m_constant, 0, false};
    else
        found = m_join.empty() ? first(record) : joined(record);
    if (!found.isAbsent()) m_wasThere = true;
    if (!m_without.empty() && found.kind == Scalar::Kind::Text && found.text.starts_with(m_without))
        found.text.remove_prefix(m_without.size());
    return m_rules.empty() || !found.hasValue() ? found : tidied(found);
}

Scalar Field::tidied(const Scalar& found)
{
    const std::string text = found.toText();
    const auto clean = cleaned(toQString(trimmed(text)), m_rules);
    if (!clean) return {Scalar::Kind::Null, {}, 0, false};
    m_clean = clean->toStdString();
    return {Scalar::Kind::Text, m_clean, 0, false};
}

Scalar Field::first(const Record& record)
{
    Scalar best;
    for (std::size_t i = 0; i < m_paths.size(); ++i) {
        const Scalar found = record.find(m_paths[i]);
        if (found.isAbsent()) continue;
        if (best.isAbsent()) {
            best = found;
            m_found = i;
        }
        if (found.kind != Scalar::Kind::Null) {
            m_found = i;
            return found;
        }
    }
    return best.isAbsent() ? inAnyCase(record) : best;
}

Scalar Field::inAnyCase(const Record& record)
{
    constexpr int enough = 100; // records without it, and the next will not have it either
    if (m_anyCaseTries >= enough) return {};
    for (std::size_t i = 0; i < m_anyCase.size(); ++i) {
        const Scalar found = record.find(m_anyCase[i]);
        if (found.isAbsent()) continue;
        m_found = i;
        m_anyCaseTries = 0;
        return found;
    }
    ++m_anyCaseTries;
    return {};
}

Scalar Field::joined(const Record& record)
{
    m_buffer.clear();
    bool any = false;
    for (const FieldPath& path : m_join) {
        const Scalar part = record.find(path);
        if (part.isAbsent()) continue;
        const std::string text = part.toText();
        if (any && !text.empty()) m_buffer += m_joinWith;
        m_buffer += trimmed(text);
        any = true;
    }
    return any ? Scalar{Scalar::Kind::Text, m_buffer, 0, false} : Scalar{};
}

QString Field::text(const Record& record)
{
    const Scalar found = find(record);
    if (found.kind == Scalar::Kind::Text) return toQString(trimmed(found.text));
    return QString::fromStdString(found.toText());
}

std::optional<city::Result<city::Geometry>> Field::geometry(const Record& record)
{
    for (const auto* paths : {&m_paths, &m_anyCase}) {
        for (const FieldPath& path : *paths) {
            if (auto found = record.geometry(path)) {
                m_wasThere = true;
                return found;
            }
        }
    }
    const Scalar found = find(record);
    if (found.kind != Scalar::Kind::Text || saysNothing(found.text)) return std::nullopt;
    return geometryFromText(found.text);
}

QString Field::name() const
{
    if (m_wasThere && m_found < m_paths.size()) return m_names[static_cast<qsizetype>(m_found)];
    return allNames();
}

QString Field::allNames() const
{
    QStringList names = m_names;
    for (const FieldPath& path : m_join)
        names << QString::fromStdString(path.whole);
    return names.join(QStringLiteral(" | "));
}

} // namespace feeds
