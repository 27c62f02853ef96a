// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/mapping_form.h"

#include "layers/feeds/time/time_reader.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTableWidget>

namespace app {

namespace {

constexpr qsizetype longestExample = 28;

QString fieldOf(const QComboBox* box)
{
    return box->currentData().toString();
}

/// "sno · 500101001"
QString exampleOf(const feeds::SampleField& field)
{
    const QStringList values = field.values();
    QString example = values.value(0).simplified();
    if (example.size() > longestExample) example = example.left(longestExample) + QChar(0x2026);
    return example.isEmpty() ? field.path : field.path + QStringLiteral("  ·  ") + example;
}

void choose(QComboBox* box, const QString& text)
{
    if (box->findText(text) < 0 && !text.isEmpty()) box->insertItem(0, text);
    box->setCurrentText(text);
}

} // namespace

MappingForm::MappingForm(QWidget* parent)
    : QWidget(parent), m_form(new QFormLayout(this)), m_measures(new QTableWidget(this))
{
    m_form->setContentsMargins(0, 0, 8, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_record = addBox("record");
    m_kind = addBox("kind", true);
    m_id = addBox("id");
    m_nameZh = addBox("name-zh");
    m_nameEn = addBox("name-en");
    m_lon = addBox("lon");
    m_lat = addBox("lat");
    m_shape = addBox("shape");
    m_crs = addBox("crs", true);
    m_time = addBox("time");
    m_timeFormat = addBox("time-format", true);
    m_timeZone = addBox("time-zone", true);
    m_measures->setObjectName(QStringLiteral("measures"));
    m_measures->setColumnCount(3);
    m_measures->verticalHeader()->hide();
    m_measures->setMinimumHeight(170);
    m_form->addRow(m_measures);
    m_record->addItem(tr("a place, with what is measured there"));
    m_record->addItem(tr("something that happens for a time"));
    retranslate();
    connect(m_measures, &QTableWidget::itemChanged, this, [this] { read(); });
}

QComboBox* MappingForm::addBox(const char* name, bool editable)
{
    auto* box = new QComboBox(this);
    box->setObjectName(QString::fromLatin1(name));
    box->setEditable(editable);
    box->setMinimumContentsLength(18);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_form->addRow(new QLabel(this), box);
    connect(box, &QComboBox::currentTextChanged, this, [this] { read(); });
    return box;
}

void MappingForm::retranslate()
{
    const std::pair<QComboBox*, QString> labels[]{{m_record, tr("A record is")},
                                                  {m_kind, tr("Kind")},
                                                  {m_id, tr("Id")},
                                                  {m_nameZh, tr("Name")},
                                                  {m_nameEn, tr("Name in English")},
                                                  {m_lon, tr("Longitude or easting")},
                                                  {m_lat, tr("Latitude or northing")},
                                                  {m_shape, tr("or a geometry")},
                                                  {m_crs, tr("Coordinate system")},
                                                  {m_time, tr("Time")},
                                                  {m_timeFormat, tr("Format of time")},
                                                  {m_timeZone, tr("Zone of time")}};
    for (const auto& [box, text] : labels) {
        auto* label = qobject_cast<QLabel*>(m_form->labelForField(box));
        label->setText(text);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(box);
        box->setAccessibleName(text);
    }
    m_measures->setHorizontalHeaderLabels({tr("Number"), tr("is the quantity"), tr("in")});
}

void MappingForm::fillFields(QComboBox* box, const feeds::PayloadSample& sample, const QString& chosen)
{
    box->clear();
    box->addItem(tr("(none)"), QString());
    for (const feeds::SampleField& field : sample.fields)
        box->addItem(exampleOf(field), field.path);
    if (!chosen.isEmpty() && box->findData(chosen) < 0) box->addItem(chosen, chosen);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

void MappingForm::set(const feeds::MappingChoices& choices, const feeds::PayloadSample& sample,
                      const QStringList& kinds, const city::QuantityCatalogue& quantities)
{
    m_filling = true;
    m_choices = choices;
    m_record->setCurrentIndex(choices.record == feeds::MappingChoices::Record::Event ? 1 : 0);
    m_kind->clear();
    m_kind->addItems(kinds);
    choose(m_kind, choices.kind);
    fillFields(m_id, sample, choices.id);
    fillFields(m_nameZh, sample,
               choices.name.contains(QStringLiteral("zh_TW")) ? choices.name.value(QStringLiteral("zh_TW"))
                                                              : choices.name.value(QString()));
    fillFields(m_nameEn, sample, choices.name.value(QStringLiteral("en")));
    fillFields(m_lon, sample,
               choices.position.isEmpty() ? choices.line.value(0, choices.lon) : choices.position);
    fillFields(m_lat, sample,
               choices.position.isEmpty() ? choices.line.value(1, choices.lat) : choices.position);
    fillFields(m_shape, sample, choices.shape);
    m_crs->clear();
    m_crs->addItems({QStringLiteral("EPSG:4326"), QStringLiteral("EPSG:3826"), QStringLiteral("EPSG:3828"),
                     QStringLiteral("EPSG:3857")});
    choose(m_crs, choices.crs);
    feeds::PayloadSample timed = sample;
    if (choices.timeOfEnvelope) timed.fields = sample.envelope;
    fillFields(m_time, timed, choices.time.value(0));
    m_timeFormat->clear();
    m_timeFormat->addItems(
        QStringList{QStringLiteral("yyyy-MM-dd HH:mm:ss"), QStringLiteral("yyyy/MM/dd HH:mm:ss"),
                    QStringLiteral("dd/MM/yyyy HH:mm:ss"), QStringLiteral("MM/dd/yyyy HH:mm:ss"),
                    QStringLiteral("yyyyMMddHHmmss")} +
        feeds::TimeReader::words());
    choose(m_timeFormat, choices.timeFormats.value(0));
    m_timeZone->clear();
    m_timeZone->addItems({QString(), QStringLiteral("UTC"), QStringLiteral("Asia/Taipei")});
    choose(m_timeZone, choices.timeZone);
    fillMeasures(quantities);
    m_filling = false;
}

void MappingForm::fillMeasures(const city::QuantityCatalogue& quantities)
{
    QStringList known = quantities.keys();
    known.sort();
    m_measures->setRowCount(0);
    for (const feeds::MappingChoices::Measure& measure : m_choices.measures) {
        const int row = m_measures->rowCount();
        m_measures->insertRow(row);
        const QString only =
            measure.onlyText.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(measure.onlyText);
        auto* field = new QTableWidgetItem(measure.field + only);
        field->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        field->setCheckState(measure.wanted ? Qt::Checked : Qt::Unchecked);
        m_measures->setItem(row, 0, field);
        auto* quantity = new QComboBox(m_measures);
        quantity->setEditable(true);
        quantity->addItems(known);
        choose(quantity, measure.quantity);
        m_measures->setCellWidget(row, 1, quantity);
        auto* unit = new QComboBox(m_measures);
        unit->setEditable(true);
        unit->addItems({QStringLiteral("1"), QStringLiteral("%"), QStringLiteral("km/h"),
                        QStringLiteral("m/s"), QStringLiteral("m"), QStringLiteral("mm"),
                        QStringLiteral("Cel"), QStringLiteral("ug/m3"), QStringLiteral("[ppb]"),
                        QStringLiteral("{person}")});
        choose(unit, measure.unit);
        m_measures->setCellWidget(row, 2, unit);
        for (QComboBox* box : {quantity, unit})
            connect(box, &QComboBox::currentTextChanged, this, [this] { read(); });
    }
    m_measures->setVisible(!m_choices.measures.empty());
    m_measures->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_measures->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_measures->setColumnWidth(2, 90);
}

void MappingForm::read()
{
    if (m_filling) return;
    m_choices.record = m_record->currentIndex() == 1 ? feeds::MappingChoices::Record::Event
                                                     : feeds::MappingChoices::Record::Place;
    m_choices.kind = m_kind->currentText().trimmed();
    m_choices.id = fieldOf(m_id);
    const QString main = fieldOf(m_nameZh), english = fieldOf(m_nameEn);
    m_choices.name.clear();
    if (!main.isEmpty()) m_choices.name.insert(english.isEmpty() ? QString() : QStringLiteral("zh_TW"), main);
    if (!english.isEmpty()) m_choices.name.insert(QStringLiteral("en"), english);
    const QString lon = fieldOf(m_lon), lat = fieldOf(m_lat);
    // One text with both numbers in it stays one as long as both boxes say so.
    if (lon != lat || lon.isEmpty()) m_choices.position.clear();
    if (m_choices.position.isEmpty()) m_choices.lon = lon, m_choices.lat = lat;
    if (lon != m_choices.line.value(0) || lat != m_choices.line.value(1)) m_choices.line.clear();
    m_choices.shape = fieldOf(m_shape);
    m_choices.crs = m_crs->currentText().trimmed();
    const QString time = fieldOf(m_time);
    if (time != m_choices.time.value(0)) m_choices.time = time.isEmpty() ? QStringList() : QStringList{time};
    const QString format = m_timeFormat->currentText();
    m_choices.timeFormats = format.isEmpty() ? QStringList() : QStringList{format};
    m_choices.timeZone = m_timeZone->currentText().trimmed();
    for (int row = 0; row < m_measures->rowCount(); ++row) {
        auto& measure = m_choices.measures[static_cast<std::size_t>(row)];
        const auto* quantity = qobject_cast<QComboBox*>(m_measures->cellWidget(row, 1));
        const auto* unit = qobject_cast<QComboBox*>(m_measures->cellWidget(row, 2));
        if (!quantity || !unit) continue;
        measure.wanted = m_measures->item(row, 0)->checkState() == Qt::Checked;
        measure.quantity = quantity->currentText().trimmed();
        measure.unit = unit->currentText().trimmed();
    }
    Q_EMIT changed();
}

} // namespace app
