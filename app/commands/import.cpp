// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/store_option.h"
#include "app/packs/pack.h"
#include "layers/city/clock.h"
#include "layers/feeds/decoders/csv_rows.h"

#include <QCoreApplication>
#include <QFile>
#include <cmath>
#include <cstdio>

namespace app {

namespace {

constexpr std::size_t rowsAtOnce = 20'000;
constexpr int problemsShown = 20;

/// Where each column of the file is; -1: it has none.
struct Columns {
    int kind = -1, place = -1, quantity = -1, observed = -1, learned = -1, value = -1, unit = -1;

    static std::optional<Columns> from(const feeds::CsvRows& head)
    {
        Columns columns;
        for (std::size_t i = 0; i < head.count(); ++i) {
            const QString name = QString::fromUtf8(QByteArrayView(head.fields()[i])).trimmed();
            const std::pair<const char*, int*> known[] = {
                {"place_kind", &columns.kind},    {"place", &columns.place},
                {"quantity", &columns.quantity},  {"observed_at", &columns.observed},
                {"learned_at", &columns.learned}, {"value", &columns.value},
                {"unit", &columns.unit}};
            for (const auto& [word, at] : known)
                if (name.compare(QLatin1String(word), Qt::CaseInsensitive) == 0) *at = static_cast<int>(i);
        }
        const bool whole = columns.kind >= 0 && columns.place >= 0 && columns.quantity >= 0 &&
                           columns.observed >= 0 && columns.value >= 0;
        return whole ? std::optional(columns) : std::nullopt;
    }
};

/// One file being taken in.
class Import {
public:
    Import(history::HistoryStore& store, QString feed, const city::QuantityCatalogue& quantities,
           city::Instant now)
        : m_store(store), m_feed(std::move(feed)), m_quantities(quantities), m_now(now)
    {
    }

    /// What keeps it from going on, if anything.
    std::optional<city::Problem> take(const QByteArray& text);
    qint64 rows() const { return m_rows; }
    qint64 news() const { return m_news; }
    qint64 refused() const { return m_refused; }

private:
    void row(const feeds::CsvRows& row, const Columns& columns);
    void refuse(const char* why, const QString& what);
    std::optional<city::Problem> flush();

