// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/add_source_dialog.h"

#include "app/shell/when_done.h"
#include "app/sources/mapping_form.h"
#include "app/sources/names_form.h"
#include "app/sources/new_city.h"
#include "app/sources/preview_pane.h"
#include "widgets/theme/dress.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrlQuery>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace app {

namespace {

enum Page { Source, Facts, Names };

/// Some standards call their places as the feed is called.
FactSummary renamed(FactSummary facts, const QString& from, const QString& to)
{
    if (facts.places.contains(from)) facts.places.insert(to, facts.places.take(from));
    if (facts.quantities.contains(from)) facts.quantities.insert(to, facts.quantities.take(from));
    return facts;
}

QLabel* plainLabel(QWidget* parent, const QString& text = {})
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

AddSourceDialog::AddSourceDialog(const QString& resources, std::shared_ptr<const Pack> pack,
                                 const widgets::Theme& theme, const QString& language, QWidget* parent)
    : QDialog(parent), m_pack(std::move(pack)), m_language(language), m_theme(theme),
      m_draft(resources, m_pack, QTimeZone::utc()), m_pages(new QStackedWidget(this)),
      m_step(plainLabel(this)), m_trouble(plainLabel(this)), m_progress(new QProgressBar(this)),
      m_mapping(new MappingForm(this)), m_preview(new PreviewPane(theme, this)), m_names(new NamesForm(this)),
      m_back(new QPushButton(tr("Back"), this)), m_next(new QPushButton(this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    setWindowTitle(tr("Add a source"));
    setObjectName(QStringLiteral("add-source"));
    resize(1120, 660);
    m_step->setFont(widgets::fontOf(theme, theme.title, widgets::Weight::Bold));
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_trouble->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setRange(0, 0);
    m_progress->setMaximumWidth(260);
    m_progress->hide();
    m_next->setObjectName(QStringLiteral("next"));
    m_next->setDefault(true);
    m_pages->addWidget(sourcePage());
    m_pages->addWidget(mappingPage());
    m_pages->addWidget(m_names);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_progress);
    buttons->addStretch(1);
    for (QPushButton* button : {m_back, m_next, m_cancel})
        buttons->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_step);
    column->addWidget(m_pages, 1);
    column->addWidget(m_trouble);
    column->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(m_pages->currentIndex() - 1); });
    connect(m_next, &QPushButton::clicked, this, &AddSourceDialog::next);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_draft.isBusy())
            m_draft.cancel();
        else
            reject();
    });
    connect(m_names, &NamesForm::changed, this, &AddSourceDialog::judge);
    connectDraft();
    goTo(Source);
}

QWidget* AddSourceDialog::sourcePage()
{
    auto* page = new QWidget(this);
    m_url = new QLineEdit(page);
    m_url->setObjectName(QStringLiteral("url"));
    m_url->setPlaceholderText(QStringLiteral("https://"));
    m_url->setAccessibleName(tr("Address of the source"));
    m_key = new QLineEdit(page);
    m_key->setObjectName(QStringLiteral("key"));
    m_key->setPlaceholderText(tr("for example api_key={secret:moenv}, if it needs a key"));
    m_key->setAccessibleName(tr("Key by name"));
    auto* file = new QPushButton(tr("Choose a file…"), page);
    file->setObjectName(QStringLiteral("choose-file"));
    auto* catalogue = new QPushButton(tr("Browse a catalogue…"), page);
    catalogue->setObjectName(QStringLiteral("browse"));
    auto* form = new QFormLayout;
    form->addRow(tr("Address"), m_url);
    form->addRow(tr("Added to it"), m_key);
    auto* others = new QHBoxLayout;
    others->addWidget(file);
    others->addWidget(catalogue);
    others->addStretch(1);
    auto* column = new QVBoxLayout(page);
    column->addWidget(
        plainLabel(page, tr("Paste the address of a feed, a file of open data or the discovery file of a "
                            "standard. It is asked once, politely; nothing is written yet.")));
    column->addLayout(form);
    column->addLayout(others);
    column->addWidget(plainLabel(page, tr("Keys are kept in the keyring and never in the pack: run “cityops "
                                          "secret set NAME” once, and name the key here.")));
    column->addStretch(1);
    connect(file, &QPushButton::clicked, this, [this] {
        const QString name = QFileDialog::getOpenFileName(this, tr("Choose a file"));
        if (!name.isEmpty()) beginFile(name);
    });
    connect(catalogue, &QPushButton::clicked, this, &AddSourceDialog::catalogueAsked);
    return page;
}

