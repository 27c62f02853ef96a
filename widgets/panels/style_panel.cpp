// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/style_panel.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>

namespace widgets {

namespace {

constexpr int categories = -1; // in the list of methods

QPixmap stripOf(const map::Palette& palette, bool reversed)
{
    constexpr int classes = 6, side = 12;
    QPixmap strip(classes * side, side);
    QPainter painter(&strip);
    const std::vector<QColor> colours = palette.colours(classes, reversed);
    for (int i = 0; i < classes; ++i)
        painter.fillRect(i * side, 0, side, side, colours[static_cast<std::size_t>(i)]);
    return strip;
}

void choose(QComboBox* box, const QVariant& data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

StylePanel::StylePanel(QWidget* parent)
    : QDialog(parent), m_rows(new QFormLayout), m_draw(new QComboBox(this)), m_field(new QComboBox(this)),
      m_method(new QComboBox(this)), m_count(new QSpinBox(this)), m_palette(new QComboBox(this)),
      m_reversed(new QCheckBox(this)), m_colour(new QToolButton(this)), m_size(new QDoubleSpinBox(this)),
      m_sizeField(new QComboBox(this)), m_opacity(new QSlider(Qt::Horizontal, this)),
      m_label(new QComboBox(this)), m_along(new QCheckBox(this)), m_undo(new QPushButton(this)),
      m_save(new QPushButton(this)), m_close(new QPushButton(this))
{
    build();
    retranslate();
}

void StylePanel::build()
{
    m_count->setRange(2, 12);
    m_size->setRange(0.25, 60);
    m_size->setSingleStep(0.5);
    m_size->setDecimals(2);
    m_opacity->setRange(5, 100);
    m_palette->setIconSize({72, 12});
    m_colour->setIconSize({72, 14});
    auto* column = new QVBoxLayout(this);
    column->addLayout(m_rows);
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_draw, m_field, m_method, m_count, m_palette, m_reversed, m_colour,
                                         m_size, m_sizeField, m_opacity, m_label, m_along})
        m_rows->addRow(new QLabel(this), field);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_undo, m_save, m_close}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    column->addLayout(buttons);
    for (QComboBox* box : {m_draw, m_field, m_method, m_palette, m_sizeField, m_label})
        connect(box, &QComboBox::activated, this, &StylePanel::take);
    for (QCheckBox* box : {m_reversed, m_along})
        connect(box, &QCheckBox::clicked, this, &StylePanel::take);
    connect(m_count, &QSpinBox::valueChanged, this, &StylePanel::take);
    connect(m_size, &QDoubleSpinBox::valueChanged, this, &StylePanel::take);
    connect(m_opacity, &QSlider::valueChanged, this, &StylePanel::take);
    connect(m_colour, &QToolButton::clicked, this, &StylePanel::pickColour);
    connect(m_undo, &QPushButton::clicked, this, &StylePanel::undoAsked);
    connect(m_save, &QPushButton::clicked, this, &StylePanel::saveAsked);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
}

void StylePanel::setForm(const StyleForm& form)
{
    m_form = form;
    setWindowTitle(tr("Style of %1").arg(form.title));
    fill();
}

void StylePanel::fill()
{
    m_filling = true;
    m_draw->clear();
    const auto drawing = [this](map::Drawing drawn, const QString& text) {
        m_draw->addItem(text, static_cast<int>(drawn));
    };
    drawing(map::Drawing::Features, m_form.shapes == StyleForm::Shapes::Points  ? tr("Points")
                                    : m_form.shapes == StyleForm::Shapes::Lines ? tr("Lines")
                                                                                : tr("Polygons"));
    if (m_form.shapes == StyleForm::Shapes::Points) {
        drawing(map::Drawing::Clusters, tr("Clusters"));
        drawing(map::Drawing::Hexagons, tr("Hexagons"));
        drawing(map::Drawing::Heat, tr("Heat map"));
    }
    if (m_form.shapes == StyleForm::Shapes::Lines) drawing(map::Drawing::Flows, tr("Flows"));
    const map::VectorStyle& style = m_form.style;
    choose(m_draw, static_cast<int>(style.draw));
    for (QComboBox* box : {m_field, m_sizeField, m_label}) {
        box->clear();
        box->addItem(box == m_field       ? tr("One colour")
                     : box == m_sizeField ? tr("One size")
                                          : tr("None"),
                     QString());
        for (const QString& field : box == m_sizeField ? m_form.numbers : m_form.numbers + m_form.words)
            box->addItem(field, field);
    }
    choose(m_field, style.by.field);
    choose(m_sizeField, style.size.field);
    choose(m_label, m_form.labelField);
    choose(m_method,
           style.by.way == map::ColourBy::Way::Categories ? categories : static_cast<int>(style.by.method));
    m_count->setValue(style.by.classes);
    m_reversed->setChecked(style.by.reversed);
    m_size->setValue(m_form.shapes == StyleForm::Shapes::Points  ? style.radius
                     : m_form.shapes == StyleForm::Shapes::Lines ? style.width
                                                                 : style.outlineWidth);
    m_opacity->setValue(static_cast<int>(std::lround(style.opacity * 100)));
    m_along->setChecked(style.label.along);
    fillPalettes();
    m_filling = false;
    enable();
}

void StylePanel::fillPalettes()
{
    m_palette->clear();
    if (!m_form.palettes) return;
    for (const map::Palette& palette : m_form.palettes->all) {
        m_palette->addItem(QIcon(stripOf(palette, m_form.style.by.reversed)),
                           palette.blindSafe ? palette.name
                                             : tr("%1 (not for the colour-blind)").arg(palette.name),
                           palette.name);
    }
    const bool words = m_form.style.by.way == map::ColourBy::Way::Categories;
    const QString usual = words ? QStringLiteral("okabe-ito") : QStringLiteral("viridis");
    choose(m_palette, m_form.style.by.palette.isEmpty() ? usual : m_form.style.by.palette);
}

