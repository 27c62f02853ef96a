// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_records.h"
#include "layers/feeds/mapping/record_mapper.h"

namespace feeds {

bool isRecordPath(const QString& path)
{
    return RecordPath::isValid(path);
}

city::Result<Decoded> decodeJson(const QByteArray& payload, const DecodeContext& context)
{
    const city::Result<JsonDocument> document = parseJson(payload, context.feed.mapping.encoding);
    if (!document) return document.problem();
    const JsonRecord root(document->root, nullptr);
    RecordMapper mapper(context, root);
    if (document->problem) mapper.decoded().addProblem(*document->problem);
    for (const QString& path : QStringList{context.feed.mapping.records} + context.feed.mapping.recordsElse) {
        if (RecordPath(path).visit(root, [&mapper](const JsonRecord& record) { mapper.add(record); }))
            return mapper.finish();
    }
    return city::Problem{
        {},
        context.feed.mapping.records,
        {QT_TRANSLATE_NOOP("Message", "there are no records at this place of the payload; its top has: %1"),
         {root.fieldNames().mid(0, 40).join(QStringLiteral(", "))}}};
}

} // namespace feeds
