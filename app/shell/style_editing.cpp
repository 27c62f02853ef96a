// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/style_editing.h"

#include "app/packs/style_writer.h"
#include "widgets/panels/style_panel.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace app {

namespace {

constexpr std::size_t mostSteps = 200;

widgets::StyleForm::Shapes shapesOf(const GisSource& source)
{
    using Shapes = widgets::StyleForm::Shapes;
    if (source.spec.kind == QLatin1String("lines")) return Shapes::Lines;
    if (source.spec.kind == QLatin1String("polygons")) return Shapes::Polygons;
    if (source.spec.kind == QLatin1String("points") || !source.table) return Shapes::Points;
    for (const geo::Feature& feature : source.table->features) {
        if (!feature.geometry.polygons.empty()) return Shapes::Polygons;
        if (!feature.geometry.lines.empty()) return Shapes::Lines;
    }
    return Shapes::Points;
}

bool isNumber(const QVariant& value)
{
    return value.typeId() == QMetaType::Double || value.typeId() == QMetaType::LongLong ||
           value.typeId() == QMetaType::Int;
}

void addFields(const GisSource& source, widgets::StyleForm& form)
{
    if (!source.table) return;
    for (qsizetype i = 0; i < source.table->fields.size(); ++i) {
        bool numbers = true, any = false;
        for (const geo::Feature& feature : source.table->features) {
            const QVariant value = feature.values.value(i);
            if (value.isNull()) continue;
            any = true;
            numbers = numbers && isNumber(value);
        }
        (numbers && any ? form.numbers : form.words) << source.table->fields[i];
    }
}

} // namespace

map::VectorStyle styleOfWords(const LayerSpec& spec, bool dropped)
{
    map::VectorStyle style;
    style.colour = spec.colour.isEmpty() ? QStringLiteral("mapBoundary") : spec.colour;
    style.width = style.outlineWidth = spec.width;
    style.radius = spec.radius;
    if (spec.kind == QLatin1String("polygons") || dropped) {
        style.outline = spec.casing.isEmpty() ? style.colour : spec.casing;
        style.opacity = dropped ? 0.16 : 0.35;
    } else {
        style.casing = spec.casing;
    }
    return style;
}

StyleEditing::StyleEditing(QWidget* window)
    : QObject(window), m_window(window), m_panel(new widgets::StylePanel(window))
{
    connect(m_panel, &widgets::StylePanel::changed, this, &StyleEditing::change);
    connect(m_panel, &widgets::StylePanel::undoAsked, this, &StyleEditing::undo);
    connect(m_panel, &widgets::StylePanel::saveAsked, this, &StyleEditing::save);
}

StyleEditing::~StyleEditing() = default;

const GisSource* StyleEditing::source() const
{
    return m_session ? m_session->layer(m_layer) : nullptr;
}

void StyleEditing::edit(Session& session, const QString& layer)
{
    m_session = &session;
    m_layer = layer;
    m_steps.clear();
    if (!source()) return;
    show();
    // Over the charts: the map must be seen.
    const bool opens = !m_panel->isVisible();
    m_panel->show();
    m_panel->raise();
    const QRect window = m_window->window()->geometry();
    if (opens) m_panel->move(window.right() - m_panel->frameGeometry().width() - 16, window.top() + 72);
}

void StyleEditing::close()
{
    m_panel->close();
    m_session.clear();
}

void StyleEditing::show()
{
    const GisSource& layer = *source();
    const Look& look = m_session->look();
    widgets::StyleForm form;
    form.title = layer.spec.title.in(look.language);
    form.shapes = shapesOf(layer);
    addFields(layer, form);
    form.palettes = m_session->pack().palettes;
    form.style = layer.spec.style ? layer.spec.style->style : styleOfWords(layer.spec, layer.dropped);
    form.colour = styleColour(form.style.colour, look.theme);
    form.labelField = layer.spec.labelField.in(look.language);
    m_panel->setForm(form);
    m_panel->setUndoable(!m_steps.empty());
    m_panel->setSaving(canSaveToPack());
}

void StyleEditing::change(const map::VectorStyle& style, const QString& labelField)
{
    const GisSource* layer = source();
    if (!layer) return;
    if (m_steps.size() == mostSteps) m_steps.erase(m_steps.begin());
    m_steps.push_back({layer->spec.style, layer->spec.labelField});
    ReadStyle read{style, layer->spec.style ? layer->spec.style->icon : QByteArray()};
    // A label in each language stays while the field of this one is the same.
    const QString before = layer->spec.labelField.in(m_session->look().language);
    const city::LocalText label = labelField == before   ? layer->spec.labelField
                                  : labelField.isEmpty() ? city::LocalText()
                                                         : city::LocalText(labelField);
    m_session->setLayerStyle(m_layer, read, label);
    m_panel->setUndoable(true);
}

void StyleEditing::undo()
{
    if (m_steps.empty() || !source()) return;
    const Step step = m_steps.back();
    m_steps.pop_back();
    m_session->setLayerStyle(m_layer, step.style, step.label);
    show();
}

bool StyleEditing::canSaveToPack() const
{
    const GisSource* layer = source();
    return layer && !layer->spec.file.isEmpty() && QFileInfo(layer->spec.file).isWritable();
}

void StyleEditing::save()
{
    const GisSource* layer = source();
    if (!layer) return;
    const map::VectorStyle style =
        layer->spec.style ? layer->spec.style->style : styleOfWords(layer->spec, layer->dropped);
    QString file = layer->spec.file;
    QString text;
    if (QFile own(file); !file.isEmpty() && own.open(QIODevice::ReadOnly))
        text = QString::fromUtf8(own.readAll());
    if (!canSaveToPack())
        file = QFileDialog::getSaveFileName(m_window, tr("Save the style as"),
                                            m_layer + QStringLiteral(".yaml"), tr("YAML (*.yaml)"));
    if (file.isEmpty()) return;
    QSaveFile out(file);
    const QByteArray bytes =
        withStyle(text, style, layer->spec.labelField.in(m_session->look().language)).toUtf8();
    if (out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.flush() && out.commit()) {
        m_steps.clear();
        m_panel->setUndoable(false);
        return;
    }
    Q_EMIT failed({tr("The style was not saved."), QStringLiteral("%1: %2").arg(file, out.errorString()),
                   tr("Choose a folder you may write to.")});
}

} // namespace app
