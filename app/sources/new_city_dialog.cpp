// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/new_city_dialog.h"

#include "app/shell/when_done.h"
#include "app/sources/extent_picker.h"
#include "layers/geo/dataset.h"

#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QtConcurrent>

namespace app {

namespace {

QStringList zones()
{
    QStringList names;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
        if (id.contains('/') || id == "UTC") names << QString::fromUtf8(id);
    }
    return names;
}

city::Result<city::LonLatBox> boundsOf(const QString& file)
{
    geo::OpenOptions options;
    options.attributes = false;
    options.crs = QStringLiteral("EPSG:4326");
    const auto table = geo::readLayer(file, options);
    if (!table) return table.problem();
    city::LonLatBox box;
    for (const geo::Feature& feature : table->features) {
        if (!feature.geometry.isEmpty()) box.add(feature.geometry.bounds());
    }
    if (box.isEmpty())
        return city::Problem{
            QFileInfo(file).fileName(), {}, QT_TRANSLATE_NOOP("Message", "has nothing that lies anywhere")};
    return box;
}

std::vector<city::LonLat> positionsIn(const feeds::Decoded& decoded)
{
    std::vector<city::LonLat> positions;
    for (const city::Place& place : decoded.places) {
        if (place.at) positions.push_back(*place.at);
    }
    for (const city::Event& event : decoded.events) {
        if (!event.geometry.isEmpty()) positions.push_back(event.geometry.anchor());
    }
    for (const city::Vehicle& vehicle : decoded.vehicles)
        positions.push_back(vehicle.at);
    return positions;
}

} // namespace

NewCityDialog::NewCityDialog(const QString& resources, const QString& folder, const widgets::Theme& theme,
                             bool fetches, QWidget* parent)
    : QDialog(parent), m_home(folder), m_draft(resources, nullptr, QTimeZone::utc()),
      m_form(new QFormLayout(this)), m_zone(new QComboBox(this)), m_from(new QComboBox(this)),
      m_browse(new QPushButton(tr("Choose a file…"), this)), m_map(new ExtentPicker(theme, fetches, this)),
      m_trouble(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_create(new QPushButton(tr("Create the city"), this)), m_cancel(new QPushButton(tr("Cancel"), this))
{
    setWindowTitle(tr("New city"));
    setObjectName(QStringLiteral("new-city"));
    resize(760, 600);
    m_en = addLine("city-en", tr("Name in English"));
    m_zh = addLine("city-zh", tr("Name in Chinese"));
    m_zone->setObjectName(QStringLiteral("zone"));
    m_zone->setEditable(true);
    m_zone->addItems(zones());
    m_zone->setCurrentText(QString::fromUtf8(QTimeZone::systemTimeZoneId()));
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_form->addRow(tr("Time zone"), m_zone);
    m_from->setObjectName(QStringLiteral("extent-from"));
    m_from->addItems(
        {tr("from the positions of its first source"), tr("from a GIS file"), tr("drawn on the map")});
    m_form->addRow(tr("Where it is"), m_from);
    m_source = addLine("first-source", tr("Address or file"));
    m_browse->setObjectName(QStringLiteral("choose-file"));
    m_form->addRow(QString(), m_browse);
    m_form->addRow(m_map);
    m_folder = addLine("folder", tr("Folder of its pack"));
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_form->addRow(m_trouble);
    m_progress->setRange(0, 0);
    m_progress->hide();
    m_create->setObjectName(QStringLiteral("create"));
    m_create->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_progress);
    buttons->addStretch(1);
    buttons->addWidget(m_create);
    buttons->addWidget(m_cancel);
    m_form->addRow(buttons);
    connect(m_from, &QComboBox::currentIndexChanged, this, &NewCityDialog::chooseFrom);
    connect(m_zone, &QComboBox::currentTextChanged, this, &NewCityDialog::judge);
    connect(m_map, &ExtentPicker::changed, this, &NewCityDialog::judge);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        const QString name = QFileDialog::getOpenFileName(this, tr("Choose a file"));
        if (!name.isEmpty()) m_source->setText(name);
    });
    connect(m_folder, &QLineEdit::textEdited, this, [this] { m_folderTyped = true; });
    connect(m_en, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (!m_folderTyped) m_folder->setText(QDir(m_home).filePath(slugOf(text)));
    });
    connect(m_create, &QPushButton::clicked, this, &NewCityDialog::create);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_draft, &SourceDraft::busy, this, [this](const QString& text) {
        m_progress->setVisible(!text.isEmpty());
        tell(text);
    });
    connect(&m_draft, &SourceDraft::failed, this, [this](const city::Problem& why) {
        tell(why.toString());
        m_create->setEnabled(true);
    });
    connect(&m_draft, &SourceDraft::previewed, this, &NewCityDialog::takePositions);
    chooseFrom(0);
}

