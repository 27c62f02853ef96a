// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_list_record.h"
#include "layers/feeds/decoders/json_records.h"
#include "layers/feeds/decoders/record_source.h"

namespace feeds {

namespace {

/// Hands records on; lists get the names of their columns, from the document or from the first of them.
class ListNaming {
public:
    ListNaming(const JsonRecord& root, const RecordLayout& layout, RecordVisitor& visitor)
        : m_visitor(visitor)
    {
        if (!layout.fields.isEmpty()) {
            const FieldPath path = FieldPath::from(layout.fields);
            for (const PathSteps& way : path.ways) {
                const auto found = follow(root.element(), way);
                if (found && found->is_array()) m_columns.emplace(*found);
                if (m_columns) break;
            }
        }
        m_first = layout.listHeader && !m_columns;
    }

    void add(const JsonRecord& record)
    {
        if (!record.element().is_array()) return m_visitor.add(record);
        if (m_first) {
            m_first = false;
            m_columns.emplace(record.element());
            return;
        }
        if (!m_columns) return m_visitor.add(record);
        if (m_columns->count() == elementsOf(record.element()).size())
            return m_visitor.add(JsonListRecord(record, *m_columns));
        m_visitor.leaveOut(
            {{},
             {},
             {QT_TRANSLATE_NOOP("Message", "the row has %1 columns where %2 were expected; it is left out"),
              {QString::number(elementsOf(record.element()).size()), QString::number(m_columns->count())}}});
    }

private:
    RecordVisitor& m_visitor;
    std::optional<ListColumns> m_columns;
    bool m_first = false;
};

} // namespace

bool isRecordPath(const QString& path)
{
    return RecordPath::isValid(path);
}

std::optional<city::Problem> visitJson(const QByteArray& payload, const RecordLayout& layout,
                                       const PayloadHints& hints, RecordVisitor& visitor)
{
    const city::Result<JsonDocument> document = parseJson(payload, layout.encoding, hints);
    if (!document) return document.problem();
    const JsonRecord root(document->root, nullptr);
    visitor.readAs(document->encoding);
    visitor.begin(root, {});
    if (document->problem) visitor.note(*document->problem);
    if (!layout.none.isEmpty() && !root.find(FieldPath::from(layout.none)).isAbsent()) return {};
    ListNaming naming(root, layout, visitor);
    for (const QString& path : QStringList{layout.records} + layout.recordsElse) {
        const RecordPath records(path);
        visitor.expect(records.expected(document->root));
        if (records.visit(root, [&naming](const JsonRecord& record) { naming.add(record); }))
            return {};
    }
    return city::Problem{
        {},
        layout.records,
        {QT_TRANSLATE_NOOP("Message", "there are no records at this place of the payload; its top has: %1"),
         {root.fieldNames().mid(0, 40).join(QStringLiteral(", "))}}};
}

city::Result<Decoded> decodeJson(const QByteArray& payload, const DecodeContext& context)
{
    return decodeMapped(payload, QStringLiteral("json"), context);
}

} // namespace feeds
