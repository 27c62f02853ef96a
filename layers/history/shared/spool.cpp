// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/shared/spool.h"

#include "layers/history/fact_json.h"
#include "layers/history/json_fields.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QtEndian>

namespace history {

namespace {

// The file: these words, where the first answer begins (eight bytes), then answers: their length (four bytes) and a JSON
// object in the form of qCompress, which has a checksum. Numbers are big-endian.
const QByteArray magic = QByteArrayLiteral("CityOps spool 1\n");
constexpr qint64 head = 24;
constexpr qint64 longest = 512LL * 1024 * 1024; ///< Of an answer: more is damage.

QJsonArray listOf(const city::Observation& one)
{
    return {one.place.kind, one.place.id, one.quantity, one.value, one.unit,
            static_cast<qint64>(one.observedAt.time_since_epoch().count()),
            static_cast<qint64>(one.receivedAt.time_since_epoch().count())};
}

QJsonArray listsOf(const std::vector<city::Observation>& observations)
{
    QJsonArray lists;
    for (const city::Observation& one : observations)
        lists.append(listOf(one));
    return lists;
}

city::Instant instantOf(const QJsonValue& stamp)
{
    return city::Instant(city::Duration(stamp.toInteger()));
}

std::vector<city::Observation> observationsOf(const QJsonArray& lists)
{
    std::vector<city::Observation> observations;
    for (const QJsonValue& value : lists) {
        const QJsonArray list = value.toArray();
        observations.push_back({{list[0].toString(), list[1].toString()}, list[2].toString(), list[3].toDouble(),
                                list[4].toString(), instantOf(list[5]), instantOf(list[6])});
    }
    return observations;
}

QJsonObject jsonOf(const city::FeedPicture& picture)
{
    const city::FeedState& state = picture.state;
    QJsonObject json{{QStringLiteral("state"), toJson(state)},
                     {QStringLiteral("places"), toJson(picture.places)},
                     {QStringLiteral("alerts"), toJson(picture.alerts)},
                     {QStringLiteral("events"), toJson(picture.events)},
                     {QStringLiteral("vehicles"), toJson(picture.vehicles)},
                     {QStringLiteral("observations"), listsOf(picture.observations)},
                     {QStringLiteral("failures"), state.failuresInARow},
                     {QStringLiteral("latency"), static_cast<qint64>(state.latency.count())},
                     {QStringLiteral("bytes"), state.payloadBytes}};
    put(json, "attempt", state.lastAttempt);
    put(json, "success", state.lastSuccess);
    put(json, "newest", state.newestObservation);
    return json;
}

city::FeedPicture pictureOf(const QJsonObject& json, const QString& feed)
{
    city::FeedPicture picture;
    city::FeedState& state = picture.state;
    fromJson(json.value(QLatin1String("state")).toObject(), state);
    state.id = feed;
    state.failuresInARow = json.value(QLatin1String("failures")).toInt();
    state.latency = city::Duration(json.value(QLatin1String("latency")).toInteger());
    state.payloadBytes = json.value(QLatin1String("bytes")).toInteger();
    state.lastAttempt = instant(json, "attempt");
    state.lastSuccess = instant(json, "success");
    state.newestObservation = instant(json, "newest");
    fromJson(json.value(QLatin1String("places")).toArray(), picture.places);
    fromJson(json.value(QLatin1String("alerts")).toArray(), picture.alerts);
    fromJson(json.value(QLatin1String("events")).toArray(), picture.events);
    fromJson(json.value(QLatin1String("vehicles")).toArray(), picture.vehicles);
    picture.observations = observationsOf(json.value(QLatin1String("observations")).toArray());
    return picture;
}

QByteArray bytesOf(const WaitingAnswer& answer)
{
    QJsonObject json{{QStringLiteral("feed"), answer.feed},
                     {QStringLiteral("told"), listsOf(answer.told)},
                     {QStringLiteral("shown"), static_cast<qint64>(answer.shownAt.time_since_epoch().count())}};
    if (answer.picture) json.insert(QStringLiteral("picture"), jsonOf(*answer.picture));
    return qCompress(QJsonDocument(json).toJson(QJsonDocument::Compact), 1);
}

template<typename Number> QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof number, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

} // namespace

std::size_t WaitingAnswer::weight() const
{
    if (!picture) return told.size();
    return told.size() + picture->observations.size() + picture->places.size() + picture->vehicles.size() +
           100 * (picture->alerts.size() + picture->events.size());
}

Spool::Spool(const QString& file) : m_file(file)
{
    if (file.isEmpty()) return;
    m_lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0); // Only the end of its owner makes a lock void.
    m_isUsable = QFileInfo::exists(file) && m_lock->tryLock() && begin();
}

