// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/package_reading.h"

#include "layers/city/threads.h"
#include "layers/geo/column_builder.h"
#include "layers/geo/gdal_access.h"
#include "layers/geo/join_columns.h"

#include <QThread>
#include <QtConcurrent>
#include <algorithm>
#include <limits>
#include <ogrsf_frmts.h>
#include <sqlite3.h>

namespace geo {

namespace {

constexpr std::size_t bytesOfBatch = 512 * 1024; // what is taken apart while it is near at hand
constexpr int rangesOfThread = 4;

struct CloseConnection {
    void operator()(sqlite3* connection) const { sqlite3_close(connection); }
};
struct EndStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Connection = std::unique_ptr<sqlite3, CloseConnection>;
using Statement = std::unique_ptr<sqlite3_stmt, EndStatement>;

Connection connect(const QString& file)
{
    sqlite3* raw = nullptr;
    const int state =
        sqlite3_open_v2(file.toUtf8().constData(), &raw, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    Connection connection(raw);
    if (state != SQLITE_OK) return {};
    // No functions of the file's own making; no more pages kept than are read once.
    const char* const settings = "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -256";
    return sqlite3_exec(connection.get(), settings, nullptr, nullptr, nullptr) == SQLITE_OK
               ? std::move(connection)
               : Connection();
}

Statement prepare(const Connection& connection, const QByteArray& text)
{
    sqlite3_stmt* raw = nullptr;
    if (connection)
        sqlite3_prepare_v2(connection.get(), text.constData(), static_cast<int>(text.size()), &raw, nullptr);
    return Statement(raw);
}

QByteArray quoted(QByteArray name)
{
    return '"' + name.replace('"', "\"\"") + '"';
}

// The number a statement without parameters answers; nothing: it answers none.
std::optional<qint64> askNumber(const Connection& connection, const QByteArray& text,
                                const QByteArray& name = {})
{
    const Statement statement = prepare(connection, text);
    if (!statement) return {};
    if (!name.isEmpty())
        sqlite3_bind_text(statement.get(), 1, name.constData(), static_cast<int>(name.size()), SQLITE_STATIC);
    if (sqlite3_step(statement.get()) != SQLITE_ROW || sqlite3_column_type(statement.get(), 0) == SQLITE_NULL)
        return {};
    return sqlite3_column_int64(statement.get(), 0);
}

/// The well-known binary behind the head of a geometry of a GeoPackage; empty: it has none.
std::span<const uchar> wkbOf(std::span<const uchar> blob)
{
    constexpr std::size_t plainHead = 8;
    constexpr std::size_t envelopes[] = {0, 32, 48, 48, 64};
    if (blob.size() < plainHead || blob[0] != 'G' || blob[1] != 'P' || blob[2] != 0) return {};
    const unsigned envelope = blob[3] >> 1 & 7U;
    if (envelope > 4 || blob.size() < plainHead + envelopes[envelope]) return {};
    return blob.subspan(plainHead + envelopes[envelope]);
}

/// A range of row numbers, both ends included, and what was read of it.
struct Range {
    qint64 first = 0, last = 0;
    Columns columns;
    bool good = false;
};

/// Reads ranges of one table; each call has its own connection, any thread.
class RangeReading {
public:
    RangeReading(QString file, OGRLayer& layer, const QByteArray& valueField, ReadingProgress& progress,
                 const std::function<void(Columns&)>& finish)
        : m_file(std::move(file)), m_withValues(!valueField.isEmpty()), m_progress(progress), m_finish(finish)
    {
        const QByteArray id = quoted(layer.GetFIDColumn());
        m_question = "SELECT " + id + ", " + quoted(layer.GetGeometryColumn()) +
                     (m_withValues ? ", " + quoted(valueField) : QByteArray()) + " FROM " +
                     quoted(layer.GetName()) + " WHERE " + id + " BETWEEN ? AND ?";
    }

    void read(Range& range) const
    {
        const Connection connection = connect(m_file);
        const Statement statement = prepare(connection, m_question);
        if (!statement) return;
        sqlite3_bind_int64(statement.get(), 1, range.first);
        sqlite3_bind_int64(statement.get(), 2, range.last);
        const Complaints unheard; // of geometries, which are counted
        Columns batch;
        int state = SQLITE_ROW;
        while (state == SQLITE_ROW && !m_progress.cancelled) {
            state = fill(*statement, batch);
            if (m_finish) m_finish(batch);
            m_progress.features += batch.read;
            const bool isFirst = range.columns.read == 0;
            append(range.columns, batch);
            if (isFirst) makeRoom(range.columns, roomFor(range));
        }
        range.good = state == SQLITE_DONE;
    }

private:
    // As many rows as make a batch; the state of the last step.
    int fill(sqlite3_stmt& statement, Columns& batch) const
    {
        ColumnBuilder builder(batch, m_withValues);
        std::size_t bytes = 0;
        int state = SQLITE_ROW;
        while (bytes < bytesOfBatch && (state = sqlite3_step(&statement)) == SQLITE_ROW) {
            const qint64 id = sqlite3_column_int64(&statement, 0);
            const bool has = m_withValues && sqlite3_column_type(&statement, 2) != SQLITE_NULL;
            const float value = has ? static_cast<float>(sqlite3_column_double(&statement, 2))
                                    : std::numeric_limits<float>::quiet_NaN();
            const int type = sqlite3_column_type(&statement, 1);
            const auto* blob =
                type == SQLITE_BLOB ? static_cast<const uchar*>(sqlite3_column_blob(&statement, 1)) : nullptr;
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(&statement, 1));
            const auto wkb = blob ? wkbOf({blob, size}) : std::span<const uchar>();
            if (type == SQLITE_NULL)
                builder.add(id, value, nullptr);
            else if (wkb.empty())
                builder.addDamaged();
            else
                builder.addWkb(id, value, wkb);
            bytes += size + 16;
        }
        return state;
    }

    // How many times as much the whole range holds as its first batch did, in all likelihood.
    static double roomFor(const Range& range)
    {
        constexpr double most = 1 << 27; // positions that room is made for
        const double rows = static_cast<double>(range.last - range.first) + 1,
                     read = static_cast<double>(range.columns.read);
        const Columns& columns = range.columns;
        const std::size_t there = columns.points.onGrid.size() + columns.lines.onGrid.size() +
                                  columns.polygons.onGrid.size() + columns.points.x.size() +
                                  columns.lines.x.size() + columns.polygons.x.size();
        return std::clamp(1.1 * rows / std::max(read, 1.0), 1.0,
                          std::max(1.0, most / static_cast<double>(there + 1)));
    }

    QString m_file;
    QByteArray m_question;
    bool m_withValues;
    ReadingProgress& m_progress;
    const std::function<void(Columns&)>& m_finish;
};

std::vector<Range> rangesOf(qint64 first, qint64 last)
{
    const qint64 most = rangesOfThread * std::max(1, QThread::idealThreadCount());
    const quint64 rows = static_cast<quint64>(last) - static_cast<quint64>(first); // and one more
    const qint64 count = rows < static_cast<quint64>(most) ? static_cast<qint64>(rows) + 1 : most;
    const quint64 each = rows / static_cast<quint64>(count) + 1;
    std::vector<Range> ranges;
    for (qint64 i = 0; i < count; ++i) {
        const qint64 from = first + static_cast<qint64>(each) * i;
        if (from > last) break;
        ranges.push_back(
            {from, i + 1 == count ? last : std::min(last, from + static_cast<qint64>(each) - 1), {}, false});
    }
    return ranges;
}

} // namespace

std::optional<std::vector<Columns>> readPackage(const QString& file, OGRLayer& layer,
                                                const QByteArray& valueField, ReadingProgress& progress,
                                                const std::function<void(Columns&)>& finish)
{
    const QByteArray id = layer.GetFIDColumn(), geometry = layer.GetGeometryColumn(), table = layer.GetName();
    const Connection connection = connect(file);
    // Views, and tables that a program makes up, have no page of their own.
    const auto page =
        askNumber(connection, "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?", table);
    if (id.isEmpty() || geometry.isEmpty() || page.value_or(0) <= 0) return {};
    const auto version = askNumber(connection, "PRAGMA data_version");
    const auto first = askNumber(connection, "SELECT min(" + quoted(id) + ") FROM " + quoted(table)),
               last = askNumber(connection, "SELECT max(" + quoted(id) + ") FROM " + quoted(table));
    constexpr qint64 sane = qint64{1} << 60;
    if (!first || !last || *first < -sane || *last > sane) return {};
    std::vector<Range> ranges = rangesOf(*first, *last);
    const RangeReading reading(file, layer, valueField, progress, finish);
    QtConcurrent::blockingMap(&city::workThreads(), ranges,
                              [&reading](Range& range) { reading.read(range); });
    std::vector<Columns> parts;
    for (Range& range : ranges) {
        if (!range.good && !progress.cancelled) return {};
        if (range.columns.read > 0) parts.push_back(std::move(range.columns));
    }
    if (askNumber(connection, "PRAGMA data_version") != version) return {};
    return parts;
}

} // namespace geo