    history::HistoryStore& m_store;
    QString m_feed;
    const city::QuantityCatalogue& m_quantities;
    city::Instant m_now;
    std::vector<city::Observation> m_batch;
    qint64 m_rows = 0, m_news = 0, m_refused = 0;
};

std::optional<city::Problem> Import::take(const QByteArray& text)
{
    std::string_view all(text.constData(), static_cast<std::size_t>(text.size()));
    if (all.starts_with("\xef\xbb\xbf")) all.remove_prefix(3);
    feeds::CsvRows rows(all, ',');
    const auto columns = rows.next() ? Columns::from(rows) : std::nullopt;
    if (!columns)
        return city::Problem{
            {},
            {},
            {QT_TRANSLATE_NOOP(
                "Message",
                "The first line must name the columns place_kind, place, quantity, observed_at and value, "
                "and may name unit and learned_at.")}};
    while (rows.next()) {
        ++m_rows;
        row(rows, *columns);
        if (m_batch.size() < rowsAtOnce) continue;
        if (auto wrong = flush()) return wrong;
    }
    return flush();
}

void Import::row(const feeds::CsvRows& row, const Columns& columns)
{
    const auto cell = [&row](int column) {
        return column >= 0 && static_cast<std::size_t>(column) < row.count()
                   ? QString::fromUtf8(QByteArrayView(row.fields()[static_cast<std::size_t>(column)])).trimmed()
                   : QString();
    };
    city::Observation one;
    one.place = {cell(columns.kind), cell(columns.place)};
    one.quantity = cell(columns.quantity);
    if (one.place.kind.isEmpty() || one.place.id.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Message", "has no place"), {});
    const auto quantity = m_quantities.constFind(one.quantity);
    if (quantity == m_quantities.cend())
        return refuse(QT_TRANSLATE_NOOP("Message", "unknown quantity “%1”"), one.quantity);
    bool isNumber = false;
    one.value = cell(columns.value).toDouble(&isNumber);
    if (cell(columns.value).isEmpty()) return; // no data is no row
    if (!isNumber || !std::isfinite(one.value))
        return refuse(QT_TRANSLATE_NOOP("Message", "“%1” is no number"), cell(columns.value));
    const auto observed = city::fromIso(cell(columns.observed));
    if (!observed)
        return refuse(QT_TRANSLATE_NOOP("Message", "“%1” is no time with an offset"), cell(columns.observed));
    one.observedAt = *observed;
    const QString unit = cell(columns.unit);
    const auto value =
        unit.isEmpty() ? std::optional(one.value) : city::convertUnit(one.value, unit, quantity->unit);
    if (!value) return refuse(QT_TRANSLATE_NOOP("Message", "unit “%1” is not one of the quantity"), unit);
    one.value = *value;
    one.unit = quantity->unit;
    if (*value < quantity->least.value_or(*value) || *value > quantity->most.value_or(*value))
        return refuse(QT_TRANSLATE_NOOP("Message", "“%1” is outside of what is possible"),
                      cell(columns.value));
    const auto learned =
        cell(columns.learned).isEmpty() ? std::optional(m_now) : city::fromIso(cell(columns.learned));
    if (!learned)
        return refuse(QT_TRANSLATE_NOOP("Message", "“%1” is no time with an offset"), cell(columns.learned));
    one.receivedAt = *learned;
    m_batch.push_back(std::move(one));
}

void Import::refuse(const char* why, const QString& what)
{
    if (++m_refused > problemsShown) return;
    const city::Problem problem{
        QStringLiteral("#%1").arg(m_rows), {}, {why, what.isEmpty() ? QStringList() : QStringList{what}}};
    std::fprintf(stderr, "%s\n", qPrintable(problem.toString().simplified()));
}

std::optional<city::Problem> Import::flush()
{
    const auto written = m_store.append(m_feed, std::exchange(m_batch, {})).result();
    if (!written.ok()) return written.problem();
    m_news += *written;
    return std::nullopt;
}

} // namespace

int runImport(const QStringList& words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "Command", "Takes series out of a CSV file into a history file, which is made if it is not there. "
                   "The first line names the columns: place_kind, "
                   "place, quantity, observed_at, value, and perhaps unit and learned_at. Exit status: 0 all "
                   "rows were good, 1 some were refused or "
                   "nothing could be done, 2 wrong usage."));
    parser.addOption(commandOption("store", QT_TRANSLATE_NOOP("Command", "History file."), "FILE"));
    parser.addOption(commandOption(
        "feed", QT_TRANSLATE_NOOP("Command", "Under which name the values stand (\"import\")."), "NAME"));
    parser.addPositionalArgument(QStringLiteral("FILE.csv"),
                                 QCoreApplication::translate("Command", "UTF-8, RFC 4180."));
    int status = Done;
    if (!parseWords(parser, QStringLiteral("import"), words, status)) return status;
    if (!parser.isSet(QStringLiteral("store")))
        return complain(
            QCoreApplication::translate("Command", "--%1 is missing.").arg(QStringLiteral("store")),
            WrongUsage);
    if (parser.positionalArguments().size() != 1)
        return complain(QCoreApplication::translate("Command", "One CSV file is needed."), WrongUsage);

    QFile file(parser.positionalArguments().front());
    if (!file.open(QIODevice::ReadOnly))
        return complain(file.fileName() + QStringLiteral(": ") + file.errorString(), Failed);
    const CatalogueReading catalogues = readCatalogues(resourceFolder());
    history::HistoryStore store(parser.value(QStringLiteral("store")));
    const auto opened = store.opened().result();
    if (!opened.ok()) return complain(opened.problem().toString(), Failed);
    const QString feed = parser.isSet(QStringLiteral("feed")) ? parser.value(QStringLiteral("feed"))
                                                              : QStringLiteral("import");
    Import import(store, feed, *catalogues.quantities, city::SystemClock().now());
    if (const auto wrong = import.take(file.readAll())) return complain(wrong->toString(), Failed);
    std::printf("%s\n",
                qPrintable(QCoreApplication::translate("Command", "%1 rows read, %2 were news, %3 refused")
                               .arg(import.rows())
                               .arg(import.news())
                               .arg(import.refused())));
    return import.refused() == 0 ? Done : Failed;
}

} // namespace app
