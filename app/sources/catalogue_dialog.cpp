// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/catalogue_dialog.h"

#include "app/packs/portals_reader.h"
#include "app/shell/when_done.h"
#include "widgets/theme/dress.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int datasetRole = Qt::UserRole, resourceRole = Qt::UserRole + 1;

QString sizeText(qint64 bytes)
{
    if (bytes < 0) return {};
    return bytes < 1'000'000 ? QStringLiteral("%1 kB").arg(bytes / 1000 + 1)
                             : QStringLiteral("%1 MB").arg(double(bytes) / 1e6, 0, 'f', 1);
}

} // namespace

CatalogueDialog::CatalogueDialog(const QString& resources, const widgets::Theme& theme,
                                 const QString& language, QWidget* parent)
    : QDialog(parent), m_transport(m_clock), m_address(new QComboBox(this)), m_kind(new QComboBox(this)),
      m_search(new QLineEdit(this)), m_list(new QTreeWidget(this)), m_about(new QLabel(this)),
      m_trouble(new QLabel(this)), m_look(new QPushButton(tr("Look"), this)),
      m_use(new QPushButton(tr("Use this file"), this))
{
    setWindowTitle(tr("Browse a catalogue"));
    setObjectName(QStringLiteral("catalogue"));
    resize(980, 620);
    Problems problems; // A broken list offers nothing; any address can be typed.
    m_portals = readPortals(resources, problems);
    m_address->setObjectName(QStringLiteral("portal"));
    m_address->setEditable(true);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    for (const feeds::Portal& portal : m_portals) {
        m_address->addItem(portal.url.toString());
        m_address->setItemData(m_address->count() - 1, portal.title.in(language), Qt::ToolTipRole);
    }
    m_kind->setObjectName(QStringLiteral("portal-kind"));
    const std::pair<QString, feeds::PortalKind> kinds[]{
        {QStringLiteral("CKAN"), feeds::PortalKind::Ckan},
        {QStringLiteral("data.taipei"), feeds::PortalKind::DataTaipei},
        {QStringLiteral("DCAT (data.json)"), feeds::PortalKind::Dcat},
        {QStringLiteral("OGC API Features"), feeds::PortalKind::OgcFeatures},
        {QStringLiteral("WFS, WMS, WMTS"), feeds::PortalKind::OgcServices},
        {QStringLiteral("STAC"), feeds::PortalKind::Stac}};
    for (const auto& [name, kind] : kinds)
        m_kind->addItem(name, static_cast<int>(kind));
    m_search->setObjectName(QStringLiteral("words"));
    m_look->setObjectName(QStringLiteral("look"));
    m_look->setDefault(true);
    m_use->setObjectName(QStringLiteral("use"));
    m_use->setEnabled(false);
    m_list->setObjectName(QStringLiteral("datasets"));
    m_list->setColumnCount(5);
    m_list->setHeaderLabels({tr("Dataset"), tr("Published by"), tr("Updated"), tr("Formats"), tr("Licence")});
    m_list->setAlternatingRowColors(true);
    for (QLabel* label : {m_about, m_trouble}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_trouble->setObjectName(QStringLiteral("trouble"));
    widgets::tint(*m_about, theme.muted);
    m_about->setMaximumHeight(72);
    auto* where = new QHBoxLayout;
    where->addWidget(m_address, 3);
    where->addWidget(m_kind, 1);
    auto* what = new QHBoxLayout;
    what->addWidget(m_search, 1);
    what->addWidget(m_look);
    auto* form = new QFormLayout;
    form->addRow(tr("Catalogue"), where);
    form->addRow(tr("Search"), what);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_use);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_list, 1);
    column->addWidget(m_about);
    column->addWidget(m_trouble);
    column->addLayout(buttons);
    const auto chooseKind = [this](int index) {
        if (index >= 0 && index < static_cast<int>(m_portals.size()))
            m_kind->setCurrentIndex(
                m_kind->findData(static_cast<int>(m_portals[static_cast<std::size_t>(index)].kind)));
    };
    connect(m_address, &QComboBox::currentIndexChanged, this, chooseKind);
    connect(m_look, &QPushButton::clicked, this, &CatalogueDialog::search);
    connect(m_use, &QPushButton::clicked, this, &CatalogueDialog::pick);
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, &CatalogueDialog::pick);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        const bool isFile = item && item->data(0, resourceRole).isValid();
        if (item)
            m_about->setText(m_datasets[item->data(0, datasetRole).toULongLong()].description.left(400));
        const auto* file = isFile ? &m_datasets[item->data(0, datasetRole).toULongLong()]
                                         .resources[item->data(0, resourceRole).toULongLong()]
                                  : nullptr;
        m_use->setEnabled(file && !file->request.url.isEmpty());
    });
    chooseKind(0);
}