Spool::~Spool()
{
    if (m_isUsable && isEmpty()) m_file.remove();
}

/// Opens the file, or makes it.
bool Spool::begin()
{
    if (!m_file.open(QIODevice::ReadWrite)) return false;
    if (m_file.size() < head) {
        m_file.resize(0);
        if (m_file.write(magic + bigEndian(head)) != head || !m_file.flush()) return false;
    }
    m_file.seek(0);
    if (m_file.read(magic.size()) != magic) return false;
    m_offset = qBound(head, qFromBigEndian<qint64>(m_file.read(sizeof(qint64)).leftJustified(sizeof(qint64)).constData()),
                      m_file.size());
    // The last one may have been torn.
    for (m_end = m_offset; m_end < m_file.size();) {
        const qint64 next = m_end + qint64(sizeof(quint32)) + sizeAt(m_end);
        if (next > m_file.size()) return m_file.resize(m_end);
        m_end = next;
    }
    return true;
}

/// Of the answer that begins there; more than there can be when nothing does.
qint64 Spool::sizeAt(qint64 offset)
{
    m_file.seek(offset);
    const QByteArray length = m_file.read(sizeof(quint32));
    return length.size() == sizeof(quint32) ? qint64(qFromBigEndian<quint32>(length.constData())) : longest + 1;
}

bool Spool::put(const WaitingAnswer& answer)
{
    if (!m_lock) return false;
    if (!m_isUsable) m_isUsable = m_lock->tryLock() && begin();
    if (!m_isUsable) return false;
    const QByteArray bytes = bytesOf(answer);
    const QByteArray record = bigEndian(static_cast<quint32>(bytes.size())) + bytes;
    const bool kept = bytes.size() <= longest && m_file.seek(m_end) && m_file.write(record) == record.size() && m_file.flush();
    if (kept)
        m_end += record.size();
    else
        m_file.resize(m_end);
    return kept;
}

std::optional<WaitingAnswer> Spool::first()
{
    if (isEmpty()) return std::nullopt;
    const qint64 size = sizeAt(m_offset);
    const QByteArray json = size <= longest && m_offset + qint64(sizeof(quint32)) + size <= m_end ? qUncompress(m_file.read(size)) : QByteArray();
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.isEmpty()) { // the program was killed while it wrote it
        m_end = m_offset;
        m_file.resize(m_end);
        return std::nullopt;
    }
    m_next = m_offset + qint64(sizeof(quint32)) + size;
    WaitingAnswer answer;
    answer.feed = object.value(QLatin1String("feed")).toString();
    answer.told = observationsOf(object.value(QLatin1String("told")).toArray());
    answer.shownAt = instantOf(object.value(QLatin1String("shown")));
    if (object.contains(QLatin1String("picture")))
        answer.picture = std::make_shared<const city::FeedPicture>(pictureOf(object.value(QLatin1String("picture")).toObject(), answer.feed));
    return answer;
}

void Spool::dropFirst()
{
    m_offset = m_next;
    if (isEmpty()) {
        m_file.resize(head);
        m_offset = m_end = head;
    }
    m_file.seek(magic.size());
    m_file.write(bigEndian(m_offset));
    m_file.flush();
}

} // namespace history
