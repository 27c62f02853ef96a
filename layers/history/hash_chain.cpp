// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/hash_chain.h"

#include <QCryptographicHash>

namespace history {

const QByteArray& chainBeginning()
{
    static const QByteArray beginning(64, '0');
    return beginning;
}

QByteArray linkOf(const QByteArray& before, const QByteArray& entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    hash.addData(QByteArrayView("\n"));
    hash.addData(entry);
    return hash.result().toHex();
}

} // namespace history
