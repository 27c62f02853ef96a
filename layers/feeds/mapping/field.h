// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/feed_spec.h"
#include "layers/feeds/mapping/record.h"

namespace feeds {

/// A FieldRef made ready to be looked up in many records. It remembers whether any record had it, to tell a
/// field that was renamed from a value that is missing. Belongs to one decoding.
class Field {
public:
    Field() = default;
    explicit Field(const FieldRef& ref);

    bool isSet() const { return m_set; }
    /// The value in this record; its text is valid until the next call.
    Scalar find(const Record& record);
    /// Its text, trimmed; empty when there is none.
    QString text(const Record& record);
    /// The geometry there, from a GeoJSON object or from a text of WKT or GeoJSON; nothing when the field is
    /// empty.
    std::optional<city::Result<city::Geometry>> geometry(const Record& record);

    bool wasThere() const { return m_wasThere; }
    /// As the publisher spells it: the name that was found last, otherwise all of them.
    QString name() const;
    QString allNames() const;

private:
    Scalar first(const Record& record);
    Scalar inAnyCase(const Record& record);
    Scalar joined(const Record& record);
    Scalar tidied(const Scalar& found);

    std::vector<FieldPath> m_paths, m_join;
    std::vector<FieldPath> m_anyCase; ///< As m_paths: publishers change the case of names without a word.
    int m_anyCaseTries = 0;
    QStringList m_names; ///< Of m_paths.
    std::string m_joinWith, m_without, m_constant, m_buffer, m_clean;
    std::vector<TextRule> m_rules;
    std::size_t m_found = 0;
    bool m_set = false;
    bool m_wasThere = false;
};

QString toQString(std::string_view text);

} // namespace feeds
