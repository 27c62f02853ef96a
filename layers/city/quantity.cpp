// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/quantity.h"

#include <array>
#include <numbers>

namespace city {

namespace {

enum class Dimension {
    Number,
    Length,
    Time,
    Speed,
    Mass,
    MassConcentration,
    Temperature,
    Pressure,
    Angle,
    Fraction,
    VolumeFlow,
    Rate,
    Acceleration,
    Voltage,
    Area,
    Density,
    LineDensity,
    Power
};

struct Unit {
    const char* code;
    Dimension dimension;
    double factor; ///< value * factor + offset is the value in the dimension's base unit
    double offset = 0;
};

constexpr std::array<Unit, 50> units{{
    {"1", Dimension::Number, 1},
    {"{person}", Dimension::Number, 1},
    {"{vehicle}", Dimension::Number, 1},
    {"{case}", Dimension::Number, 1},
    {"%", Dimension::Number, 0.01},
    {"[ppm]", Dimension::Fraction, 1e-6},
    {"[ppb]", Dimension::Fraction, 1e-9},
    {"m", Dimension::Length, 1},
    {"km", Dimension::Length, 1000},
    {"cm", Dimension::Length, 0.01},
    {"mm", Dimension::Length, 0.001},
    {"[ft_i]", Dimension::Length, 0.3048},
    {"[mi_i]", Dimension::Length, 1609.344},
    {"s", Dimension::Time, 1},
    {"ms", Dimension::Time, 0.001},
    {"min", Dimension::Time, 60},
    {"h", Dimension::Time, 3600},
    {"d", Dimension::Time, 86400},
    {"m/s", Dimension::Speed, 1},
    {"cm/s", Dimension::Speed, 0.01},
    {"km/h", Dimension::Speed, 1 / 3.6},
    {"[mi_i]/h", Dimension::Speed, 0.44704},
    {"[kn_i]", Dimension::Speed, 1852.0 / 3600},
    {"mm/h", Dimension::Speed, 0.001 / 3600},
    {"kg", Dimension::Mass, 1},
    {"g", Dimension::Mass, 0.001},
    {"g/m3", Dimension::MassConcentration, 1},
    {"mg/m3", Dimension::MassConcentration, 1e-3},
    {"ug/m3", Dimension::MassConcentration, 1e-6},
    {"K", Dimension::Temperature, 1},
    {"Cel", Dimension::Temperature, 1, 273.15},
    {"[degF]", Dimension::Temperature, 5.0 / 9, 459.67 * 5 / 9},
    {"Pa", Dimension::Pressure, 1},
    {"hPa", Dimension::Pressure, 100},
    {"mbar", Dimension::Pressure, 100},
    {"deg", Dimension::Angle, 1},
    {"rad", Dimension::Angle, 180 / std::numbers::pi},
    {"m3/s", Dimension::VolumeFlow, 1},
    {"/h", Dimension::Rate, 1.0 / 3600},
    {"/min", Dimension::Rate, 1.0 / 60},
    {"/(5.min)", Dimension::Rate, 1.0 / 300},
    {"m/s2", Dimension::Acceleration, 1},
    {"Gal", Dimension::Acceleration, 0.01},
    {"V", Dimension::Voltage, 1},
    {"m2", Dimension::Area, 1},
    {"km2", Dimension::Area, 1e6},
    {"/m2", Dimension::Density, 1},
    {"/km", Dimension::LineDensity, 0.001},
    {"/[mi_i]", Dimension::LineDensity, 1 / 1609.344},
    {"kW", Dimension::Power, 1},
}};

const Unit* find(const QString& code)
{
    for (const Unit& unit : units) {
        if (code == QLatin1String(unit.code)) return &unit;
    }
    return nullptr;
}

} // namespace

std::optional<double> convertUnit(double value, const QString& from, const QString& to)
{
    if (from == to) return value;
    const Unit* a = find(from);
    const Unit* b = find(to);
    if (!a || !b || a->dimension != b->dimension) return std::nullopt;
    return (value * a->factor + a->offset - b->offset) / b->factor;
}

bool isKnownUnit(const QString& unit)
{
    return find(unit) != nullptr;
}

} // namespace city
