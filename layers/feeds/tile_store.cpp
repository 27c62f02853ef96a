// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/tile_store.h"

#include "layers/feeds/tile_file.h"

#include <QCache>
#include <QDeadlineTimer>
#include <QFutureWatcher>
#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QStandardPaths>
#include <QtConcurrent>
#include <deque>

namespace feeds {

namespace {

constexpr int mostAtOnce = 6;
constexpr int memoryKiB = 64 * 1024;
constexpr qint64 diskBytes = 256LL * 1024 * 1024;
constexpr int writesBetweenPrunings = 400;
constexpr qint64 pauseAfterFailure = 60'000;
constexpr qint64 leastAge = 300'000;

struct Key {
    QUrl source;
    TileId tile;
    friend bool operator==(const Key&, const Key&) = default;
    friend size_t qHash(const Key& key, size_t seed = 0)
    {
        return qHashMulti(seed, key.source, key.tile.z, key.tile.x, key.tile.y);
    }
};

/// A tile with its picture, as the pool hands it over.
struct Loaded {
    std::optional<TileFile> file;
    QImage image;
};

Loaded load(const QString& path)
{
    Loaded loaded{readTileFile(path), {}};
    if (loaded.file) loaded.image = tileImage(loaded.file->bytes);
    return loaded;
}

Loaded keep(const QString& path, TileFile file)
{
    Loaded loaded{std::move(file), {}};
    loaded.image = tileImage(loaded.file->bytes);
    if (!loaded.image.isNull() && !path.isEmpty()) writeTileFile(path, *loaded.file);
    return loaded;
}

} // namespace

class TileStore::Private {
public:
    Private(TileStore& store, QString folder, const city::Clock& clock)
        : m_store(store), m_folder(std::move(folder)), m_clock(clock)
    {
        m_network.setAutoDeleteReplies(true);
        m_pictures.setMaxCost(memoryKiB);
        prune();
    }
    ~Private()
    {
        for (const Errand& errand : std::as_const(m_errands)) {
            if (!errand.reply) continue;
            errand.reply->disconnect();
            errand.reply->abort();
        }
    }

    std::optional<QImage> ready(const Key& key)
    {
        const QImage* image = m_pictures.object(key);
        return image ? std::optional(*image) : std::nullopt;
    }
    void want(const TileSource& source, const std::vector<TileId>& tiles);

private:
    /// A tile on its way.
    struct Errand {
        TileSource source;
        QString path;
        std::optional<TileFile> old;
        QPointer<QNetworkReply> reply;
    };

    void fetchMore();
    void begin(const Key& key, const TileSource& source);
    void loaded(const Key& key, const Loaded& found);
    void ask(const Key& key);
    void answered(const Key& key, QNetworkReply& reply);
    void kept(const Key& key, const Loaded& tile);
    void show(const Key& key, const QImage& image);
    void end(const Key& key);
    void giveUp(const Key& key);
    void prune();

    template<typename Then> void whenLoaded(const QFuture<Loaded>& future, Then then)
    {
        auto* watcher = new QFutureWatcher<Loaded>(&m_store);
        QObject::connect(watcher, &QFutureWatcherBase::finished, &m_store, [watcher, then] {
            watcher->deleteLater();
            then(watcher->result());
        });
        watcher->setFuture(future);
    }

