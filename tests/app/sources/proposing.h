// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/field_words_reader.h"
#include "app/packs/pack.h"
#include "layers/feeds/decoder.h"
#include "layers/feeds/proposal/mapping_choices.h"
#include "layers/feeds/proposal/recognition.h"

#include <QObject>
#include <QTest>
#include <QTimeZone>

/// A test that asks what is proposed for a payload, with the words and quantities of the program.
class Proposing : public QObject {
protected:
    void readWords()
    {
        app::Problems problems;
        m_words = app::readFieldWords(qEnvironmentVariable("CITYOPS_RESOURCES"), problems);
        QVERIFY2(problems.empty(), problems.empty() ? "" : qPrintable(problems.front().toString()));
        m_quantities = app::readCatalogues(qEnvironmentVariable("CITYOPS_RESOURCES")).quantities;
    
    }

    city::Result<feeds::Proposal> propose(const QByteArray& payload, const QString& format) const
    {
        return feeds::propose(payload, format, {m_words, QTimeZone("Asia/Taipei"), m_now, {}});
    }
    feeds::MappingChoices choicesFor(const QByteArray& payload, const QString& format) const
    {
        const auto proposal = propose(payload, format);
        return proposal ? proposal->choices[proposal->chosen] : feeds::MappingChoices();
    }

    feeds::FieldWords m_words;
    std::shared_ptr<const city::QuantityCatalogue> m_quantities;
    city::Instant m_now = *city::fromIso(u"2026-11-01T00:00:00Z");
};
