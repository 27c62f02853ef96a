// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/pack.h"
#include "layers/feeds/decoder.h"

#include <QFile>
#include <QTemporaryDir>

/// The reader of a feed's file under libFuzzer. Before the first zero byte stands the file; what is behind it
/// is a payload, read by the mapping when that is good.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const QTemporaryDir folder;
    static const QString path = folder.filePath(QStringLiteral("feed.yaml"));
    static const city::QuantityCatalogue none;
    static const city::Instant now = *city::fromIso(u"2026-11-01T00:00:00Z");
    const QByteArray input(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const qsizetype zero = input.indexOf('\0');
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return 0;
    file.write(zero < 0 ? input : input.left(zero));
    file.close();
    const auto read =
        app::readFeedSpec(path, QTimeZone("Asia/Taipei"), none, app::FeedUse::OnItsOwn, QString());
    if (!read.feed || zero < 0) return 0;
    feeds::FeedSpec feed = *read.feed;
    feed.request.maxBytes = 4 * 1024 * 1024;
    static_cast<void>(feeds::decode(input.mid(zero + 1), {feed, none, now, {}}));
    return 0;
}
