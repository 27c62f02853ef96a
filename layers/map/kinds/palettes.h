// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QColor>
#include <QStringList>
#include <vector>

namespace map {

/// A published set of colours, as resources/styles/palettes.json holds them.
struct Palette {
    enum class Type : unsigned char { Sequential, Diverging, Qualitative };

    QString name;
    Type type = Type::Sequential;
    bool blindSafe = false;                ///< Told apart by every common kind of colour vision.
    std::vector<QColor> ramp;              ///< To be cut into any number of classes; or
    std::vector<std::vector<QColor>> sets; ///< the colours for 3, 4, ... classes.

    /// Colours of `count` classes, lowest first. Of a qualitative one they begin again after the last.
    std::vector<QColor> colours(int count, bool reversed = false) const;
    /// Between the ends of a sequential or diverging one, 0 to 1.
    QColor at(double part) const;
};

/// All palettes, those that are safe for the colour-blind first.
struct Palettes {
    std::vector<Palette> all;

    /// Null when there is none of that name.
    const Palette* find(const QString& name) const;
    QStringList names() const;
};

city::Result<Palettes> readPalettes(const QString& file);

} // namespace map
