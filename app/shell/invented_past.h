// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demo_city.h"
#include "layers/city/result.h"
#include "layers/city/snapshot.h"

#include <QObject>
#include <functional>
#include <memory>

namespace app {

/// What the demo city would have shown at a moment before it was started: all its publishers asked once, at
/// that moment, through the same pipeline as ever. Nothing is recorded. Lives in the GUI thread, the work is
/// done in the pool.
class InventedPast : public QObject {
    Q_OBJECT
public:
    using Taker = std::function<void(city::Result<std::shared_ptr<const city::CitySnapshot>>)>;

    InventedPast(std::shared_ptr<const Pack> pack, std::shared_ptr<DemoCity> demo);
    ~InventedPast() override;

    void ask(city::Instant at, Taker take);

private:
    struct Asked;
    void finish(Asked* asked, const Taker& take);

    std::shared_ptr<const Pack> m_pack;
    std::shared_ptr<DemoCity> m_demo;
    std::vector<std::unique_ptr<Asked>> m_asked; ///< Not answered yet.
};

} // namespace app
