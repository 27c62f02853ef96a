// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/style_writer.h"

#include <QRegularExpression>
#include <QStringList>

namespace app {

namespace {

// In double quotes, so that no text of a file is anything but a text.
QString quoted(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    text.replace(QLatin1Char('\n'), QLatin1String("\\n")).replace(QLatin1Char('\t'), QLatin1String("\\t"));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

/// Gathers "key: value" for what differs from the usual.
class Keys {
public:
    void text(const char* key, const QString& value)
    {
        if (!value.isEmpty()) add(key, quoted(value));
    }
    void number(const char* key, double value, double usual)
    {
        if (value != usual) add(key, QString::number(value, 'g', 10));
    }
    void flag(const char* key, bool value)
    {
        if (value) add(key, QStringLiteral("true"));
    }
    template<typename Enum> void word(const char* key, Enum value, const QStringList& words)
    {
        if (value != Enum{}) add(key, words.value(static_cast<int>(value)));
    }
    void texts(const char* key, const QStringList& values)
    {
        QStringList all;
        for (const QString& value : values)
            all << quoted(value);
        if (!all.isEmpty()) add(key, QLatin1Char('[') + all.join(QStringLiteral(", ")) + QLatin1Char(']'));
    }
    void keys(const char* key, const Keys& inner)
    {
        if (!inner.m_all.isEmpty()) add(key, inner.flow());
    }
    void add(const char* key, const QString& value)
    {
        m_all << QLatin1String(key) + QStringLiteral(": ") + value;
    }
    QString flow() const { return QLatin1Char('{') + m_all.join(QStringLiteral(", ")) + QLatin1Char('}'); }
    const QStringList& all() const { return m_all; }

private:
    QStringList m_all;
};

Keys byKeys(const map::ColourBy& by)
{
    Keys keys;
    if (by.field.isEmpty()) return keys;
    keys.text("field", by.field);
    if (by.way == map::ColourBy::Way::Categories) {
        QStringList words;
        for (const auto& category : by.categories)
            words << quoted(category.value) + QStringLiteral(": ") + quoted(category.colour);
        keys.add("categories", words.isEmpty()
                                   ? QStringLiteral("all")
                                   : QLatin1Char('{') + words.join(QStringLiteral(", ")) + QLatin1Char('}'));
    } else if (by.method == map::ClassMethod::Given) {
        QStringList breaks;
        for (const double value : by.breaks)
            breaks << QString::number(value, 'g', 17);
        keys.add("classes", QLatin1Char('[') + breaks.join(QStringLiteral(", ")) + QLatin1Char(']'));
    } else {
        keys.word("classes", by.method,
                  {QStringLiteral("quantiles"), QStringLiteral("jenks"), QStringLiteral("equal"),
                   QStringLiteral("pretty"), QStringLiteral("deviation")});
    }
    keys.number("count", by.classes, map::ColourBy().classes);
    keys.text("palette", by.palette);
    keys.flag("reverse", by.reversed);
    keys.texts("colours", by.colours);
    keys.texts("texts", by.texts);
    keys.text("none", by.none);
    keys.text("other", by.other);
    keys.text("unit", by.unit);
    return keys;
}

Keys labelKeys(const map::LabelBy& label)
{
    const map::LabelBy usual;
    Keys keys;
    keys.number("size", label.pixels, usual.pixels);
    keys.text("colour", label.colour);
    keys.text("halo", label.halo);
    keys.flag("bold", label.bold);
    keys.flag("along", label.along);
    keys.number("repeat", label.repeat, usual.repeat);
    keys.text("priority", label.priorityField);
    return keys;
}

void addLook(const map::VectorStyle& style, Keys& keys)
{
    const map::VectorStyle usual;
    keys.word("draw", style.draw,
              {QStringLiteral("features"), QStringLiteral("clusters"), QStringLiteral("hexagons"),
               QStringLiteral("heat"), QStringLiteral("flows"), QStringLiteral("wind"),
               QStringLiteral("isolines")});
    keys.text("colour", style.colour);
    keys.text("outline", style.outline);
    keys.text("casing", style.casing);
    keys.text("halo", style.halo);
    keys.number("opacity", style.opacity, usual.opacity);
    keys.number("radius", style.radius, usual.radius);
    keys.number("width", style.width, usual.width);
    keys.number("outline-width", style.outlineWidth, usual.outlineWidth);
    keys.number("offset", style.offset, usual.offset);
    keys.word("shape", style.shape,
              {QStringLiteral("circle"), QStringLiteral("square"), QStringLiteral("triangle"),
               QStringLiteral("diamond"), QStringLiteral("cross"), QStringLiteral("ring")});
    keys.word("stroke", style.stroke,
              {QStringLiteral("solid"), QStringLiteral("dashed"), QStringLiteral("dotted"),
               QStringLiteral("dash-dot")});
    keys.word("arrows", style.arrows,
              {QStringLiteral("none"), QStringLiteral("along"), QStringLiteral("end")});
    keys.text("icon", style.icon);
}

void addFields(const map::VectorStyle& style, Keys& keys)
{
    const map::VectorStyle usual;
    Keys size;
    size.text("field", style.size.field);
    if (!style.size.field.isEmpty()) {
        size.number("from", style.size.least, usual.size.least);
        size.number("to", style.size.most, usual.size.most);
        size.number("full", style.size.full, 0);
    }
    keys.keys("size", size);
    keys.number("cell", style.cell, usual.cell);
    keys.number("reach", style.reach, usual.reach);
    keys.number("interval", style.interval, usual.interval);
    keys.text("weight", style.weightField);
    if (!style.toLon.isEmpty()) keys.texts("to", {style.toLon, style.toLat});
    Keys wind;
    wind.text("speed", style.speedField);
    wind.text("direction", style.directionField);
    if (style.speedFactor != 1)
        wind.text("unit", style.speedFactor < 0.4 ? QStringLiteral("km/h") : QStringLiteral("kn"));
    keys.keys("wind", wind);
}

// Where a top-level key begins and the next one does; both -1 where it is not there.
std::pair<qsizetype, qsizetype> blockOf(const QStringList& lines, const QString& key)
{
    static const QRegularExpression top(QStringLiteral("^[A-Za-z#]"));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!lines[i].startsWith(key + QLatin1Char(':'))) continue;
        qsizetype end = i + 1;
        while (end < lines.size() && !top.match(lines[end]).hasMatch())
            ++end;
        return {i, end};
    }
    return {-1, -1};
}

void put(QStringList& lines, const QString& key, const QStringList& block)
{
    const auto [begin, end] = blockOf(lines, key);
    while (begin < 0 && !lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    const qsizetype at = begin < 0 ? lines.size() : begin;
    if (begin >= 0) lines.remove(begin, end - begin);
    for (qsizetype i = 0; i < block.size(); ++i)
        lines.insert(at + i, block[i]);
}

} // namespace

QString styleYaml(const map::VectorStyle& style)
{
    Keys keys;
    addLook(style, keys);
    keys.keys("by", byKeys(style.by));
    addFields(style, keys);
    keys.keys("labels", labelKeys(style.label));
    if (keys.all().isEmpty()) return QStringLiteral("style: {}\n");
    return QStringLiteral("style:\n  ") + keys.all().join(QStringLiteral("\n  ")) + QLatin1Char('\n');
}

QString withStyle(const QString& layerYaml, const map::VectorStyle& style, const QString& labelField)
{
    QStringList lines = layerYaml.split(QLatin1Char('\n'));
    QStringList block = styleYaml(style).split(QLatin1Char('\n'));
    block.removeLast();
    put(lines, QStringLiteral("style"), block);
    // A label in each language says more than one field; it is left alone unless another field was chosen.
    const auto [begin, end] = blockOf(lines, QStringLiteral("label"));
    const bool same = begin >= 0 &&
                      lines.mid(begin, end - begin).join(QLatin1Char('\n')).contains(labelField) &&
                      !labelField.isEmpty();
    if (!same && (begin >= 0 || !labelField.isEmpty()))
        put(lines, QStringLiteral("label"),
            labelField.isEmpty() ? QStringList()
                                 : QStringList{QStringLiteral("label: ") + quoted(labelField)});
    if (lines.isEmpty() || !lines.last().isEmpty()) lines << QString();
    return lines.join(QLatin1Char('\n'));
}

} // namespace app
