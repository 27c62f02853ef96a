// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/qgis_style.h"

#include "layers/map/kinds/qgis_symbol.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace map {

namespace {

const QString nothing = QStringLiteral("#00000000");

/// Reads one renderer with its labels.
class QgisReader {
public:
    explicit QgisReader(const XmlElement& qgis) : m_qgis(qgis), m_renderer(qgis.child("renderer-v2"))
    {
        for (const XmlElement* symbol : m_renderer.child("symbols").all("symbol"))
            m_symbols.insert(symbol->attribute("name"), readQgisSymbol(*symbol));
    }

    city::Result<QgisStyle> read()
    {
        const QString type = m_renderer.attribute("type");
        if (type == QLatin1String("singleSymbol"))
            readSingle();
        else if (type == QLatin1String("categorizedSymbol"))
            readCategories();
        else if (type == QLatin1String("graduatedSymbol"))
            readRanges();
        else
            return city::Problem{
                {},
                {},
                {QT_TRANSLATE_NOOP("Message", "the QGIS style is not understood: renderer \"%1\""), {type}}};
        readLabels();
        for (const QgisSymbol& symbol : std::as_const(m_symbols))
            for (const city::Message& left : symbol.notUnderstood)
                leave(left);
        return m_read;
    }

private:
    void leave(const city::Message& what)
    {
        const auto same = [&what](const city::Message& one) { return one.toString() == what.toString(); };
        if (std::none_of(m_read.notUnderstood.begin(), m_read.notUnderstood.end(), same))
            m_read.notUnderstood.push_back(what);
    }

    void readSingle()
    {
        const QgisSymbol symbol = m_symbols.value(QStringLiteral("0"));
        m_read.style = symbol.look;
        m_read.style.colour = symbol.colour;
    }

    // What all symbols share; where they differ, that of the first is drawn and the rest is told.
    void readCommon(const QStringList& used)
    {
        if (used.isEmpty()) return;
        m_read.style = m_symbols.value(used.first()).look;
        const VectorStyle& first = m_read.style;
        for (const QString& name : used) {
            const VectorStyle other = m_symbols.value(name).look;
            if (other.radius != first.radius || other.width != first.width || other.shape != first.shape ||
                other.stroke != first.stroke || other.outline != first.outline)
                leave({QT_TRANSLATE_NOOP("Message", "sizes, shapes and outlines that differ from class to "
                                                    "class (those of the first are drawn)"),
                       {}});
        }
    }

    // A name in double quotes is still a field; anything else is an expression.
    bool readField()
    {
        QString field = m_renderer.attribute("attr");
        if (field.size() > 1 && field.startsWith(QLatin1Char('"')) && field.endsWith(QLatin1Char('"')))
            field = field.mid(1, field.size() - 2);
        if (field.contains(QLatin1Char('(')) || field.contains(QLatin1Char('"')))
            leave({QT_TRANSLATE_NOOP("Message", "the expression %1"), {field}});
        m_read.style.by.field = field;
        return !field.isEmpty();
    }

    QString colourOf(const XmlElement& one) const
    {
        return one.attribute("render") == QLatin1String("false")
                   ? nothing
                   : m_symbols.value(one.attribute("symbol")).colour;
    }

    void readCategories()
    {
        const auto categories = m_renderer.child("categories").all("category");
        QStringList used;
        for (const XmlElement* one : categories)
            used << one->attribute("symbol");
        readCommon(used);
        ColourBy& by = m_read.style.by;
        by.way = ColourBy::Way::Categories;
        by.none = by.other = nothing;
        for (const XmlElement* one : categories) {
            if (!one->attribute("value").isEmpty())
                by.categories.push_back({one->attribute("value"), colourOf(*one), one->attribute("label")});
            else
                by.other = by.none = colourOf(*one); // "all other values", null among them
        }
        readField();
    }

    void readRanges()
    {
        const auto ranges = m_renderer.child("ranges").all("range");
        QStringList used;
        for (const XmlElement* one : ranges)
            used << one->attribute("symbol");
        readCommon(used);
        ColourBy& by = m_read.style.by;
        by.method = ClassMethod::Given;
        by.none = nothing;
        if (!readField() || ranges.empty()) return;
        if (m_renderer.attribute("graduatedMethod") == QLatin1String("GraduatedSize"))
            leave({QT_TRANSLATE_NOOP("Message", "sizes graduated by a value"), {}});
        // Both ends belong to a range and the first that fits counts: a number at an upper end belongs below
        // it. What lies outside all ranges is not drawn.
        double end = ranges.front()->attribute("lower").toDouble();
        by.breaks.push_back(end);
        by.colours << nothing;
        by.texts << QString();
        for (const XmlElement* one : ranges) {
            if (one->attribute("lower").toDouble() != end)
                leave({QT_TRANSLATE_NOOP("Message", "the gap or overlap before the class %1"),
                       {one->attribute("label")}});
            end = one->attribute("upper").toDouble();
            by.breaks.push_back(std::nextafter(end, std::numeric_limits<double>::infinity()));
            by.colours << colourOf(*one);
            by.texts << one->attribute("label");
        }
        by.colours << nothing;
    }

    void readLabels()
    {
        if (m_qgis.attribute("labelsEnabled") != QLatin1String("1")) return;
        const XmlElement& labeling = m_qgis.child("labeling");
        if (labeling.attribute("type") != QLatin1String("simple"))
            return leave(
                {QT_TRANSLATE_NOOP("Message", "labels of the type %1"), {labeling.attribute("type")}});
        const XmlElement& text = labeling.child("settings").child("text-style");
        if (text.attribute("isExpression") == QLatin1String("1"))
            return leave(
                {QT_TRANSLATE_NOOP("Message", "labels by the expression %1"), {text.attribute("fieldName")}});
        m_read.labelField = text.attribute("fieldName");
        LabelBy& label = m_read.style.label;
        label.pixels = std::clamp(
            qgisPixels(text.attribute("fontSize"), text.attribute("fontSizeUnit")).value_or(0), 0.0, 60.0);
        label.colour = qgisColour(text.attribute("textColor"));
        label.bold = text.attribute("fontWeight").toInt() >= 63;
        const XmlElement& buffer = text.child("text-buffer");
        if (buffer.attribute("bufferDraw") == QLatin1String("1"))
            label.halo = qgisColour(buffer.attribute("bufferColor"));
        // Placement 2, 3: along and curved.
        const QString placement = labeling.child("settings").child("placement").attribute("placement");
        label.along = placement == QLatin1String("2") || placement == QLatin1String("3");
    }

    const XmlElement& m_qgis;
    const XmlElement& m_renderer;
    QHash<QString, QgisSymbol> m_symbols;
    QgisStyle m_read;
};

} // namespace

city::Result<QgisStyle> readQgisStyle(const QByteArray& qml)
{
    const auto tree = readXmlTree(qml);
    if (!tree) return tree.problem();
    return QgisReader(tree.value()).read();
}

} // namespace map
