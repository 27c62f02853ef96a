// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/signature/xml_signature.h"

#include <algorithm>
#include <cstring>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <memory>
#include <openssl/x509.h>
#include <optional>
#include <vector>
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/openssl/x509.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmltree.h>

namespace feeds {

namespace {

using State = city::Alert::Signature;

constexpr qsizetype longest = 16 * 1024 * 1024;
constexpr std::size_t mostSignatures = 3; ///< Who writes, who passes on, and one more.

using Document = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;
using Keys = std::unique_ptr<xmlSecKeysMngr, decltype(&xmlSecKeysMngrDestroy)>;
using Context = std::unique_ptr<xmlSecDSigCtx, decltype(&xmlSecDSigCtxDestroy)>;

/// Once in a program; what goes wrong later is told by the answers, not on standard error.
bool isReady()
{
    static const bool ready = [] {
        xmlInitParser();
        if (xmlSecInit() < 0 || xmlSecCryptoAppInit(nullptr) < 0 || xmlSecCryptoInit() < 0) return false;
        xmlSecErrorsSetCallback(
            [](const char*, int, const char*, const char*, const char*, int, const char*) {});
        return true;
    }();
    return ready;
}

xmlNode* nextNode(xmlNode* node, const xmlNode* top)
{
    if (node->type == XML_ELEMENT_NODE && node->children) return node->children;
    while (node != top && !node->next)
        node = node->parent;
    return node == top ? nullptr : node->next;
}

xmlNode* elementAt(xmlDoc& document, const char* name, int index)
{
    xmlNode* root = xmlDocGetRootElement(&document);
    for (xmlNode* node = root; node; node = nextNode(node, root))
        if (node->type == XML_ELEMENT_NODE &&
            std::strcmp(reinterpret_cast<const char*>(node->name), name) == 0 && index-- == 0)
            return node;
    return nullptr;
}

/// The element as a document of its own.
Document documentOf(const QByteArray& bytes, const char* element, int index)
{
    constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
    Document whole(
        xmlReadMemory(bytes.constData(), static_cast<int>(bytes.size()), nullptr, nullptr, options),
        xmlFreeDoc);
    if (!whole || xmlGetIntSubset(whole.get())) return {nullptr, xmlFreeDoc};
    xmlNode* found = elementAt(*whole, element, index);
    if (!found || found == xmlDocGetRootElement(whole.get()))
        return found ? std::move(whole) : Document(nullptr, xmlFreeDoc);
    Document own(xmlNewDoc(reinterpret_cast<const xmlChar*>("1.0")), xmlFreeDoc);
    xmlDocSetRootElement(own.get(), xmlDocCopyNode(found, own.get(), 1));
    return own;
}

std::vector<xmlNode*> signaturesOf(xmlDoc& document)
{
    std::vector<xmlNode*> all;
    for (xmlNode* child = xmlDocGetRootElement(&document)->children; child; child = child->next)
        if (xmlSecCheckNodeName(child, xmlSecNodeSignature, xmlSecDSigNs)) all.push_back(child);
    return all;
}

/// One signature of an element that may have several: who passes a message on signs it, too. What another one
/// adds is no part of the message: a signature may have been made before it or after it.
struct Signed {
    const xmlDoc& document;
    std::size_t which;
    bool alone; ///< Judged as if it were the only one.
};

std::vector<QByteArray> certificatesIn(const QByteArray& pem)
{
    static const QByteArray begin("-----BEGIN CERTIFICATE-----"), end("-----END CERTIFICATE-----");
    std::vector<QByteArray> all;
    for (qsizetype from = pem.indexOf(begin); from >= 0; from = pem.indexOf(begin, from + 1)) {
        const qsizetype until = pem.indexOf(end, from);
        if (until < 0) break;
        all.push_back(pem.mid(from, until + end.size() - from) + '\n');
    }
    return all;
}

const xmlSecByte* bytesOf(const QByteArray& text)
{
    return reinterpret_cast<const xmlSecByte*>(text.constData());
}

Keys keysOf(const std::vector<QByteArray>& trusted)
{
    Keys keys(xmlSecKeysMngrCreate(), xmlSecKeysMngrDestroy);
    if (!keys || xmlSecCryptoAppDefaultKeysMngrInit(keys.get()) < 0) return {nullptr, xmlSecKeysMngrDestroy};
    for (const QByteArray& one : trusted)
        xmlSecCryptoAppKeysMngrCertLoadMemory(keys.get(), bytesOf(one), static_cast<xmlSecSize>(one.size()),
                                              xmlSecKeyDataFormatCertPem, xmlSecKeyDataTypeTrusted);
    return keys;
}

enum class Accept {
    Strong, ///< What proves something: SHA-2, RSA and ECDSA, keys of certificates.
    Any     ///< Also what was usual once, to see whether a message is whole.
};

/// Nothing but all of the document, as it stands or canonical.
Context contextOf(xmlSecKeysMngr* keys, city::Instant at, Accept accept)
{
    Context context(xmlSecDSigCtxCreate(keys), xmlSecDSigCtxDestroy);
    if (!context) return context;
    context->enabledReferenceUris = xmlSecTransformUriTypeEmpty;
    std::vector<xmlSecTransformId> references{xmlSecTransformEnvelopedId, xmlSecTransformSha256Id,
                                              xmlSecTransformSha384Id, xmlSecTransformSha512Id};
    std::vector<xmlSecTransformId> methods{xmlSecTransformRsaSha256Id,   xmlSecTransformRsaSha384Id,
                                           xmlSecTransformRsaSha512Id,   xmlSecTransformEcdsaSha256Id,
                                           xmlSecTransformEcdsaSha384Id, xmlSecTransformEcdsaSha512Id};
    const auto readKeys = [&](xmlSecKeyDataId id) {
        xmlSecPtrListAdd(&context->keyInfoReadCtx.enabledKeyData,
                         const_cast<void*>(static_cast<const void*>(id)));
    };
    readKeys(xmlSecKeyDataX509Id);
    if (accept == Accept::Any) {
        references.push_back(xmlSecTransformSha1Id);
        methods.push_back(xmlSecTransformRsaSha1Id);
        readKeys(xmlSecKeyDataValueId);
        readKeys(xmlSecKeyDataRsaId);
    }
    for (const xmlSecTransformId one :
         {xmlSecTransformInclC14NId, xmlSecTransformInclC14NWithCommentsId, xmlSecTransformInclC14N11Id,
          xmlSecTransformExclC14NId, xmlSecTransformExclC14NWithCommentsId}) {
        references.push_back(one);
        methods.push_back(one);
    }
    for (const xmlSecTransformId one : references)
        xmlSecDSigCtxEnableReferenceTransform(context.get(), one);
    for (const xmlSecTransformId one : methods)
        xmlSecDSigCtxEnableSignatureTransform(context.get(), one);
    context->keyInfoReadCtx.certsVerificationTime = std::chrono::system_clock::to_time_t(at);
    return context;
}

QString nameIn(X509* certificate)
{
    const X509_NAME* name = certificate ? X509_get_subject_name(certificate) : nullptr;
    const int at = name ? X509_NAME_get_index_by_NID(name, NID_commonName, -1) : -1;
    if (at < 0) return {};
    unsigned char* text = nullptr;
    const int length = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    const QString found = length > 0
                              ? QString::fromUtf8(reinterpret_cast<const char*>(text), std::min(length, 200))
                              : QString();
    OPENSSL_free(text);
    return found.simplified();
}

QString signerOf(const xmlSecDSigCtx& context)
{
    if (!context.signKey) return {};
    xmlSecKeyData* data = xmlSecKeyGetData(context.signKey, xmlSecKeyDataX509Id);
    return data ? nameIn(xmlSecOpenSSLKeyDataX509GetKeyCert(data)) : QString();
}

/// Verifies with what the context has; xmlsec marks elements it has read, so each try has a document of its
/// own.
bool holds(xmlSecDSigCtx& context, const Signed& what)
{
    const Document own(xmlCopyDoc(const_cast<xmlDoc*>(&what.document), 1), xmlFreeDoc);
    if (!own) return false;
    std::vector<xmlNode*> all = signaturesOf(*own);
    xmlNode* signature = all.at(what.which);
    for (xmlNode* other : all) {
        if (!what.alone || other == signature) continue;
        xmlUnlinkNode(other);
        xmlFreeNode(other);
    }
    return xmlSecDSigCtxVerify(&context, signature) == 0 && context.status == xmlSecDSigStatusSucceeded &&
           xmlSecPtrListGetSize(&context.signedInfoReferences) == 1;
}

/// By the certificate in the message, which somebody trusted has signed.
std::optional<QString> byChain(const Signed& what, const std::vector<QByteArray>& trusted, city::Instant at)
{
    const Keys keys = keysOf(trusted);
    const Context context =
        keys ? contextOf(keys.get(), at, Accept::Strong) : Context(nullptr, xmlSecDSigCtxDestroy);
    return context && holds(*context, what) ? std::optional(signerOf(*context)) : std::nullopt;
}

/// By one of the trusted certificates itself, whatever the message says of its key.
std::optional<QString> byCertificate(const Signed& what, const QByteArray& certificate, city::Instant at)
{
    const Context context = contextOf(nullptr, at, Accept::Strong);
    if (!context) return std::nullopt;
    context->signKey =
        xmlSecCryptoAppKeyLoadMemory(bytesOf(certificate), static_cast<xmlSecSize>(certificate.size()),
                                     xmlSecKeyDataFormatCertPem, nullptr, nullptr, nullptr);
    return context->signKey && holds(*context, what) ? std::optional(signerOf(*context)) : std::nullopt;
}

/// By what the message itself says of the key: whole, or changed; nothing when it says nothing of it.
std::optional<SignatureCheck> byItself(const Signed& what, city::Instant at)
{
    const Keys keys = keysOf({});
    const Context context =
        keys ? contextOf(keys.get(), at, Accept::Any) : Context(nullptr, xmlSecDSigCtxDestroy);
    if (!context) return std::nullopt;
    context->keyInfoReadCtx.flags |= XMLSEC_KEYINFO_FLAGS_X509DATA_DONT_VERIFY_CERTS;
    const bool whole = holds(*context, what);
    if (!whole && !context->signKey) return std::nullopt;
    return SignatureCheck{whole ? State::UnknownKey : State::Invalid, signerOf(*context)};
}

SignatureCheck check(const Signed& what, const std::vector<QByteArray>& certificates, city::Instant at)
{
    if (const auto by = byChain(what, certificates, at)) return {State::Valid, *by};
    for (const QByteArray& one : certificates)
        if (const auto by = byCertificate(what, one, at)) return {State::Valid, *by};
    return byItself(what, at).value_or(SignatureCheck{State::UnknownKey, {}});
}

/// Of several the one that is worth most.
bool isBetter(const SignatureCheck& one, const SignatureCheck& other)
{
    const auto rank = [](const SignatureCheck& check) {
        return check.state == State::Valid        ? 3
               : check.state == State::UnknownKey ? (check.by.isEmpty() ? 1 : 2)
                                                  : 0;
    };
    return rank(one) > rank(other);
}

} // namespace

SignatureCheck checkSignature(const QByteArray& document, const char* element, int index,
                              const QByteArray& trusted, city::Instant at)
{
    if (!isReady() || document.isEmpty() || document.size() > longest) return {State::UnknownKey, {}};
    const Document own = documentOf(document, element, index);
    if (!own) return {State::Invalid, {}};
    const std::size_t count = std::min<std::size_t>(signaturesOf(*own).size(), mostSignatures);
    if (count == 0) return {State::None, {}};
    const std::vector<QByteArray> certificates = certificatesIn(trusted);
    SignatureCheck best{State::Invalid, {}};
    for (std::size_t i = 0; i < count && best.state != State::Valid; ++i)
        for (const bool alone : count > 1 ? std::vector{false, true} : std::vector{false})
            if (const SignatureCheck one = check({*own, i, alone}, certificates, at); isBetter(one, best))
                best = one;
    return best;
}

} // namespace feeds
