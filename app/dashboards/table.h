// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/aggregate.h"
#include "app/dashboards/levels.h"

namespace app {

/// The ranked table of the dashboard in focus.
widgets::TableData table(const Scope& scope);

/// Rows by what the spec lists.
void addPlaceRows(const Scope& scope, const TableSpec& spec, widgets::TableData& table);
void addAreaRows(const Scope& scope, const TableSpec& spec, widgets::TableData& table);
void addAlertRows(const Scope& scope, const TableSpec& spec, widgets::TableData& table);
void addEventRows(const Scope& scope, const TableSpec& spec, widgets::TableData& table);
void addFeedRows(const Scope& scope, const TableSpec& spec, widgets::TableData& table);

/// A value with its swatch; muted and told by its freshness where it is not current.
widgets::TableCell valueCell(const Measure& measure, const Reading& reading);
widgets::TableCell valueCell(const Measure& measure, const Aggregated& value, const QString& how);
widgets::TableCell levelCell(const Scope& scope, const Measure& measure, std::optional<double> value);
widgets::TableCell ageCell(const Scope& scope, std::optional<city::Instant> at, city::Freshness freshness);
widgets::TableCell timeCell(const Scope& scope, std::optional<city::Instant> at);
widgets::TableCell textCell(const QString& text);

/// The quantity `level` and `age` speak of: the sort column when it is a quantity with a scale, else the first such
/// column, else the first quantity.
QString leadingQuantity(const Scope& scope, const TableSpec& spec);
/// The column without the sign of its direction.
QString sortColumn(const TableSpec& spec);

} // namespace app