QWidget* AddSourceDialog::mappingPage()
{
    m_format = new QComboBox(this);
    m_format->setObjectName(QStringLiteral("format"));
    m_place = new QComboBox(this);
    m_place->setObjectName(QStringLiteral("records"));
    for (QComboBox* box : {m_format, m_place}) {
        box->setMinimumContentsLength(18);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }
    m_reasons = plainLabel(this);
    widgets::tint(*m_reasons, m_theme.muted);
    auto* left = new QWidget(this);
    auto* form = new QFormLayout;
    form->addRow(tr("Format"), m_format);
    m_placeLabel = plainLabel(this, tr("Its records"));
    form->addRow(m_placeLabel, m_place);
    auto* column = new QVBoxLayout(left);
    column->addLayout(form);
    column->addWidget(m_reasons);
    column->addWidget(m_mapping);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(left);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* both = new QSplitter(this);
    m_left = scroll;
    both->addWidget(scroll);
    both->addWidget(m_preview);
    both->setStretchFactor(0, 1);
    both->setStretchFactor(1, 1);
    both->setSizes({520, 560});
    connect(m_format, &QComboBox::activated, this,
            [this](int index) { m_draft.setFormat(m_format->itemData(index).toString()); });
    connect(m_place, &QComboBox::activated, this,
            [this](int index) { m_draft.setSample(static_cast<std::size_t>(index)); });
    connect(m_mapping, &MappingForm::changed, this, [this] { m_draft.setChoices(m_mapping->choices()); });
    return both;
}

void AddSourceDialog::connectDraft()
{
    connect(&m_draft, &SourceDraft::busy, this, [this](const QString& text) {
        m_progress->setVisible(!text.isEmpty());
        if (!text.isEmpty())
            tell(text, {});
        else if (m_pages->currentIndex() != Names)
            tell({}, {});
        judge();
    });
    connect(&m_draft, &SourceDraft::failed, this, [this](const city::Problem& why) {
        tell(tr("%1 could not be used: %2")
                 .arg(m_draft.file().isEmpty() ? m_draft.request().url.host()
                                               : QFileInfo(m_draft.file()).fileName(),
                      why.toString()),
             tr("Check the address in a browser, and whether it needs a key; a link to a page about the data "
                "is not the data."));
        judge();
    });
    connect(&m_draft, &SourceDraft::recognised, this, [this] {
        tell({}, {});
        showGuesses();
        goTo(Facts);
    });
    connect(&m_draft, &SourceDraft::proposed, this, &AddSourceDialog::showProposal);
    connect(&m_draft, &SourceDraft::settling, this, &AddSourceDialog::judge);
    connect(&m_draft, &SourceDraft::previewed, this, &AddSourceDialog::showPreview);
}

void AddSourceDialog::begin(const Known& known)
{
    m_known = known;
    m_url->setText(known.request.url.toString(QUrl::FullyEncoded)
                       .replace(QLatin1String("%7Bfound%7D"), QLatin1String("{found}")));
    fetch();
}

