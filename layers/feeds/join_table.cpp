// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/join_table.h"

#include "layers/feeds/decoders/record_source.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/field_names.h"

#include <algorithm>

namespace feeds {

namespace {

constexpr std::size_t namedProblems = 100;

QStringList fieldsBehind(const QString& name, const Mapping& mapping)
{
    QStringList fields;
    const QString prefix = name + QLatin1Char('.');
    for (const QString& field : fieldNamesOf(mapping)) {
        if (field.startsWith(prefix)) fields << field.mid(prefix.size());
    }
    return fields;
}

/// Fills a table from the records of its document.
class TableFilling : public RecordVisitor {
public:
    TableFilling(const Join& join, const Mapping& mapping, JoinTable& table) : m_key(join.key), m_table(table)
    {
        m_table.name = join.name;
        for (const QString& field : fieldsBehind(join.name, mapping)) {
            m_table.fields.push_back(field.toStdString());
            m_paths.push_back(FieldPath::from(field));
        }
    }

    void begin(const Record&, const QString&) override {}
    void leaveOut(city::Problem why) override { note(std::move(why)); }
    void note(city::Problem what) override
    {
        if (m_table.problems.size() < namedProblems) m_table.problems.push_back(std::move(what));
    }
    void readAs(const TextEncoding&) override {}
    bool expectsOnly(const QString&) const override { return false; }

    void add(const Record& record) override
    {
        ++m_count;
        const QString key = m_key.text(record);
        if (key.isEmpty())
            return note({QStringLiteral("%1 #%2").arg(m_table.name).arg(m_count), m_key.allNames(),
                         QT_TRANSLATE_NOOP("Message", "the record has no key to be joined by")});
        JoinTable::Row row;
        for (const FieldPath& path : m_paths)
            row.push_back(valueOf(record, path));
        m_table.rows.insert_or_assign(key.toStdString(), std::move(row));
    }

private:
    static JoinTable::Value valueOf(const Record& record, const FieldPath& path)
    {
        const Scalar found = record.find(path);
        JoinTable::Value value{found.kind, std::string(found.text), found.number, found.whole, {}};
        if (found.kind != Scalar::Kind::Tree && !found.isAbsent()) return value;
        if (auto shape = record.geometry(path); shape && shape->ok()) value.shape = std::move(**shape);
        return value;
    }

    Field m_key;
    JoinTable& m_table;
    std::vector<FieldPath> m_paths;
    int m_count = 0;
};

} // namespace

const JoinTable::Row* JoinTable::find(const std::string& key) const
{
    const auto found = rows.find(key);
    return found == rows.end() ? nullptr : &found->second;
}

int JoinTable::fieldIndex(std::string_view field) const
{
    const auto found = std::find(fields.begin(), fields.end(), field);
    return found == fields.end() ? -1 : static_cast<int>(found - fields.begin());
}

city::Result<JoinTable> readJoinTable(const QByteArray& payload, const Join& join, const Mapping& mapping,
                                      const PayloadHints& hints)
{
    JoinTable table;
    TableFilling filling(join, mapping, table);
    if (auto refused = visitRecords(payload, join.format, join.layout, hints, filling)) return *refused;
    if (table.rows.empty())
        return city::Problem{
            {}, join.name, QT_TRANSLATE_NOOP("Message", "no record of the joined document has its key")};
    return table;
}

JoinedRecord::JoinedRecord(const std::vector<Join>& joins, const JoinTables& tables)
{
    for (const Join& join : joins) {
        Side side;
        side.name = join.name;
        side.prefix = join.name.toStdString() + '.';
        side.by = std::make_shared<Field>(join.by);
        side.leavesAlone = join.leaveAlone;
        for (const auto& table : tables) {
            if (table && table->name == join.name) side.table = table;
        }
        m_sides.push_back(std::move(side));
    }
}

void JoinedRecord::turnTo(const Record& record)
{
    m_record = &record;
    for (Side& side : m_sides) {
        side.row = nullptr;
        if (!side.table) continue;
        const QString key = side.by->text(record);
        side.row = side.table->find(key.toStdString());
        if (side.row || side.leavesAlone) continue;
        if (side.alone++ == 0) side.example = key;
    }
}

bool JoinedRecord::isLeftOut() const
{
    return std::any_of(m_sides.begin(), m_sides.end(),
                       [](const Side& side) { return side.leavesAlone && side.table && !side.row; });
}

const JoinTable::Value* JoinedRecord::look(const FieldPath& path, bool& isMine) const
{
    isMine = false;
    for (const Side& side : m_sides) {
        if (!path.whole.starts_with(side.prefix)) continue;
        isMine = true;
        if (!side.row) return nullptr;
        const int index = side.table->fieldIndex(std::string_view(path.whole).substr(side.prefix.size()));
        return index < 0 ? nullptr : &(*side.row)[static_cast<std::size_t>(index)];
    }
    return nullptr;
}

Scalar JoinedRecord::find(const FieldPath& path) const
{
    bool isMine = false;
    const JoinTable::Value* value = look(path, isMine);
    if (!isMine) return m_record->find(path);
    // A table that is not there is reported as such, and not as renamed fields.
    return value ? value->scalar() : Scalar{Scalar::Kind::Null, {}, 0, false};
}

std::optional<city::Result<city::Geometry>> JoinedRecord::geometry(const FieldPath& path) const
{
    bool isMine = false;
    const JoinTable::Value* value = look(path, isMine);
    if (!isMine) return m_record->geometry(path);
    if (!value || !value->shape) return std::nullopt;
    return city::Result<city::Geometry>(*value->shape);
}

QStringList JoinedRecord::fieldNames() const
{
    return m_record ? m_record->fieldNames() : QStringList();
}

std::vector<city::Problem> JoinedRecord::problems() const
{
    std::vector<city::Problem> problems;
    for (const Side& side : m_sides) {
        if (!side.table) {
            problems.push_back(
                {{},
                 side.name,
                 QT_TRANSLATE_NOOP("Message", "this document is not there (yet): what it would "
                                              "tell of the records is missing")});
            continue;
        }
        problems.insert(problems.end(), side.table->problems.begin(), side.table->problems.end());
        if (side.alone > 0)
            problems.push_back(
                {{},
                 side.name,
                 {QT_TRANSLATE_NOOP("Message", "%1 records have no partner in it, \"%2\" for one"),
                  {QString::number(side.alone), side.example.left(60)}}});
    }
    return problems;
}

} // namespace feeds