void StylePanel::take()
{
    if (m_filling) return;
    map::VectorStyle& style = m_form.style;
    style.draw = static_cast<map::Drawing>(m_draw->currentData().toInt());
    const QString before = style.by.field;
    style.by.field = m_field->currentData().toString();
    // Another field: words are categories, numbers classes; what was said of the old one's values says
    // nothing of it.
    if (style.by.field != before) {
        const bool words = m_form.words.contains(style.by.field);
        choose(m_method, words ? categories : static_cast<int>(map::ClassMethod::Quantiles));
        style.by = map::ColourBy();
        style.by.field = m_field->currentData().toString();
        choose(m_palette, words ? QStringLiteral("okabe-ito") : QStringLiteral("viridis"));
    }
    const int method = m_method->currentData().toInt();
    const auto wanted = method == categories ? map::ColourBy::Way::Categories : map::ColourBy::Way::Classes;
    if (wanted != style.by.way ||
        (wanted == map::ColourBy::Way::Classes && static_cast<int>(style.by.method) != method) ||
        style.by.palette != m_palette->currentData().toString()) {
        style.by.colours.clear();
        style.by.categories.clear();
        style.by.texts.clear();
    }
    style.by.way = wanted;
    if (wanted == map::ColourBy::Way::Classes) style.by.method = static_cast<map::ClassMethod>(method);
    if (style.by.classes != m_count->value()) style.by.colours.clear();
    style.by.classes = m_count->value();
    style.by.palette = m_palette->currentData().toString();
    const bool turned = style.by.reversed != m_reversed->isChecked();
    style.by.reversed = m_reversed->isChecked();
    (m_form.shapes == StyleForm::Shapes::Points  ? style.radius
     : m_form.shapes == StyleForm::Shapes::Lines ? style.width
                                                 : style.outlineWidth) = m_size->value();
    style.size.field = m_sizeField->currentData().toString();
    style.opacity = m_opacity->value() / 100.0;
    m_form.labelField = m_label->currentData().toString();
    style.label.along = m_along->isChecked();
    if (turned) {
        m_filling = true;
        fillPalettes();
        m_filling = false;
    }
    enable();
    Q_EMIT changed(style, m_form.labelField);
}

void StylePanel::pickColour()
{
    const QColor picked = QColorDialog::getColor(m_form.colour, this, tr("Colour"));
    if (!picked.isValid()) return;
    m_form.colour = picked;
    m_form.style.colour = picked.name();
    take();
}

// What has no effect is grey.
void StylePanel::enable()
{
    const map::VectorStyle& style = m_form.style;
    const bool density = style.draw == map::Drawing::Hexagons || style.draw == map::Drawing::Heat;
    const bool byField = !style.by.field.isEmpty();
    const bool words = style.by.way == map::ColourBy::Way::Categories;
    m_field->setEnabled(!density);
    m_method->setEnabled(byField || style.draw == map::Drawing::Hexagons);
    m_count->setEnabled(m_method->isEnabled() && !words);
    m_palette->setEnabled(byField || density);
    m_reversed->setEnabled(m_palette->isEnabled());
    m_colour->setEnabled(!byField && !density);
    m_size->setEnabled(!density && style.size.field.isEmpty());
    m_sizeField->setEnabled(style.draw == map::Drawing::Features &&
                            m_form.shapes != StyleForm::Shapes::Polygons);
    m_along->setEnabled(m_form.shapes == StyleForm::Shapes::Lines && !m_form.labelField.isEmpty());
    QPixmap swatch(72, 14);
    swatch.fill(m_form.colour);
    m_colour->setIcon(swatch);
}

void StylePanel::setUndoable(bool undoable)
{
    m_undo->setEnabled(undoable);
}

void StylePanel::setSaving(bool toPack)
{
    m_toPack = toPack;
    m_save->setText(toPack ? tr("Save to pack") : tr("Save as …"));
}

void StylePanel::retranslate()
{
    const std::pair<QWidget*, QString> names[] = {
        {m_draw, tr("Drawn as")},   {m_field, tr("Colour by")},     {m_method, tr("Classes")},
        {m_count, tr("How many")},  {m_palette, tr("Palette")},     {m_reversed, tr("Reversed")},
        {m_colour, tr("Colour")},   {m_size, tr("Size in pixels")}, {m_sizeField, tr("Size by")},
        {m_opacity, tr("Opacity")}, {m_label, tr("Labels")},        {m_along, tr("Labels along lines")}};
    for (const auto& [field, name] : names) {
        static_cast<QLabel*>(m_rows->labelForField(field))->setText(name);
        field->setAccessibleName(name);
    }
    const QVariant method = m_method->currentData();
    m_method->clear();
    const std::pair<map::ClassMethod, QString> methods[] = {
        {map::ClassMethod::Quantiles, tr("Quantiles")},
        {map::ClassMethod::Jenks, tr("Natural breaks")},
        {map::ClassMethod::Equal, tr("Equal widths")},
        {map::ClassMethod::Pretty, tr("Round numbers")},
        {map::ClassMethod::Deviation, tr("Standard deviations")},
        {map::ClassMethod::Given, tr("As given")}};
    for (const auto& [one, text] : methods)
        m_method->addItem(text, static_cast<int>(one));
    m_method->addItem(tr("Categories"), categories);
    choose(m_method, method);
    m_undo->setText(tr("Undo"));
    m_close->setText(tr("Close"));
    setSaving(m_toPack);
    if (!m_form.title.isEmpty()) setForm(StyleForm(m_form));
}

void StylePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

} // namespace widgets
