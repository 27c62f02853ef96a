// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/invented_past.h"

#include "layers/pipeline/city.h"

namespace app {

namespace {

/// The demo city's publishers at one moment.
class PublishersAt : public feeds::Transport {
public:
    PublishersAt(std::shared_ptr<DemoCity> demo, city::Instant at) : m_demo(std::move(demo)), m_at(at) {}
    QFuture<feeds::FetchResponse> get(const feeds::FetchRequest& request) override
    {
        return m_demo->getAt(request, m_at);
    }

private:
    std::shared_ptr<DemoCity> m_demo;
    city::Instant m_at;
};

} // namespace

struct InventedPast::Asked {
    Asked(const Pack& pack, std::shared_ptr<DemoCity> demo, city::Instant at)
        : clock(at), publishers(std::move(demo), at),
          city({pack.feeds, pack.quantities, pack.areas, &clock, &publishers, nullptr, feeds::decode, {}, {}})
    {
    }
    city::FixedClock clock;
    PublishersAt publishers;
    pipeline::City city;
};

InventedPast::InventedPast(std::shared_ptr<const Pack> pack, std::shared_ptr<DemoCity> demo)
    : m_pack(std::move(pack)), m_demo(std::move(demo))
{
}

InventedPast::~InventedPast() = default;

void InventedPast::ask(city::Instant at, Taker take)
{
    m_asked.push_back(std::make_unique<Asked>(*m_pack, m_demo, at));
    Asked* asked = m_asked.back().get();
    // Through the event loop: what speaks here must not be destroyed while it speaks.
    connect(
        &asked->city, &pipeline::City::settled, this,
        [this, asked, take = std::move(take)] { finish(asked, take); }, Qt::QueuedConnection);
    asked->city.refreshAll();
}

void InventedPast::finish(Asked* asked, const Taker& take)
{
    const auto snapshot = asked->city.snapshot();
    const Taker taker = take; // goes with the connection
    std::erase_if(m_asked, [asked](const auto& one) { return one.get() == asked; });
    taker(snapshot);
}

} // namespace app
