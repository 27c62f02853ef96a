// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "app/sources/source_addition.h"
#include "layers/city/clock.h"
#include "layers/feeds/live_transport.h"
#include "layers/feeds/proposal/mapping_choices.h"
#include "layers/feeds/proposal/recognition.h"

#include <QObject>
#include <functional>

namespace app {

/// A source on its way into a pack: fetched, recognised, mapped, decoded for a look. Lives in the GUI thread;
/// the slow parts run in the pool. Knows no widget. What is changed while a job runs is taken together by the
/// next one.
class SourceDraft : public QObject {
    Q_OBJECT
public:
    /// `resources` holds the words of fields; `pack` may be null: then every quantity of the program is known
    /// and times are of `zone`.
    SourceDraft(const QString& resources, std::shared_ptr<const Pack> pack, QTimeZone zone,
                QObject* parent = nullptr);
    ~SourceDraft() override;

    /// `fetched`, then `recognised`, or `failed`.
    void fetch(const feeds::Request& request);
    void readFile(const QString& file);
    void cancel();
    bool isBusy() const { return m_busy; }
    /// Nothing under way, and the preview is that of the present choices.
    bool isSettled() const { return !m_busy && !m_stale; }

    const feeds::Request& request() const { return m_request; }
    const QString& file() const { return m_file; } ///< Empty: fetched from an address.
    const QByteArray& payload() const { return m_payload; }
    const std::vector<feeds::FormatGuess>& guesses() const { return m_guesses; }
    const QString& format() const { return m_format; }
    bool needsMapping() const;
    const feeds::Proposal& proposal() const { return m_proposal; }
    const feeds::PayloadSample* sample() const;
    const feeds::MappingChoices& choices() const { return m_choices; }
    /// What was decoded with the present choices, or why not.
    const city::Result<feeds::Decoded>& preview() const { return m_preview; }
    const city::QuantityCatalogue& quantities() const { return *m_quantities; }
    const feeds::FieldWords& words() const { return m_words; }

    void setFormat(const QString& format);
    void setSample(std::size_t index);
    void setChoices(const feeds::MappingChoices& choices);

    /// The feed of the present choices, without names.
    feeds::FeedSpec feed() const;
    /// How often the source seems to change, by what its records say; otherwise five minutes.
    QString cadence() const;

Q_SIGNALS:
    void busy(const QString& text); ///< Empty: no more.
    void failed(const city::Problem& why);
    void recognised();
    /// Format or place of records changed and with it the choices that are proposed.
    void proposed();
    void previewed();
    /// `isSettled` may have changed.
    void settling();

private:
    void take(feeds::FetchResponse response);
    void recognise();
    void followLinks();
    void makePreview();
    void setBusy(const QString& text);
    void setStale(bool stale);
    city::Instant now() const { return m_clock.now(); }
    QTimeZone zone() const { return m_pack ? m_pack->zone : m_zone; }

    city::SystemClock m_clock;
    feeds::LiveTransport m_transport;
    std::shared_ptr<const Pack> m_pack;
    QTimeZone m_zone;
    std::shared_ptr<const city::QuantityCatalogue> m_quantities;
    feeds::FieldWords m_words;

    feeds::Request m_request;
    QString m_file;
    QByteArray m_payload, m_contentType;
    std::vector<QByteArray> m_followed; ///< Documents that an index pointed to.
    std::vector<QUrl> m_toFollow;
    std::vector<feeds::FormatGuess> m_guesses;
    QString m_format;
    feeds::Proposal m_proposal;
    feeds::MappingChoices m_choices;
    city::Result<feeds::Decoded> m_preview{feeds::Decoded{}};
    QFuture<feeds::FetchResponse> m_answer;
    int m_question = 0; ///< Answers to earlier questions are dropped.
    bool m_busy = false, m_previewing = false, m_old = false;
    bool m_stale = false; ///< The preview is not that of the present choices.
};

} // namespace app
