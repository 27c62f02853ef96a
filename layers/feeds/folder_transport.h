// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/feeds/transport.h"

#include <QObject>

namespace feeds {

/// Recorded payloads instead of the network. A feed ID is answered from DIR/ID.* or, where there is none,
/// from the newest file in DIR/ID/; a document the feed points to from DIR/ID/NAME, the last part of its
/// address; further pages from DIR/ID@p2.*, joined documents from DIR/ID@NAME.*. A file that has not changed
/// since it was last asked for is "not modified". Files are read in a pool; nothing outside of DIR is opened.
class FolderTransport : public Transport {
public:
    /// `clock` gives the time of receiving and must outlive the transport.
    FolderTransport(QString folder, const city::Clock& clock);
    QFuture<FetchResponse> get(const FetchRequest& request) override;

private:
    QString m_folder;
    const city::Clock& m_clock;
    QObject m_here; ///< Brings answers back to the thread of the transport.
};

} // namespace feeds
