// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources/source_draft.h"

#include "app/packs/field_words_reader.h"
#include "app/shell/when_done.h"

#include <QFile>
#include <QFileInfo>
#include <QtConcurrent>

namespace app {

namespace {

constexpr qint64 largestFile = 64LL * 1024 * 1024;
constexpr std::size_t mostFollowed = 12;

/// The catalogue with the quantities that a person has named and nobody has described yet.
city::QuantityCatalogue withNewOnes(city::QuantityCatalogue quantities, const feeds::MappingChoices& choices)
{
    for (const feeds::MappingChoices::Measure& measure : choices.measures) {
        if (!measure.wanted || measure.quantity.isEmpty() || quantities.contains(measure.quantity)) continue;
        city::Quantity made;
        made.id = measure.quantity;
        made.unit = measure.unit;
        quantities.insert(made.id, made);
    }
    return quantities;
}

/// The facts of a payload and of the documents it points to.
city::Result<feeds::Decoded> decodeAll(const QByteArray& payload, const std::vector<QByteArray>& followed,
                                       const feeds::FeedSpec& feed, const city::QuantityCatalogue& quantities,
                                       city::Instant now, const QByteArray& contentType)
{
    auto decoded = feeds::decode(payload, {feed, quantities, now, {}, contentType});
    if (!decoded) return decoded;
    for (const QByteArray& document : followed) {
        const auto more = feeds::decode(document, {feed, quantities, now});
        if (more)
            feeds::append(decoded.value(), *more);
        else
            decoded.value().addProblem(more.problem());
    }
    feeds::complete(decoded.value());
    return decoded;
}

} // namespace

SourceDraft::SourceDraft(const QString& resources, std::shared_ptr<const Pack> pack, QTimeZone zone,
                         QObject* parent)
    : QObject(parent), m_transport(m_clock), m_pack(std::move(pack)), m_zone(std::move(zone))
{
    Problems problems; // A broken list of words proposes less and is told of by the tests.
    m_words = readFieldWords(resources, problems);
    m_quantities = m_pack ? m_pack->quantities : readCatalogues(resources).quantities;
}

SourceDraft::~SourceDraft()
{
    m_answer.cancel();
}

void SourceDraft::setBusy(const QString& text)
{
    m_busy = !text.isEmpty();
    Q_EMIT busy(text);
}

void SourceDraft::setStale(bool stale)
{
    m_stale = stale;
    Q_EMIT settling();
}

void SourceDraft::cancel()
{
    ++m_question;
    m_answer.cancel();
    setBusy({});
}

void SourceDraft::fetch(const feeds::Request& request)
{
    cancel();
    m_request = request;
    m_file.clear();
    feeds::FetchRequest question;
    question.feed = QStringLiteral("draft-%1").arg(m_question);
    question.request = request;
    setBusy(tr("Asking %1 …").arg(request.url.host()));
    m_answer = m_transport.get(question);
    whenDone(m_answer, this, [this, asked = m_question](feeds::FetchResponse response) {
        if (asked == m_question) take(std::move(response));
    });
}

void SourceDraft::take(feeds::FetchResponse response)
{
    if (response.failure) {
        setBusy({});
        Q_EMIT failed(*response.failure);
        return;
    }
    m_payload = std::move(response.body);
    m_contentType = response.contentType;
    recognise();
}

void SourceDraft::readFile(const QString& name)
{
    cancel();
    m_request = {};
    m_file = name;
    m_contentType.clear();
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
        Q_EMIT failed({QFileInfo(name).fileName(),
                       {},
                       {QT_TRANSLATE_NOOP("Message", "cannot be read: %1"),
                        {file.isOpen() ? tr("it is larger than 64 MB") : file.errorString()}}});
        return;
    }
    m_payload = file.readAll();
    recognise();
}

void SourceDraft::recognise()
{
    setBusy(tr("Looking at %1 kB …").arg(m_payload.size() / 1000 + 1));
    m_followed.clear();
    auto guesses = QtConcurrent::run([payload = m_payload, quantities = m_quantities, at = now(),
                                      hints = feeds::PayloadHints{m_contentType}] {
        return feeds::recogniseFormat(payload, *quantities, at, hints);
    });
    whenDone(guesses, this, [this, asked = m_question](std::vector<feeds::FormatGuess> found) {
        if (asked != m_question) return;
        m_guesses = std::move(found);
        setBusy({});
        if (m_guesses.empty()) {
            Q_EMIT failed(
                {{},
                 {},
                 QT_TRANSLATE_NOOP("Message", "none of the formats the program knows; a list of records "
                                              "(JSON, CSV, XML, GeoJSON) or a standard was expected")});
            return;
        }
        Q_EMIT recognised();
        setFormat(m_guesses.front().format);
    });
}

