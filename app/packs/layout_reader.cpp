// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/layout_reader.h"

#include "layers/feeds/decoder.h"

namespace app {

namespace {

void readRecords(YamlMap& map, const QString& format, feeds::RecordLayout& layout)
{
    QStringList paths = map.texts("records");
    const bool json = format == QLatin1String("json");
    const bool xml = format == QLatin1String("xml");
    if (paths.isEmpty()) {
        if (json || xml) map.required("records");
        return;
    }
    layout.records = paths.takeFirst();
    layout.recordsElse = paths;
    if (json) {
        for (const QString& path : QStringList{layout.records} + layout.recordsElse) {
            if (!feeds::isRecordPath(path))
                map.report(
                    "records",
                    {QT_TRANSLATE_NOOP(
                         "Message", "\"%1\" is no way to records; expected one like $[*] or $.data.park[*]"),
                     {path}});
        }
    }
    if (!json && !xml && !paths.isEmpty())
        map.report("records",
                   QT_TRANSLATE_NOOP("Message", "several places of records are for JSON and XML only"));
}

void readTable(YamlMap& map, const QString& format, feeds::RecordLayout& layout)
{
    if (format == QLatin1String("json")) {
        layout.none = map.text("none").value_or(QString());
        layout.fields = map.text("fields").value_or(QString());
        layout.listHeader = map.flag("header").value_or(false);
    }
    if (format != QLatin1String("csv")) return;
    layout.header = map.flag("header").value_or(true);
    layout.delimiter = map.text("delimiter").value_or(layout.delimiter);
    if (layout.delimiter == QLatin1String("tab")) layout.delimiter = QStringLiteral("\t");
    if (layout.delimiter.size() != 1)
        map.report("delimiter", QT_TRANSLATE_NOOP("Message", "one character or the word tab was expected"));
}

std::optional<feeds::WideColumns> readColumns(YamlMap& map)
{
    const YAML::Node node = map.node("columns");
    YamlMap form(node, map.shownAs(), map.problems());
    if (!form.isValid()) return std::nullopt;
    feeds::WideColumns columns;
    const QString like = form.text("like").value_or(QStringLiteral("."));
    columns.like = QRegularExpression(like, QRegularExpression::UseUnicodePropertiesOption);
    if (!columns.like.isValid())
        form.report("like", {QT_TRANSLATE_NOOP("Message", "\"%1\" is no regular expression: %2"),
                             {like.left(60), columns.like.errorString()}});
    columns.except = form.texts("except");
    columns.title = form.text("title").value_or(columns.title);
    columns.value = form.text("value").value_or(columns.value);
    if (!form.has("like") && !form.has("except"))
        form.report("like",
                    QT_TRANSLATE_NOOP("Message", "like or except was expected: which columns are meant"));
    return columns;
}

} // namespace

feeds::RecordLayout readLayout(YamlMap& map, const QString& format)
{
    feeds::RecordLayout layout;
    readRecords(map, format, layout);
    readTable(map, format, layout);
    layout.encoding = map.text("encoding").value_or(QString());
    layout.member = map.text("member").value_or(QString());
    layout.columns = readColumns(map);
    return layout;
}

} // namespace app
