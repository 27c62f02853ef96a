// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/layer_reading.h"

#include "app/shell/when_done.h"
#include "layers/city/threads.h"

#include <QtConcurrent>

namespace app {

LayerReading::LayerReading(const Pack& pack, QObject* parent) : QObject(parent)
{
    for (const LayerSpec& spec : pack.layers) {
        Layer layer;
        layer.source.spec = spec;
        m_layers.push_back(std::move(layer));
    }
    m_measuring.setInterval(250);
    connect(&m_measuring, &QTimer::timeout, this, &LayerReading::measure);
}

LayerReading::~LayerReading()
{
    for (const Layer& layer : m_layers)
        if (layer.progress) layer.progress->cancelled = true;
}

void LayerReading::setHidden(const QSet<QString>& hidden)
{
    if (hidden == m_hidden) return;
    m_hidden = hidden;
    for (Layer& layer : m_layers)
        if (layer.progress && isHidden(layer)) layer.progress->cancelled = true;
    if (m_started) next();
}

void LayerReading::start()
{
    m_started = true;
    next();
}

std::vector<GisSource> LayerReading::sources() const
{
    std::vector<GisSource> all;
    for (const Layer& layer : m_layers)
        all.push_back(layer.source);
    return all;
}

const GisSource* LayerReading::find(const QString& id) const
{
    const auto found = std::find_if(m_layers.begin(), m_layers.end(), [&id](const Layer& layer) { return layer.source.spec.id == id; });
    return found == m_layers.end() ? nullptr : &found->source;
}

void LayerReading::setStyle(const QString& id, const std::optional<ReadStyle>& style, const city::LocalText& labelField)
{
    for (Layer& layer : m_layers) {
        if (layer.source.spec.id != id) continue;
        layer.source.spec.style = style;
        layer.source.spec.labelField = labelField;
    }
}

std::vector<city::Problem> LayerReading::problems() const
{
    std::vector<city::Problem> all;
    for (const Layer& layer : m_layers)
        if (layer.source.problem) all.push_back(*layer.source.problem);
    return all;
}

bool LayerReading::isDone() const
{
    return m_started && std::all_of(m_layers.begin(), m_layers.end(), [this](const Layer& layer) {
        return layer.stage >= Stage::Read || (layer.stage == Stage::Waiting && isHidden(layer));
    });
}

// What has not been seen yet comes before coarser copies of what has.
void LayerReading::next()
{
    if (m_busy) return;
    const auto first = [this](Stage stage) {
        return std::find_if(m_layers.begin(), m_layers.end(),
                            [&](const Layer& layer) { return layer.stage == stage && !isHidden(layer); });
    };
    if (const auto waiting = first(Stage::Waiting); waiting != m_layers.end())
        return read(static_cast<std::size_t>(waiting - m_layers.begin()));
    m_measuring.stop();
    if (!m_told && isDone()) {
        m_told = true;
        Q_EMIT done();
    }
    if (const auto rough = first(Stage::Read); rough != m_layers.end())
        refine(static_cast<std::size_t>(rough - m_layers.begin()));
}

void LayerReading::read(std::size_t number)
{
    Layer& layer = m_layers[number];
    layer.stage = Stage::Reading;
    layer.progress = std::make_shared<geo::ReadingProgress>();
    layer.source.reading = true;
    m_busy = true;
    m_measuring.start();
    Q_EMIT changed();
    auto reading = QtConcurrent::run(&city::workThreads(), [spec = layer.source.spec, progress = layer.progress] {
        city::letTheWindowGoFirst();
        return readGisSource(spec, progress.get());
    });
    whenDone(reading, this, [this, number](const city::Result<GisSource>& read) {
        Layer& one = m_layers[number];
        const bool ended = one.progress->cancelled;
        one.progress.reset();
        one.source.reading = false;
        one.source.percent.reset();
        m_busy = false;
        if (ended && !read) {
            one.stage = Stage::Waiting;
        } else if (read) {
            one.source = read.value();
            one.stage = one.source.bulk && !one.source.bulk->cached ? Stage::Read : Stage::Ready;
        } else {
            one.source.problem = read.problem();
            one.stage = Stage::Failed;
        }
        Q_EMIT changed();
        next();
    });
}

void LayerReading::refine(std::size_t number)
{
    m_layers[number].stage = Stage::Refining;
    m_busy = true;
    auto refining = QtConcurrent::run(&city::workThreads(), [source = m_layers[number].source] {
        city::letTheWindowGoFirst();
        return refined(source);
    });
    whenDone(refining, this, [this, number](const GisSource& refined) {
        m_layers[number].source = refined;
        m_layers[number].stage = Stage::Ready;
        m_busy = false;
        Q_EMIT changed();
        next();
    });
}

void LayerReading::measure()
{
    bool moved = false;
    for (Layer& layer : m_layers) {
        if (!layer.progress || layer.progress->expected <= 0) continue;
        const auto percent =
            static_cast<int>(std::min<qint64>(99, 100 * layer.progress->features / layer.progress->expected));
        moved = moved || layer.source.percent != percent;
        layer.source.percent = percent;
    }
    if (moved) Q_EMIT further();
}

} // namespace app
