// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/tile_store.h"

#include "layers/feeds/feature_info.h"
#include "layers/feeds/tile_fetch.h"
#include "layers/feeds/tile_loading.h"

#include <QCache>
#include <QDeadlineTimer>
#include <QFutureWatcher>
#include <QHash>
#include <QPointer>
#include <QSet>
#include <QStandardPaths>
#include <QtConcurrent>
#include <deque>

namespace feeds {

namespace {

constexpr int memoryKiB = 64 * 1024;
constexpr qint64 diskBytes = 256LL * 1024 * 1024;
constexpr int writesBetweenPrunings = 400;
constexpr qint64 leastAge = 300'000;
constexpr qint64 mostTileBytes = 4 * 1024 * 1024, mostCapabilitiesBytes = 32 * 1024 * 1024, mostInfoBytes = 256 * 1024;

/// What tells a source from every other.
QString nameOf(const TileSource& source)
{
    return QStringList{source.address, source.layer, source.style, source.crs, source.version, source.matrixSet,
                       QString::number(source.density), QString::number(source.opacity)}
        .join(QLatin1Char('\n'));
}

struct Key {
    QString source; ///< nameOf it.
    TileId tile;
    friend bool operator==(const Key&, const Key&) = default;
    friend size_t qHash(const Key& key, size_t seed = 0)
    {
        return qHashMulti(seed, key.source, key.tile.z, key.tile.x, key.tile.y);
    }
};

} // namespace

class TileStore::Private {
public:
    Private(TileStore& store, QString folder, const city::Clock& clock, const TileLimits& limits)
        : m_store(store), m_folder(std::move(folder)), m_clock(clock), m_limits(limits)
    {
        m_network.setAutoDeleteReplies(true);
        m_pictures.setMaxCost(memoryKiB);
        prune();
    }

    std::optional<TileSource> complete(const TileSource& source);
    std::optional<geo::PlacedImage> ready(const Key& key)
    {
        const geo::PlacedImage* image = m_pictures.object(key);
        return image ? std::optional(*image) : std::nullopt;
    }
    void want(const TileSource& source, const std::vector<TileId>& tiles);
    void askAt(const TileSource& complete, const AskedPlace& place, QStringList formats,
               const std::function<void(const QStringList&)>& answered);
    TileState state(const QString& id) const { return m_states.value(id); }
    bool isBusy() const { return !m_errands.isEmpty() || !m_waiting.empty() || !m_describing.isEmpty(); }

private:
    /// A tile on its way.
    struct Errand {
        TileSource source;
        QString path;
        std::optional<TileFile> old;
        QPointer<TileFetch> fetch;
    };

    void fetchMore();
    void begin(const Key& key, const TileSource& source);
    void loaded(const Key& key, const LoadedTile& found);
    void ask(const Key& key);
    void answered(const Key& key, const TileAnswer& answer);
    void kept(const Key& key, const LoadedTile& tile, const QByteArray& contentType);
    void show(const Key& key, const geo::PlacedImage& image);
    void end(const Key& key);
    void giveUp(const Key& key, const city::Message& fault, bool isHole = false);
    void prune();
    void askForDescription(const TileSource& source, std::optional<TileFile> old);
    void described(const TileSource& source, const DescribedService& found);

    template<typename Value, typename Then> void whenDone(const QFuture<Value>& future, Then then)
    {
        auto* watcher = new QFutureWatcher<Value>(&m_store);
        QObject::connect(watcher, &QFutureWatcherBase::finished, &m_store, [watcher, then] {
            watcher->deleteLater();
            then(watcher->result());
        });
        watcher->setFuture(future);
    }