void AddSourceDialog::beginFile(const QString& file)
{
    m_known = {};
    m_url->clear();
    m_layer.reset();
    if (!isGisFile(file)) return m_draft.readFile(file);
    const QString crs = m_pack ? m_pack->crs : QStringLiteral("EPSG:4326");
    tell(tr("Reading %1 …").arg(QFileInfo(file).fileName()), {});
    whenDone(QtConcurrent::run([file, crs] { return readLayerDraft(file, crs, {}); }), this,
             [this](const city::Result<LayerDraft>& draft) { takeLayer(draft); });
}

void AddSourceDialog::takeLayer(const city::Result<LayerDraft>& draft)
{
    if (!draft)
        return tell(tr("%1 could not be used: %2").arg(tr("The file"), draft.problem().toString()),
                    tr("Check that it is a vector file with all its parts."));
    m_layer = draft->addition;
    m_preview->show(draft->table);
    tell(m_layer->crs.isEmpty()
             ? QString()
             : tr("The file does not say its coordinate system; %1 is taken. Compare with what you know.")
                   .arg(m_layer->crs),
         {});
    goTo(Facts);
}

QString AddSourceDialog::fileName() const
{
    const QString file = m_layer ? m_layer->file : m_draft.file();
    return file.isEmpty() ? m_draft.request().url.host() : QFileInfo(file).completeBaseName();
}

void AddSourceDialog::fetch()
{
    m_layer.reset();
    QUrl url = QUrl::fromUserInput(m_url->text().trimmed());
    if (url.isLocalFile()) return beginFile(url.toLocalFile());
    const bool isHere =
        url.host() == QLatin1String("localhost") || url.host().startsWith(QLatin1String("127."));
    if (url.scheme() == QLatin1String("http") && !isHere) url.setScheme(QStringLiteral("https"));
    if (!url.isValid() || url.host().isEmpty() || !url.scheme().startsWith(QLatin1String("http")))
        return tell(tr("This is no address."), tr("It begins with https:// and is copied whole."));
    const QString key = m_key->text().trimmed();
    if (!key.isEmpty())
        url.setQuery(url.query(QUrl::FullyEncoded) + (url.hasQuery() ? QStringLiteral("&") : QString()) +
                     key);
    feeds::Request request = m_known.request;
    const bool isKnown = request.lookup && m_url->text().contains(QLatin1String("{found}"));
    if (!isKnown) request.lookup.reset();
    request.url = url;
    m_draft.fetch(request);
}

void AddSourceDialog::next()
{
    if (m_pages->currentIndex() == Source)
        fetch();
    else if (m_pages->currentIndex() == Facts)
        goTo(Names);
    else
        finish();
}

void AddSourceDialog::goTo(int page)
{
    m_pages->setCurrentIndex(page);
    const QString titles[]{tr("1 of 3 · Where is it?"), tr("2 of 3 · What does it say?"),
                           tr("3 of 3 · What is it called?")};
    m_step->setText(titles[page]);
    m_left->setVisible(!m_layer);
    m_next->setText(page == Source ? tr("Fetch") : page == Facts ? tr("Next") : tr("Add to the city"));
    m_back->setVisible(page != Source);
    if (page == Names) {
        const QString name = fileName();
        m_names->setForLayer(m_layer.has_value());
        // A host publishes what it serves; a file on this machine does not say who made it.
        const QString publisher = m_known.publisher.isEmpty() ? m_draft.request().url.host() : m_known.publisher;
        m_names->propose(m_known.title.isEmpty() ? name : m_known.title, publisher, m_known.licence,
                         m_draft.cadence(), m_pack.get(), m_language);
    }
    if (page == Source) m_url->setFocus();
    judge();
}

void AddSourceDialog::judge()
{
    const int page = m_pages->currentIndex();
    const QString missing = page == Names ? m_names->missing() : QString();
    const bool readable = page == Source || m_layer || (m_draft.isSettled() && m_draft.preview().ok());
    m_next->setEnabled(!m_draft.isBusy() && missing.isEmpty() && readable);
    if (page == Names) tell(missing, {});
}

