// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/signature/xml_signature.h"
#include "tests/layers/feeds/decoding.h"
#include "tests/support/certificates.h"
#include "tests/support/test_main.h"

#include <libxml/parser.h>
#include <xmlsec/crypto.h>
#include <xmlsec/templates.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmltree.h>

namespace {

using State = city::Alert::Signature;

const QByteArray message(R"(<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>A1</identifier><sender>weather@city.example</sender><sent>2026-03-18T17:30:00+08:00</sent>
  <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
  <info><language>en</language><category>Met</category><event>大雨 Rain</event><urgency>Immediate</urgency><severity>Severe</severity>
  <certainty>Observed</certainty><area><areaDesc>City</areaDesc></area></info>
</alert>)");

enum class Says { Certificate, Nothing };

/// How a message is signed.
struct Signing {
    xmlSecTransformId method = xmlSecTransformRsaSha256Id, digest = xmlSecTransformSha256Id;
    const char* uri = "";
    Says keyInfo = Says::Certificate;
    bool enveloped = true;
};

const xmlChar* xml(const char* text)
{
    return reinterpret_cast<const xmlChar*>(text);
}

/// The message with a signature in it.
QByteArray signedBy(const QByteArray& text, const QString& key, const QString& certificate,
                    const Signing& how)
{
    xmlDoc* document = xmlReadMemory(text.constData(), static_cast<int>(text.size()), nullptr, nullptr, 0);
    xmlNode* signature = xmlSecTmplSignatureCreate(document, xmlSecTransformExclC14NId, how.method, nullptr);
    xmlAddChild(xmlDocGetRootElement(document), signature);
    xmlNode* reference =
        xmlSecTmplSignatureAddReference(signature, how.digest, nullptr, xml(how.uri), nullptr);
    if (how.enveloped) xmlSecTmplReferenceAddTransform(reference, xmlSecTransformEnvelopedId);
    if (how.keyInfo == Says::Certificate)
        xmlSecTmplX509DataAddCertificate(
            xmlSecTmplKeyInfoAddX509Data(xmlSecTmplSignatureEnsureKeyInfo(signature, nullptr)));
    xmlSecDSigCtx* context = xmlSecDSigCtxCreate(nullptr);
    context->signKey =
        xmlSecCryptoAppKeyLoad(key.toUtf8().constData(), xmlSecKeyDataFormatPem, nullptr, nullptr, nullptr);
    if (how.keyInfo == Says::Certificate)
        xmlSecCryptoAppKeyCertLoad(context->signKey, certificate.toUtf8().constData(),
                                   xmlSecKeyDataFormatCertPem);
    QByteArray made;
    if (xmlSecDSigCtxSign(context, signature) == 0) {
        xmlChar* bytes = nullptr;
        int size = 0;
        xmlDocDumpMemory(document, &bytes, &size);
        made = QByteArray(reinterpret_cast<const char*>(bytes), size);
        xmlFree(bytes);
    }
    xmlSecDSigCtxDestroy(context);
    xmlFreeDoc(document);
    return made;
}

} // namespace