bool SourceDraft::needsMapping() const
{
    return !m_format.isEmpty() && !feeds::standardFormats().contains(m_format);
}

const feeds::PayloadSample* SourceDraft::sample() const
{
    return needsMapping() && m_proposal.chosen < m_proposal.samples.size()
               ? &m_proposal.samples[m_proposal.chosen]
               : nullptr;
}

void SourceDraft::setFormat(const QString& format)
{
    m_format = format;
    setStale(true);
    m_proposal = {};
    m_choices = {};
    if (!needsMapping()) {
        Q_EMIT proposed();
        followLinks();
        return;
    }
    const QString hint =
        m_file.isEmpty() ? m_request.url.host() + m_request.url.path() : QFileInfo(m_file).fileName();
    auto made = QtConcurrent::run([payload = m_payload, format, words = m_words, zone = zone(), at = now(),
                                   hint, hints = feeds::PayloadHints{m_contentType}] {
        return feeds::propose(payload, format, {words, zone, at, hint}, hints);
    });
    whenDone(made, this, [this, format, asked = m_question](city::Result<feeds::Proposal> proposal) {
        if (asked != m_question || format != m_format) return;
        if (!proposal) {
            Q_EMIT failed(proposal.problem());
            return;
        }
        m_proposal = std::move(proposal.value());
        setSample(m_proposal.chosen);
    });
}

void SourceDraft::setSample(std::size_t index)
{
    if (index >= m_proposal.choices.size()) return;
    m_proposal.chosen = index;
    m_choices = m_proposal.choices[index];
    Q_EMIT proposed();
    makePreview();
}

void SourceDraft::setChoices(const feeds::MappingChoices& choices)
{
    m_choices = choices;
    makePreview();
}

/// Standards have indexes: the documents they point to are fetched too, up to a few.
void SourceDraft::followLinks()
{
    const auto index = feeds::decode(m_payload, {feed(), *m_quantities, now()});
    m_toFollow.clear();
    if (index && m_followed.empty() && m_file.isEmpty()) m_toFollow = index->follow;
    if (m_toFollow.size() > mostFollowed) m_toFollow.resize(mostFollowed);
    if (m_toFollow.empty()) return makePreview();
    setBusy(tr("Following %n links …", nullptr, static_cast<int>(m_toFollow.size())));
    auto left = std::make_shared<std::size_t>(m_toFollow.size());
    for (const QUrl& link : m_toFollow) {
        feeds::FetchRequest question;
        question.feed = QStringLiteral("draft-%1").arg(m_question);
        question.request = m_request;
        question.request.url = link;
        question.document = feeds::FetchRequest::Document::Followed;
        whenDone(m_transport.get(question), this,
                 [this, left, asked = m_question](feeds::FetchResponse response) {
                     if (asked != m_question) return;
                     if (!response.failure) m_followed.push_back(std::move(response.body));
                     if (--*left > 0) return;
                     setBusy({});
                     makePreview();
                 });
    }
}

void SourceDraft::makePreview()
{
    m_old = true;
    setStale(true);
    if (m_previewing) return;
    m_old = false;
    m_previewing = true;
    auto decoded = QtConcurrent::run(
        [payload = m_payload, followed = m_followed, spec = feed(),
         quantities = withNewOnes(*m_quantities, m_choices), at = now(),
         type = m_contentType] { return decodeAll(payload, followed, spec, quantities, at, type); });
    whenDone(decoded, this, [this](city::Result<feeds::Decoded> made) {
        m_previewing = false;
        if (m_old) return makePreview();
        m_preview = std::move(made);
        setStale(false);
        Q_EMIT previewed();
    });
}

feeds::FeedSpec SourceDraft::feed() const
{
    feeds::FeedSpec spec;
    spec.id = QStringLiteral("draft");
    spec.request = m_request;
    spec.format = m_format;
    spec.zone = zone();
    if (const feeds::PayloadSample* of = sample()) spec.mapping = feeds::mappingOf(m_choices, *of);
    return spec;
}

QString SourceDraft::cadence() const
{
    if (!m_preview.ok()) return QStringLiteral("5 min");
    // A list of things without values does not change by the minute.
    if (m_preview->observations.empty() && m_preview->events.empty() && m_preview->alerts.empty() &&
        m_preview->vehicles.empty())
        return QStringLiteral("1 d");
    if (!m_preview->vehicles.empty() || !m_preview->alerts.empty()) return QStringLiteral("1 min");
    // Publishers write the minute they publish at: all on the hour means hourly.
    bool onTheHour = !m_preview->observations.empty();
    for (const city::Observation& one : m_preview->observations)
        onTheHour = onTheHour && one.observedAt.time_since_epoch().count() % 3600'000 == 0;
    return onTheHour ? QStringLiteral("10 min") : QStringLiteral("5 min");
}

} // namespace app