    TileStore& m_store;
    QString m_folder;
    const city::Clock& m_clock;
    TileLimits m_limits;
    QNetworkAccessManager m_network;
    QCache<Key, geo::PlacedImage> m_pictures;
    QHash<Key, city::Instant> m_goodUntil;     ///< Of pictures in memory.
    QHash<Key, QDeadlineTimer> m_notBefore;    ///< After a failure.
    QHash<Key, QDeadlineTimer> m_recentUntil;  ///< Not asked again before, whatever the publisher says.
    QHash<QString, QDeadlineTimer> m_hostRest; ///< A host asked for a pause.
    QHash<Key, Errand> m_errands;
    std::deque<std::pair<Key, TileSource>> m_waiting;
    QHash<QString, TileState> m_states;
    QHash<QString, TileSource> m_complete; ///< By nameOf the source as it came.
    QSet<QString> m_describing;
    QSet<QString> m_answering; ///< Sources that have given a tile.
    int m_writes = 0;
};

std::optional<TileSource> TileStore::Private::complete(const TileSource& source)
{
    if (source.isComplete()) return source;
    if (source.service == TileSource::Service::Wms && source.crs == QLatin1String("EPSG:3857"))
        return completedWms(source);
    const QString name = nameOf(source);
    const auto known = m_complete.constFind(name);
    if (known != m_complete.cend()) return *known;
    if (m_describing.contains(name) || !m_notBefore.value({name, {}}).hasExpired()) return std::nullopt;
    m_describing.insert(name);
    if (m_folder.isEmpty()) {
        askForDescription(source, {});
        return std::nullopt;
    }
    auto reading = QtConcurrent::run(
        [source, path = capabilitiesPath(m_folder, source)] { return describedService(source, readTileFile(path)); });
    whenDone(reading, [this, source](const DescribedService& found) {
        const bool good = found.source && found.source->ok();
        if (good && found.file->isFresh(m_clock.now())) return described(source, found);
        askForDescription(source, good ? found.file : std::nullopt);
    });
    return std::nullopt;
}

void TileStore::Private::askForDescription(const TileSource& source, std::optional<TileFile> old)
{
    auto* fetch = new TileFetch(m_network, m_clock, m_limits, mostCapabilitiesBytes, &m_store);
    fetch->ask(capabilitiesUrl(source), old ? old->etag : QByteArray(),
               [this, source, old](const TileAnswer& answer) {
                   if (answer.fault && !old) {
                       m_describing.remove(nameOf(source));
                       m_notBefore.insert({nameOf(source), {}}, QDeadlineTimer(m_limits.pause.count()));
                       m_states[source.id].fault = answer.fault;
                       Q_EMIT m_store.arrived();
                       return;
                   }
                   TileFile file;
                   if (!answer.fault && !answer.notModified) file.bytes = answer.body;
                   if (old && (answer.fault || answer.notModified)) file = *old;
                   if (!answer.fault) file.fetchedAt = m_clock.now();
                   file.maxAge = std::max(answer.maxAge, city::Duration(3600'000));
                   if (!answer.etag.isEmpty()) file.etag = answer.etag;
                   const QString path = m_folder.isEmpty() ? QString() : capabilitiesPath(m_folder, source);
                   auto reading = QtConcurrent::run([source, file, path] {
                       DescribedService found = describedService(source, file);
                       if (!path.isEmpty() && found.source->ok()) writeTileFile(path, file);
                       return found;
                   });
                   whenDone(reading, [this, source](const DescribedService& found) { described(source, found); });
               });
}

void TileStore::Private::described(const TileSource& source, const DescribedService& found)
{
    m_describing.remove(nameOf(source));
    if (found.source->ok()) {
        m_complete.insert(nameOf(source), found.source->value());
        m_states.remove(source.id);
    } else {
        m_notBefore.insert({nameOf(source), {}}, QDeadlineTimer(m_limits.pause.count()));
        m_states[source.id].fault = found.source->problem().text;
    }
    Q_EMIT m_store.arrived();
}

void TileStore::Private::want(const TileSource& source, const std::vector<TileId>& tiles)
{
    const QString name = nameOf(source);
    std::erase_if(m_waiting, [&name](const auto& waiting) { return waiting.first.source == name; });
    QSet<Key> wanted;
    const bool rests = !m_hostRest.value(QUrl(source.address).host()).hasExpired();
    for (const TileId tile : tiles) {
        const Key key{name, tile};
        wanted.insert(key);
        // A publisher that allows no keeping at all would otherwise be asked with every frame.
        const bool isRecent = !m_recentUntil.value(key).hasExpired();
        const bool isGood = m_pictures.contains(key) && (isRecent || m_clock.now() < m_goodUntil.value(key));
        const bool pauses = !m_notBefore.value(key).hasExpired() || (rests && m_pictures.contains(key));
        if (!isGood && !pauses && !m_errands.contains(key) && !tileUrl(source, tile).isEmpty())
            m_waiting.emplace_back(key, source);
    }
    // Requests nobody looks at any more make room for those somebody does.
    QList<QPointer<TileFetch>> dropped;
    for (auto errand = m_errands.cbegin(); errand != m_errands.cend(); ++errand) {
        if (errand.key().source == name && !wanted.contains(errand.key()) && errand->fetch)
            dropped << errand->fetch;
    }
    for (const auto& fetch : std::as_const(dropped)) {
        if (fetch) fetch->drop();
    }
    fetchMore();
}

// One format after another, until the service knows one.
void TileStore::Private::askAt(const TileSource& complete, const AskedPlace& place, QStringList formats,
                               const std::function<void(const QStringList&)>& answered)
{
    const QUrl url = featureInfoUrl(complete, place, formats.takeFirst());
    if (url.isEmpty()) return;
    auto* fetch = new TileFetch(m_network, m_clock, m_limits, mostInfoBytes, &m_store);
    fetch->ask(url, {}, [this, complete, place, formats, answered](const TileAnswer& answer) {
        const bool refused = answer.fault || !serviceComplaint(answer.body).isEmpty();
        if (refused && !formats.isEmpty()) return askAt(complete, place, formats, answered);
        answered(refused ? QStringList() : featureInfoLines(answer.body));
    });
}

void TileStore::Private::fetchMore()
{
    while (m_errands.size() < m_limits.atOnce && !m_waiting.empty()) {
        const auto [key, source] = m_waiting.front();
        m_waiting.pop_front();
        begin(key, source);
    }
}

void TileStore::Private::begin(const Key& key, const TileSource& source)
{
    const QString path = m_folder.isEmpty() ? QString() : tilePath(m_folder, source, key.tile);
    m_errands.insert(key, {source, path, {}, {}});
    if (path.isEmpty()) return ask(key);
    whenDone(QtConcurrent::run(loadTile, path, source, key.tile),
             [this, key](const LoadedTile& found) { loaded(key, found); });
}

void TileStore::Private::loaded(const Key& key, const LoadedTile& found)
{
    if (found.image.image.isNull()) return ask(key);
    m_goodUntil[key] = found.file->fetchedAt + found.file->maxAge;
    show(key, found.image);
    if (found.file->isFresh(m_clock.now())) return end(key);
    m_errands[key].old = found.file;
    ask(key);
}

void TileStore::Private::ask(const Key& key)
{
    Errand& errand = m_errands[key];
    const QUrl url = tileUrl(errand.source, key.tile);
    if (!m_hostRest.value(url.host()).hasExpired())
        return giveUp(key, {QT_TRANSLATE_NOOP("Message", "%1 asked for a pause"), {url.host()}});
    errand.fetch = new TileFetch(m_network, m_clock, m_limits, mostTileBytes, &m_store);
    errand.fetch->ask(url, errand.old ? errand.old->etag : QByteArray(),
                      [this, key](const TileAnswer& answer) { answered(key, answer); });
}

void TileStore::Private::answered(const Key& key, const TileAnswer& answer)
{
    if (answer.dropped) return end(key); // wanted again, it is asked for again
    Errand& errand = m_errands[key];
    if (answer.retryAfter)
        m_hostRest.insert(QUrl(errand.source.address).host(), QDeadlineTimer(answer.retryAfter->count()));
    if (answer.fault) return giveUp(key, *answer.fault, answer.isHole);
    TileFile file;
    if (answer.notModified && errand.old)
        file = *errand.old;
    else {
        file.bytes = answer.body;
        file.etag = answer.etag;
    }
    file.fetchedAt = m_clock.now();
    file.maxAge = answer.maxAge;
    whenDone(QtConcurrent::run(keepTile, errand.path, std::move(file), errand.source, key.tile),
             [this, key, type = answer.contentType](const LoadedTile& tile) { kept(key, tile, type); });
}

void TileStore::Private::kept(const Key& key, const LoadedTile& tile, const QByteArray& contentType)
{
    const TileSource source = m_errands[key].source;
    if (tile.image.image.isNull()) {
        const QString said = serviceComplaint(tile.file->bytes);
        const QString host = QUrl(source.address).host();
        return giveUp(key,
                      said.isEmpty()
                          ? city::Message{QT_TRANSLATE_NOOP(
                                              "Message",
                                              "%1 answered with something that is no picture of a tile (%2)"),
                                          {host, QString::fromLatin1(contentType.left(60))}}
                          : city::Message{QT_TRANSLATE_NOOP("Message", "%1 says: %2"), {host, said}});
    }
    m_goodUntil[key] = tile.file->fetchedAt + tile.file->maxAge;
    m_recentUntil.insert(key, QDeadlineTimer(leastAge));
    m_notBefore.remove(key);
    m_answering.insert(source.id);
    TileState& state = m_states[source.id];
    state = {};
    if (!tile.kept)
        state.fault = city::Message{
            QT_TRANSLATE_NOOP("Message",
                              "its tiles cannot be kept in %1: the disk is full or may not be written to"),
            {m_folder}};
    show(key, tile.image);
    if (++m_writes % writesBetweenPrunings == 0) prune();
    end(key);
}

void TileStore::Private::show(const Key& key, const geo::PlacedImage& image)
{
    m_pictures.insert(key, new geo::PlacedImage(image),
                      std::max<qsizetype>(1, image.image.sizeInBytes() / 1024));
    Q_EMIT m_store.arrived();
}

void TileStore::Private::end(const Key& key)
{
    m_errands.remove(key);
    fetchMore();
}

void TileStore::Private::giveUp(const Key& key, const city::Message& fault, bool isHole)
{
    const Errand errand = m_errands[key];
    m_notBefore.insert(key, QDeadlineTimer(m_limits.pause.count()));
    TileState& state = m_states[errand.source.id];
    // Where others came, one that is not there is the edge of what the service covers.
    if (!isHole || !m_answering.contains(errand.source.id)) state.fault = fault;
    if (errand.old)
        state.oldest = std::min(state.oldest.value_or(errand.old->fetchedAt), errand.old->fetchedAt);
    end(key);
    Q_EMIT m_store.arrived();
}

void TileStore::Private::prune()
{
    if (!m_folder.isEmpty())
        QThreadPool::globalInstance()->start([folder = m_folder] { pruneTiles(folder, diskBytes); });
}

TileStore::TileStore(QString cacheFolder, const city::Clock& clock, QObject* parent, TileLimits limits)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(cacheFolder), clock, limits))
{
}

TileStore::~TileStore()
{
    // Those that are under way must not answer to what is gone.
    for (TileFetch* fetch : findChildren<TileFetch*>(Qt::FindDirectChildrenOnly))
        delete fetch;
}

std::optional<TileSource> TileStore::complete(const TileSource& source)
{
    return d->complete(source);
}

std::optional<geo::PlacedImage> TileStore::ready(const TileSource& source, TileId tile)
{
    return d->ready({nameOf(source), tile});
}

void TileStore::want(const TileSource& source, const std::vector<TileId>& tiles)
{
    d->want(source, tiles);
}

void TileStore::askAt(const TileSource& source, city::LonLat at, double metresPerPixel,
                      std::function<void(const QStringList&)> answered)
{
    const auto complete = source.service == TileSource::Service::Wms ? d->complete(source) : std::nullopt;
    if (!complete) return;
    if (const auto asked = placeInGrid(*complete->grid, at, metresPerPixel))
        d->askAt(*complete, *asked, {QStringLiteral("text/plain"), QStringLiteral("application/json")}, answered);
}

TileState TileStore::state(const QString& id) const
{
    return d->state(id);
}

bool TileStore::isBusy() const
{
    return d->isBusy();
}

QString TileStore::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/tiles");
}

} // namespace feeds
