// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/gtfs_realtime_json.h"
#include "layers/feeds/decoders/gtfs_realtime_reader.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/text/encoding.h"

#include <QThread>
#include <QtConcurrent>
#include <deque>
#include <google/protobuf/io/coded_stream.h>

namespace feeds {

namespace {

constexpr std::size_t worthAThread = 2000; ///< Entities; fewer are read sooner than a thread wakes up.
constexpr int mostThreads = 4;

/// A FeedMessage taken apart into its entities, which are parsed one by one into the same object: that needs
/// neither the memory nor the time of the whole message at once, and can be done by several threads.
struct Parts {
    gtfsrt::FeedHeader header;
    std::vector<std::string_view> entities;
};

bool skipField(google::protobuf::io::CodedInputStream& stream, quint32 wireType)
{
    uint64_t number = 0;
    uint32_t length = 0;
    switch (wireType) {
    case 0:
        return stream.ReadVarint64(&number);
    case 1:
        return stream.Skip(8);
    case 2:
        return stream.ReadVarint32(&length) && stream.Skip(static_cast<int>(length));
    case 5:
        return stream.Skip(4);
    default: // groups are older than this standard
        return false;
    }
}

std::optional<Parts> takeApart(const QByteArray& payload)
{
    constexpr quint32 header = 1 << 3 | 2;
    constexpr quint32 entity = 2 << 3 | 2;
    google::protobuf::io::CodedInputStream stream(reinterpret_cast<const uint8_t*>(payload.constData()),
                                                  static_cast<int>(payload.size()));
    Parts parts;
    while (const quint32 tag = stream.ReadTag()) {
        if (tag != header && tag != entity) {
            if (tag >> 3 == 0 || !skipField(stream, tag & 7)) return std::nullopt;
            continue;
        }
        uint32_t length = 0;
        if (!stream.ReadVarint32(&length)) return std::nullopt;
        const char* begin = payload.constData() + stream.CurrentPosition();
        if (length > static_cast<quint32>(payload.size()) || !stream.Skip(static_cast<int>(length)))
            return std::nullopt;
        if (tag == entity)
            parts.entities.emplace_back(begin, length);
        else if (gtfsrt::FeedHeader stated; stated.ParseFromArray(begin, static_cast<int>(length)))
            parts.header.MergeFrom(stated);
        else
            return std::nullopt;
    }
    if (!stream.ConsumedEntireMessage()) return std::nullopt;
    return parts;
}

/// Some neighbouring entities and what they say.
struct Piece {
    Piece(const DecodeContext& context, std::span<const std::string_view> of, int before, std::size_t room)
        : sink(context, decoded), entities(of)
    {
        sink.startAt(before);
        sink.reserve(room);
    }

    void read(std::optional<city::Instant> made)
    {
        GtfsRealtimeReader reader(made, sink);
        gtfsrt::FeedEntity entity;
        for (const std::string_view bytes : entities) {
            good = good && entity.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
            if (good) reader.read(entity);
        }
    }

    Decoded decoded;
    FactSink sink;
    std::span<const std::string_view> entities;
    bool good = true;
};

/// Whether all entities could be read; their facts are then in the sink.
bool readEntities(std::span<const std::string_view> entities, std::optional<city::Instant> made,
                  FactSink& sink)
{
    const auto threads = static_cast<std::size_t>(std::clamp(QThread::idealThreadCount(), 1, mostThreads));
    const std::size_t count = std::clamp<std::size_t>(entities.size() / worthAThread, 1, threads);
    std::deque<Piece> pieces;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t begin = entities.size() * i / count;
        const std::size_t end = entities.size() * (i + 1) / count;
        // The first takes in what the others say.
        pieces.emplace_back(sink.context(), entities.subspan(begin, end - begin), static_cast<int>(begin),
                            i == 0 ? entities.size() : end - begin);
    }
    const auto read = [made](Piece& piece) { piece.read(made); };
    if (count == 1)
        read(pieces.front());
    else
        QtConcurrent::blockingMap(pieces, read);
    for (Piece& piece : pieces) {
        if (!piece.good) return false;
        sink.take(piece.sink);
    }
    return true;
}

bool looksLikeJson(const QByteArray& payload)
{
    QByteArrayView start = QByteArrayView(payload).first(std::min<qsizetype>(payload.size(), 200));
    if (start.startsWith("\xEF\xBB\xBF")) start = start.sliced(3);
    start = start.trimmed();
    return start.startsWith('{') || start.startsWith('[');
}

/// A version, or at least a time that a message can have been made at: some leave the version out.
bool isHeader(const gtfsrt::FeedHeader& header)
{
    constexpr quint64 y2001 = 1'000'000'000, y2128 = 5'000'000'000;
    return !header.gtfs_realtime_version().empty() || (header.timestamp() > y2001 && header.timestamp() < y2128);
}

void reportMissingSchedule(const DecodeContext& context, Decoded& decoded)
{
    if (context.feed.joins.empty() || context.schedule) return;
    decoded.addProblem({{},
                        context.feed.joins.front().name,
                        QT_TRANSLATE_NOOP("Message", "this document is not there (yet): what it would tell "
                                                     "of the records is missing")});
}

city::Problem noMessage(const QByteArray& payload)
{
    return {{},
            {},
            {QT_TRANSLATE_NOOP("Message", "is no GTFS-Realtime message; it begins with \"%1\""),
             {beginning(payload)}}};
}

/// The same message as JSON, the second way of some publishers.
city::Result<Decoded> decodeJsonMessage(const QByteArray& payload, const DecodeContext& context)
{
    const city::Result<JsonDocument> document = parseJson(payload, context.feed.mapping.encoding);
    if (!document) return document.problem();
    const auto message = messageFromJson(document->root);
    if (!message) return noMessage(payload);
    Decoded decoded;
    if (document->problem) decoded.addProblem(*document->problem);
    FactSink sink(context, decoded);
    reportMissingSchedule(context, decoded);
    GtfsRealtimeReader reader(timeOfMessage(message->header(), sink), sink);
    for (const gtfsrt::FeedEntity& entity : message->entity())
        reader.read(entity);
    sink.finish();
    return decoded;
}

} // namespace

city::Result<Decoded> decodeGtfsRealtime(const QByteArray& payload, const DecodeContext& context)
{
    if (auto page = webPage(payload.left(4096))) return *page;
    if (looksLikeJson(payload)) return decodeJsonMessage(payload, context);
    const auto parts =
        payload.size() <= std::numeric_limits<int>::max() ? takeApart(payload) : std::optional<Parts>();
    // Any bytes without a contradiction are a message of some kind; only the header tells that it is this
    // one.
    if (!parts || !isHeader(parts->header)) return noMessage(payload);
    Decoded decoded;
    FactSink sink(context, decoded);
    reportMissingSchedule(context, decoded);
    const auto made = timeOfMessage(parts->header, sink);
    if (!readEntities(parts->entities, made, sink)) return noMessage(payload);
    sink.finish();
    return decoded;
}

} // namespace feeds
