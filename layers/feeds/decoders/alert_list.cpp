// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/alert_list.h"

#include <QHashSeed>

namespace feeds {

AlertList::AlertList(Decoded& decoded) : m_decoded(decoded), m_seed(QHashSeed::globalSeed()) {}

void AlertList::add(city::Alert alert, const QString& record)
{
    const auto same = [&](int at) {
        const city::Alert& known = m_decoded.alerts[static_cast<std::size_t>(at)];
        return known.identifier == alert.identifier && known.sender == alert.sender &&
               known.sent == alert.sent;
    };
    const std::size_t hash = qHashMulti(m_seed, alert.identifier, alert.sender,
                                        static_cast<qint64>(alert.sent.time_since_epoch().count()));
    const int found = m_known.findOrAdd(hash, same);
    if (found < 0) return m_decoded.alerts.push_back(std::move(alert));
    m_decoded.addProblem({record, QStringLiteral("identifier"),
                          QT_TRANSLATE_NOOP("Message", "this alert came before; the later one counts")});
    m_decoded.alerts[static_cast<std::size_t>(found)] = std::move(alert);
}

} // namespace feeds