feeds::Portal CatalogueDialog::portal() const
{
    feeds::Portal portal;
    portal.kind = static_cast<feeds::PortalKind>(m_kind->currentData().toInt());
    portal.url = QUrl::fromUserInput(m_address->currentText().trimmed());
    const bool isHere = portal.url.host() == QLatin1String("localhost") ||
                        portal.url.host().startsWith(QLatin1String("127."));
    if (portal.url.scheme() == QLatin1String("http") && !isHere)
        portal.url.setScheme(QStringLiteral("https"));
    return portal;
}

void CatalogueDialog::tell(const QString& what)
{
    m_trouble->setText(what);
    m_trouble->setVisible(!what.isEmpty());
}

void CatalogueDialog::search()
{
    m_answer.cancel();
    m_asked = portal();
    m_words = m_search->text().trimmed();
    feeds::FetchRequest question;
    question.feed = QStringLiteral("catalogue");
    question.request.url = feeds::searchUrl(m_asked, m_words);
    if (question.request.url.isEmpty())
        return tell(tr("This catalogue is searched by the address of a dataset's page: copy it from the "
                       "browser into the search."));
    question.request.maxBytes = 32 * 1024 * 1024;
    tell(tr("Asking %1 …").arg(m_asked.url.host()));
    m_answer = m_transport.get(question);
    whenDone(m_answer, this, [this, asked = ++m_question](const feeds::FetchResponse& response) {
        if (asked == m_question) take(response);
    });
}

void CatalogueDialog::take(const feeds::FetchResponse& response)
{
    m_datasets.clear();
    auto found = response.failure ? city::Result<std::vector<feeds::CatalogueDataset>>(*response.failure)
                                  : feeds::readDatasets(m_asked, response.body, m_words);
    if (found) m_datasets = std::move(found.value());
    const auto other = response.failure ? std::nullopt : feeds::recognisePortal(response.body);
    if (!found)
        tell(tr("%1 could not be read: %2").arg(m_asked.url.host(), found.problem().toString()));
    else if (m_datasets.empty() && other && *other != m_asked.kind)
        tell(tr("Nothing was found. By its answer this catalogue is of the kind “%1”: choose it above.")
                 .arg(feeds::portalKindName(*other)));
    else
        tell(m_datasets.empty() ? tr("Nothing was found.") : QString());
    fill();
}

void CatalogueDialog::fill()
{
    m_list->clear();
    for (std::size_t i = 0; i < m_datasets.size(); ++i) {
        const feeds::CatalogueDataset& dataset = m_datasets[i];
        QStringList formats;
        for (const feeds::CatalogueResource& resource : dataset.resources)
            formats << resource.format;
        formats.removeAll(QString());
        formats.removeDuplicates();
        auto* item = new QTreeWidgetItem(m_list, {dataset.title, dataset.publisher, dataset.updated,
                                                  formats.join(QStringLiteral(", ")), dataset.licence});
        item->setData(0, datasetRole, QVariant::fromValue(qulonglong(i)));
        for (std::size_t j = 0; j < dataset.resources.size(); ++j) {
            const feeds::CatalogueResource& resource = dataset.resources[j];
            auto* file =
                new QTreeWidgetItem(item, {resource.name, {}, sizeText(resource.bytes), resource.format, {}});
            file->setData(0, datasetRole, QVariant::fromValue(qulonglong(i)));
            file->setData(0, resourceRole, QVariant::fromValue(qulonglong(j)));
        }
        item->setExpanded(m_datasets.size() <= 3);
    }
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < 5; ++column)
        m_list->setColumnWidth(column, 130);
}

void CatalogueDialog::pick()
{
    const QTreeWidgetItem* item = m_list->currentItem();
    if (!item || !item->data(0, resourceRole).isValid() || !m_use->isEnabled()) return;
    const feeds::CatalogueDataset& dataset = m_datasets[item->data(0, datasetRole).toULongLong()];
    AddSourceDialog::Known known;
    known.request = dataset.resources[item->data(0, resourceRole).toULongLong()].request;
    known.title = dataset.title;
    known.publisher = dataset.publisher;
    known.licence = dataset.licence;
    Q_EMIT picked(known);
    accept();
}

} // namespace app
