// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/vector_style.h"
#include "widgets/theme/theme.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QPushButton;
class QSlider;
class QSpinBox;
class QToolButton;

namespace widgets {

/// What the style of one layer can be chosen from.
struct StyleForm {
    enum class Shapes : quint8 { Points, Lines, Polygons };

    QString title;
    Shapes shapes = Shapes::Points;
    QStringList numbers, words; ///< Its fields.
    std::shared_ptr<const map::Palettes> palettes;
    map::VectorStyle style;
    QColor colour; ///< What the style's one colour looks like now.
    QString labelField;
};

/// Edits the style of a layer: every change is told at once, so that the map shows it. What the panel has no
/// control for stays as it was.
class StylePanel : public QDialog {
    Q_OBJECT
public:
    explicit StylePanel(QWidget* parent = nullptr);

    /// Shows a style without telling it as a change.
    void setForm(const StyleForm& form);
    const map::VectorStyle& style() const { return m_form.style; }
    void setUndoable(bool undoable);
    /// Whether saving goes to the pack, or asks for another file.
    void setSaving(bool toPack);

Q_SIGNALS:
    void changed(const map::VectorStyle& style, const QString& labelField);
    void undoAsked();
    void saveAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void fill();
    void fillPalettes();
    void take();
    void pickColour();
    void enable();

    StyleForm m_form;
    bool m_filling = false;
    QFormLayout* m_rows;
    QComboBox* m_draw;
    QComboBox* m_field;
    QComboBox* m_method;
    QSpinBox* m_count;
    QComboBox* m_palette;
    QCheckBox* m_reversed;
    QToolButton* m_colour;
    QDoubleSpinBox* m_size;
    QComboBox* m_sizeField;
    QSlider* m_opacity;
    QComboBox* m_label;
    QCheckBox* m_along;
    QPushButton* m_undo;
    QPushButton* m_save;
    QPushButton* m_close;
    bool m_toPack = true;
};

} // namespace widgets
