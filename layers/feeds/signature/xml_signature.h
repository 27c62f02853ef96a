// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"

#include <QByteArray>

namespace feeds {

/// What a signature is worth, and the name in the certificate of who made it.
struct SignatureCheck {
    city::Alert::Signature state = city::Alert::Signature::None;
    QString by;
};

/// Looks at the XML signature of the `index`-th element of that local name in a document (0 is the first), as
/// if that element were a document of its own. `trusted`: PEM certificates, of authorities or of signers
/// themselves, that count at `at`. Only signatures of all of the element, made with SHA-2 and RSA or ECDSA,
/// are ever valid; older ones tell whether it is whole. Of several signatures the best counts. Hostile
/// documents cost nothing but themselves: nothing is fetched, no document type, no transform but
/// canonicalisation, 16 MB at most. Any thread.
SignatureCheck checkSignature(const QByteArray& document, const char* element, int index,
                              const QByteArray& trusted, city::Instant at);

} // namespace feeds
