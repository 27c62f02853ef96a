// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/gtfs_realtime_reader.h"
#include "layers/feeds/text/encoding.h"

#include <google/protobuf/arena.h>

namespace feeds {

city::Result<Decoded> decodeGtfsRealtime(const QByteArray& payload, const DecodeContext& context)
{
    if (auto page = webPage(payload.left(4096))) return *page;
    google::protobuf::Arena arena;
    auto* message = google::protobuf::Arena::CreateMessage<gtfsrt::FeedMessage>(&arena);
    const bool parsed = payload.size() <= std::numeric_limits<int>::max() &&
                        message->ParseFromArray(payload.constData(), static_cast<int>(payload.size()));
    // Any bytes without a contradiction are a message of some kind; only the header tells that it is this
    // one.
    if (!parsed || message->header().gtfs_realtime_version().empty())
        return city::Problem{
            {},
            {},
            {QT_TRANSLATE_NOOP("Message", "is no GTFS-Realtime message; it begins with \"%1\""),
             {beginning(payload)}}};
    Decoded decoded;
    FactSink sink(context, decoded);
    GtfsRealtimeReader reader(message->header(), sink);
    for (const gtfsrt::FeedEntity& entity : message->entity())
        reader.read(entity);
    sink.finish();
    return decoded;
}

} // namespace feeds
