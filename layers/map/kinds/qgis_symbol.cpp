// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/qgis_symbol.h"

#include <QSet>

namespace map {

namespace {

/// The properties of one symbol layer: newer files hold them as <Option>, older ones as <prop>.
class Properties {
public:
    Properties(const XmlElement& layer, std::vector<city::Message>& notUnderstood) : m_left(notUnderstood)
    {
        for (const XmlElement* prop : layer.all("prop"))
            m_values.insert(prop->attribute("k"), prop->attribute("v"));
        for (const XmlElement* option : layer.child("Option").all("Option"))
            m_values.insert(option->attribute("name"), option->attribute("value"));
    }

    QString text(const char* key) const { return m_values.value(QLatin1String(key)); }
    double pixels(const char* key, const char* unitKey, double otherwise)
    {
        if (text(key).isEmpty()) return otherwise;
        if (const auto length = qgisPixels(text(key), text(unitKey))) return *length;
        leave(QT_TRANSLATE_NOOP("Message", "the unit %1 of a size"), text(unitKey));
        return otherwise;
    }
    void leave(const char* what, const QString& detail) { m_left.push_back({what, {detail}}); }

private:
    QHash<QString, QString> m_values;
    std::vector<city::Message>& m_left;
};

void readMarker(Properties& of, double opacity, QgisSymbol& symbol)
{
    static const QHash<QString, Shape> shapes{{QStringLiteral("circle"), Shape::Circle},
                                              {QStringLiteral("square"), Shape::Square},
                                              {QStringLiteral("rectangle"), Shape::Square},
                                              {QStringLiteral("diamond"), Shape::Diamond},
                                              {QStringLiteral("triangle"), Shape::Triangle},
                                              {QStringLiteral("equilateral_triangle"), Shape::Triangle},
                                              {QStringLiteral("cross_fill"), Shape::Cross}};
    symbol.colour = qgisColour(of.text("color"), opacity);
    symbol.look.radius = of.pixels("size", "size_unit", 2 * symbol.look.radius) / 2;
    const auto shape = shapes.constFind(of.text("name"));
    if (shape != shapes.cend())
        symbol.look.shape = *shape;
    else
        of.leave(QT_TRANSLATE_NOOP("Message", "the marker %1 (a circle is drawn)"), of.text("name"));
    if (of.text("outline_style") != QLatin1String("no") && of.text("outline_width").toDouble() > 0)
        of.leave(QT_TRANSLATE_NOOP("Message", "the outline of markers, %1 wide"), of.text("outline_width"));
    if (of.text("angle").toDouble() != 0)
        of.leave(QT_TRANSLATE_NOOP("Message", "markers turned by %1 degrees"), of.text("angle"));
}

void readLine(Properties& of, double opacity, QgisSymbol& symbol)
{
    symbol.colour = qgisColour(of.text("line_color"), opacity);
    symbol.look.width = of.pixels("line_width", "line_width_unit", symbol.look.width);
    symbol.look.offset = of.pixels("offset", "offset_unit", 0); // to the right in both
    const QString stroke = of.text("line_style");
    if (of.text("use_custom_dash") == QLatin1String("1"))
        of.leave(QT_TRANSLATE_NOOP("Message", "the dashes %1"), of.text("customdash"));
    else if (stroke == QLatin1String("dash"))
        symbol.look.stroke = Stroke::Dashed;
    else if (stroke == QLatin1String("dot"))
        symbol.look.stroke = Stroke::Dotted;
    else if (stroke == QLatin1String("dash dot"))
        symbol.look.stroke = Stroke::DashDot;
    else if (stroke != QLatin1String("solid"))
        of.leave(QT_TRANSLATE_NOOP("Message", "the line style %1"), stroke);
}

void readFill(Properties& of, double opacity, QgisSymbol& symbol)
{
    const QString style = of.text("style");
    symbol.colour =
        style == QLatin1String("no") ? QStringLiteral("#00000000") : qgisColour(of.text("color"), opacity);
    if (style != QLatin1String("no") && style != QLatin1String("solid"))
        of.leave(QT_TRANSLATE_NOOP("Message", "the fill pattern %1 (a plain fill is drawn)"), style);
    const bool outlined = of.text("outline_style") != QLatin1String("no");
    symbol.look.outline = outlined ? qgisColour(of.text("outline_color"), opacity) : QStringLiteral("none");
    // No width at all is QGIS's word for a hairline.
    symbol.look.outlineWidth = std::max(1.0, of.pixels("outline_width", "outline_width_unit", 1));
}

} // namespace

QString qgisColour(const QString& text, double opacity)
{
    const QStringList parts = text.split(QLatin1Char(','));
    if (parts.size() < 3) return {};
    int channel[4] = {0, 0, 0, 255};
    for (int i = 0; i < 4 && i < parts.size(); ++i) {
        bool good = false;
        channel[i] = parts[i].toInt(&good);
        if ((!good && i < 3) || channel[i] < 0 || channel[i] > 255) return {};
        if (!good) channel[i] = 255; // newer files go on with "rgb:..."
    }
    QColor colour = QColor::fromRgb(channel[0], channel[1], channel[2], channel[3]);
    colour.setAlphaF(static_cast<float>(colour.alphaF() * opacity));
    return colour.name(QColor::HexArgb);
}

std::optional<double> qgisPixels(const QString& length, const QString& unit)
{
    static const QHash<QString, double> units{{QString(), 96 / 25.4},
                                              {QStringLiteral("MM"), 96 / 25.4},
                                              {QStringLiteral("Point"), 96 / 72.0},
                                              {QStringLiteral("Pixel"), 1},
                                              {QStringLiteral("Inch"), 96}};
    bool good = false;
    const double number = length.toDouble(&good);
    const auto factor = units.constFind(unit);
    if (!good || factor == units.cend() || !(std::abs(number) < 1000)) return {};
    return number * *factor;
}

QgisSymbol readQgisSymbol(const XmlElement& element)
{
    QgisSymbol symbol;
    const std::vector<const XmlElement*> layers = element.all("layer");
    const QString opacityText = element.attribute("alpha");
    const double opacity = opacityText.isEmpty() ? 1 : std::clamp(opacityText.toDouble(), 0.0, 1.0);
    if (layers.size() > 1)
        symbol.notUnderstood.push_back(
            {QT_TRANSLATE_NOOP("Message", "a symbol of %1 layers (the uppermost is drawn)"),
             {QString::number(layers.size())}});
    if (layers.empty()) return symbol;
    Properties properties(*layers.back(), symbol.notUnderstood);
    const QString kind = layers.back()->attribute("class");
    if (kind == QLatin1String("SimpleMarker"))
        readMarker(properties, opacity, symbol);
    else if (kind == QLatin1String("SimpleLine"))
        readLine(properties, opacity, symbol);
    else if (kind == QLatin1String("SimpleFill"))
        readFill(properties, opacity, symbol);
    else
        properties.leave(QT_TRANSLATE_NOOP("Message", "the symbol %1"), kind);
    return symbol;
}

} // namespace map