void AddSourceDialog::tell(const QString& what, const QString& next)
{
    m_trouble->setText(next.isEmpty() ? what : what + QLatin1Char('\n') + next);
    m_trouble->setVisible(!what.isEmpty());
}

void AddSourceDialog::showGuesses()
{
    m_format->clear();
    for (const feeds::FormatGuess& guess : m_draft.guesses())
        m_format->addItem(tr("%1 – %2 % sure").arg(guess.format).arg(guess.confidence), guess.format);
}

void AddSourceDialog::showProposal()
{
    m_format->setCurrentIndex(m_format->findData(m_draft.format()));
    QStringList reasons;
    for (const feeds::FormatGuess& guess : m_draft.guesses()) {
        if (guess.format != m_draft.format()) continue;
        for (const city::Message& reason : guess.reasons)
            reasons << reason.toString();
    }
    for (const city::Message& reason : m_draft.choices().reasons)
        reasons << reason.toString();
    m_reasons->setText(reasons.join(QLatin1Char('\n')));
    m_place->clear();
    for (const feeds::PayloadSample& sample : m_draft.proposal().samples)
        m_place->addItem(tr("%1 (%n records)", nullptr, sample.records)
                             .arg(sample.layout.records.isEmpty() ? tr("all rows") : sample.layout.records));
    m_place->setEnabled(m_place->count() > 1);
    m_mapping->setVisible(m_draft.needsMapping());
    m_place->setVisible(m_draft.needsMapping());
    m_placeLabel->setVisible(m_draft.needsMapping());
    if (const feeds::PayloadSample* sample = m_draft.sample()) {
        m_place->setCurrentIndex(static_cast<int>(m_draft.proposal().chosen));
        QStringList kinds = m_pack ? m_pack->kindNames.keys() : QStringList();
        for (const feeds::FieldWords::Kind& kind : m_draft.words().kinds)
            kinds << kind.kind;
        kinds.removeDuplicates();
        m_mapping->set(m_draft.choices(), *sample, kinds, m_draft.quantities());
    }
}

void AddSourceDialog::showPreview()
{
    m_preview->show(m_draft.preview(), m_pack ? m_pack->zone : QTimeZone::utc(), m_language);
    judge();
}

SourceAddition AddSourceDialog::addition() const
{
    SourceAddition made;
    made.feed = m_draft.feed();
    m_names->read(made);
    if (m_draft.preview().ok())
        made.facts = renamed(summaryOf(*m_draft.preview()), m_draft.feed().id, made.feed.id);
    made.writing.placeKinds = made.facts.places.keys();
    made.writing.eventKinds = made.facts.events.keys();
    for (const QString& kind : made.writing.placeKinds + made.writing.eventKinds) {
        city::LocalText name = made.feed.title;
        for (const feeds::FieldWords::Kind& known : m_draft.words().kinds) {
            if (known.kind == kind) name = known.name;
        }
        made.kindNames.insert(kind, name);
    }
    if (!m_draft.file().isEmpty()) {
        made.payload = m_draft.payload();
        made.writing.watch = QStringLiteral("data/") + made.feed.id + QLatin1Char('.') +
                             slugOf(QFileInfo(m_draft.file()).suffix());
    }
    for (const feeds::MappingChoices::Measure& measure : m_draft.choices().measures) {
        if (!measure.wanted || m_draft.quantities().contains(measure.quantity)) continue;
        made.quantities.push_back(
            {measure.quantity, measure.unit, city::LocalText(measure.quantity), -1e9, 1e9});
    }
    return made;
}

void AddSourceDialog::finish()
{
    if (!m_pack) return accept();
    if (m_layer) m_names->read(*m_layer);
    const auto change = m_layer ? changeFor(*m_layer, *m_pack) : changeFor(addition(), *m_pack);
    if (!change) {
        tell(tr("It could not be added: %1").arg(change.problem().toString()), {});
        return;
    }
    Q_EMIT chosen(*change);
    accept();
}

} // namespace app
