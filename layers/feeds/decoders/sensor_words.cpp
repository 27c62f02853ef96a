// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/sensor_words.h"

#include "layers/city/quantity.h"

#include <QRegularExpression>
#include <array>

namespace feeds {

namespace {

struct Word {
    const char* said; ///< In lower case.
    const char* means;
};

constexpr std::array<Word, 49> unitWords{{
    {"ug/m3", "ug/m3"},
    {"ug/m^3", "ug/m3"},
    {"ug-m3", "ug/m3"},
    {"ug.m-3", "ug/m3"},
    {"microgram per cubic meter", "ug/m3"},
    {"micrograms per cubic meter", "ug/m3"},
    {"microgram per cubic metre", "ug/m3"},
    {"mg/m3", "mg/m3"},
    {"c", "Cel"},
    {"cel", "Cel"},
    {"\u00b0c", "Cel"},
    {"\u2103", "Cel"},
    {"degc", "Cel"},
    {"celsius", "Cel"},
    {"degree celsius", "Cel"},
    {"degrees celsius", "Cel"},
    {"f", "[degF]"},
    {"\u00b0f", "[degF]"},
    {"degf", "[degF]"},
    {"kelvin", "K"},
    {"%", "%"},
    {"percent", "%"},
    {"percentage", "%"},
    {"ppm", "[ppm]"},
    {"[ppm]", "[ppm]"},
    {"ppb", "[ppb]"},
    {"[ppb]", "[ppb]"},
    {"hpa", "hPa"},
    {"pa", "Pa"},
    {"mb", "mbar"},
    {"mbar", "mbar"},
    {"metre", "m"},
    {"meter", "m"},
    {"centimetre", "cm"},
    {"centimeter", "cm"},
    {"millimetre", "mm"},
    {"millimeter", "mm"},
    {"m/s", "m/s"},
    {"metre per second", "m/s"},
    {"meter per second", "m/s"},
    {"km/h", "km/h"},
    {"kmh", "km/h"},
    {"knot", "[kn_i]"},
    {"kn", "[kn_i]"},
    {"\u00b0", "deg"},
    {"degree", "deg"},
    {"degrees", "deg"},
    {"m3/s", "m3/s"},
    {"volt", "V"},
}};

/// By the name without anything but letters and digits.
constexpr std::array<Word, 33> quantityWords{{
    {"pm25", "pm2.5"},
    {"pm2p5", "pm2.5"},
    {"pm10", "pm10"},
    {"pm1", "pm1"},
    {"pm100", "pm10"},
    {"o3", "o3"},
    {"ozone", "o3"},
    {"no2", "no2"},
    {"nitrogendioxide", "no2"},
    {"so2", "so2"},
    {"sulphurdioxide", "so2"},
    {"sulfurdioxide", "so2"},
    {"co", "co"},
    {"carbonmonoxide", "co"},
    {"no", "no"},
    {"nox", "nox"},
    {"temperature", "air.temperature"},
    {"airtemperature", "air.temperature"},
    {"temp", "air.temperature"},
    {"humidity", "air.humidity"},
    {"relativehumidity", "air.humidity"},
    {"rh", "air.humidity"},
    {"pressure", "air.pressure"},
    {"airpressure", "air.pressure"},
    {"barometricpressure", "air.pressure"},
    {"windspeed", "wind.speed"},
    {"winddirection", "wind.direction"},
    {"waterlevel", "water.level"},
    {"waterdepth", "water.depth"},
    {"rainfall", "rain.reported"},
    {"precipitation", "rain.reported"},
    {"co2", "co2"},
    {"carbondioxide", "co2"},
}};

template<std::size_t Count> const char* meaning(const std::array<Word, Count>& words, const QString& said)
{
    for (const Word& word : words) {
        if (said == QString::fromUtf8(word.said)) return word.means;
    }
    return nullptr;
}

/// Both signs of micro as "u", raised digits as plain ones, lower case, single blanks.
QString plain(const QString& text)
{
    QString made = text.simplified().toLower();
    made.replace(QChar(0x00B5), QLatin1Char('u')).replace(QChar(0x03BC), QLatin1Char('u'));
    made.replace(QChar(0x00B3), QLatin1Char('3')).replace(QChar(0x00B2), QLatin1Char('2'));
    return made;
}

bool isGas(const QString& quantity)
{
    static constexpr std::array<const char*, 7> gases{"o3", "no2", "so2", "co", "no", "nox", "co2"};
    return std::any_of(gases.begin(), gases.end(),
                       [&](const char* gas) { return quantity == QLatin1String(gas); });
}

} // namespace

QString ucumOf(const QString& symbol, const QString& name)
{
    const QString stated = symbol.trimmed();
    if (city::isKnownUnit(stated)) return stated;
    for (const QString& said : {plain(symbol), plain(name)}) {
        if (said.isEmpty()) continue;
        if (const char* unit = meaning(unitWords, said)) return QString::fromLatin1(unit);
        if (city::isKnownUnit(said)) return said;
    }
    return stated.isEmpty() ? name.trimmed() : stated;
}

QString quantityOf(const QString& name, const QString& ucum)
{
    static const QRegularExpression other(QStringLiteral("[^a-z0-9]"));
    static const QRegularExpression blank(QStringLiteral("\\s+"));
    const QString said = name.simplified().toLower();
    const char* known = meaning(quantityWords, QString(said).remove(other));
    if (!known) return QString(said).replace(blank, QStringLiteral("-"));
    const QString quantity = QString::fromLatin1(known);
    const bool byMass = isGas(quantity) && ucum.endsWith(QLatin1String("g/m3"));
    return byMass ? quantity + QStringLiteral(".mass") : quantity;
}

} // namespace feeds
