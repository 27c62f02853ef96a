// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/gis_reading.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace app {

/// Reads the GIS layers of a pack in the background, one after another, and says how far each is. A layer that is
/// switched off is not read; switching it off while it is read ends that, switching it on begins anew. One that fails
/// says why, the others are read all the same. Lives in the GUI thread.
class LayerReading : public QObject {
    Q_OBJECT
public:
    explicit LayerReading(const Pack& pack, QObject* parent = nullptr);
    ~LayerReading() override;

    /// Ids of layers not wanted now; may be said before and after start().
    void setHidden(const QSet<QString>& hidden);
    void start();

    /// Every layer of the pack in its order, as far as it is.
    std::vector<GisSource> sources() const;
    /// Null for one the pack does not have.
    const GisSource* find(const QString& id) const;
    /// How one is drawn from now on; it is not read again.
    void setStyle(const QString& id, const std::optional<ReadStyle>& style, const city::LocalText& labelField);
    std::vector<city::Problem> problems() const;
    /// All that is wanted has been read or has failed.
    bool isDone() const;

Q_SIGNALS:
    /// A layer has come or has failed, or its reading has begun or ended.
    void changed();
    /// Nothing but percents has changed.
    void further();
    /// Once after start(), when all that is wanted is there.
    void done();

private:
    enum class Stage { Waiting, Reading, Read, Refining, Ready, Failed };
    struct Layer {
        GisSource source;
        Stage stage = Stage::Waiting;
        std::shared_ptr<geo::ReadingProgress> progress; ///< While reading.
    };

    void next();
    void read(std::size_t number);
    void refine(std::size_t number);
    void measure();
    bool isHidden(const Layer& layer) const { return m_hidden.contains(layer.source.spec.id); }

    std::vector<Layer> m_layers;
    QSet<QString> m_hidden;
    QTimer m_measuring;
    bool m_started = false, m_busy = false, m_told = false;
};

} // namespace app
