// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/gis_reading.h"
#include "widgets/panels/cards.h"

#include <QObject>
#include <functional>
#include <optional>

namespace app {

/// Reads GIS files a person dropped on the window or chose. Lives in the GUI thread, reads in the pool. What a file does
/// not state (CRS, encoding of its texts) is asked for, never guessed.
class DroppedFiles : public QObject {
    Q_OBJECT
public:
    struct Question {
        QString file;
        geo::Unstated unstated;
    };
    struct Answer {
        QString crs, encoding;
    };
    /// Asks the person; nothing when they would rather not say.
    using Ask = std::function<std::optional<Answer>(const Question&)>;

    explicit DroppedFiles(Ask ask, QObject* parent = nullptr);

    void read(const QStringList& files);
    bool isReading() const { return m_reading > 0; }

Q_SIGNALS:
    void layerRead(const app::GisSource& layer);
    void failed(const widgets::ErrorText& error);
    /// One line on what is being read; empty when all is done.
    void busy(const QString& text);

private:
    void survey(const QString& file);
    void readLayer(const QString& file, const QString& layer, const Answer& answer, bool raster);
    void fail(const QString& file, const city::Problem& problem);
    void tellNotes(const QString& file, const std::vector<city::Problem>& notes);
    void begin(const QString& file);
    void finish();

    Ask m_ask;
    int m_reading = 0;
    int m_number = 0; ///< Of the next layer, for its id.
};

/// The usual Ask: a dialog with the likely choices. `crs` is the pack's own.
DroppedFiles::Ask askWithDialog(QWidget* parent, const QString& crs);

} // namespace app
