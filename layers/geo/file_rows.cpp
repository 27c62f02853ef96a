// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/field_value.h"
#include "layers/geo/open_layer.h"
#include "layers/geo/rows.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <algorithm>
#include <ogrsf_frmts.h>

namespace geo {

namespace {

class FileRows : public RowSource {
public:
    FileRows(QString file, OpenOptions options) : m_file(std::move(file)), m_options(std::move(options)) {}

    city::Result<std::vector<RowField>> fields() override
    {
        if (auto problem = open()) return *problem;
        return m_fields;
    }

    city::Result<std::vector<qint64>> find(const RowQuery& query, ReadingProgress& progress) override
    {
        if (auto problem = open()) return *problem;
        const Complaints complaints;
        const RowFilter filter(query.filter, m_fields);
        // Only what is looked at is read; geometry never.
        std::vector<int> needed;
        if (query.sortField >= 0) needed.push_back(query.sortField);
        if (filter.field() >= 0) needed.push_back(filter.field());
        readOnly(filter.isEmpty() || filter.field() >= 0 ? std::optional(needed) : std::nullopt);
        progress.expected = m_layer->TestCapability(OLCFastFeatureCount) ? m_layer->GetFeatureCount(FALSE) : 0;
        std::vector<qint64> keys;
        std::vector<QVariant> values;
        m_layer->ResetReading();
        while (const OGRFeatureUniquePtr feature{m_layer->GetNextFeature()}) {
            if ((++progress.features & 0xff) == 0 && progress.cancelled)
                return city::Problem{QFileInfo(m_file).fileName(), {}, city::Message(QT_TRANSLATE_NOOP("Message", "The search was given up"))};
            if (query.only && !std::binary_search(query.only->begin(), query.only->end(), feature->GetFID())) continue;
            if (!passes(filter, *feature)) continue;
            keys.push_back(feature->GetFID());
            if (query.sortField >= 0) values.push_back(valueOf(*feature, query.sortField));
        }
        if (query.sortField >= 0) sortRows(keys, values, query.descending);
        return keys;
    }

    city::Result<std::vector<QVariantList>> read(const std::vector<qint64>& keys) override
    {
        if (auto problem = open()) return *problem;
        const Complaints complaints; // a FID that is gone is an empty row, no failure
        readOnly(std::nullopt);
        std::vector<QVariantList> rows(keys.size());
        if (m_layer->TestCapability(OLCRandomRead)) {
            for (std::size_t i = 0; i < keys.size(); ++i)
                if (const OGRFeatureUniquePtr feature{m_layer->GetFeature(keys[i])}) rows[i] = valuesOf(*feature);
            return rows;
        }
        // A driver that must search for a feature from the beginning each time: one pass for all.
        QHash<qint64, std::size_t> wanted;
        for (std::size_t i = 0; i < keys.size(); ++i)
            wanted.insert(keys[i], i);
        m_layer->ResetReading();
        while (!wanted.isEmpty()) {
            const OGRFeatureUniquePtr feature{m_layer->GetNextFeature()};
            if (!feature) break;
            const auto found = wanted.constFind(feature->GetFID());
            if (found == wanted.cend()) continue;
            rows[*found] = valuesOf(*feature);
            wanted.erase(found);
        }
        return rows;
    }

private:
    std::optional<city::Problem> open()
    {
        if (m_layer) return std::nullopt;
        std::vector<city::Problem> ignored;
        auto dataset = openDataset(m_file, DatasetKind::Vector, openOptions(m_file, m_options, ignored));
        if (!dataset) return dataset.problem();
        const auto layer = findLayer(**dataset, m_file, m_options.layer);
        if (!layer) return layer.problem();
        m_dataset = std::move(dataset.value());
        m_layer = *layer;
        const OGRFeatureDefn& definition = *m_layer->GetLayerDefn();
        for (int i = 0; i < definition.GetFieldCount(); ++i) {
            const OGRFieldType type = definition.GetFieldDefn(i)->GetType();
            m_fields.push_back({QString::fromUtf8(definition.GetFieldDefn(i)->GetNameRef()), {},
                                type == OFTInteger || type == OFTInteger64 || type == OFTReal});
        }
        return std::nullopt;
    }

    // Fields to read; nothing: all of them.
    void readOnly(const std::optional<std::vector<int>>& needed)
    {
        std::vector<QByteArray> names{"OGR_GEOMETRY"};
        for (std::size_t i = 0; needed && i < m_fields.size(); ++i)
            if (std::find(needed->begin(), needed->end(), static_cast<int>(i)) == needed->end()) names.push_back(m_fields[i].name.toUtf8());
        std::vector<const char*> words;
        for (const QByteArray& name : names)
            words.push_back(name.constData());
        words.push_back(nullptr);
        m_layer->SetIgnoredFields(words.data());
    }

    static QVariantList valuesOf(const OGRFeature& feature)
    {
        QVariantList values;
        for (int i = 0; i < feature.GetFieldCount(); ++i)
            values << valueOf(feature, i);
        return values;
    }

    static bool passes(const RowFilter& filter, const OGRFeature& feature)
    {
        if (filter.isEmpty()) return true;
        return filter.field() >= 0 ? filter.passes(valueOf(feature, filter.field())) : filter.passes(valuesOf(feature));
    }

    QString m_file;
    OpenOptions m_options;
    DatasetPtr m_dataset;
    OGRLayer* m_layer = nullptr;
    std::vector<RowField> m_fields;
};

} // namespace

std::unique_ptr<RowSource> fileRows(const QString& file, const OpenOptions& options)
{
    return std::make_unique<FileRows>(file, options);
}

} // namespace geo
