// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/rows.h"

#include <QHash>
#include <algorithm>

namespace geo {

namespace {

class TableRows : public RowSource {
public:
    TableRows(std::shared_ptr<const FeatureTable> table, std::vector<RowField> fields)
        : m_table(std::move(table)), m_fields(std::move(fields))
    {
        for (std::size_t i = 0; i < m_table->features.size(); ++i)
            m_places.insert(m_table->features[i].id, i);
        if (m_fields.empty()) nameFields();
    }

    city::Result<std::vector<RowField>> fields() override { return m_fields; }

    city::Result<std::vector<qint64>> find(const RowQuery& query, ReadingProgress& progress) override
    {
        const RowFilter filter(query.filter, m_fields);
        std::vector<qint64> keys;
        std::vector<QVariant> values;
        for (const Feature& feature : m_table->features) {
            if (query.only && !std::binary_search(query.only->begin(), query.only->end(), feature.id)) continue;
            if (!filter.passes(feature.values)) continue;
            keys.push_back(feature.id);
            values.push_back(feature.values.value(query.sortField));
        }
        progress.features = static_cast<qint64>(m_table->features.size());
        if (query.sortField >= 0) sortRows(keys, values, query.descending);
        return keys;
    }

    city::Result<std::vector<QVariantList>> read(const std::vector<qint64>& keys) override
    {
        std::vector<QVariantList> rows;
        for (const qint64 key : keys) {
            const auto place = m_places.constFind(key);
            rows.push_back(place == m_places.cend() ? QVariantList() : m_table->features[*place].values);
        }
        return rows;
    }

private:
    void nameFields()
    {
        for (int i = 0; i < m_table->fields.size(); ++i) {
            const auto isNumber = [i](const Feature& feature) {
                const QVariant value = feature.values.value(i);
                return !value.isValid() || value.userType() != QMetaType::QString;
            };
            m_fields.push_back({m_table->fields[i], {}, std::all_of(m_table->features.begin(), m_table->features.end(), isNumber)});
        }
    }

    std::shared_ptr<const FeatureTable> m_table;
    std::vector<RowField> m_fields;
    QHash<qint64, std::size_t> m_places;
};

} // namespace

std::unique_ptr<RowSource> tableRows(std::shared_ptr<const FeatureTable> table, std::vector<RowField> fields)
{
    return std::make_unique<TableRows>(std::move(table), std::move(fields));
}

} // namespace geo
