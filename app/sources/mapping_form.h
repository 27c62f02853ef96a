// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/quantity.h"
#include "layers/feeds/proposal/mapping_choices.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QTableWidget;

namespace app {

/// The choices of a mapping as boxes to pick from: each role shows the fields there are, with what the first
/// record says.
class MappingForm : public QWidget {
    Q_OBJECT
public:
    explicit MappingForm(QWidget* parent = nullptr);

    /// `kinds` are those the pack has already; `quantities` what may be measured.
    void set(const feeds::MappingChoices& choices, const feeds::PayloadSample& sample,
             const QStringList& kinds, const city::QuantityCatalogue& quantities);
    const feeds::MappingChoices& choices() const { return m_choices; }

Q_SIGNALS:
    /// A person changed something.
    void changed();

private:
    QComboBox* addBox(const char* name, bool editable = false);
    void retranslate();
    void fillFields(QComboBox* box, const feeds::PayloadSample& sample, const QString& chosen);
    void fillMeasures(const city::QuantityCatalogue& quantities);
    void read();

    feeds::MappingChoices m_choices;
    QFormLayout* m_form;
    QComboBox *m_record, *m_kind, *m_id, *m_nameZh, *m_nameEn, *m_lon, *m_lat, *m_shape, *m_crs, *m_time,
        *m_timeFormat, *m_timeZone;
    QTableWidget* m_measures;
    bool m_filling = false;
};

} // namespace app
