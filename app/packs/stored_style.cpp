// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/stored_style.h"

#include "layers/geo/stored_style.h"
#include "layers/map/kinds/qgis_style.h"

#include <QFileInfo>

namespace app {

std::optional<StoredStyle> readStoredStyle(const QString& file, const QString& layer,
                                           std::vector<city::Problem>& problems)
{
    const QString name = QFileInfo(file).fileName();
    const auto qml = geo::storedStyle(file, layer);
    if (!qml.ok()) problems.push_back(qml.problem());
    if (!qml.ok() || qml->isEmpty()) return std::nullopt;
    auto read = map::readQgisStyle(*qml);
    if (!read.ok()) {
        problems.push_back({name, layer, read.problem().text});
        return std::nullopt;
    }
    StoredStyle stored;
    stored.read.style = std::move(read->style);
    stored.labelField = read->labelField;
    for (const city::Message& left : read->notUnderstood)
        stored.notes.push_back(
            {name,
             layer,
             {QT_TRANSLATE_NOOP("Message", "left out of the QGIS style: %1"), {left.toString()}}});
    return stored;
}

} // namespace app
