// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/preview_pane.h"

#include "layers/map/kinds/features.h"
#include "layers/map/kinds/points.h"
#include "widgets/theme/dress.h"

#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int mostRows = 300;
constexpr int mostProblems = 3;

QTableWidgetItem* cell(const QString& text)
{
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    return item;
}

QString shown(double value)
{
    return QString::number(value, 'g', 6);
}

} // namespace

PreviewPane::PreviewPane(const widgets::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_canvas(new widgets::MapCanvas(this)),
      m_table(new QTableWidget(this)), m_summary(new QLabel(this)), m_problems(new QLabel(this))
{
    m_canvas->setTheme(theme);
    m_canvas->setMinimumSize(280, 160);
    m_table->setObjectName(QStringLiteral("facts"));
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_summary->setObjectName(QStringLiteral("summary"));
    for (QLabel* label : {m_summary, m_problems}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    widgets::tint(*m_problems, theme.muted);
    auto* both = new QSplitter(Qt::Vertical, this);
    both->addWidget(m_canvas);
    both->addWidget(m_table);
    both->setStretchFactor(0, 3);
    both->setStretchFactor(1, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_summary);
    column->addWidget(both, 1);
    column->addWidget(m_problems);
}

QString PreviewPane::summary() const
{
    return m_summary->text();
}

void PreviewPane::show(const city::Result<feeds::Decoded>& decoded, const QTimeZone& zone,
                       const QString& language)
{
    const feeds::Decoded nothing;
    const feeds::Decoded& facts = decoded ? *decoded : nothing;
    fillTable(facts, zone, language);
    drawMap(facts, language);
    tell(facts);
    if (!decoded) m_summary->setText(tr("It cannot be read like this: %1").arg(decoded.problem().toString()));
}

void PreviewPane::tell(const feeds::Decoded& decoded)
{
    m_summary->setText(
        tr("%1 places, %2 values, %3 events, %4 alerts, %5 vehicles; %6 on the map; %7 problems")
            .arg(decoded.places.size())
            .arg(decoded.observations.size())
            .arg(decoded.events.size())
            .arg(decoded.alerts.size())
            .arg(decoded.vehicles.size())
            .arg(m_onMap)
            .arg(decoded.problemCount));
    QStringList lines;
    for (const city::Problem& problem : decoded.problems) {
        if (lines.size() < mostProblems) lines << problem.toString().left(200);
    }
    m_problems->setText(lines.join(QLatin1Char('\n')));
    m_problems->setVisible(!lines.isEmpty());
}

void PreviewPane::fillTable(const feeds::Decoded& decoded, const QTimeZone& zone, const QString& language)
{
    QHash<city::PlaceId, QStringList> values;
    QHash<city::PlaceId, QString> times;
    for (const city::Observation& one : decoded.observations) {
        if (values.size() > mostRows) break;
        values[one.place] << one.quantity + QLatin1Char(' ') + shown(one.value);
        times.insert(one.place, city::inZone(one.observedAt, zone, QStringLiteral("yyyy-MM-dd HH:mm")));
    }
    m_table->clear();
    m_table->setRowCount(0);
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Id"), tr("Name"), tr("Time"), tr("Values")});
    const auto add = [this](const QStringList& texts) {
        if (m_table->rowCount() >= mostRows) return;
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        for (int i = 0; i < texts.size(); ++i)
            m_table->setItem(row, i, cell(texts[i]));
    };
    const auto at = [&](const std::optional<city::Instant>& when) {
        return when ? city::inZone(*when, zone, QStringLiteral("yyyy-MM-dd HH:mm")) : QString();
    };
    for (const city::Place& place : decoded.places)
        add({place.id.id, place.name.in(language), times.value(place.id),
             values.value(place.id).join(QStringLiteral(", "))});
    if (decoded.places.empty()) {
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            add({it.key().id, {}, times.value(it.key()), it.value().join(QStringLiteral(", "))});
    }
    for (const city::Event& event : decoded.events)
        add({event.id, event.title.in(language), at(event.begins), event.description});
    for (const city::Alert& alert : decoded.alerts)
        add({alert.identifier, alert.infos.empty() ? QString() : alert.infos.front().event, at(alert.sent),
             alert.infos.empty() ? QString() : alert.infos.front().severity});
    for (const city::Vehicle& vehicle : decoded.vehicles)
        add({vehicle.id, vehicle.label.in(language), at(vehicle.observedAt), vehicle.kind});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->resizeColumnsToContents();
}

void PreviewPane::drawMap(const feeds::Decoded& decoded, const QString& language)
{
    std::vector<map::PointInput> points;
    city::LonLatBox box;
    const auto add = [&](city::LonLat at, const QString& kind, const QString& id, const QString& title) {
        map::PointInput point;
        point.at = at;
        point.fill = m_theme.seriesColour(0);
        point.ref.kind = kind;
        point.ref.id = id;
        point.ref.title = title;
        points.push_back(std::move(point));
        box.add(at);
    };
    for (const city::Place& place : decoded.places) {
        if (place.at) add(*place.at, place.id.kind, place.id.id, place.name.in(language));
    }
    for (const city::Event& event : decoded.events) {
        if (!event.geometry.isEmpty())
            add(event.geometry.anchor(), QStringLiteral("event"), event.id, event.title.in(language));
    }
    for (const city::Vehicle& vehicle : decoded.vehicles)
        add(vehicle.at, vehicle.kind, vehicle.id, vehicle.label.in(language));
    for (const city::Alert& alert : decoded.alerts) {
        for (const city::AlertInfo& info : alert.infos) {
            for (const city::AlertArea& area : info.areas) {
                if (!area.geometry.isEmpty())
                    add(area.geometry.anchor(), QStringLiteral("alert"), alert.identifier, info.event);
            }
        }
    }
    m_onMap = static_cast<int>(points.size());
    map::LayerMeta meta;
    meta.id = QStringLiteral("preview");
    put(map::points(meta, std::move(points)), box);
}

/// Shows a layer and, where it lies elsewhere than the last one, goes there.
void PreviewPane::put(std::shared_ptr<const map::LayerScene> layer, city::LonLatBox box)
{
    auto scene = std::make_shared<map::Scene>();
    scene->ink = widgets::inkOf(m_theme);
    scene->layers.push_back(std::move(layer));
    m_canvas->setScene(scene);
    if (box.isEmpty()) return;
    constexpr double least = 0.005;
    box.add(city::LonLat{box.west - least, box.south - least});
    box.add(city::LonLat{box.east + least, box.north + least});
    const bool same = box.west == m_fitted.west && box.east == m_fitted.east && box.south == m_fitted.south &&
                      box.north == m_fitted.north;
    m_fitted = box;
    if (!same) m_canvas->fit(box);
}

void PreviewPane::show(const geo::FeatureTable& table)
{
    city::LonLatBox box;
    m_onMap = 0;
    for (const geo::Feature& feature : table.features) {
        if (feature.geometry.isEmpty()) continue;
        box.add(feature.geometry.bounds());
        ++m_onMap;
    }
    map::LayerMeta meta;
    meta.id = QStringLiteral("preview");
    map::FeatureStyle style;
    style.line = style.point = style.outline = m_theme.seriesColour(0);
    put(map::features(meta, table, style), box);
    m_summary->setText(tr("%1 features, %2 on the map, %3 problems; coordinates in %4")
                           .arg(table.features.size())
                           .arg(m_onMap)
                           .arg(table.problems.size())
                           .arg(table.crs));
    m_problems->hide();
    m_table->clear();
    m_table->setRowCount(static_cast<int>(std::min<std::size_t>(mostRows, table.features.size())));
    m_table->setColumnCount(static_cast<int>(table.fields.size()));
    m_table->setHorizontalHeaderLabels(table.fields);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QVariantList& values = table.features[static_cast<std::size_t>(row)].values;
        for (int column = 0; column < m_table->columnCount(); ++column)
            m_table->setItem(row, column, cell(values.value(column).toString()));
    }
}

} // namespace app