QLineEdit* NewCityDialog::addLine(const char* name, const QString& label)
{
    auto* line = new QLineEdit(this);
    line->setObjectName(QString::fromLatin1(name));
    line->setMaxLength(2000);
    line->setAccessibleName(label);
    m_form->addRow(label, line);
    connect(line, &QLineEdit::textChanged, this, &NewCityDialog::judge);
    return line;
}

void NewCityDialog::setFirstSource(const QString& address)
{
    m_source->setText(address);
}

NewCityDialog::From NewCityDialog::from() const
{
    return static_cast<From>(m_from->currentIndex());
}

void NewCityDialog::chooseFrom(int)
{
    const bool map = from() == From::Map;
    m_map->setVisible(map);
    m_browse->setVisible(!map);
    m_source->setVisible(!map);
    m_form->labelForField(m_source)->setVisible(!map);
    m_source->setPlaceholderText(from() == From::FirstSource ? QStringLiteral("https://") : QString());
    judge();
}

void NewCityDialog::tell(const QString& text)
{
    m_trouble->setText(text);
}

void NewCityDialog::judge()
{
    QString missing;
    const QString folder = m_folder->text().trimmed();
    if (m_en->text().trimmed().isEmpty() && m_zh->text().trimmed().isEmpty())
        missing = tr("What is the city called?");
    else if (!QTimeZone(m_zone->currentText().toUtf8()).isValid())
        missing = tr("Choose a time zone such as Asia/Taipei.");
    else if (from() == From::Map ? m_map->extent().isEmpty() : m_source->text().trimmed().isEmpty())
        missing =
            from() == From::Map ? tr("Draw a box around the city.") : tr("Give an address or choose a file.");
    else if (folder.isEmpty() || slugOf(QFileInfo(folder).fileName()).isEmpty())
        missing = tr("Name the folder of the pack in Latin letters.");
    else if (QFileInfo::exists(folder + QStringLiteral("/pack.yaml")))
        missing = tr("There is a pack in this folder already.");
    tell(missing);
    m_create->setEnabled(missing.isEmpty());
}

void NewCityDialog::create()
{
    if (from() == From::Map) return finish(m_map->extent());
    m_create->setEnabled(false);
    const QString text = m_source->text().trimmed();
    if (from() == From::File) return takeFile(text);
    const QUrl url = QUrl::fromUserInput(text, QString(), QUrl::AssumeLocalFile);
    if (url.isLocalFile()) return m_draft.readFile(url.toLocalFile());
    feeds::Request request;
    request.url = url;
    m_draft.fetch(request);
}

void NewCityDialog::takeFile(const QString& file)
{
    whenDone(QtConcurrent::run([file] { return boundsOf(file); }), this,
             [this](const city::Result<city::LonLatBox>& box) {
                 if (box) return finish(*box);
                 tell(box.problem().toString());
                 m_create->setEnabled(true);
             });
}

void NewCityDialog::takePositions()
{
    const auto& decoded = m_draft.preview();
    const city::LonLatBox box = decoded ? extentOf(positionsIn(*decoded)) : city::LonLatBox();
    if (!box.isEmpty()) return finish(box);
    tell(decoded ? tr("This source has no positions. Choose another one, or draw the city on the map.")
                 : decoded.problem().toString());
    m_create->setEnabled(true);
}

void NewCityDialog::finish(const city::LonLatBox& extent)
{
    constexpr double widest = 19; // A pack is a city or a region.
    if (extent.east - extent.west > widest || extent.north - extent.south > widest) {
        tell(tr("That is %1 degrees wide, more than a city. Draw it on the map instead.")
                 .arg(extent.east - extent.west, 0, 'f', 0));
        m_create->setEnabled(true);
        return;
    }
    NewCity city;
    const QString en = m_en->text().trimmed(), zh = m_zh->text().trimmed();
    city.title.set(QStringLiteral("en"), en.isEmpty() ? zh : en);
    city.title.set(QStringLiteral("zh_TW"), zh.isEmpty() ? en : zh);
    city.zone = m_zone->currentText();
    city.extent = extent;
    Q_EMIT chosen(city, m_folder->text().trimmed(),
                  from() == From::FirstSource ? m_source->text().trimmed() : QString());
    accept();
}

} // namespace app
