// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QSqlError>

/// What goes wrong with a shared store: what, where, and what to do next. `store` is its name for people.
/// Pure functions.
namespace history {

city::Problem unreachable(const QString& store, const QSqlError& error);
city::Problem refusedPassword(const QString& store, const QSqlError& error);
city::Problem schemaMissing(const QString& store);
city::Problem schemaOld(const QString& store);
city::Problem schemaNew(const QString& store);
city::Problem rightsMissing(const QString& store);
city::Problem postgisMissing(const QString& store, const QSqlError& error);
/// Whether it may go well another time: locked, given up for its length, out of space or memory.
bool isPassing(const QSqlError& error);
/// By the server's SQLSTATE.
city::Problem serverProblem(const QString& store, const QSqlError& error);

} // namespace history