    TileStore& m_store;
    QString m_folder;
    const city::Clock& m_clock;
    QNetworkAccessManager m_network;
    QCache<Key, QImage> m_pictures;
    QHash<Key, city::Instant> m_goodUntil;    ///< Of pictures in memory.
    QHash<Key, QDeadlineTimer> m_notBefore;   ///< After a failure.
    QHash<Key, QDeadlineTimer> m_recentUntil; ///< Not asked again before, whatever the publisher says.
    QHash<Key, Errand> m_errands;
    std::deque<std::pair<Key, TileSource>> m_waiting;
    int m_writes = 0;
};

void TileStore::Private::want(const TileSource& source, const std::vector<TileId>& tiles)
{
    const auto isOther = [&source](const auto& waiting) { return waiting.first.source != source.url; };
    std::deque<std::pair<Key, TileSource>> waiting;
    std::copy_if(m_waiting.begin(), m_waiting.end(), std::back_inserter(waiting), isOther);
    QSet<Key> wanted;
    for (const TileId tile : tiles) {
        const Key key{source.url, tile};
        wanted.insert(key);
        // A publisher that allows no keeping at all would otherwise be asked with every frame.
        const bool isRecent = !m_recentUntil.value(key).hasExpired();
        const bool isGood = m_pictures.contains(key) && (isRecent || m_clock.now() < m_goodUntil.value(key));
        const auto pause = m_notBefore.constFind(key);
        const bool pauses = pause != m_notBefore.cend() && !pause->hasExpired();
        if (!isGood && !pauses && !m_errands.contains(key) && !tileUrl(source, tile).isEmpty())
            waiting.emplace_back(key, source);
    }
    m_waiting = std::move(waiting);
    // Requests nobody looks at any more make room for those somebody does.
    QList<QPointer<QNetworkReply>> dropped;
    for (auto errand = m_errands.cbegin(); errand != m_errands.cend(); ++errand) {
        if (errand.key().source == source.url && !wanted.contains(errand.key()) && errand->reply)
            dropped << errand->reply;
    }
    for (const auto& reply : std::as_const(dropped)) {
        if (reply) reply->abort();
    }
    fetchMore();
}

void TileStore::Private::fetchMore()
{
    while (m_errands.size() < mostAtOnce && !m_waiting.empty()) {
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
    whenLoaded(QtConcurrent::run(load, path), [this, key](const Loaded& found) { loaded(key, found); });
}

void TileStore::Private::loaded(const Key& key, const Loaded& found)
{
    if (found.image.isNull()) return ask(key);
    m_goodUntil[key] = found.file->fetchedAt + found.file->maxAge;
    show(key, found.image);
    if (found.file->isFresh(m_clock.now())) return end(key);
    m_errands[key].old = found.file;
    ask(key);
}

void TileStore::Private::ask(const Key& key)
{
    Errand& errand = m_errands[key];
    QNetworkRequest request(tileUrl(errand.source, key.tile));
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      QStringLiteral("CityOps/") + QStringLiteral(CITYOPS_VERSION));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(15'000);
    if (errand.old && !errand.old->etag.isEmpty()) request.setRawHeader("If-None-Match", errand.old->etag);
    QNetworkReply* reply = m_network.get(request);
    errand.reply = reply;
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > 4 * 1024 * 1024) reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, &m_store,
                     [this, key, reply] { answered(key, *reply); });
}

void TileStore::Private::answered(const Key& key, QNetworkReply& reply)
{
    Errand& errand = m_errands[key];
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply.error() == QNetworkReply::OperationCanceledError)
        return end(key); // dropped; wanted again, it is asked for again
    TileFile file;
    if (status == 304 && errand.old)
        file = *errand.old;
    else if (status == 200 && reply.error() == QNetworkReply::NoError)
        file.bytes = reply.readAll();
    else
        return giveUp(key);
    file.fetchedAt = m_clock.now();
    file.maxAge = tileMaxAge(reply.rawHeader("Cache-Control"));
    if (status == 200) file.etag = reply.rawHeader("ETag");
    whenLoaded(QtConcurrent::run(keep, errand.path, std::move(file)),
               [this, key](const Loaded& tile) { kept(key, tile); });
}

void TileStore::Private::kept(const Key& key, const Loaded& tile)
{
    if (tile.image.isNull()) return giveUp(key);
    m_goodUntil[key] = tile.file->fetchedAt + tile.file->maxAge;
    m_recentUntil.insert(key, QDeadlineTimer(leastAge));
    m_notBefore.remove(key);
    show(key, tile.image);
    if (++m_writes % writesBetweenPrunings == 0) prune();
    end(key);
}

void TileStore::Private::show(const Key& key, const QImage& image)
{
    m_pictures.insert(key, new QImage(image), std::max<qsizetype>(1, image.sizeInBytes() / 1024));
    Q_EMIT m_store.arrived();
}

void TileStore::Private::end(const Key& key)
{
    m_errands.remove(key);
    fetchMore();
}

void TileStore::Private::giveUp(const Key& key)
{
    m_notBefore.insert(key, QDeadlineTimer(pauseAfterFailure));
    end(key);
}

void TileStore::Private::prune()
{
    if (!m_folder.isEmpty())
        QThreadPool::globalInstance()->start([folder = m_folder] { pruneTiles(folder, diskBytes); });
}

TileStore::TileStore(QString cacheFolder, const city::Clock& clock, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(cacheFolder), clock))
{
}

TileStore::~TileStore() = default;

std::optional<QImage> TileStore::ready(const TileSource& source, TileId tile)
{
    return d->ready({source.url, tile});
}

void TileStore::want(const TileSource& source, std::vector<TileId> tiles)
{
    d->want(source, tiles);
}

QString TileStore::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/tiles");
}

} // namespace feeds
