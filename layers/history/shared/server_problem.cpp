// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/shared/server_problem.h"

namespace history {

namespace {

city::Problem problem(const char* text, const QStringList& values)
{
    return {{}, {}, {text, values}};
}

/// For a class ("08") or one code ("53100") of SQLSTATE.
struct Meaning {
    const char* code;
    const char* text;
};

constexpr Meaning meanings[] = {
    {"08",
     QT_TRANSLATE_NOOP("Message",
                       "The shared store %1 cannot be reached (%2). Its server may be down, or the network "
                       "between; it is tried again by itself.")},
    {"57P",
     QT_TRANSLATE_NOOP("Message",
                       "The shared store %1 is being stopped or started (%2). It is tried again by itself.")},
    {"28",
     QT_TRANSLATE_NOOP(
         "Message", "The shared store %1 refused this user (%2). Check the user in the address, and what its "
                    "administrator lets in.")},
    {"42501",
     QT_TRANSLATE_NOOP(
         "Message", "This user may not do that in the shared store %1 (%2). Ask its owner for a role: GRANT "
                    "cityops_viewer, cityops_operator, cityops_collector or cityops_auditor TO the user.")},
    {"53100",
     QT_TRANSLATE_NOOP("Message", "The disk of the shared store %1 is full (%2). Tell its administrator.")},
    {"53", QT_TRANSLATE_NOOP(
               "Message",
               "The server of the shared store %1 has no room left for this (%2). Tell its administrator.")},
    {"55P03", QT_TRANSLATE_NOOP(
                  "Message",
                  "The shared store %1 was busy for too long (%2). It is tried again with what comes next.")},
    {"25006",
     QT_TRANSLATE_NOOP(
         "Message", "The shared store %1 may only be read just now (%2). Its address may lead to a standby "
                    "server: add target_session_attrs=read-write.")},
    {"42P01",
     QT_TRANSLATE_NOOP(
         "Message",
         "The shared store %1 lacks a table (%2). Its owner can make it whole: cityops store init.")},
    {"3D000",
     QT_TRANSLATE_NOOP("Message",
                       "There is no database for the shared store %1 (%2). Make it (createdb), then: cityops "
                       "store init.")},
};

} // namespace

city::Problem unreachable(const QString& store, const QSqlError& error)
{
    return problem(meanings[0].text, {store, error.databaseText()});
}

city::Problem refusedPassword(const QString& store, const QSqlError& error)
{
    return problem(QT_TRANSLATE_NOOP(
                       "Message",
                       "The shared store %1 wants a password, or another one (%2). Put it into the keyring "
                       "(cityops secret set store), ~/.pgpass or PGPASSWORD."),
                   {store, error.databaseText()});
}

city::Problem schemaMissing(const QString& store)
{
    return problem(
        QT_TRANSLATE_NOOP("Message",
                          "%1 holds no store of this program yet. Its owner makes one: cityops store init."),
        {store});
}

city::Problem schemaOld(const QString& store)
{
    return problem(
        QT_TRANSLATE_NOOP(
            "Message",
            "The shared store %1 is of an older version of this program. Its owner brings it up to "
            "date: cityops store init."),
        {store});
}

city::Problem schemaNew(const QString& store)
{
    return problem(
        QT_TRANSLATE_NOOP("Message",
                          "The shared store %1 is of a newer version of this program. Use that version."),
        {store});
}

city::Problem rightsMissing(const QString& store)
{
    return problem(meanings[3].text, {store, QStringLiteral("USAGE, cityops")});
}

city::Problem postgisMissing(const QString& store, const QSqlError& error)
{
    return problem(
        QT_TRANSLATE_NOOP("Message",
                          "The database %1 lacks PostGIS (%2). Install it on the server (Debian: "
                          "postgresql-15-postgis-3) and let its administrator run CREATE EXTENSION postgis."),
        {store, error.databaseText()});
}

bool isPassing(const QSqlError& error)
{
    const QString code = error.nativeErrorCode();
    return code.startsWith(QLatin1String("53")) || code.startsWith(QLatin1String("40")) ||
           code == QLatin1String("55P03") || code == QLatin1String("57014");
}

city::Problem serverProblem(const QString& store, const QSqlError& error)
{
    const QString code = error.nativeErrorCode();
    for (const Meaning& one : meanings) {
        if (code.startsWith(QLatin1String(one.code))) return problem(one.text, {store, error.databaseText()});
    }
    return problem(QT_TRANSLATE_NOOP("Message", "The shared store %1 could not be used (%2)."),
                   {store, error.databaseText()});
}

} // namespace history
