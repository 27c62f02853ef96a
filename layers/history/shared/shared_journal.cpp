// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/shared/shared_journal.h"

#include "layers/history/told.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <QSysInfo>
#include <QUuid>

namespace history {

namespace {

using namespace std::chrono_literals;

constexpr int leaseMs = 5000; ///< So long after the last word of who judges another takes over.
constexpr city::Duration pastRead = 24h;
constexpr int mostPast = 200'000;

/// Of no other program, and of use to who looks for it.
QString nameOfThis()
{
    return QSysInfo::machineHostName() + QLatin1Char('/') +
           QString::number(QCoreApplication::applicationPid()) + QLatin1Char('/') +
           QUuid::createUuid().toString(QUuid::WithoutBraces).left(8);
}

/// No text of PostgreSQL holds a zero.
QString clean(QString text)
{
    return text.remove(QChar(u'\0'));
}

QJsonValue unlessEmpty(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(clean(text));
}

QString listOf(const std::vector<JournalEntry>& entries)
{
    QJsonArray list;
    for (const JournalEntry& one : entries)
        list.append(
            QJsonObject{{QStringLiteral("e"), QString::fromUtf8(one.text)},
                        {QStringLiteral("t"), stampOf(one.at)},
                        {QStringLiteral("a"), unlessEmpty(one.alarm)},
                        {QStringLiteral("f"), unlessEmpty(one.feed)},
                        {QStringLiteral("r"), one.request > 0 ? QJsonValue(one.request) : QJsonValue()}});
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

QString listOf(const std::vector<JournalFact>& facts)
{
    QJsonArray list;
    for (const JournalFact& one : facts)
        list.append(QJsonObject{{QStringLiteral("a"), clean(one.alarm)},
                                {QStringLiteral("f"), unlessEmpty(one.feed)},
                                {QStringLiteral("j"), unlessEmpty(QString::fromUtf8(one.text))}});
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

} // namespace

SharedJournal::SharedJournal(const QString& url, const QString& password, Fitness fitness,
                             const QString& spool, QObject* parent)
    : AlarmJournal(parent), m_fitness(fitness), m_holder(nameOfThis())
{
    m_jobs.moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("alarms"));
    m_thread.start();
    m_jobs.post(Qt::NormalEventPriority, [this, url, password, spool] {
        m_spool = std::make_unique<RequestSpool>(spool);
        m_database = std::make_unique<SharedDatabase>(url, password);
        watch();
    });
}

SharedJournal::~SharedJournal()
{
    m_jobs.post(Qt::NormalEventPriority, [this] {
        if (m_isOurs && m_database->isOpen() && !m_database->isLost())
            asked(QStringLiteral("SELECT leave_alarms(?)"), {m_holder});
        m_database.reset();
        m_spool.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

template<typename T, typename Job> QFuture<city::Result<T>> SharedJournal::run(Job job)
{
    auto promise = std::make_shared<QPromise<city::Result<T>>>();
    promise->start();
    m_jobs.post(Qt::NormalEventPriority, [promise, job = std::move(job)]() mutable {
        promise->addResult(job());
        promise->finish();
    });
    return promise->future();
}

void SharedJournal::watch()
{
    m_database->watch([this](const StoreTold& told) {
        if (told.isLost) m_database->lose();
        if (told.isLost || told.alarms) Q_EMIT news();
    });
}

QFuture<city::Result<std::vector<QByteArray>>> SharedJournal::opened()
{
    return QtFuture::makeReadyFuture(city::Result<std::vector<QByteArray>>(std::vector<QByteArray>()));
}

QFuture<city::Result<JournalTurn>> SharedJournal::turn(std::optional<city::Instant> judgedAt, bool mayJudge)
{
    return run<JournalTurn>([this, judgedAt, mayJudge]() -> city::Result<JournalTurn> {
        if (auto away = reach()) return *away;
        if (auto away = deliver()) return *away;
        auto turn = takeTurn(judgedAt, mayJudge);
        m_database->hear();
        return turn;
    });
}

QFuture<city::Result<AlarmJournal::Kept>> SharedJournal::keep(JournalPage page)
{
    return run<Kept>([this, page = std::move(page)]() -> city::Result<Kept> {
        if (!m_database->isOpen() || m_database->isLost()) return Kept::Away;
        auto kept = write(page);
        if (!kept && m_database->isLost()) return Kept::Away;
        m_database->hear();
        return kept;
    });
}

QFuture<city::Result<AlarmJournal::Asked>> SharedJournal::ask(QByteArray request)
{
    return run<Asked>([this, request = std::move(request)]() -> city::Result<Asked> {
        const RequestSpool::Waiting one{QUuid::createUuid().toString(QUuid::WithoutBraces), request};
        if (!m_spool->waiting().empty() || reach()) {
            m_spool->add(one);
            return Asked::Waiting;
        }
        const auto problem = askNow(one);
        if (!problem) return Asked::Done;
        if (!m_database->isLost() && !m_database->takeBusy()) return *problem;
        m_spool->add(one);
        return Asked::Waiting;
    });
}

/// The connection is there, or is made; why not.
std::optional<city::Problem> SharedJournal::reach()
{
    if (m_database->isOpen() && !m_database->isLost()) return std::nullopt;
    m_database->lose();
    m_mayJudge.reset();
    m_isOurs = false;
    if (m_database->reopen()) return std::nullopt;
    return m_database->problem();
}

city::Result<QSqlQuery> SharedJournal::asked(const QString& sql, const QVariantList& values)
{
    auto prepared = m_database->prepared(sql);
    if (!prepared) return prepared;
    QSqlQuery& query = prepared.value();
    for (const QVariant& value : values)
        query.addBindValue(value);
    if (!query.exec()) return m_database->explain(query.lastError());
    return prepared;
}

std::optional<city::Problem> SharedJournal::askNow(const RequestSpool::Waiting& one)
{
    const auto done =
        asked(QStringLiteral("SELECT ask_alarms(?, ?)"), {one.name, QString::fromUtf8(one.request)});
    return done ? std::nullopt : std::optional(done.problem());
}

/// What waited, in its order. What the store refuses for good is told and left out.
std::optional<city::Problem> SharedJournal::deliver()
{
    while (!m_spool->waiting().empty()) {
        const auto problem = askNow(m_spool->waiting().front());
        if (problem && (m_database->isLost() || m_database->takeBusy())) return problem;
        if (problem) Q_EMIT refused(*problem);
        m_spool->dropFirst();
    }
    return std::nullopt;
}

city::Result<JournalTurn> SharedJournal::takeTurn(std::optional<city::Instant> judgedAt, bool mayJudge)
{
    JournalTurn turn;
    const auto fit = isFit();
    if (!fit) return fit.problem();
    const auto ours = *fit && mayJudge ? claim(judgedAt) : city::Result<bool>(false);
    if (!ours) return ours.problem();
    turn.isOurs = *ours;
    turn.begins = turn.isOurs && !m_isOurs;
    if (auto problem = follow(turn)) return *problem;
    turn.isAlone = !*fit && !turn.judgedAt;
    if (turn.isOurs)
        if (auto problem = readForJudge(turn)) return *problem;
    m_isOurs = turn.isOurs;
    return turn;
}

/// By what it is and by the rights of its user.
city::Result<bool> SharedJournal::isFit()
{
    if (m_fitness == Fitness::Never) return false;
    if (m_mayJudge) return *m_mayJudge;
    auto may = asked(
        QStringLiteral(
            "SELECT has_function_privilege('keep_alarms(text, text, text, bigint, bigint, text, text)', "
            "'EXECUTE')"),
        {});
    if (!may) return may.problem();
    m_mayJudge = may.value().next() && may.value().value(0).toBool();
    return *m_mayJudge;
}

city::Result<bool> SharedJournal::claim(std::optional<city::Instant> judgedAt)
{
    auto taken = asked(QStringLiteral("SELECT take_alarm_turn(?, ?, ?, ?)"),
                       {m_holder, static_cast<int>(m_fitness), leaseMs,
                        judgedAt ? QVariant(stampOf(*judgedAt)) : QVariant()});
    if (!taken) return taken.problem();
    return taken.value().next() && taken.value().value(0).toBool();
}

/// What others did since the last turn.
std::optional<city::Problem> SharedJournal::follow(JournalTurn& turn)
{
    auto judge =
        asked(QStringLiteral(
                  "SELECT number, version, judged_at, until > clock_timestamp(), summary FROM alarm_judge"),
              {});
    if (!judge) return judge.problem();
    QSqlQuery& row = judge.value();
    if (!row.next()) return std::nullopt;
    const qint64 number = row.value(0).toLongLong(), version = row.value(1).toLongLong();
    if (!row.isNull(2)) turn.judgedAt = instantOf(row.value(2).toLongLong());
    turn.isKept = row.value(3).toBool();
    turn.isAnew = !m_number;
    if (!m_number) {
        if (auto problem = readPast(turn, number)) return problem;
    } else if (number > *m_number) {
        if (auto problem = readEntries(turn, *m_number)) return problem;
    }
    if (version > m_version || turn.isAnew) {
        turn.summary = row.value(4).toByteArray();
        if (auto problem = readFacts(turn)) return problem;
    }
    m_number = std::max(m_number.value_or(0), number);
    m_version = std::max(m_version, version);
    return std::nullopt;
}

std::optional<city::Problem> SharedJournal::readEntries(JournalTurn& turn, qint64 from)
{
    auto entries = asked(
        QStringLiteral("SELECT entry, number FROM alarm_trail WHERE number > ? ORDER BY number"), {from});
    if (!entries) return entries.problem();
    while (entries.value().next()) {
        turn.entries.push_back(entries.value().value(0).toByteArray());
        m_number = entries.value().value(1).toLongLong();
    }
    return std::nullopt;
}

std::optional<city::Problem> SharedJournal::readPast(JournalTurn& turn, qint64 until)
{
    const city::Instant from = turn.judgedAt.value_or(city::Instant()) - pastRead;
    auto entries =
        asked(QStringLiteral(
                  "SELECT entry FROM (SELECT entry, number FROM alarm_trail WHERE at >= ? AND number <= ? "
                  "ORDER BY number DESC LIMIT %1) AS p ORDER BY number")
                  .arg(mostPast),
              {stampOf(from), until});
    if (!entries) return entries.problem();
    while (entries.value().next())
        turn.past.push_back(entries.value().value(0).toByteArray());
    return std::nullopt;
}

std::optional<city::Problem> SharedJournal::readFacts(JournalTurn& turn)
{
    auto facts =
        turn.isAnew
            ? asked(QStringLiteral("SELECT alarm, feed, fact, version FROM alarm_now WHERE fact IS NOT NULL"),
                    {})
            : asked(QStringLiteral("SELECT alarm, feed, fact, version FROM alarm_now WHERE version > ?"),
                    {m_version});
    if (!facts) return facts.problem();
    QSqlQuery& row = facts.value();
    while (row.next()) {
        turn.facts.push_back({row.value(0).toString(), row.value(1).toString(), row.value(2).toByteArray()});
        m_version = std::max(m_version, row.value(3).toLongLong());
    }
    return std::nullopt;
}

/// What it takes to judge: once what is remembered, each time what operators asked for.
std::optional<city::Problem> SharedJournal::readForJudge(JournalTurn& turn)
{
    if (!m_isOurs) {
        auto memory = asked(QStringLiteral("SELECT coalesce(memory, '{}') FROM alarm_judge"), {});
        if (!memory) return memory.problem();
        if (memory.value().next()) turn.memory = memory.value().value(0).toByteArray();
    }
    auto requests = asked(QStringLiteral("SELECT number, request, asked_by FROM alarm_request WHERE number > "
                                         "(SELECT request FROM alarm_judge) ORDER BY number"),
                          {});
    if (!requests) return requests.problem();
    QSqlQuery& row = requests.value();
    while (row.next())
        turn.requests.push_back(
            {row.value(0).toLongLong(), row.value(1).toByteArray(), row.value(2).toString()});
    return std::nullopt;
}

city::Result<AlarmJournal::Kept> SharedJournal::write(const JournalPage& page)
{
    auto kept = asked(QStringLiteral("SELECT keep_alarms(?, ?, ?, ?, ?, ?, ?)"),
                      {m_holder, listOf(page.entries), listOf(page.facts), stampOf(page.judgedAt),
                       page.applied, QString::fromUtf8(page.summary),
                       page.memory.isEmpty() ? QVariant() : QVariant(QString::fromUtf8(page.memory))});
    if (!kept) return kept.problem();
    const qint64 version = kept.value().next() ? kept.value().value(0).toLongLong() : -1;
    m_isOurs = version >= 0;
    if (version < 0) return Kept::NotOurs;
    m_version = version;
    m_number = m_number.value_or(0) + static_cast<qint64>(page.entries.size());
    return Kept::Done;
}

} // namespace history