/// What the signature of a CAP message is worth: signed in the test, changed afterwards, by whom the pack
/// trusts and by others.
class CapSignatureTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (Certificates::program().isEmpty()) QSKIP("openssl is not installed");
        QVERIFY(m_certificates.isGood());
        QVERIFY(m_certificates.make(QStringLiteral("agency"), QStringLiteral("Weather Agency 氣象署")));
        QVERIFY(m_certificates.make(QStringLiteral("other"), QStringLiteral("Somebody")));
        feeds::checkSignature(message, "alert", 0, {}, m_now); // Makes xmlsec ready.
    }

    void unsignedMessagesSaySo() { QCOMPARE(check(message, QStringLiteral("ca")).state, State::None); }

    void validByItsChain()
    {
        const auto found = check(made({}), QStringLiteral("ca"));
        QCOMPARE(found.state, State::Valid);
        QCOMPARE(found.by, QStringLiteral("Weather Agency 氣象署"));
    }

    void validByThePinnedCertificate_data()
    {
        QTest::addColumn<bool>("saysWhose");
        QTest::newRow("which the message names") << true;
        QTest::newRow("which the message does not name") << false;
    }
    void validByThePinnedCertificate()
    {
        QFETCH(bool, saysWhose);
        Signing how;
        how.keyInfo = saysWhose ? Says::Certificate : Says::Nothing;
        QCOMPARE(check(made(how), QStringLiteral("agency")).state, State::Valid);
        QCOMPARE(check(made(how), QStringLiteral("other")).state, State::UnknownKey);
    }

    void unknownKeyWhenNobodyTrustedSigned()
    {
        const auto found = check(made({}), {});
        QCOMPARE(found.state, State::UnknownKey);
        QCOMPARE(found.by, QStringLiteral("Weather Agency 氣象署"));
    }

    void anExpiredCertificateIsNoTrust()
    {
        QCOMPARE(feeds::checkSignature(made({}), "alert", 0, pem(QStringLiteral("ca")),
                                       m_now + std::chrono::hours(24 * 365))
                     .state,
                 State::UnknownKey);
    }

    void changedMessagesAreInvalid_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("severity") << QByteArray(">Severe<") << QByteArray(">Extreme<");
        QTest::newRow("a text") << QByteArray("Rain") << QByteArray("Sun");
        QTest::newRow("an element more") << QByteArray("<scope>") << QByteArray("<note>x</note><scope>");
        QTest::newRow("the signature's value")
            << QByteArray("<SignatureValue>") << QByteArray("<SignatureValue>AAAA");
        QTest::newRow("another digest") << QByteArray("<DigestValue>") << QByteArray("<DigestValue>AAAA");
    }
    void changedMessagesAreInvalid()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray text = made({});
        QVERIFY(text.contains(from));
        text.replace(from, to);
        QCOMPARE(check(text, QStringLiteral("ca")).state, State::Invalid);
    }

    /// A good signature of something else, put into a message, or one that covers only a part.
    void whatProvesNothingIsNotValid_data()
    {
        QTest::addColumn<QByteArray>("text");
        Signing weak;
        weak.method = xmlSecTransformRsaSha1Id;
        weak.digest = xmlSecTransformSha1Id;
        QTest::newRow("SHA-1") << made(weak);
        const QByteArray whole = made({});
        const qsizetype begin = whole.indexOf("<Signature"), end = whole.indexOf("</Signature>") + 12;
        QByteArray other = message;
        other.replace("A1", "A2").replace("</alert>", whole.mid(begin, end - begin) + "</alert>");
        QTest::newRow("the signature of another message") << other;
        QByteArray file = whole;
        file.replace("URI=\"\"", "URI=\"file:///etc/hostname\"");
        QTest::newRow("of a file") << file;
        QByteArray remote = whole;
        remote.replace("URI=\"\"", "URI=\"http://127.0.0.1:1/\"");
        QTest::newRow("of an address") << remote;
        QByteArray xslt = whole;
        xslt.replace("http://www.w3.org/2000/09/xmldsig#enveloped-signature",
                     "http://www.w3.org/TR/1999/REC-xslt-19991116");
        QTest::newRow("a programme in a transform") << xslt;
        QByteArray none = whole;
        const qsizetype info = none.indexOf("<SignedInfo>"), infoEnd = none.indexOf("</SignedInfo>");
        none.remove(info, infoEnd - info + 13);
        QTest::newRow("of nothing") << none;
    }
    void whatProvesNothingIsNotValid()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!text.isEmpty());
        const State state = check(text, QStringLiteral("ca")).state;
        QVERIFY(state == State::Invalid || state == State::UnknownKey);
    }

    void hostileDocumentsEnd_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("entities") << QByteArray(
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><alert>&x;<Signature "
            "xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/></alert>");
        QTest::newRow("empty signature")
            << QByteArray("<alert><Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/></alert>");
        QTest::newRow("deep") << QByteArray("<a>").repeated(100'000);
        QTest::newRow("no XML") << QByteArray("\0\1\2", 3);
        QTest::newRow("too large") << QByteArray(17 * 1024 * 1024, ' ');
    }
    void hostileDocumentsEnd()
    {
        QFETCH(QByteArray, text);
        QVERIFY(check(text, QStringLiteral("ca")).state != State::Valid);
    }

    /// Through the decoder: alone, and as the second of an envelope.
    void theDecoderTellsEach()
    {
        feeds::FeedSpec feed = standardFeed("cap");
        feed.signers = pem(QStringLiteral("ca"));
        const city::QuantityCatalogue quantities;
        const auto decode = [&](const QByteArray& text) {
            return feeds::decode(text, {feed, quantities, m_now});
        };
        const auto alone = decode(made({}));
        QVERIFY(alone.ok());
        QCOMPARE(alone->alerts.front().signature, State::Valid);
        QByteArray second = made({});
        second.remove(0, second.indexOf("<alert"));
        QByteArray first = message;
        first.remove(0, first.indexOf("<alert")).replace("A1", "A0");
        const auto both = decode("<alerts>" + first + second + "</alerts>");
        QVERIFY(both.ok());
        QCOMPARE(both->alerts.size(), std::size_t(2));
        QCOMPARE(both->alerts[0].signature, State::None);
        QCOMPARE(both->alerts[1].signature, State::Valid);
    }

    /// As they were published: whole, though nobody here knows their keys. Two of them were signed again on
    /// their way.
    void realMessagesAreWhole_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"canada_naad_signed.cap", "naad_2019_update.xml", "ph_pagasa.cap",
                                 "usgs_earthquake_iso8859-1.cap"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void realMessagesAreWhole()
    {
        NEED_RECORDED_FEEDS();
        QFETCH(QString, name);
        QFile file(recordedFeeds() + QStringLiteral("/cap/") + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        const auto found = feeds::checkSignature(text, "alert", 0, {}, m_now);
        QVERIFY2(found.state == State::UnknownKey, qPrintable(QString::number(int(found.state)) + found.by));
    }

private:
    QByteArray pem(const QString& name) const
    {
        if (name.isEmpty()) return {};
        QFile file(m_certificates.certificate(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray made(const Signing& how) const
    {
        return signedBy(message, m_certificates.key(QStringLiteral("agency")),
                        m_certificates.certificate(QStringLiteral("agency")), how);
    }
    feeds::SignatureCheck check(const QByteArray& text, const QString& trusted) const
    {
        return feeds::checkSignature(text, "alert", 0, pem(trusted), m_now);
    }

    Certificates m_certificates; // Valid from now on.
    const city::Instant m_now = std::chrono::time_point_cast<city::Duration>(
        std::chrono::sys_seconds(std::chrono::seconds(QDateTime::currentSecsSinceEpoch() + 3600)));
};

CITYOPS_TEST(QCoreApplication, CapSignatureTest)
#include "cap_signature_test.moc"
