// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/city/time.h"

#include <QString>
#include <QStringList>
#include <memory>

namespace app {

/// A spreadsheet (XLSX) written row by row in little memory: rows of a sheet from the first to the last, sheet after
/// sheet. Numbers are numbers, times are times, and no text is ever taken for a formula. The file appears at `finish`,
/// whole, or not at all. One thread.
class Workbook {
public:
    /// `about`: the title shown in the file's properties; `comments`: a text that travels with it.
    Workbook(const QString& file, const QString& about, const QString& comments);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    /// Begins a sheet; its name is cut to what the format allows and made different from those before. `widths` of its
    /// columns in characters.
    void sheet(const QString& name, const QList<int>& widths, int frozenRows = 0);

    enum class Look { Plain, Title, Head, Muted };
    Workbook& text(const QString& text, Look look = Look::Plain);
    Workbook& number(double value, int decimals);
    Workbook& time(city::Instant at, const QTimeZone& zone); ///< As the city's clocks show it.
    Workbook& skip();
    void endRow();

    /// Nothing, or why there is no file.
    std::optional<city::Problem> finish();

private:
    struct Parts;
    std::unique_ptr<Parts> d;
};

} // namespace app
